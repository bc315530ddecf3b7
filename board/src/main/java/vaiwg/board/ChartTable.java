package vaiwg.board;

import static vaiwg.board.Html.tag;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vaiwg.kpis.signals.charts.BlockChart;
import vaiwg.kpis.signals.charts.ChartKind;
import vaiwg.kpis.signals.charts.SpcRule;

/** The newest block of a measure beside its limits, theme by theme, and in words what it says. */
final class ChartTable {
    private final Html html;
    private final PublishedSnapshot snapshot;

    ChartTable(Html html, PublishedSnapshot snapshot) {
        this.html = html;
        this.snapshot = snapshot;
    }

    /** Writes the table, or nothing where the snapshot has no chart of the measure. */
    void write(DictionaryEntry measure) {
        List<ThemeRow> rows = ThemeRow.of(snapshot.chartedSlices(measure.kpi())).stream()
                .filter(row -> snapshot.chart(measure.kpi(), row.slice()).isPresent())
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        ChartedBlock first = snapshot.chart(measure.kpi(), rows.get(0).slice()).orElseThrow();
        html.block(tag("table", "class", "blocks"), () -> {
            html.line(tag("caption"), () -> {
                html.text(newest(first));
                html.inline("small", "(basis " + first.view().basis() + ", frozen when it ended)");
            });
            html.block(
                    "thead",
                    () -> html.block(
                            "tr",
                            () -> List.of("Theme", "From", "Figure", "Usual", "Limits", "What it says")
                                    .forEach(column -> html.line(tag("th", "scope", "col"), column))));
            html.block(
                    "tbody",
                    () -> rows.forEach(row -> row(
                            measure,
                            row,
                            snapshot.chart(measure.kpi(), row.slice()).orElseThrow())));
        });
    }

    private static String newest(ChartedBlock block) {
        String days = block.view().window().equals("1m") ? "newest month " : "newest block of 28 days ";
        return block.chart() == ChartKind.CHANGE ? "The change in the " + days : "The " + days;
    }

    /** What the newest block of a chart says, empty where it is ordinary variation. */
    static Optional<String> special(ChartedBlock block) {
        return block.rule()
                .map(rule -> SpcRule.valueOf(rule.toUpperCase(Locale.ROOT)).words() + ", " + side(block));
    }

    private static String side(ChartedBlock block) {
        boolean above = block.side() > 0;
        return switch (block.chart()) {
            case T -> above ? "longer, so fewer" : "shorter, so more";
            case T_REST -> above ? "longer, so fewer that are not" : "shorter, so more that are not";
            case CHANGE -> above ? "grown by more, or shrunk by less" : "shrunk by more, or grown by less";
            default -> above ? "above" : "below";
        };
    }

    private void row(DictionaryEntry measure, ThemeRow row, ChartedBlock block) {
        html.block(tag("tr", "class", row.slice().isEmpty() ? "total" : "theme"), () -> {
            html.line(tag("th", "scope", "row"), row.title());
            html.line("td", Period.day(block.firstDay()));
            html.line(tag("td", "class", "value"), charted(measure, block));
            html.line("td", figure(measure, block, block.centre()));
            html.line("td", figure(measure, block, block.lower()) + " to " + figure(measure, block, block.upper()));
            html.line(tag("td", "class", "says"), says(block));
        });
    }

    private static String says(ChartedBlock block) {
        if (block.trial()) {
            return "Limits on trial: " + block.blocks() + " of " + BlockChart.BASELINE
                    + (block.ofTimes() ? " blocks or times" : " blocks");
        }
        StringBuilder words = new StringBuilder(variation(block.variation().orElseThrow()));
        special(block).ifPresent(special -> words.append(": ").append(special));
        block.signal().ifPresent(state -> words.append(". ").append(signal(state)));
        block.assurance().ifPresent(assurance -> words.append(". ").append(assurance(assurance)));
        return words.append('.').toString();
    }

    private static String variation(String variation) {
        return switch (variation) {
            case "improvement" -> "Better than by ordinary variation";
            case "concern" -> "Worse than by ordinary variation";
            case "neutral" -> "Beyond ordinary variation";
            default -> "Ordinary variation";
        };
    }

    private static String signal(String state) {
        return switch (state) {
            case "act" -> "Act: it is confirmed";
            case "data_quality" -> "Look at the data first: records moved in the same time";
            default -> "Watch: the next block confirms it or not";
        };
    }

    private static String assurance(String assurance) {
        return switch (assurance) {
            case "passes" -> "The target will be met";
            case "fails" -> "The target will not be met without a change";
            default -> "The target is met by chance";
        };
    }

    /** Of rare events, or the rare rest, how many there were, and the days between two of them, which are what is charted. */
    private static String charted(DictionaryEntry measure, ChartedBlock block) {
        String value = figure(measure, block, block.value());
        return switch (block.chart()) {
            case T -> String.format(Locale.UK, "%,d, %s between", block.numerator(), value);
            case T_REST ->
                String.format(Locale.UK, "%,d not, %s between", block.denominator() - block.numerator(), value);
            default -> value;
        };
    }

    private static String figure(DictionaryEntry measure, ChartedBlock block, double value) {
        if (block.ofTimes()) {
            return String.format(Locale.UK, value == Math.rint(value) ? "%,.0f days" : "%,.1f days", value);
        }
        if (block.chart() == ChartKind.CHANGE) {
            return measure.kind() == DictionaryEntry.Kind.COUNT
                    ? String.format(Locale.UK, value == Math.rint(value) ? "%+,.0f" : "%+,.1f", value)
                    : String.format(Locale.UK, "%+.1f points", 100 * value);
        }
        return switch (measure.kind()) {
            case COUNT -> String.format(Locale.UK, value == Math.rint(value) ? "%,.0f" : "%,.1f", value);
            case SHARE -> String.format(Locale.UK, "%.1f%%", 100 * value);
            case RATE -> String.format(Locale.UK, "%.1f per 100", 100 * value);
            case POPULATION_RATE -> String.format(Locale.UK, "%.2f per 10,000", 10_000 * value);
            case PERCENTILE -> String.format(Locale.UK, "%.1f %s", value, measure.unit());
        };
    }
}
