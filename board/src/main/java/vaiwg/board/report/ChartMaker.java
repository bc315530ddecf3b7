package vaiwg.board.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.board.Days;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.PublishedReader;
import vaiwg.board.figures.PublishedReader.Estimate;
import vaiwg.board.figures.PublishedVerdict.State;
import vaiwg.board.figures.SeriesKey;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.text.Digits;
import vaiwg.statistics.signals.charts.RebaseRegister;

/** Makes charts of periods, their estimates, the days on which limits were set again, and dated commitments. */
final class ChartMaker {
    private static final int DAYS = 28;
    private static final int YEAR_OF_PERIODS = 13;

    private final Material material;
    private final NoteMarks marks;
    private final DatedCommitments commitments;

    /** @param marks of the page, which the reasons of rebases are added to */
    ChartMaker(Material material, NoteMarks marks) {
        this.material = material;
        this.marks = marks;
        this.commitments = new DatedCommitments(material.commitments());
    }

    /** @param periods of one chart, oldest first, at least one */
    BlockChart chart(MeasureEntry measure, List<ChartedPeriod> periods) {
        SeriesKey key = periods.get(0).key();
        State state = material.verdict(measure.kpi(), key.slice()).state();
        List<ChartedPeriod> shown = markedAsSaid(
                periods.subList(Math.max(0, periods.size() - PublishedReader.PERIODS), periods.size()), state);
        List<EstimatePoint> estimates = estimates(key);
        boolean own = key.slice().equals(measure.slice()) && measure.isHeadline();
        String subject = own
                ? measure.headlineTitle()
                : SliceTitles.title(measure, key.slice()) + ", " + ReportWords.lower(measure.shortTitle());
        String finding = subject + ": " + ChartFindings.of(shown, state);
        return new BlockChart(
                measure.kpi(),
                key.slice(),
                finding,
                subtitle(measure, key, shown.get(shown.size() - 1).lastDay()),
                SliceTitles.title(measure, key.slice()),
                Figures.unit(measure),
                BlockPoints.of(shown, Figures.unit(measure)),
                estimates,
                rebases(measure, shown),
                commitments.of(measure.kpi(), key.slice(), shown.get(0).firstDay(), lastDay(shown, estimates)),
                baseline(shown),
                measure.kind() == MeasureEntry.Kind.COUNT
                        ? sameWeeksAYearBefore(shown).map(period -> BlockPoints.of(period, Unit.COUNT))
                        : Optional.empty(),
                alternative(measure, shown, finding, estimates));
    }

    /**
     * The newest period is marked where what is said of the figure today is alike: a mark of what was said and holds no longer, at the end of the
     * line, reads as of today.
     */
    static List<ChartedPeriod> markedAsSaid(List<ChartedPeriod> periods, State today) {
        ChartedPeriod newest = periods.get(periods.size() - 1);
        if (newest.state()
                .filter(mark -> asks(mark) ? !asks(today) : mark != today)
                .isEmpty()) {
            return periods;
        }
        List<ChartedPeriod> marked = new ArrayList<>(periods);
        marked.set(periods.size() - 1, unmarked(newest));
        return marked;
    }

    private static boolean asks(State state) {
        return state == State.ACT || state == State.WATCH;
    }

    private static ChartedPeriod unmarked(ChartedPeriod period) {
        return new ChartedPeriod(
                period.key(),
                period.firstDay(),
                period.lastDay(),
                period.numerator(),
                period.denominator(),
                period.value(),
                period.lower(),
                period.centre(),
                period.upper(),
                period.blocks(),
                period.trial(),
                period.chart(),
                Optional.empty(),
                period.rule(),
                period.side());
    }

    private static LocalDate lastDay(List<ChartedPeriod> shown, List<EstimatePoint> estimates) {
        return Stream.concat(
                        Stream.of(shown.get(shown.size() - 1).lastDay()),
                        estimates.stream().map(EstimatePoint::lastDay))
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    /** With the last day: what is followed for longer ends earlier, and tables end with the report. */
    private String subtitle(MeasureEntry measure, SeriesKey key, LocalDate last) {
        String unit =
                switch (measure.kind()) {
                    case COUNT -> "number ";
                    case SHARE -> "% of cases ";
                    case RATE, POPULATION_RATE -> "per " + Figures.unit(measure).whole() + " ";
                    case PERCENTILE -> ReportWords.lower(ReportWords.unit(Figures.unit(measure))) + " of cases ";
                };
        String each = Bases.each(key.window());
        String when = key.basis().equals("stock")
                ? "at the end of each " + each
                : Bases.cohort(key.basis()) + " in each " + each;
        return ChartNames.of(measure, key.basis()) + ", " + unit + when + " to "
                + ReportWords.shortDay(last, material.asAt())
                + (tellsWomenApart(measure, key) ? ", all victims." : ".");
    }

    /** Whether the figure beside it may be of women and girls: the chart is not. */
    private boolean tellsWomenApart(MeasureEntry measure, SeriesKey key) {
        return measure.reading(material.edition().byMonth())
                .flatMap(reading -> material.now().find(reading.of(measure.kpi(), Slice.ofWomen(key.slice()))))
                .isPresent();
    }

    private List<EstimatePoint> estimates(SeriesKey chart) {
        String horizon = chart.basis().startsWith("matured_") ? chart.basis().substring("matured_".length()) : "";
        return material.estimates().stream()
                .filter(estimate -> estimate.key().kpi().equals(chart.kpi())
                        && estimate.key().slice().equals(chart.slice())
                        && estimate.key().basis().equals("incidence_" + horizon))
                .map(ChartMaker::point)
                .toList();
    }

    /** An estimate of the 28 days whose events it has. */
    private static EstimatePoint point(Estimate estimate) {
        return new EstimatePoint(
                estimate.dataThrough().minusDays(DAYS - 1L),
                estimate.dataThrough(),
                estimate.value(),
                estimate.lower(),
                estimate.upper());
    }

    /** Where limits are made of fewer periods than before they were set again. */
    private List<BlockChart.Rebase> rebases(MeasureEntry measure, List<ChartedPeriod> periods) {
        List<BlockChart.Rebase> rebases = new ArrayList<>();
        for (int i = 1; i < periods.size(); i++) {
            if (periods.get(i).blocks() < periods.get(i - 1).blocks()) {
                LocalDate first = periods.get(i).firstDay();
                String reason = reason(measure, periods.get(i));
                rebases.add(new BlockChart.Rebase(first, marks.of(reason), reason));
            }
        }
        return rebases;
    }

    /** The newest entry of the register that concerns the chart and is not after the period. */
    private String reason(MeasureEntry measure, ChartedPeriod period) {
        return material
                .register()
                .of(measure.kpi(), period.key().slice(), measure.kind() == MeasureEntry.Kind.COUNT)
                .stream()
                .filter(entry -> entry.day() <= period.firstDay().toEpochDay())
                .reduce((earlier, later) -> later)
                .map(entry -> dated(entry) + "; limits are set again.")
                .orElse("Limits are set again: the way of counting changed.");
    }

    /** A reason that names its year or season itself is of no day that is known. */
    private static String dated(RebaseRegister.Entry entry) {
        LocalDate day = LocalDate.ofEpochDay(entry.day());
        return entry.reason().contains(String.valueOf(day.getYear()))
                ? entry.reason()
                : Days.full(day) + ": " + entry.reason();
    }

    /** How many of the points the limits were set from; none where they were set again since, which a line says, or follow the year before. */
    private static int baseline(List<ChartedPeriod> periods) {
        if (periods.get(periods.size() - 1).chart() == ChartedPeriod.Chart.YEAR) {
            return 0;
        }
        int count = 0;
        for (int i = periods.size() - 1; i >= 0; i--) {
            if (i + 1 < periods.size()
                    && periods.get(i).blocks() > periods.get(i + 1).blocks()) {
                return 0;
            }
            if (periods.get(i).blocks() <= BlockChart.BASELINE) {
                count++;
            }
        }
        return count;
    }

    /** Thirteen periods of 28 days are 52 weeks. */
    private static Optional<ChartedPeriod> sameWeeksAYearBefore(List<ChartedPeriod> periods) {
        LocalDate then = periods.get(periods.size() - 1).firstDay().minusDays((long) DAYS * YEAR_OF_PERIODS);
        return periods.stream().filter(period -> period.firstDay().equals(then)).findFirst();
    }

    /** "Latest, 2 to 29 Mar: 46.6%; usual 41.0%." */
    private String newest(BlockPoint point, Unit unit) {
        String usual = Double.isNaN(point.centre()) ? "" : "; usual " + NumberText.value(point.centre(), unit);
        return "Latest, " + ReportWords.range(point.firstDay(), point.lastDay(), material.asAt()) + ": "
                + NumberText.value(point.value(), unit) + usual + ".";
    }

    private String alternative(
            MeasureEntry measure, List<ChartedPeriod> periods, String finding, List<EstimatePoint> estimates) {
        List<String> sentences = new ArrayList<>();
        sentences.add(finding + ".");
        sentences.add(
                newest(BlockPoints.of(periods.get(periods.size() - 1), Figures.unit(measure)), Figures.unit(measure)));
        long asking = periods.stream()
                .flatMap(period -> period.state().stream())
                .filter(ChartMaker::asks)
                .count();
        sentences.add(ReportWords.capital(ReportWords.counted((int) asking, "period", "periods")) + " of "
                + ReportWords.small(periods.size()) + " to act on or to watch.");
        if (!estimates.isEmpty()) {
            EstimatePoint newest = estimates.get(estimates.size() - 1);
            sentences.add("Estimate to " + Days.full(newest.lastDay()) + ", provisional: "
                    + Digits.percent(newest.value()) + ", between " + Digits.percent(newest.lower()) + " and "
                    + Digits.percent(newest.upper()) + ".");
        }
        return String.join(" ", sentences);
    }
}
