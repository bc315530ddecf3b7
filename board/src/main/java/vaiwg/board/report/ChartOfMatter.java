package vaiwg.board.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vaiwg.board.Digits;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.PublishedMatter;

/**
 * What the chart beside the figure of a matter shows, where that is not the chart by which the matter is judged: it follows cases for longer, so that
 * both have other numbers of one thing.
 */
final class ChartOfMatter {
    private ChartOfMatter() {}

    /** "Its chart follows cases for 90 days: 168 of 369 (45.5%), 24 Jul to 20 Aug."; empty where there is no other chart. */
    static String sentence(Facts facts, PublishedMatter matter) {
        List<ChartedPeriod> periods = facts.periods(matter.kpi(), matter.slice());
        Optional<ChartedPeriod> newest = periods.stream()
                .reduce((earlier, later) -> later)
                .filter(period -> !period.key().basis().equals(matter.basis()));
        String horizon =
                newest.map(period -> Bases.horizon(period.key().basis())).orElse("");
        return newest.filter(period -> !horizon.isEmpty() && period.denominator() != null)
                .flatMap(period -> facts.seen(matter.kpi(), period))
                .map(point -> sentence(point, horizon, facts.asAt()))
                .orElse("");
    }

    static String sentence(BlockPoint point, String horizon, LocalDate asAt) {
        return "Its chart follows cases for " + horizon + ": " + Digits.count(point.numerator()) + " of "
                + Digits.count(point.denominator()) + " ("
                + Digits.percent(point.numerator(), point.denominator()) + "), "
                + ReportWords.range(point.firstDay(), point.lastDay(), asAt) + ".";
    }
}
