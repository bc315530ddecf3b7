package vaiwg.board.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.Reading;
import vaiwg.board.report.NumberTable.Entry;
import vaiwg.board.report.NumberTable.Part;
import vaiwg.kpis.cases.AnswerTime;

/** Victims satisfied, by the day of the week and the time of day at which they answered. */
final class AnswerTimes {
    private static final String SATISFIED = "survey_satisfied";

    private final Material material;

    AnswerTimes(Material material) {
        this.material = material;
    }

    /** None where the snapshot keeps no such breakdown. */
    List<NumberTable> tables() {
        return material.dictionary().find(SATISFIED).stream()
                .flatMap(measure ->
                        ThemeTable.reading(material, measure).stream().flatMap(reading -> table(measure, reading)))
                .toList();
    }

    private Stream<NumberTable> table(MeasureEntry measure, Reading reading) {
        Collection<String> kept = material.now().slices(measure.kpi(), reading);
        List<NumberTable.Row> rows = new ArrayList<>();
        for (AnswerTime time : AnswerTime.values()) {
            if (time.slices().keySet().stream().anyMatch(kept::contains)) {
                time.slices()
                        .forEach((slice, words) -> rows.add(row(measure, reading, slice, ReportWords.capital(words))));
            }
        }
        if (rows.isEmpty()) {
            return Stream.empty();
        }
        rows.add(row(measure, reading, "", "All"));
        return Stream.of(new NumberTable(
                measure.shortTitle() + ", by the day and time of the answer",
                Bases.period(reading, material.asAt()),
                "Answered",
                List.of("Answers", "Satisfied", "% satisfied"),
                rows,
                ""));
    }

    private NumberTable.Row row(MeasureEntry measure, Reading reading, String slice, String words) {
        Figure figure = Figures.of(measure, reading, slice, Optional.of(material.now()), material.asAt());
        return new NumberTable.Row(
                words,
                "",
                Stream.of(Part.DENOMINATOR, Part.NUMERATOR, Part.VALUE)
                        .<Entry>map(part -> new Entry.Of(figure, part))
                        .toList(),
                slice.isEmpty());
    }
}
