package vaiwg.board.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import vaiwg.board.figures.PublishedVerdict.TargetState;

/** The figures of the whole force that are short of their targets: page 1 says how many there are, page 2 names each of them. */
final class Shortfalls {
    /** The page whose list names them, as page 1 calls it. */
    static final String WHERE = "page 2";

    private Shortfalls() {}

    /** The farthest from its target first, what is not shown last. */
    static List<Block.Row> of(Facts facts) {
        return facts.material().dictionary().all().stream()
                .filter(measure -> !measure.restricted())
                .flatMap(measure -> measure.parts().stream().flatMap(part -> facts.row(measure.kpi(), part)))
                .filter(row -> row.met() == TargetState.SHORT)
                .sorted(Comparator.comparingDouble(Shortfalls::reached))
                .toList();
    }

    /** How many there are, and where they are named; empty where there is none. */
    static String counted(List<Block.Row> rows) {
        return rows.isEmpty()
                ? ""
                : ReportWords.capital(ReportWords.counted(
                        rows.size(),
                        "figure is short of its target; " + WHERE + " names it.",
                        "figures are short of their targets; " + WHERE + " names them."));
    }

    /** "Short of their targets: two" and "Victims’ Code: all five 37.3% of 100%; early advice 66.9% of 100%". */
    static Block.Sentences list(List<Block.Row> rows) {
        return new Block.Sentences(
                "Short of their targets: " + ReportWords.small(rows.size()) + ", the farthest from it first",
                rows.isEmpty()
                        ? List.of()
                        : List.of(Block.Sentence.of(
                                "", rows.stream().map(Shortfalls::named).collect(Collectors.joining("; ")) + ".")));
    }

    private static String named(Block.Row row) {
        Unit unit = row.figure().unit();
        boolean shown = row.figure().isShown() && !Double.isNaN(row.figure().value());
        return row.title() + " "
                + (shown ? ValueText.number(row.figure().value(), unit) : ValueText.of(row.figure(), row.asCount()))
                + row.target().map(target -> " of " + ValueText.target(target, unit)).orElse("");
    }

    /** Which part of its target it has reached. */
    private static double reached(Block.Row row) {
        double value = row.figure().value();
        double target = row.target().orElse(Double.NaN);
        return row.better() == Better.DOWN ? target / value : value / target;
    }
}
