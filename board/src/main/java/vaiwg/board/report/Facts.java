package vaiwg.board.report;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.board.Days;
import vaiwg.board.Tier;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.PublishedVerdict;
import vaiwg.board.figures.Reading;
import vaiwg.board.figures.SnapshotValues;
import vaiwg.kpis.catalogue.Benchmark;
import vaiwg.kpis.catalogue.Commitment;

/** What pages are made of: figures as the readers of the report's tier see them, with what the job says of them. */
final class Facts {
    private static final int SPARK = 26;

    private final Material material;
    private final TierRule rule;
    private final NoteMarks marks = new NoteMarks();

    /** @param restricted whether they are of the restricted annex, in which few people are withheld too */
    Facts(Material material, boolean restricted) {
        this.material = material;
        this.rule = new TierRule(restricted ? Tier.BOARD : material.edition().tier());
    }

    Material material() {
        return material;
    }

    LocalDate asAt() {
        return material.asAt();
    }

    /** What owners answered is for the Board and the leads. */
    List<Matter> matters() {
        return new OpenMatters(material)
                .all().stream()
                        .map(matter -> rule.hides(matter) ? matter.withoutNumbers(rule.isExact()) : matter)
                        .toList();
    }

    /** Whether texts may quote exact numbers. */
    boolean isExact() {
        return rule.isExact();
    }

    /** Whether a number may be told that is of no published row. */
    boolean tells(int number) {
        return rule.tells(number);
    }

    /** A measure that the snapshot has figures of. */
    Optional<MeasureEntry> measure(String kpi) {
        return material.dictionary()
                .find(kpi)
                .filter(measure -> reading(measure)
                        .filter(reading -> material.now().has(reading.of(kpi, "")))
                        .isPresent());
    }

    Optional<Reading> reading(MeasureEntry measure) {
        return measure.reading(material.edition().byMonth());
    }

    /** A figure as it is read; empty where the snapshot has none of its measure. */
    Optional<Figure> figure(String kpi, String slice) {
        return measure(kpi).flatMap(measure -> reading(measure).map(reading -> figure(measure, reading, slice)));
    }

    /** A figure of another reading; empty where the snapshot has none of it. */
    Optional<Figure> figure(String kpi, Reading reading, String slice) {
        return material.dictionary()
                .find(kpi)
                .filter(measure -> material.now().has(reading.of(kpi, "")))
                .map(measure -> figure(measure, reading, slice));
    }

    private Figure figure(MeasureEntry measure, Reading reading, String slice) {
        return figure(measure, reading, slice, Optional.of(material.now()));
    }

    private Figure figure(MeasureEntry measure, Reading reading, String slice, Optional<SnapshotValues> values) {
        return rule.figure(Figures.of(measure, reading, slice, values, asAt()));
    }

    private PublishedVerdict verdict(MeasureEntry measure, String slice) {
        return material.verdicts().getOrDefault(measure.kpi(), Map.of()).getOrDefault(slice, PublishedVerdict.NONE);
    }

    /** A line of a table, called as its measure is, or as the value of its dimension is; empty where there is no such figure. */
    Stream<Block.Row> row(String kpi, String slice) {
        return measure(kpi).stream().flatMap(measure -> row(kpi, slice, title(measure, slice)));
    }

    private static String title(MeasureEntry measure, String slice) {
        return slice.equals(measure.slice()) ? measure.page1Title() : name(measure, slice);
    }

    /** What a measure is called, and the value of its dimension that a slice names. */
    static String name(MeasureEntry measure, String slice) {
        return Slices.value(measure, slice)
                .map(value -> measure.shortTitle() + ": " + ReportWords.lower(value))
                .orElse(measure.shortTitle());
    }

    Stream<Block.Row> row(String kpi, String slice, String title) {
        return measure(kpi).stream()
                .flatMap(measure -> reading(measure).stream().map(reading -> row(measure, reading, slice, title)));
    }

    Block.Row row(MeasureEntry measure, Reading reading, String slice, String title) {
        Figure now = figure(measure, reading, slice);
        Optional<SnapshotValues> earlier = material.aYearBefore(slice);
        Figure before = figure(measure, reading, slice, earlier);
        PublishedVerdict verdict = verdict(measure, slice);
        List<BlockPoint> points = points(measure, material.charts().beside(measure.kpi(), reading, slice));
        return new Block.Row(
                title,
                Figures.better(measure),
                now,
                measure.shownAsCount(),
                Figures.change(measure, now, material.now(), before, earlier),
                points.subList(Math.max(0, points.size() - SPARK), points.size()),
                verdict.state(),
                target(measure, slice),
                verdict.target());
    }

    /**
     * Those of some measures, in one slice, under what the table must say of them.
     *
     * @param kpis of a value of a measure's dimension as {@code survey_response:channel=sms}
     */
    Block.FiguresTable table(String title, String slice, String... kpis) {
        return table(
                title,
                Arrays.stream(kpis)
                        .map(Commitment.Seen::of)
                        .flatMap(seen -> row(seen.measure(), Slices.both(seen.slice(), slice))));
    }

    Block.FiguresTable table(String title, Stream<Block.Row> rows) {
        List<Block.Row> shown = rows.toList();
        return new Block.FiguresTable(title, notes(shown), shown);
    }

    /** What must be said of figures: which rest on a stream that did not come, or hold less than their window says. */
    private String notes(List<Block.Row> rows) {
        Set<String> notes = new LinkedHashSet<>();
        for (Block.Row row : rows) {
            Figure figure = row.figure();
            notes.add(material.onStreams(figure.kpi()));
            boolean partial = material.now()
                    .find(figure.key())
                    .filter(value -> value.partial())
                    .isPresent();
            if (partial) {
                material.edition()
                        .historyFrom()
                        .ifPresent(day -> notes.add("The records begin on " + Days.full(day)
                                + ": figures of a longer time hold less than it says."));
            }
        }
        notes.remove("");
        return String.join(" ", notes);
    }

    private Optional<Double> target(MeasureEntry measure, String slice) {
        return material.benchmarks().of(measure.kpi(), slice, asAt()).stream()
                .filter(entry -> entry.kind() == Benchmark.Kind.TARGET && entry.isComparable())
                .reduce((earlier, later) -> later)
                .map(entry -> Figures.unit(measure).of(entry.inUnitOfMeasure()));
    }

    /** The chart that stands beside a figure; an empty block where there is none, or all of its points are withheld. */
    Block chart(String kpi, String slice, int height) {
        List<ChartedPeriod> periods = periods(kpi, slice);
        if (periods.isEmpty()) {
            return new Block.Sentences("", List.of());
        }
        MeasureEntry measure = measure(kpi).orElseThrow();
        return new Block.Chart(seen(measure, new ChartMaker(material, marks).chart(measure, periods)), height);
    }

    List<ChartedPeriod> periods(String kpi, String slice) {
        return measure(kpi)
                .flatMap(measure ->
                        reading(measure).map(reading -> material.charts().beside(measure.kpi(), reading, slice)))
                .orElse(List.of());
    }

    private BlockChart seen(MeasureEntry measure, BlockChart chart) {
        return chart.seen(
                point -> rule.point(point, chart.unit(), measure.aboutNobody()),
                rule.isExact() ? chart.alternative() : chart.finding() + ".",
                rule.isExact());
    }

    private List<BlockPoint> points(MeasureEntry measure, List<ChartedPeriod> periods) {
        Unit unit = Figures.unit(measure);
        return BlockPoints.of(periods, unit).stream()
                .flatMap(point -> rule.point(point, unit, measure.aboutNobody()).stream())
                .collect(Collectors.toList());
    }

    /** A figure in a sentence: "37.8% (459 of 1,214)"; why there is none where it is not shown. */
    static String said(Figure figure) {
        return ValueText.of(figure, false);
    }
}
