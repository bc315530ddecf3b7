package vaiwg.board.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.board.figures.PublishedVerdict.TargetState;
import vaiwg.board.figures.SeriesKey;

/** The figures of the whole force that are short of their targets: page 1 says how many there are, that of matters names each, and where it is. */
final class Shortfalls {
    private static final int NO_PAGE = Integer.MAX_VALUE;
    private static final String WORKBOOK = "Workbook, All figures";
    /** A theme may be short of what is owed in every case too: beside its promise. */
    private static final String ONCE = ", not counted again by theme; ";

    private Shortfalls() {}

    /** Whether a figure is short of what it has to reach: such a one is not among the best, however it moved. */
    static boolean isShort(Block.Row row) {
        return row.met() == TargetState.SHORT;
    }

    /** The farthest from its target first, what is not shown last. */
    static List<Block.Row> of(Facts facts) {
        return facts.material().dictionary().all().stream()
                .filter(measure -> !measure.restricted())
                .flatMap(measure -> measure.parts().stream().flatMap(part -> facts.row(measure.kpi(), part)))
                .filter(Shortfalls::isShort)
                .sorted(Comparator.comparingDouble(Shortfalls::part))
                .toList();
    }

    /** How many there are, and where they are named; empty where there is none. */
    static String counted(List<Block.Row> rows) {
        String where = ReportMaker.numbered(MattersPage.ID);
        return rows.isEmpty()
                ? ""
                : ReportWords.capital(ReportWords.counted(
                        rows.size(),
                        "figure is short of its target" + ONCE + where + " names it.",
                        "figures are short of their targets" + ONCE + where + " names them."));
    }

    /** How many of the figures in tables of a page are; empty where none is. */
    static String here(Block... shown) {
        int number = (int) Stream.of(shown)
                .filter(Block.FiguresTable.class::isInstance)
                .flatMap(table -> ((Block.FiguresTable) table).rows().stream())
                .filter(Shortfalls::isShort)
                .count();
        return number == 0
                ? ""
                : ReportWords.capital(ReportWords.counted(
                        number, "figure here is short of target.", "figures here are short of target."));
    }

    /**
     * "Page 6: Victims' Code: all five 37.3%, VPS offered 72.3%. Workbook, All figures: DVPO heard within 48 hours 88.5%.", under how many they
     * are.
     *
     * @param pages all of the report, in their order
     */
    static Block.Sentences list(List<Block.Row> rows, List<Page> pages) {
        Map<Integer, List<Block.Row>> byPage = rows.stream()
                .collect(Collectors.groupingBy(row -> page(row, pages), TreeMap::new, Collectors.toList()));
        String named = byPage.entrySet().stream()
                .map(shown -> (shown.getKey() == NO_PAGE ? WORKBOOK : "Page " + shown.getKey()) + ": "
                        + byMeasure(shown.getValue()) + ".")
                .collect(Collectors.joining(" "));
        return new Block.Sentences(
                "Short of target: " + ReportWords.small(rows.size()) + ONCE
                        + (rows.stream().map(Shortfalls::otherTarget).allMatch(String::isEmpty)
                                ? "each target is 100%"
                                : "the target is 100% where none is said"),
                rows.isEmpty() ? List.of() : List.of(Block.Sentence.of("", named)));
    }

    /** On which page a figure stands in its table, page 1 last, since it has few of them. */
    private static int page(Block.Row row, List<Page> pages) {
        SeriesKey key = row.figure().key();
        return Stream.concat(pages.stream().skip(1), pages.stream().limit(1))
                .filter(page -> page.blocks().stream()
                        .flatMap(Page::figures)
                        .map(Figure::key)
                        .anyMatch(key::equals))
                .findFirst()
                .map(page -> pages.indexOf(page) + 1)
                .orElse(NO_PAGE);
    }

    private static String byMeasure(List<Block.Row> rows) {
        Map<String, List<Block.Row>> byMeasure = rows.stream()
                .collect(Collectors.groupingBy(row -> row.figure().kpi(), LinkedHashMap::new, Collectors.toList()));
        return byMeasure.values().stream().map(Shortfalls::named).collect(Collectors.joining("; "));
    }

    /** Those of one measure; what each has before a name of its own is said once. */
    private static String named(List<Block.Row> rows) {
        String first = rows.get(0).title();
        String once = Stream.of(first.lastIndexOf(": "), first.indexOf(": "))
                .filter(end -> end > 0)
                .map(end -> first.substring(0, end + 2))
                .filter(start -> rows.stream().allMatch(row -> row.title().startsWith(start)))
                .findFirst()
                .orElse("");
        return rows.stream()
                .map(row -> row.title().substring(once.length()) + " " + reached(row))
                .collect(Collectors.joining(", ", once, ""));
    }

    private static String reached(Block.Row row) {
        Unit unit = row.figure().unit();
        boolean shown = row.figure().isShown() && !Double.isNaN(row.figure().value());
        String value =
                shown ? NumberText.value(row.figure().value(), unit) : NumberText.inWords(row.figure(), row.asCount());
        return value + otherTarget(row);
    }

    /** " of 0" where its target is not all of its cases; else empty. */
    private static String otherTarget(Block.Row row) {
        return row.target()
                .map(value -> NumberText.target(value, row.figure().unit()))
                .filter(value -> !value.equals("100%"))
                .map(value -> " of " + value)
                .orElse("");
    }

    /** Which part of its target it has reached. */
    private static double part(Block.Row row) {
        double value = row.figure().value();
        double target = row.target().orElse(Double.NaN);
        return row.better() == Better.DOWN ? target / value : value / target;
    }
}
