package vaiwg.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import vaiwg.cli.terminal.TextTable;
import vaiwg.demo.PublishedFigures.Figure;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Priority;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.text.Digits;

/**
 * What a demo prints of a force at its end.
 *
 * @param title one line above the table
 * @param columns what the last columns show of each row's figure
 * @param rows texts, and then the figure's place in the view {@code kpi_value}: measure, basis, window and slice; a text alone is a heading
 * @param note what must be said with it, in lines of at most 120 characters
 */
public record ClosingTable(
        String title, List<String> header, List<Shown> columns, List<List<String>> rows, List<String> note) {
    /** How many texts are the place of a figure. */
    private static final int PLACE = 4;

    /** Of an archive. */
    static final ClosingTable ARCHIVE = headlines(
            "What an archive can show: months, and violence and sexual offences as one group",
            List.of(
                    List.of("Crimes recorded", "recorded_offences", "recorded", "12m", "theme=violence_sexual"),
                    List.of("With an outcome so far", "outcome_recorded", "to_date", "12m", "theme=violence_sexual"),
                    List.of("Unable to prosecute", "unable_to_prosecute", "settled_6m", "12m", "theme=violence_sexual"),
                    List.of("Charged", "charge_rate", "settled_6m", "12m", "theme=violence_sexual")),
            "settled_6m: crimes of a year that ended six months ago, and what had come of each six months later.");

    /** What a column shows of a figure. */
    enum Shown {
        PART(figure -> Digits.count(figure.numerator())),
        WHOLE(figure -> Digits.count(figure.denominator())),
        PART_OF_WHOLE(figure -> Digits.count(figure.numerator())
                + (figure.denominator() == 0 ? "" : " of " + Digits.count(figure.denominator()))),
        OF_WHAT(Figure::ofWhat),
        VALUE(Figure::value),
        READING(Figure::reading);

        private final Function<Figure, String> text;

        Shown(Function<Figure, String> text) {
            this.text = text;
        }
    }

    /** The headlines, but for the restricted one, under their priority areas. */
    static ClosingTable ofHeadlines() {
        List<List<String>> rows = new ArrayList<>();
        Optional<Priority> last = Optional.empty();
        List<Measure> measures = ShippedCatalogue.get().measures().stream()
                .filter(measure -> measure.placement().isHeadline() && !measure.isRestricted())
                .sorted(Comparator.comparingInt(measure -> measure.placement().order()))
                .toList();
        for (Measure measure : measures) {
            if (!last.equals(Optional.of(measure.priority()))) {
                last = Optional.of(measure.priority());
                rows.add(List.of(measure.priority().title()));
            }
            measure.readByDay()
                    .ifPresent(view -> rows.add(List.of(
                            "  " + measure.placement().name(),
                            measure.slug(),
                            view.basis().slug(),
                            view.window().slug(),
                            measure.placement().slice())));
        }
        return headlines(
                "The headlines of the priority areas",
                rows,
                "settled_90d: crimes recorded in a year that ended 90 days ago, and what had come of each 90 days later.");
    }

    private static ClosingTable headlines(String title, List<List<String>> rows, String note) {
        return new ClosingTable(
                title,
                List.of("", "Value", "", "Basis, window"),
                List.of(Shown.VALUE, Shown.OF_WHAT, Shown.READING),
                rows,
                List.of(note));
    }

    /** As the file of a scenario has it. */
    static ClosingTable of(JsonNode closing) {
        return new ObjectMapper().convertValue(closing, ClosingTable.class);
    }

    String text(PublishedFigures figures) throws SQLException {
        TextTable table = new TextTable(header);
        for (List<String> row : rows) {
            int texts = Math.max(1, row.size() - PLACE);
            Optional<Figure> figure =
                    row.size() < PLACE ? Optional.empty() : Optional.of(figures.figure(row.subList(texts, row.size())));
            Stream<String> shown =
                    columns.stream().map(column -> figure.map(column.text).orElse(""));
            table.row(Stream.concat(row.subList(0, texts).stream(), shown).toList());
        }
        return table + "\n" + String.join("\n", note) + "\n";
    }
}
