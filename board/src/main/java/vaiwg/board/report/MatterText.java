package vaiwg.board.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vaiwg.board.Digits;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.SignalChange;
import vaiwg.board.figures.SignalCourse;

/** What the figures of a matter show, in sentences of at most 30 words. */
final class MatterText {
    private static final int RUN = 7;
    private static final int POINTS = 100;
    private static final int YEAR_OF_PERIODS = 13;

    private final LocalDate asAt;

    MatterText(LocalDate asAt) {
        this.asAt = asAt;
    }

    /** The newest period of a chart: value with n, usual, limit; how long. */
    String of(MeasureEntry measure, List<ChartedPeriod> periods) {
        ChartedPeriod newest = periods.get(periods.size() - 1);
        List<String> sentences = new ArrayList<>();
        sentences.add(value(measure, newest, periods));
        duration(periods).ifPresent(sentences::add);
        return String.join(" ", sentences);
    }

    /** "Third period running above the upper limit."; empty where the newest period says no more than its value does. */
    Optional<String> duration(List<ChartedPeriod> periods) {
        ChartedPeriod newest = periods.get(periods.size() - 1);
        if (newest.chart().isOfTimes() || newest.chart() == ChartedPeriod.Chart.CHANGE) {
            return Optional.empty();
        }
        boolean above = newest.value() > newest.centre();
        int outside = Judge.periodsOutside(periods);
        if (outside > 1) {
            return Optional.of(ReportWords.capital(ReportWords.ordinal(outside)) + " period running "
                    + (above ? "above the upper limit." : "below the lower limit."));
        }
        int oneSide = Judge.periodsOnOneSide(periods);
        return oneSide >= RUN
                ? Optional.of(ReportWords.capital(ReportWords.ordinal(oneSide)) + " period running "
                        + (above ? "above" : "below") + " the average.")
                : Optional.empty();
    }

    private String value(MeasureEntry measure, ChartedPeriod newest, List<ChartedPeriod> periods) {
        String name = ChartNames.of(measure, newest.key());
        if (newest.chart().isOfTimes()) {
            return rare(name, newest);
        }
        if (newest.chart() == ChartedPeriod.Chart.CHANGE) {
            return stock(name, newest);
        }
        return switch (measure.kind()) {
            case COUNT ->
                name + ": " + Digits.count(newest.numerator()) + ", " + days(newest) + "; usual "
                        + Digits.plain(Math.rint(newest.centre())) + lastYear(periods) + ".";
            case SHARE ->
                name + ": " + Digits.percent(newest.value()) + " ("
                        + Digits.count(newest.numerator()) + " of " + Digits.count(newest.denominator()) + ", "
                        + days(newest)
                        + "); usual " + Digits.percent(newest.centre()) + limit(newest, Digits::percent) + ".";
            case RATE, POPULATION_RATE -> rate(name, newest, Figures.unit(measure));
            case PERCENTILE ->
                name + " " + Digits.plain(newest.value()) + " "
                        + ReportWords.lower(ReportWords.unit(Figures.unit(measure))) + " ("
                        + Digits.count(newest.denominator())
                        + " cases, "
                        + days(newest) + "); usual " + Digits.plain(newest.centre()) + limit(newest, Digits::plain)
                        + ".";
        };
    }

    private String rate(String name, ChartedPeriod newest, Unit unit) {
        String called =
                name.endsWith("per " + unit.whole()) ? name + ": " : name + ": " + "for each " + unit.whole() + " ";
        return called + Digits.decimal(unit.of(newest.value()), 1) + " (" + Digits.count(newest.numerator()) + " for "
                + Digits.count(newest.denominator()) + ", " + days(newest) + "); usual "
                + Digits.decimal(unit.of(newest.centre()), 1)
                + limit(newest, limit -> Digits.decimal(unit.of(limit), 1)) + ".";
    }

    private String rare(String name, ChartedPeriod newest) {
        boolean rest = newest.chart() == ChartedPeriod.Chart.T_REST;
        String number = newest.denominator() == null
                ? Digits.count(newest.numerator())
                : Digits.count(newest.numerator()) + " of " + Digits.count(newest.denominator());
        return name + ": " + number + " in " + (newest.key().window().equals("1m") ? "the month; " : "28 days; ")
                + Digits.plain(newest.value()) + (newest.value() == 1 ? " day" : " days") + " between two "
                + (rest ? "that were not" : "of them")
                + ", usually " + Digits.plain(newest.centre()) + ".";
    }

    private String stock(String name, ChartedPeriod newest) {
        boolean share = newest.denominator() != null;
        double scale = share ? POINTS : 1;
        String to = share
                ? Digits.percent(newest.numerator(), newest.denominator()) + " (" + Digits.count(newest.numerator())
                        + " of " + Digits.count(newest.denominator()) + ")"
                : Digits.count(newest.numerator());
        return name + ": " + (newest.value() < 0 ? "down " : "up ") + Digits.plain(Math.abs(scale * newest.value()))
                + (share ? " points" : "") + " in 28 days, to " + to + "; usual "
                + (newest.centre() < 0 ? "fall " : "rise ") + Digits.plain(Math.abs(scale * newest.centre())) + ".";
    }

    private String days(ChartedPeriod period) {
        String cohort = period.key().basis().equals("stock")
                ? ""
                : Bases.cohort(period.key().basis()) + " ";
        return cohort + ReportWords.range(period.firstDay(), period.lastDay(), asAt);
    }

    /** The limit on the side of the value. */
    private static String limit(ChartedPeriod newest, java.util.function.DoubleFunction<String> format) {
        return newest.value() >= newest.centre()
                ? ", upper limit " + format.apply(newest.upper())
                : ", lower limit " + format.apply(newest.lower());
    }

    private String lastYear(List<ChartedPeriod> periods) {
        return sameWeeksAYearBefore(periods)
                .map(period -> ", " + Digits.count(period.numerator()) + " in the same weeks a year before")
                .orElse("");
    }

    /** Thirteen periods of 28 days are 52 weeks. */
    static Optional<ChartedPeriod> sameWeeksAYearBefore(List<ChartedPeriod> periods) {
        ChartedPeriod newest = periods.get(periods.size() - 1);
        LocalDate then = newest.firstDay().minusDays(28L * YEAR_OF_PERIODS);
        return periods.stream().filter(period -> period.firstDay().equals(then)).findFirst();
    }

    /** "Victim attrition, early warning: 152 from 28 Apr to 20 May; 118 expected." */
    String early(MeasureEntry measure, SignalCourse signal) {
        SignalChange evidence = signal.evidence();
        return measure.shortTitle() + ", early warning: " + Digits.count(Math.round(evidence.observed())) + " "
                + ReportWords.range(evidence.since(), evidence.day(), asAt) + "; "
                + Digits.count(Math.round(evidence.expected())) + " expected.";
    }

    /** What was said of a signal whose chart has no period of that night: "Victim told of decision in time: 46.0% of 100; usual 32.0%." */
    String said(MeasureEntry measure, SignalCourse signal) {
        SignalChange evidence = signal.evidence();
        boolean share = measure.kind() == MeasureEntry.Kind.SHARE;
        String observed = share ? Digits.percent(evidence.observed()) : Digits.plain(evidence.observed());
        String expected = share ? Digits.percent(evidence.expected()) : Digits.plain(evidence.expected());
        return ChartNames.of(measure, evidence.key()) + ": " + observed + " of " + Digits.count(evidence.n())
                + " cases, " + ReportWords.range(evidence.since(), evidence.day(), asAt) + "; usual " + expected + ".";
    }
}
