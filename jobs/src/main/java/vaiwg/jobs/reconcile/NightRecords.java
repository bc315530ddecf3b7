package vaiwg.jobs.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.engine.panes.FigureDays;
import vaiwg.engine.panes.FigureParts;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.EventStream;

/**
 * The records that begin to count at the first midnight of a force at which what was published is not what the log says, each with what it
 * does to figures; and which of them it is that parts the two. Sums alone are compared: to a percentile or a mean no record adds a number.
 */
final class NightRecords {
    private static final EventStream[] STREAMS = EventStream.values();

    private final Catalogue catalogue;
    private final FigureParts parts;
    private final int after;
    private final int cutOff;
    private final Map<Place, List<DeltaEntry>> records = new LinkedHashMap<>();

    private record Place(EventStream stream, int partition, long offset) {}

    /** By how much a value is more. */
    private record Change(int numerator, int denominator) {
        static final Change NONE = new Change(0, 0);

        Change plus(int toNumerator, int toDenominator) {
            return new Change(numerator + toNumerator, denominator + toDenominator);
        }

        Change times(int sign) {
            return new Change(sign * numerator, sign * denominator);
        }
    }

    /**
     * @param after the day of the last midnight at which the two were the same
     * @param cutOff that of the first at which they are not
     */
    NightRecords(Catalogue catalogue, int after, int cutOff) {
        this.catalogue = catalogue;
        this.parts = new FigureParts(catalogue);
        this.after = after;
        this.cutOff = cutOff;
    }

    int cutOff() {
        return cutOff;
    }

    void take(DecodedRecord event, List<DeltaEntry> entries) {
        for (DeltaEntry entry : entries) {
            int counts = LondonDays.cutOffFor(entry.enters);
            if (counts > after && counts <= cutOff) {
                records.computeIfAbsent(
                                new Place(STREAMS[event.stream], event.partition, event.offset),
                                place -> new ArrayList<>())
                        .add(entry);
            }
        }
    }

    /**
     * The record that explains differences best.
     *
     * @param more by slot how much more was published than the log says, in numerator and denominator
     * @param kept the slots that the midnight has
     */
    Optional<Suspect> find(Map<Integer, int[]> more, Set<Integer> kept) {
        Map<Integer, Change> wanted = new HashMap<>();
        more.forEach((slot, by) -> put(wanted, slot, by[0], by[1]));
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        Map<Suspect.How, List<Place>> found = new HashMap<>();
        records.forEach((place, entries) -> {
            Map<Integer, Change> does = effect(entries, kept);
            how(wanted, does)
                    .ifPresent(how -> found.computeIfAbsent(how, none -> new ArrayList<>())
                            .add(place));
        });
        for (Suspect.How how : Suspect.How.values()) {
            List<Place> places = found.getOrDefault(how, List.of());
            if (!places.isEmpty()) {
                Place first = places.get(0);
                return Optional.of(new Suspect(how, first.stream(), first.partition(), first.offset(), places.size()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Suspect.How> how(Map<Integer, Change> wanted, Map<Integer, Change> does) {
        if (does.equals(wanted)) {
            return Optional.of(Suspect.How.TWICE);
        }
        if (does.equals(times(wanted, -1))) {
            return Optional.of(Suspect.How.LEFT_OUT);
        }
        if (does.entrySet().containsAll(wanted.entrySet())
                || does.entrySet().containsAll(times(wanted, -1).entrySet())) {
            return Optional.of(Suspect.How.JUDGED_OTHERWISE);
        }
        return does.keySet().stream().anyMatch(wanted::containsKey) ? Optional.of(Suspect.How.AMONG) : Optional.empty();
    }

    private static Map<Integer, Change> times(Map<Integer, Change> changes, int sign) {
        Map<Integer, Change> all = new HashMap<>();
        changes.forEach((slot, change) -> all.put(slot, change.times(sign)));
        return all;
    }

    private Map<Integer, Change> effect(List<DeltaEntry> entries, Set<Integer> kept) {
        Map<Integer, Change> does = new HashMap<>();
        for (DeltaEntry entry : entries) {
            parts.forEach(entry, new FigureParts.Receiver() {
                @Override
                public void add(Column column, int row, int day, int numerator, int denominator) {
                    addWindows(does, column, row, day, numerator, denominator);
                }

                @Override
                public void addNumber(Column column, int row, int day, int number, int times) {
                    // Of a percentile no sum is told.
                }
            });
        }
        Map<Integer, Change> moved = new HashMap<>();
        does.forEach((slot, change) -> {
            if (kept.contains(slot)) {
                put(moved, slot, change.numerator(), change.denominator());
            }
        });
        return moved;
    }

    private void addWindows(
            Map<Integer, Change> does, Column column, int row, int day, int numerator, int denominator) {
        for (int window = 0; window < column.windows().size(); window++) {
            FigureDays days = new FigureDays(column, window, cutOff);
            if (days.count(day)) {
                int slot = column.slot(window, row);
                does.put(
                        slot,
                        does.getOrDefault(slot, Change.NONE)
                                .plus(numerator * days.numeratorTimes(day), denominator * days.denominatorTimes(day)));
            }
        }
    }

    /** Only where it is a sum, and something. A count has no denominator, and that of a rate for people is no sum of records. */
    private void put(Map<Integer, Change> changes, int slot, int numerator, int denominator) {
        Column column = catalogue.columnOfSlot(slot);
        boolean isSum = !column.isPercentile() && column.measure().meanOfDays() == 0;
        boolean hasDenominator =
                !column.isCount() && column.measure().population().isEmpty();
        Change change = new Change(numerator, hasDenominator ? denominator : 0);
        if (isSum && !change.equals(Change.NONE)) {
            changes.put(slot, change);
        }
    }
}
