package vaiwg.board.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.board.Days;
import vaiwg.kpis.catalogue.Commitment;

/**
 * The dated recommendations, steps, posts and interventions that a page's charts are marked with, numbered in the order in which they are met: those of one
 * day are one mark.
 */
final class DatedCommitments {
    private final List<Commitment> commitments;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    DatedCommitments(List<Commitment> commitments) {
        this.commitments = commitments;
    }

    /**
     * The marks of a chart, by day.
     *
     * @param first the first day of its first period
     * @param last the last day that it has
     */
    List<BlockChart.Dated> of(String kpi, String slice, LocalDate first, LocalDate last) {
        Map<LocalDate, List<Commitment>> byDay = commitments.stream()
                .filter(entry -> entry.day().isPresent() && !entry.day().get().isAfter(last))
                .filter(entry -> entry.measures().stream().anyMatch(seen -> isOf(seen, kpi, slice)))
                .collect(Collectors.groupingBy(
                        entry -> BlockChart.Dated.mark(entry.day().get(), first), TreeMap::new, Collectors.toList()));
        List<BlockChart.Dated> dated = new ArrayList<>();
        byDay.forEach((day, entries) -> {
            String text = text(day, entries);
            int number = numbers.computeIfAbsent(text, said -> numbers.size() + 1);
            dated.add(new BlockChart.Dated(day, number, text));
        });
        return dated;
    }

    /** A measure that is named without a slice is meant in each. */
    private static boolean isOf(Commitment.Seen seen, String kpi, String slice) {
        return seen.measure().equals(kpi)
                && (seen.slice().isEmpty() || seen.slice().equals(slice));
    }

    private static String text(LocalDate day, List<Commitment> entries) {
        Map<Boolean, String> byBefore = entries.stream()
                .collect(Collectors.partitioningBy(
                        entry -> entry.day().orElseThrow().isBefore(day),
                        Collectors.mapping(DatedCommitments::text, Collectors.joining("; "))));
        return Stream.of(said("before the first period", byBefore.get(true)), said(Days.full(day), byBefore.get(false)))
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** With its day in its source's words, or the area of an intervention. */
    private static String text(Commitment entry) {
        String more = entry.register() == Commitment.Register.INTERVENTION ? where(entry) : entry.when();
        return entry.text() + (more.isEmpty() ? "" : " (" + more + ")");
    }

    /** The area of an intervention; "the whole force" where it was done in all. */
    static String where(Commitment intervention) {
        return intervention.addressed().isEmpty() ? "the whole force" : SliceTitles.areaTitle(intervention.addressed());
    }

    private static String said(String when, String entries) {
        return entries.isEmpty() ? "" : when + ": " + entries;
    }
}
