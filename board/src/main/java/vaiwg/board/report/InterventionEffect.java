package vaiwg.board.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.board.Days;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.report.Block.Cell;
import vaiwg.board.report.Block.Line;
import vaiwg.kpis.catalogue.Commitment;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.text.Digits;
import vaiwg.statistics.intervals.InterruptedSeries;
import vaiwg.statistics.intervals.InterruptedSeries.Change;
import vaiwg.statistics.intervals.InterruptedSeries.Period;
import vaiwg.statistics.signals.charts.RebaseRegister;

/**
 * What was done, and a figure that it was to move: by how much that figure moved since beyond trend and season. Where it was done in one
 * area, the series is how far the area stands from the areas together in which it was not done.
 */
record InterventionEffect(Facts facts, Commitment entry, Commitment.Seen seen, MeasureEntry measure) {
    private static final Pattern FOLLOWED = Pattern.compile("matured_(\\d+)d");
    private static final int POINTS = 100;
    private static final String CHANCE = "May be chance";

    /** The measures that interventions name. */
    static Set<String> measures(List<Commitment> commitments) {
        return interventions(commitments)
                .flatMap(entry -> entry.measures().stream())
                .map(Commitment.Seen::measure)
                .collect(Collectors.toSet());
    }

    static Block.Grid grid(Facts facts) {
        List<Line> lines = effects(facts).map(InterventionEffect::line).toList();
        return new Block.Grid(
                "What was done, and what changed since",
                "Change: how far the figure stands from where its trend and its season before would have it; of one area, beside the areas in which it was"
                        + " not done. Something else may have been done at the same time. One such line in twenty, or a few more, moves by chance.",
                "Done",
                List.of("Where", "From", "Figure", "Change (95%)", "What it says"),
                lines);
    }

    private static Stream<InterventionEffect> effects(Facts facts) {
        return interventions(facts.material().commitments())
                .filter(entry ->
                        entry.day().filter(day -> day.isBefore(facts.asAt())).isPresent())
                .flatMap(entry -> entry.measures().stream()
                        .flatMap(seen -> facts.measure(seen.measure()).stream()
                                .map(measure -> new InterventionEffect(facts, entry, seen, measure))));
    }

    /** What moved beyond chance in an area: "Coventry: referred in 2 days, domestic abuse, 69.7% (the force 54.2%), better than before 30 Jan 2026". */
    record Found(String area, String sentence) {}

    /** What moved beyond chance in single areas. */
    static List<Found> found(Facts facts) {
        return effects(facts)
                .filter(effect -> !effect.entry().addressed().isEmpty())
                .flatMap(effect -> effect.series().change().stream()
                        .map(change -> says(Figures.better(effect.measure()), change))
                        .filter(says -> !says.equals(CHANCE))
                        .map(says -> new Found(DatedCommitments.where(effect.entry()), effect.sentence(says))))
                .toList();
    }

    private String sentence(String says) {
        return ReportWords.capital(DatedCommitments.where(entry)) + ": " + ReportWords.lower(figure())
                + besideTheForce() + ", " + ReportWords.lower(says) + " "
                + Days.briefWithYear(entry.day().orElseThrow());
    }

    /** ", 69.7% (the force 54.2%)": where the area stands now; empty where either is not shown. */
    private String besideTheForce() {
        return facts.figure(measure.kpi(), entry.whereDone(seen))
                .filter(Figure::isShown)
                .flatMap(area -> facts.figure(measure.kpi(), seen.slice())
                        .filter(Figure::isShown)
                        .map(force -> besideTheForce(area, force)))
                .orElse("");
    }

    /** A count of the whole force is no measure of one area's: the shares stand beside one another. */
    static String besideTheForce(Figure area, Figure force) {
        return area.unit() == Unit.SHARE
                ? ", " + Digits.percent(area.value()) + " (the force " + Digits.percent(force.value()) + ")"
                : "";
    }

    private static Stream<Commitment> interventions(List<Commitment> commitments) {
        return commitments.stream().filter(entry -> entry.register() == Commitment.Register.INTERVENTION);
    }

    private Line line() {
        InterruptedSeries series = series();
        Optional<Change> change = series.change();
        List<String> cells = List.of(
                ReportWords.capital(DatedCommitments.where(entry)),
                Days.briefWithYear(entry.day().orElseThrow()),
                figure(),
                change.filter(known -> facts.isExact()).map(this::text).orElse("–"),
                change.map(known -> says(Figures.better(measure), known)).orElseGet(() -> tooEarly(series)));
        return new Line(entry.text(), cells.stream().map(Cell::of).toList(), false);
    }

    private String figure() {
        return measure.shortTitle()
                + (seen.slice().isEmpty() ? "" : ", " + ReportWords.lower(SliceTitles.title(measure, seen.slice())));
    }

    private static String tooEarly(InterruptedSeries series) {
        return series.before() < InterruptedSeries.LEAST_BEFORE
                ? "Too little before: " + series.before() + " of " + InterruptedSeries.LEAST_BEFORE + " periods"
                : "Too early: " + series.after() + " of " + InterruptedSeries.LEAST_AFTER + " periods";
    }

    /** It compares days, where signs beside areas compare areas. */
    static String says(Better better, Change change) {
        boolean up = change.lower() > 0;
        if (!up && change.upper() >= 0) {
            return CHANCE;
        }
        String way =
                switch (better) {
                    case UP -> up ? "Better" : "Worse";
                    case DOWN -> up ? "Worse" : "Better";
                    case NEITHER -> up ? "Higher" : "Lower";
                };
        return way + " than before";
    }

    /** "8.1 points (4.0 to 12.2)"; of a count by how much of it, "−12.3% (−20.0% to −3.9%)". */
    private String text(Change change) {
        String points = Figures.unit(measure) == Unit.SHARE ? " points" : "";
        return number(change.value()) + points + " (" + number(change.lower()) + " to " + number(change.upper()) + ")";
    }

    private String number(double change) {
        Unit unit = Figures.unit(measure);
        return unit == Unit.COUNT
                ? Digits.percent(Math.expm1(change))
                : Digits.decimal(unit == Unit.SHARE ? POINTS * change : unit.of(change), 1);
    }

    private InterruptedSeries series() {
        boolean count = measure.kind() == MeasureEntry.Kind.COUNT;
        String slice = entry.whereDone(seen);
        return series(
                facts.periods(measure.kpi(), slice),
                others(),
                count,
                entry.day().orElseThrow(),
                facts.material().register().of(measure.kpi(), slice, count));
    }

    /** The same of each area in which nothing was done that names the measure; none where it was done in the whole force. */
    private List<List<ChartedPeriod>> others() {
        if (entry.addressed().isEmpty()) {
            return List.of();
        }
        Set<String> done = interventions(facts.material().commitments())
                .filter(other ->
                        other.measures().stream().anyMatch(one -> one.measure().equals(measure.kpi())))
                .map(Commitment::addressed)
                .collect(Collectors.toSet());
        return facts.material().charts().slices(measure.kpi()).stream()
                .filter(other -> Slice.value(other, "lpa")
                        .filter(lpa -> !lpa.equals(Slice.UNKNOWN) && !done.contains(lpa))
                        .filter(lpa -> other.equals(Slice.both(seen.slice(), Slice.of("lpa", lpa))))
                        .isPresent())
                .map(other -> facts.periods(measure.kpi(), other))
                .toList();
    }

    /**
     * The periods that were counted as those about the day were.
     *
     * @param others the same of areas beside which it stands, in which nothing was done; none for the series as it is
     * @param count whether it counts: then by logarithms, as areas differ in size, and with a half added, as some counts are 0
     * @param events after which limits are set again; one on the day itself is what was done
     */
    static InterruptedSeries series(
            List<ChartedPeriod> own,
            List<List<ChartedPeriod>> others,
            boolean count,
            LocalDate day,
            List<RebaseRegister.Entry> events) {
        Map<LocalDate, List<ChartedPeriod>> beside =
                others.stream().flatMap(List::stream).collect(Collectors.groupingBy(ChartedPeriod::firstDay));
        int done = (int) day.toEpochDay();
        List<Period> periods = new ArrayList<>();
        for (ChartedPeriod period : own) {
            int first = (int) period.firstDay().toEpochDay();
            int last = (int) period.lastDay().toEpochDay();
            boolean alike = events.stream()
                    .mapToInt(RebaseRegister.Entry::day)
                    .noneMatch(event -> event < done && first < event || event > done && last >= event);
            List<ChartedPeriod> there = beside.getOrDefault(period.firstDay(), List.of());
            double value = value(count, period.level());
            if (!others.isEmpty()) {
                int part = there.stream().mapToInt(ChartedPeriod::numerator).sum();
                int whole = count
                        ? 1
                        : there.stream().mapToInt(ChartedPeriod::denominator).sum();
                value -= value(count, (double) part / whole);
            }
            if (alike && there.size() == others.size() && Double.isFinite(value)) {
                periods.add(new Period(first, last, value));
            }
        }
        Matcher followed =
                FOLLOWED.matcher(own.isEmpty() ? "" : own.get(0).key().basis());
        return new InterruptedSeries(periods, done, followed.matches() ? Integer.parseInt(followed.group(1)) : 0);
    }

    private static double value(boolean count, double level) {
        return count ? Math.log(level + 0.5) : level;
    }
}
