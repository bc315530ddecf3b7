package vaiwg.bench.contestants;

import static vaiwg.kpis.facts.Fact.ACTIVE;
import static vaiwg.kpis.facts.Fact.OUTCOME_16;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vaiwg.bench.measure.Answer;
import vaiwg.jobs.panes.DayBlock;
import vaiwg.jobs.store.Query;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Declared;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Priority;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.catalogue.SliceFamily;
import vaiwg.kpis.reference.CodeMaps;

/** The question as a measure of this job: victim attrition within 90 days by theme and policing area, revised. */
final class Question {
    private static final String MEASURE = "victim_attrition";
    /** Of the measure where it is alone: under its own name it would be a headline, which has a total. */
    private static final String ALONE = "attrition_by_area";

    private static final Basis BASIS = Basis.settled(Answer.HORIZON);
    private static final String THEME = "theme";
    private static final String LPA = "lpa";

    private final Column column;

    Question(Catalogue catalogue) {
        column = catalogue.columns().stream()
                .filter(one -> Set.of(MEASURE, ALONE).contains(one.measure().slug())
                        && one.basis().equals(BASIS))
                .findFirst()
                .orElseThrow();
    }

    static Catalogue alone() {
        Declared attrition = new Declared(ALONE, Measure.Kind.SHARE);
        attrition.title = "Victim attrition by area";
        attrition.priority = Priority.shipped("criminal_justice");
        attrition.definition = "Of active crimes, how many ended with outcome 16 within 90 days.";
        attrition.denominator = none -> ACTIVE;
        attrition.numerator = none -> OUTCOME_16;
        attrition.bases = List.of(Basis.settled(Answer.HORIZON));
        attrition.slices = List.of(SliceFamily.THEME_AND_LPA);
        return new Catalogue(List.of(Measure.of(attrition)), CodeMaps.shipped());
    }

    int firstCell() {
        return column.firstCell();
    }

    int cells() {
        return column.rows().size();
    }

    Answer answer(List<DayBlock> blocks) {
        Answer answer = new Answer();
        for (DayBlock block : blocks) {
            int row = block.cell - column.firstCell();
            for (int day = 0; day < block.numerators.length; day++) {
                if (column.rows().family(row) == SliceFamily.THEME_AND_LPA && block.denominators[day] > 0) {
                    add(
                            answer,
                            column.rows().dimensions(row),
                            block.month + day,
                            block.denominators[day],
                            block.numerators[day]);
                }
            }
        }
        return answer;
    }

    /** The answer in the published tables. */
    static Answer answer(Connection connection) throws SQLException {
        Answer answer = new Answer();
        Query.forEach(
                connection,
                "SELECT slice, day, numerator, denominator FROM kpi_day WHERE kpi = ? AND basis = ? AND slice LIKE '"
                        + LPA + "=%;" + THEME + "=%'",
                row -> add(
                        answer,
                        Slice.dimensions(row.getString(1)),
                        (int) row.getObject(2, LocalDate.class).toEpochDay(),
                        row.getLong(4),
                        row.getLong(3)),
                MEASURE,
                BASIS.slug());
        return answer;
    }

    private static void add(Answer answer, Map<String, String> dimensions, int day, long whole, long part) {
        answer.add(
                day,
                Answer.bit(dimensions.get(THEME)),
                CodeMaps.shipped().lpas().indexOf(dimensions.get(LPA)),
                whole,
                part);
    }
}
