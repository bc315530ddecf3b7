package vaiwg.board;

import static vaiwg.board.Html.tag;

import java.util.List;
import java.util.Optional;
import vaiwg.board.Headlines.Headline;
import vaiwg.kpis.cases.Characteristic;

/** How much is known of the nine protected characteristics of victims, rape first. */
final class CharacteristicsSection {
    static final String TITLE = "The nine protected characteristics";

    private static final List<Headline> MEASURES =
            List.of(Headlines.CHARACTERISTIC_KNOWN, Headlines.CHARACTERISTIC_ASKED, Headlines.CHARACTERISTIC_DECLINED);

    private final Html html;
    private final PublishedSnapshot snapshot;
    private final MeasureSection measures;

    CharacteristicsSection(Html html, PublishedSnapshot snapshot) {
        this.html = html;
        this.snapshot = snapshot;
        this.measures = new MeasureSection(html, snapshot);
    }

    void write(DictionaryEntry known, View view) {
        html.block(tag("section", "class", "measure wide"), () -> {
            html.line("h3", TITLE);
            html.line(
                    tag("p", "class", "definition"),
                    "Of the victims to whom a characteristic applies: whether it is known, whether the victim was asked"
                            + " (known, or preferred not to say), and how many preferred not to say. \"Unknown\" is"
                            + " never counted as asked.");
            html.line(
                    tag("p", "class", "direction"),
                    "Known and asked: higher is better. Preferred not to say: no direction is good or bad in itself.");
            List<ThemeRow> themes = ThemeRow.themesAndTotal().stream()
                    .filter(theme -> isPublished(known, theme))
                    .toList();
            if (themes.isEmpty()) {
                html.line(
                        tag("p", "class", "absent"),
                        "Not in this snapshot, which was kept with totals and themes only: ask for the first day of a"
                                + " month.");
                return;
            }
            html.line(tag("p", "class", "period"), () -> measures.period(view));
            html.block(tag("div", "class", "measures"), () -> themes.forEach(theme -> table(theme)));
        });
    }

    private boolean isPublished(DictionaryEntry known, ThemeRow theme) {
        return List.of(Characteristic.values()).stream()
                .anyMatch(characteristic -> snapshot.slices(known.kpi()).contains(slice(theme, characteristic)));
    }

    private void table(ThemeRow theme) {
        html.block("table", () -> {
            html.line("caption", theme.note().isEmpty() ? theme.title() : theme.title() + " (" + theme.note() + ")");
            html.block(
                    "thead",
                    () -> html.block("tr", () -> {
                        for (String column :
                                List.of("Characteristic", "Known", "Asked", "Not said", "Known of victims")) {
                            html.line(tag("th", "scope", "col"), column);
                        }
                    }));
            html.block("tbody", () -> {
                for (Characteristic characteristic : Characteristic.values()) {
                    row(theme, characteristic);
                }
            });
        });
    }

    private void row(ThemeRow theme, Characteristic characteristic) {
        html.block("tr", () -> {
            measures.rowHeader(MeasureSection.capital(characteristic.words()), "");
            for (Headline headline : MEASURES) {
                FigureText figure = figure(headline, slice(theme, characteristic));
                html.line(tag("td", "class", figure.shown() ? "value" : "reason"), figure.value());
            }
            FigureText known = figure(Headlines.CHARACTERISTIC_KNOWN, slice(theme, characteristic));
            html.line("td", known.shown() ? known.numbers() : "–");
        });
    }

    private FigureText figure(Headline headline, String slice) {
        DictionaryEntry measure = snapshot.measures().get(headline.kpi());
        Optional<View> view = headline.view(snapshot);
        return measure == null || view.isEmpty()
                ? new FigureText("not published", "", "", false)
                : FigureText.of(measure, snapshot.cell(headline.kpi(), view.orElseThrow(), slice));
    }

    private static String slice(ThemeRow theme, Characteristic characteristic) {
        return theme.with("characteristic", characteristic.slug());
    }
}
