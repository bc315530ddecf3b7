package vaiwg.board.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vaiwg.board.figures.PublishedVerdict.TargetState;

/** The figures of the whole force that are short of their targets: page 1 says how many there are, that of matters names each. */
final class Shortfalls {
    private Shortfalls() {}

    /** The farthest from its target first, what is not shown last. */
    static List<Block.Row> of(Facts facts) {
        return facts.material().dictionary().all().stream()
                .filter(measure -> !measure.restricted())
                .flatMap(measure -> measure.parts().stream().flatMap(part -> facts.row(measure.kpi(), part)))
                .filter(row -> row.met() == TargetState.SHORT)
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
                        "figure is short of its target; " + where + " names it.",
                        "figures are short of their targets; " + where + " names them."));
    }

    /** "Victims' Code: all five 37.3%, VPS offered 72.3%; DVPO heard within 48 hours 88.5%", under how many they are. */
    static Block.Sentences list(List<Block.Row> rows) {
        Map<String, List<Block.Row>> byMeasure = rows.stream()
                .collect(Collectors.groupingBy(row -> row.figure().kpi(), LinkedHashMap::new, Collectors.toList()));
        String named = byMeasure.values().stream().map(Shortfalls::named).collect(Collectors.joining("; "));
        return new Block.Sentences(
                "Short of target: " + ReportWords.small(rows.size())
                        + ", by measure; the target is 100% where none is said",
                rows.isEmpty() ? List.of() : List.of(Block.Sentence.of("", named + ".")));
    }

    /** Those of one measure, whose name is said once where each has it before a name of its own. */
    private static String named(List<Block.Row> rows) {
        String first = rows.get(0).title();
        String measure = first.substring(0, first.indexOf(": ") + 1);
        boolean once =
                !measure.isEmpty() && rows.stream().allMatch(row -> row.title().startsWith(measure + " "));
        return rows.stream()
                .map(row -> (once ? row.title().substring(measure.length() + 1) : row.title()) + " " + reached(row))
                .collect(Collectors.joining(", ", once ? measure + " " : "", ""));
    }

    private static String reached(Block.Row row) {
        Unit unit = row.figure().unit();
        boolean shown = row.figure().isShown() && !Double.isNaN(row.figure().value());
        String target = row.target()
                .map(value -> ValueText.target(value, unit))
                .filter(value -> !value.equals("100%"))
                .map(value -> " of " + value)
                .orElse("");
        return (shown ? ValueText.number(row.figure().value(), unit) : ValueText.of(row.figure(), row.asCount()))
                + target;
    }

    /** Which part of its target it has reached. */
    private static double part(Block.Row row) {
        double value = row.figure().value();
        double target = row.target().orElse(Double.NaN);
        return row.better() == Better.DOWN ? target / value : value / target;
    }
}
