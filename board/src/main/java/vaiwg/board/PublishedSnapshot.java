package vaiwg.board;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A snapshot as it was published, with the dictionary that explains it.
 *
 * @param kind {@code published}, or {@code reconstructed} for history loaded before the system went live
 * @param writtenOn the London day on which it was written: much later than its as-at, where it was reconstructed
 * @param granularity {@code all}, or {@code total_and_theme} where finer cuts were not kept
 * @param complete whether every feed had reached the as-at
 * @param historyFrom the first day of the force's published history
 * @param dataThrough what the snapshot says of its sources, by stream
 * @param measures the dictionary by slug
 * @param cells the values; one that is missing is zero of zero
 * @param charts the newest closed blocks
 */
record PublishedSnapshot(
        String force,
        LocalDate asAt,
        int generation,
        String kind,
        LocalDate writtenOn,
        String granularity,
        boolean complete,
        String catalogue,
        Optional<LocalDate> historyFrom,
        NavigableMap<String, String> dataThrough,
        NavigableMap<String, DictionaryEntry> measures,
        NavigableMap<Cell.Key, Cell> cells,
        NavigableMap<ChartedBlock.Key, ChartedBlock> charts) {
    private static final Pattern MONTHS = Pattern.compile("\\d+m");

    boolean isSynthetic() {
        return "SYNTHETIC".equals(dataThrough.get("source"));
    }

    /** Whether nobody was shown these figures on their day. */
    boolean isReconstructed() {
        return kind.equals("reconstructed");
    }

    boolean isTotalAndThemeOnly() {
        return granularity.equals("total_and_theme");
    }

    /** Whether the source knows months only: then every window is one of months. */
    boolean isByMonth() {
        return !cells.isEmpty()
                && cells.keySet().stream()
                        .map(key -> key.view().window())
                        .allMatch(window -> MONTHS.matcher(window).matches());
    }

    /** Whether a view's window begins before the history does, so that it holds less than it says. */
    boolean isPartial(View view) {
        return historyFrom
                .map(from -> Period.start(view, asAt)
                        .filter(start -> start.isBefore(isByMonth() ? from.withDayOfMonth(1) : from))
                        .isPresent())
                .orElse(false);
    }

    Optional<Cell> cell(String kpi, View view, String slice) {
        return Optional.ofNullable(cells.get(new Cell.Key(kpi, view, slice)));
    }

    /** The ways in which a measure was published, whatever the cut. */
    Set<View> views(String kpi) {
        Set<View> views = new java.util.LinkedHashSet<>();
        of(kpi).keySet().forEach(key -> views.add(key.view()));
        return views;
    }

    /** The slices by which a measure was published in any view. */
    Set<String> slices(String kpi) {
        Set<String> slices = new TreeSet<>();
        of(kpi).keySet().forEach(key -> slices.add(key.slice()));
        return slices;
    }

    Optional<ChartedBlock> chart(String kpi, String slice) {
        return Optional.ofNullable(charts.get(new ChartedBlock.Key(kpi, slice)));
    }

    /** The slices of which a measure has a chart. */
    Set<String> chartedSlices(String kpi) {
        Set<String> slices = new TreeSet<>();
        charts.keySet().stream().filter(key -> key.kpi().equals(kpi)).forEach(key -> slices.add(key.slice()));
        return slices;
    }

    private Map<Cell.Key, Cell> of(String kpi) {
        View first = new View("", "");
        return cells.subMap(new Cell.Key(kpi, first, ""), new Cell.Key(kpi + "\0", first, ""));
    }
}
