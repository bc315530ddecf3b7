package vaiwg.board.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vaiwg.board.Days;
import vaiwg.board.Digits;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.PublishedMatter;

/** A matter of the daily alarm, which says the days that it rests on for as long as it is open: what the chart shows since stands beside it. */
final class EarlyWarning {
    private static final String DAILY = "daily";

    private EarlyWarning() {}

    /** "46.2% (175 of 379) recorded 24 Jul to 20 Aug 2026, usual 32.4%."; empty where the chart knows nothing newer, or it may not be told. */
    static String now(Facts facts, PublishedMatter matter) {
        if (!matter.basis().equals(DAILY)) {
            return "";
        }
        return newest(facts.periods(matter.kpi(), matter.slice()), matter.day())
                .flatMap(period -> facts.measure(matter.kpi()).flatMap(measure -> now(facts, measure, period)))
                .orElse("");
    }

    private static Optional<String> now(Facts facts, MeasureEntry measure, ChartedPeriod period) {
        return facts.points(measure, List.of(period)).stream()
                .findFirst()
                .flatMap(point ->
                        words(point, Figures.unit(measure), period.key().basis()));
    }

    /** The newest period, where it ends after a day. */
    static Optional<ChartedPeriod> newest(List<ChartedPeriod> periods, LocalDate after) {
        return periods.stream()
                .reduce((earlier, later) -> later)
                .filter(period -> period.lastDay().isAfter(after));
    }

    /** Of a share or a count alone: the alarm counts people and crimes. */
    static Optional<String> words(BlockPoint point, Unit unit, String basis) {
        boolean share = unit == Unit.SHARE && point.denominator() != null && point.denominator() > 0;
        if (!share && !(unit == Unit.COUNT && point.denominator() == null)) {
            return Optional.empty();
        }
        String count = Digits.count(point.numerator());
        String level = share
                ? Digits.percent(point.numerator(), point.denominator()) + " (" + count + " of "
                        + Digits.count(point.denominator()) + ")"
                : count;
        return Optional.of(level + " " + Bases.cohort(basis) + " " + Days.span(point.firstDay(), point.lastDay())
                + usual(point.centre(), share) + ".");
    }

    /** Empty where the limits are not shown. */
    private static String usual(double centre, boolean share) {
        return Double.isNaN(centre) ? "" : ", usual " + (share ? Digits.percent(centre) : Digits.decimal(centre, 0));
    }
}
