package vaiwg.board.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.board.Days;
import vaiwg.board.Tier;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.PublishedMatter;
import vaiwg.board.figures.PublishedVerdict;
import vaiwg.board.figures.Reading;
import vaiwg.board.figures.SnapshotValues;
import vaiwg.kpis.catalogue.Benchmark;
import vaiwg.kpis.catalogue.Commitment;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.reference.Theme;

/** What pages are made of: figures as the readers of the report's tier see them, with what the job says of them. */
final class Facts {
    private static final int SPARK = 26;
    /** Of fewer periods there is no chart: they show no course, and the figure stands with its counts alone. */
    static final int FEWEST = 3;

    static final String WOMEN = "women and girls";
    static final String ALL = "all victims";
    private static final String WHO_ARE =
            "Women and girls: victims recorded as female. States, targets, small charts: all victims.";

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
        return matters(matter -> true);
    }

    /** The same of some of them. */
    List<Matter> matters(Predicate<PublishedMatter> which) {
        OpenMatters open = new OpenMatters(material);
        return material.matters().stream()
                .filter(which)
                .map(open::matter)
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
        Figure figure = rule.figure(Figures.of(measure, reading, slice, values, asAt()));
        // The share of women and girls is no comparison of groups.
        return Slice.isOfWomen(slice) ? figure.ofThoseKnown() : figure;
    }

    /** A line of a table, called as its measure is, or as the value of its dimension is; empty where there is no such figure. */
    Stream<Block.Row> row(String kpi, String slice) {
        return measure(kpi).stream()
                .flatMap(measure -> row(
                        kpi, slice, slice.equals(measure.slice()) ? measure.headlineTitle() : name(measure, slice)));
    }

    /** What a measure is called, and the value of its dimension that a slice names. */
    private static String name(MeasureEntry measure, String slice) {
        return SliceTitles.value(measure, slice)
                .map(value -> measure.shortTitle() + ": " + ReportWords.lower(value))
                .orElse(measure.shortTitle());
    }

    /** The same with the theme before it, where the name does not say it: "Rape: referred in 2 days (contact log)"; with the arm of a trial. */
    static String named(MeasureEntry measure, String slice) {
        return named(slice, name(measure, slice));
    }

    /** The same with for how long its cases are followed, as it is read: "Rape: victim attrition within 90 days". */
    String title(MeasureEntry measure, String slice) {
        return SliceTitles.value(measure, slice).isPresent() ? named(measure, slice) : named(slice, followed(measure));
    }

    /** The same; empty where the snapshot has none of its measure. */
    String title(String kpi, String slice) {
        return measure(kpi).map(measure -> title(measure, slice)).orElse("");
    }

    /** What a measure is called with for how long its cases are followed, as it is read. */
    String followed(MeasureEntry measure) {
        return reading(measure)
                .map(reading -> ChartNames.of(measure, reading.basis()))
                .orElse(measure.shortTitle());
    }

    private static String named(String slice, String called) {
        String theme = Slice.theme(slice);
        String name = called + SliceTitles.arm(slice).map(arm -> ", " + arm).orElse("");
        return theme.isEmpty() || Theme.isNamedFirst(theme, name)
                ? name
                : SliceTitles.themeTitle(theme) + ": " + ReportWords.lower(name);
    }

    Stream<Block.Row> row(String kpi, String slice, String title) {
        return measure(kpi).stream()
                .flatMap(measure -> reading(measure).stream().map(reading -> row(measure, reading, slice, title)));
    }

    Block.Row row(MeasureEntry measure, Reading reading, String slice, String title) {
        return row(measure, reading, slice, slice, title, "", List.of());
    }

    /** @param judged the slice whose chart, state and target it has */
    private Block.Row row(
            MeasureEntry measure,
            Reading reading,
            String slice,
            String judged,
            String name,
            String whose,
            List<Block.Bar> beside) {
        Figure now = figure(measure, reading, slice);
        Optional<SnapshotValues> earlier = material.aYearBefore(slice);
        Figure before = figure(measure, reading, slice, earlier);
        PublishedVerdict verdict = material.verdict(measure.kpi(), judged);
        List<BlockPoint> points = points(measure, material.charts().beside(measure.kpi(), reading, judged));
        return new Block.Row(
                whose.isEmpty() ? name : name + Block.Row.inTitle(whose),
                whose,
                Figures.better(measure),
                now,
                over(now),
                measure.shownAsCount(),
                Figures.change(measure, now, material.now(), before, earlier),
                spark(points),
                verdict.state(),
                target(measure, judged),
                verdict.target(),
                beside);
    }

    /** The newest two years of its points; none where they are too few for a chart. */
    static List<BlockPoint> spark(List<BlockPoint> points) {
        return points.size() < FEWEST ? List.of() : points.subList(Math.max(0, points.size() - SPARK), points.size());
    }

    /** "in three years" of a count that holds no more since the records are as young; empty where its window says how long. */
    private String over(Figure figure) {
        boolean ofDays = figure.unit() == Unit.COUNT
                && figure.denominator() == null
                && Bases.within(figure.key().basis()).isEmpty()
                && !figure.key().basis().equals("stock");
        return ofDays && isPartial(figure)
                ? material.edition()
                        .historyFrom()
                        .map(from -> Bases.lasting(from, asAt()))
                        .orElse("")
                : "";
    }

    private boolean isPartial(Figure figure) {
        return material.now()
                .find(figure.key())
                .filter(value -> value.partial())
                .isPresent();
    }

    /**
     * A line of people: of women and girls, with all victims beside them, and those whose sex is not on record. Its chart, state and target
     * are of all victims. Of all victims, and called so, where women and girls are not told apart, or are too few to be shown.
     *
     * @param all the slice of all victims
     */
    Stream<Block.Row> people(String kpi, String all, String title, Reading... longer) {
        return measure(kpi).stream()
                .flatMap(measure -> reading(measure).stream().map(reading -> {
                    Optional<Figure> women = women(measure, reading, all);
                    return women.filter(Figure::isShown)
                            .map(shown -> row(
                                    measure,
                                    reading,
                                    shown.key().slice(),
                                    all,
                                    title,
                                    WOMEN,
                                    beside(measure, reading, shown, all, longer)))
                            .orElseGet(() -> row(measure, reading, all, all, title, ALL, few(women)));
                }));
    }

    private static List<Block.Bar> few(Optional<Figure> women) {
        return women.map(figure -> new Block.Bar(WOMEN, figure, Block.Part.VALUE)).stream()
                .toList();
    }

    /** Of victims who are recorded as female; empty where they are not told apart. */
    Optional<Figure> women(MeasureEntry measure, Reading reading, String all) {
        return Optional.of(figure(measure, reading, Slice.ofWomen(all)))
                .filter(women -> women.state() != Figure.State.NOT_KEPT && women.state() != Figure.State.NONE);
    }

    /** All victims as they may stand beside women and girls: not where the others are so few that the difference tells of them. */
    Figure allBeside(Figure women, Figure all) {
        boolean known = rule.isExact() && women.isShown() && all.isShown() && women.numerator() != null;
        boolean tells = !known
                || rule.tells(all.numerator() - women.numerator())
                        && (all.denominator() == null || rule.tells(all.denominator() - women.denominator()));
        return tells ? all : all.without(Figure.State.SUPPRESSED);
    }

    private List<Block.Bar> beside(
            MeasureEntry measure, Reading reading, Figure women, String slice, Reading... longer) {
        List<Block.Bar> beside = new ArrayList<>();
        for (Reading other : longer) {
            women(measure, other, slice)
                    .filter(Figure::isShown)
                    .ifPresent(
                            figure -> beside.add(new Block.Bar(Bases.within(other.basis()), figure, Block.Part.VALUE)));
        }
        Figure all = allBeside(women, figure(measure, reading, slice));
        beside.add(new Block.Bar(ALL, all, Block.Part.VALUE));
        noSex(measure, reading, slice)
                .filter(unknown -> all.isShown() && women.isShown())
                .filter(unknown -> !rule.isExact()
                        || rule.tells(
                                Block.Part.WHOLE.of(all) == null
                                        ? all.numerator() - women.numerator() - unknown.number()
                                        : all.denominator() - women.denominator() - unknown.number()))
                .ifPresent(beside::add);
        return List.copyOf(beside);
    }

    /** Of how many of these cases the victim's sex is not on record. */
    private Optional<Block.Bar> noSex(MeasureEntry measure, Reading reading, String all) {
        boolean count = measure.kind() == MeasureEntry.Kind.COUNT;
        Optional<Figure> unknown = Slice.theme(all).isEmpty()
                ? figure("characteristic_known", reading, "characteristic=sex")
                        .filter(known -> measure.kpi().equals("recorded_offences"))
                : Optional.of(figure(measure, reading, Slice.both(all, Slice.of("sex", Slice.UNKNOWN))));
        Block.Part part = Slice.theme(all).isEmpty() ? Block.Part.REST : count ? Block.Part.COUNT : Block.Part.WHOLE;
        return unknown.filter(Figure::isShown)
                .filter(figure -> part.of(figure) != null)
                .map(figure -> new Block.Bar("sex not recorded", figure, part));
    }

    /**
     * Lines of some measures in one slice.
     *
     * @param kpis of a value of a measure's dimension as {@code survey_response:channel=sms}
     */
    Stream<Block.Row> rows(String slice, String... kpis) {
        return Arrays.stream(kpis)
                .map(Commitment.Seen::of)
                .flatMap(seen -> row(seen.measure(), Slice.both(seen.slice(), slice)));
    }

    /** Lines of values of measures' dimensions, called as the values are, where a table says of what. */
    Stream<Block.Row> values(String... kpis) {
        return Arrays.stream(kpis)
                .map(Commitment.Seen::of)
                .flatMap(seen -> measure(seen.measure()).stream()
                        .flatMap(measure -> row(
                                seen.measure(),
                                seen.slice(),
                                SliceTitles.value(measure, seen.slice())
                                        .map(ReportWords::capital)
                                        .orElse(measure.shortTitle()))));
    }

    /** Some lines after others, under what must be said of them. */
    @SafeVarargs
    final Block.FiguresTable table(String title, Stream<Block.Row>... rows) {
        List<Block.Row> shown = Stream.of(rows).flatMap(Function.identity()).toList();
        Block.FiguresTable table = new Block.FiguresTable(title, "", shown);
        return new Block.FiguresTable(title, (notes(shown) + (table.hasWomen() ? " " + whoAre() : "")).strip(), shown);
    }

    /** What a table says of whom its figures are, where any is of women and girls. */
    static String whoAre() {
        return WHO_ARE + YearTotals.where();
    }

    /** What must be said of figures: which rest on a stream that did not come, or hold less than their window says. */
    private String notes(List<Block.Row> rows) {
        Set<String> notes = new LinkedHashSet<>();
        for (Block.Row row : rows) {
            notes.add(material.onStreams(row.figure().kpi()));
            if (row.over().isEmpty() && isPartial(row.figure())) {
                material.edition()
                        .historyFrom()
                        .ifPresent(day -> notes.add("The records begin on " + Days.full(day)
                                + ": figures of a longer time hold less than it says."));
            }
        }
        if (rows.stream().anyMatch(row -> row.state() == PublishedVerdict.State.TOO_YOUNG)) {
            notes.add("Too young: too few years are on record to judge what lasts years.");
        }
        if (rows.stream().anyMatch(row -> row.state() == PublishedVerdict.State.TOO_FEW)) {
            notes.add("Too few: fewer cases than a chart needs.");
        }
        notes.remove("");
        return String.join(" ", notes);
    }

    private Optional<Double> target(MeasureEntry measure, String slice) {
        return benchmark(measure.kpi(), slice, Benchmark.Kind.TARGET)
                .filter(Benchmark::isComparable)
                .map(entry -> Figures.unit(measure).of(entry.inUnitOfMeasure()));
    }

    /** Whether anything asks for how much it should be, be it the same figure or not. */
    boolean hasTarget(String kpi, String slice) {
        return benchmark(kpi, slice, Benchmark.Kind.TARGET).isPresent();
    }

    /** Where the force began, in the unit of what is published; whether it may stand beside a figure is for who asks. */
    Optional<Double> baseline(String kpi, String slice) {
        return benchmark(kpi, slice, Benchmark.Kind.BASELINE).map(Benchmark::inUnitOfMeasure);
    }

    /** Figures of others that count the same, beside the force's: "Domestic abuse, per 1,000: 24.5; England and Wales, …: 14.2". */
    Stream<String> others() {
        return material.benchmarks().entries().stream()
                .filter(entry -> entry.kind() == Benchmark.Kind.COMPARATOR && entry.isComparable())
                .filter(entry -> !entry.validFrom().isAfter(asAt()))
                .flatMap(entry -> measure(entry.measure()).stream()
                        .flatMap(measure -> figure(entry.measure(), entry.slice()).stream()
                                .filter(figure -> figure.state() == Figure.State.SHOWN)
                                .map(figure -> named(measure, entry.slice()) + ": "
                                        + NumberText.value(figure.value(), figure.unit()) + "; " + whose(entry) + ": "
                                        + NumberText.value(figure.unit().of(entry.inUnitOfMeasure()), figure.unit()))));
    }

    /** "England and Wales, year to March 2021": it may be older than what it stands beside. */
    static String whose(Benchmark other) {
        return other.name()
                + other.to()
                        .map(last -> (other.from()
                                                .equals(Optional.of(
                                                        last.plusDays(1).minusYears(1)))
                                        ? ", year to "
                                        : ", to ")
                                + Days.month(YearMonth.from(last)))
                        .orElse("");
    }

    private Optional<Benchmark> benchmark(String kpi, String slice, Benchmark.Kind kind) {
        return material.benchmarks().of(kpi, slice, asAt()).stream()
                .filter(entry -> entry.kind() == kind)
                .reduce((earlier, later) -> later);
    }

    /** The chart that stands beside a figure; an empty block where it has too few periods, or all of its points are withheld. */
    Block chart(String kpi, String slice, int height) {
        List<ChartedPeriod> periods = periods(kpi, slice);
        if (periods.size() < FEWEST) {
            return Page.NOTHING;
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
                point -> rule.point(point, chart.unit(), measure.countsWork()),
                rule.isExact() ? chart.alternative() : chart.finding() + ".",
                rule.isExact());
    }

    private List<BlockPoint> points(MeasureEntry measure, List<ChartedPeriod> periods) {
        Unit unit = Figures.unit(measure);
        return BlockPoints.of(periods, unit).stream()
                .flatMap(point -> rule.point(point, unit, measure.countsWork()).stream())
                .collect(Collectors.toList());
    }

    /** What stands for a number that would be calculated of figures: it is hidden where one of them is, else there is nothing to calculate. */
    static String instead(Figure... of) {
        return Stream.of(of)
                .filter(figure -> figure.state().isHidden())
                .map(Facts::said)
                .findFirst()
                .orElse("–");
    }

    /** A figure in a sentence: "37.8% (459 of 1,214)"; why there is none where it is not shown. */
    static String said(Figure figure) {
        return NumberText.inWords(figure, false);
    }
}
