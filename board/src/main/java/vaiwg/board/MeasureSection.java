package vaiwg.board;

import static vaiwg.board.Html.tag;

import java.util.List;
import java.util.Set;

/** One measure: what it means, which way is better, and its value for each theme. */
final class MeasureSection {
    private final Html html;
    private final PublishedSnapshot snapshot;

    MeasureSection(Html html, PublishedSnapshot snapshot) {
        this.html = html;
        this.snapshot = snapshot;
    }

    void write(DictionaryEntry measure, View view) {
        html.block(tag("section", "class", "measure"), () -> {
            heading(measure);
            table(measure, view);
            new ChartTable(html, snapshot).write(measure);
        });
    }

    void heading(DictionaryEntry measure) {
        html.line("h3", measure.title());
        html.line(tag("p", "class", "definition"), measure.definition());
        html.line(tag("p", "class", "direction"), direction(measure));
    }

    void table(DictionaryEntry measure, View view) {
        Set<String> slices = snapshot.slices(measure.kpi());
        List<ThemeRow> rows = ThemeRow.of(slices);
        html.block("table", () -> {
            html.line(tag("caption"), () -> period(view));
            html.block(
                    "thead",
                    () -> html.block(
                            "tr",
                            () -> columns(measure.kind())
                                    .forEach(column -> html.line(tag("th", "scope", "col"), column))));
            html.block("tbody", () -> rows.forEach(row -> row(measure, view, row)));
        });
    }

    /** The basis and window in words, then by the names under which the values are published. */
    void period(View view) {
        html.text(capital(Period.inWords(view, snapshot.asAt())) + " ");
        html.inline(tag("small"), () -> {
            html.text("(basis ");
            html.inline(tag("a", "href", "#" + BasisNotes.id(view)), view.basis());
            html.text(", window " + view.window() + ")");
        });
        if (snapshot.isPartial(view)) {
            html.text(" ");
            html.inline(
                    "strong",
                    "The history begins on " + Period.day(snapshot.historyFrom().orElseThrow())
                            + ", inside this window: the figure holds less than the window says.");
        }
    }

    private void row(DictionaryEntry measure, View view, ThemeRow row) {
        FigureText figure = FigureText.of(measure, snapshot.cell(measure.kpi(), view, row.slice()));
        html.block(tag("tr", "class", row.slice().isEmpty() ? "total" : "theme"), () -> {
            rowHeader(row.title(), row.note());
            html.line(tag("td", "class", figure.shown() ? "value" : "reason"), figure.value());
            if (measure.kind() == DictionaryEntry.Kind.SHARE) {
                html.line("td", orNothing(figure.interval()));
            }
            if (measure.kind() != DictionaryEntry.Kind.COUNT) {
                html.line("td", orNothing(figure.numbers()));
            }
        });
    }

    void rowHeader(String title, String note) {
        html.line(tag("th", "scope", "row"), () -> {
            html.text(title);
            if (!note.isEmpty()) {
                html.text(" ");
                html.inline("small", "(" + note + ")");
            }
        });
    }

    private static List<String> columns(DictionaryEntry.Kind kind) {
        return switch (kind) {
            case COUNT -> List.of("Theme", "Number");
            case SHARE -> List.of("Theme", "Share", "95% interval", "Cases");
            case RATE, POPULATION_RATE -> List.of("Theme", "Rate", "Numbers");
            case PERCENTILE -> List.of("Theme", "Value", "Cases");
        };
    }

    private static String direction(DictionaryEntry measure) {
        String words =
                switch (measure.direction()) {
                    case "up" -> "Higher is better";
                    case "down" -> "Lower is better";
                    default -> "No direction is good or bad in itself";
                };
        String caution = measure.caution();
        if (caution.isEmpty()) {
            return words + ".";
        }
        // The dictionary qualifies a direction ("only beside ...") or adds a sentence of its own.
        return Character.isLowerCase(caution.charAt(0))
                ? words + ", " + closed(caution)
                : words + ". " + closed(caution);
    }

    private static String closed(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }

    private static String orNothing(String text) {
        return text.isEmpty() ? "–" : text;
    }

    static String capital(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.UK) + words.substring(1);
    }
}
