package vaiwg.statistics.signals.charts;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.reference.SiteFile;
import vaiwg.kpis.reference.Sites;

/**
 * The dated events after which new limits are calculated, with their reasons. Nothing else moves limits: whoever wants them moved writes
 * down why.
 *
 * @param entries by their day
 */
public record RebaseRegister(List<Entry> entries) {
    private static final String EVERYTHING = "all";

    /**
     * An event.
     *
     * @param day from this day on new limits are calculated
     * @param affects what it concerns: {@code all}, or {@code measure=}, {@code theme=}, {@code cut=} with a slug, or
     *     {@code unit=volume} for all counts
     * @param force where it was; empty where in every force
     */
    public record Entry(int day, List<String> affects, String reason, String force) {
        boolean concerns(String measure, String slice, boolean volume) {
            return affects.contains(EVERYTHING)
                    || affects.contains("measure=" + measure)
                    || volume && affects.contains("unit=volume")
                    || Slice.cuts(slice).stream()
                            .anyMatch(cut ->
                                    affects.contains(cut) || affects.contains(Slice.of("cut", Slice.dimension(cut))));
        }
    }

    public RebaseRegister {
        entries = List.copyOf(entries);
    }

    /** The events of every force and of sites, by their day. */
    public static RebaseRegister of(Sites sites) {
        return new RebaseRegister(sites.file(SiteFile.REBASE_REGISTER).rows().stream()
                .map(RebaseRegister::entry)
                .sorted(Comparator.comparingInt(Entry::day))
                .toList());
    }

    /** Those that move the limits of a force. */
    public RebaseRegister ofForce(String force) {
        return new RebaseRegister(entries.stream()
                .filter(entry -> entry.force().isEmpty() || entry.force().equals(force))
                .toList());
    }

    /**
     * The entries that concern a chart, in their order.
     *
     * @param measure its slug
     * @param slice the slice as in the tables: {@code lpa=coventry;theme=rape}, empty for the total
     * @param volume whether it is a count
     */
    public List<Entry> of(String measure, String slice, boolean volume) {
        return entries.stream()
                .filter(entry -> entry.concerns(measure, slice, volume))
                .toList();
    }

    private static Entry entry(Map<String, String> row) {
        return new Entry(
                Math.toIntExact(LocalDate.parse(row.get("date")).toEpochDay()),
                List.of(row.get("affects").split(" ")),
                row.get("reason"),
                row.get(Sites.FORCE));
    }
}
