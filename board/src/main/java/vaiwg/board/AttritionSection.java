package vaiwg.board;

import static vaiwg.board.Html.tag;

import java.util.List;

/**
 * The victim attrition headline with the substitution panel. The headline is never shown without the whole panel: it can fall
 * because cases are closed under another name.
 */
final class AttritionSection {
    private static final String SERVICE = "Attrition measures the service, never the victim.";

    private final Html html;
    private final PublishedSnapshot snapshot;
    private final MeasureSection measures;

    AttritionSection(Html html, PublishedSnapshot snapshot) {
        this.html = html;
        this.snapshot = snapshot;
        this.measures = new MeasureSection(html, snapshot);
    }

    void write(DictionaryEntry attrition, View view) {
        html.block(tag("section", "class", "measure wide attrition"), () -> {
            measures.heading(attrition);
            html.line(tag("p", "class", "service"), SERVICE);
            List<String> missing = Headlines.SUBSTITUTIONS.stream()
                    .filter(kpi -> !snapshot.measures().containsKey(kpi)
                            || snapshot.views(kpi).isEmpty())
                    .toList();
            if (!missing.isEmpty()) {
                html.line(
                        tag("p", "class", "absent"),
                        "Withheld: this figure is shown only beside the substitution panel, and the snapshot lacks "
                                + String.join(", ", missing) + ".");
                return;
            }
            html.block(tag("div", "class", "beside"), () -> {
                measures.table(attrition, view);
                panel(view);
            });
            new ChartTable(html, snapshot).write(attrition);
            moved();
        });
    }

    /** Where cases may have gone: rows of the panel whose newest block lies beyond ordinary variation. */
    private void moved() {
        List<String> special = Headlines.SUBSTITUTIONS.stream()
                .flatMap(kpi -> ThemeRow.themesAndTotal().stream()
                        .flatMap(theme -> snapshot
                                .chart(kpi, theme.slice())
                                .flatMap(ChartTable::special)
                                .map(words ->
                                        snapshot.measures().get(kpi).title() + ", " + theme.title() + ": " + words)
                                .stream()))
                .toList();
        if (!special.isEmpty()) {
            html.line("p", "In the substitution panel, beyond ordinary variation in the newest block:");
            html.block("ul", () -> special.forEach(line -> html.line("li", line + ".")));
        }
    }

    private void panel(View headline) {
        List<ThemeRow> themes = ThemeRow.themesAndTotal();
        html.block(tag("table", "class", "panel"), () -> {
            html.line(
                    "caption",
                    "Substitution panel: what happened instead, as a share of the same crimes. A fall in attrition is"
                            + " an improvement only if none of these rose.");
            html.block(
                    "thead",
                    () -> html.block("tr", () -> {
                        html.line(tag("th", "scope", "col"), "Instead");
                        themes.forEach(theme -> html.line(
                                tag("th", "scope", "col", "class", "upright"),
                                () -> html.inline("span", theme.title())));
                    }));
            html.block("tbody", () -> Headlines.SUBSTITUTIONS.forEach(kpi -> row(kpi, headline, themes)));
        });
    }

    private void row(String kpi, View headline, List<ThemeRow> themes) {
        DictionaryEntry measure = snapshot.measures().get(kpi);
        View view = Headlines.substitution(kpi, headline).view(snapshot).orElseThrow();
        String note = view.equals(headline) ? "" : difference(view, headline);
        html.block("tr", () -> {
            measures.rowHeader(measure.title(), note);
            for (ThemeRow theme : themes) {
                FigureText figure = FigureText.of(measure, snapshot.cell(kpi, view, theme.slice()));
                html.line(tag("td", "class", figure.shown() ? "value" : "reason"), figure.value());
            }
        });
    }

    /** How a row's view differs from the headline's: mostly only in when the same crimes are judged. */
    private String difference(View view, View headline) {
        boolean sameCases = Period.cohort(view, snapshot.asAt()).equals(Period.cohort(headline, snapshot.asAt()));
        return sameCases ? Period.judged(view) : Period.inWords(view, snapshot.asAt());
    }
}
