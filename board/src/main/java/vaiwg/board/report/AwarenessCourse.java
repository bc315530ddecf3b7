package vaiwg.board.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.board.Days;
import vaiwg.board.Digits;
import vaiwg.board.figures.MeasureDictionary;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.SnapshotValues;
import vaiwg.board.report.NumberTable.Entry;
import vaiwg.board.report.NumberTable.Part;
import vaiwg.kpis.catalogue.Priority;

/**
 * The EASI programme: places beside the plan, the arms of its trial beside one another, now and as first published at
 * the evaluations.
 */
final class AwarenessCourse {
    private static final String SUSPECTED_AGAIN = "easi_reoffending_";
    private static final String OF_TRIAL = "easi_trial_";
    private static final List<String> ARMS = List.of(
            "Treatment: people", "Share", "Control: people", "Share (control)", "Difference in points (95% interval)");

    private final Material material;

    AwarenessCourse(Material material) {
        this.material = material;
    }

    /** The measures that it reads. */
    static List<String> measures(MeasureDictionary dictionary) {
        return Stream.of(SUSPECTED_AGAIN, OF_TRIAL, AwarenessPlan.PLACES)
                .flatMap(prefix -> of(dictionary, prefix))
                .map(MeasureEntry::kpi)
                .toList();
    }

    /** Those of which the snapshot has figures. */
    List<NumberTable> tables() {
        Stream<NumberTable> profile = of(material.dictionary(), AwarenessPlan.PLACES)
                .map(places -> AwarenessProfile.table(places, material.now()));
        return Stream.concat(trial(), profile)
                .filter(table -> !table.rows().isEmpty())
                .toList();
    }

    private Stream<NumberTable> trial() {
        return Stream.of(
                places(),
                arms(
                        SUSPECTED_AGAIN,
                        "People suspected again, by arm of the trial",
                        "Of the people selected who have been at risk so long since their disposal, whatever became of them;"
                                + " evaluations as first published",
                        material.evaluations()),
                arms(
                        OF_TRIAL,
                        "Risk and scores since the selection, by arm of the trial",
                        "Of the people selected whose risk was assessed by the selection and after it; of those with a score after it,"
                                + " whether the newest one is better than the one before",
                        List.of()));
    }

    private NumberTable places() {
        List<NumberTable.Row> rows = material.awarenessPlan().stream()
                .flatMap(plan -> of(material.dictionary(), AwarenessPlan.PLACES)
                        .flatMap(measure -> times(material.evaluations())
                                .filter(time ->
                                        figure(measure, time.values(), "").isPresent())
                                .map(time -> new NumberTable.Row(
                                        time.title(),
                                        "",
                                        List.of(
                                                new Entry.Of(
                                                        figure(measure, time.values(), "")
                                                                .get(),
                                                        Part.VALUE),
                                                new Entry.Text(Digits.decimal(plan.at(time.day()), 0))),
                                        false))))
                .toList();
        return new NumberTable(
                "Places on the EASI programme (treatment arm), beside the plan",
                "The plan is a straight line to its target; who is in the control arm of the trial has no place",
                "As at",
                List.of("Places filled", "Plan"),
                rows,
                "");
    }

    private NumberTable arms(String prefix, String title, String subtitle, List<Evaluation> evaluations) {
        List<NumberTable.Row> rows = times(evaluations)
                .flatMap(time -> of(material.dictionary(), prefix).flatMap(measure -> row(measure, time).stream()))
                .toList();
        return new NumberTable(title, subtitle, "Figure", ARMS, rows, "");
    }

    private static Optional<NumberTable.Row> row(MeasureEntry measure, Time time) {
        Optional<Figure> treatment = figure(measure, time.values(), "arm=treatment");
        Optional<Figure> control = figure(measure, time.values(), "arm=control");
        return treatment.flatMap(one -> control.map(other -> new NumberTable.Row(
                measure.shortTitle() + ": " + ReportWords.lower(time.title()),
                "",
                List.of(
                        new Entry.Of(one, Part.DENOMINATOR),
                        new Entry.Of(one, Part.VALUE),
                        new Entry.Of(other, Part.DENOMINATOR),
                        new Entry.Of(other, Part.VALUE),
                        new Entry.Apart(one, other)),
                false)));
    }

    /** A figure where the snapshot has the measure. */
    static Optional<Figure> figure(MeasureEntry measure, SnapshotValues values, String slice) {
        return measure.reading(false)
                .filter(reading -> values.has(reading.of(measure.kpi(), "")))
                .map(reading -> Figures.of(
                        measure,
                        reading,
                        slice,
                        Optional.of(values),
                        values.snapshot().asAt()));
    }

    /** By their days at risk. */
    private static Stream<MeasureEntry> of(MeasureDictionary dictionary, String prefix) {
        return dictionary.ofArea(Priority.OFFENDER_MANAGEMENT.slug()).stream()
                .filter(measure -> measure.kpi().startsWith(prefix))
                .sorted(Comparator.comparingInt(measure -> days(measure.kpi())));
    }

    private static int days(String kpi) {
        String digits = kpi.replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    /** Now, and the evaluations from the newest. */
    private Stream<Time> times(List<Evaluation> evaluations) {
        List<Time> times = new ArrayList<>(List.of(new Time("Now", material.now())));
        for (Evaluation evaluation : evaluations) {
            String day = Days.briefWithYear(evaluation.values().snapshot().asAt());
            times.add(1, new Time("Evaluation " + evaluation.number() + ", " + day, evaluation.values()));
        }
        return times.stream();
    }

    /** The figures of an evaluation, the first of which has number 1. */
    record Evaluation(int number, SnapshotValues values) {}

    /** When the arms are compared. */
    private record Time(String title, SnapshotValues values) {
        LocalDate day() {
            return values.snapshot().asAt();
        }
    }
}
