package vaiwg.board.disclosure;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vaiwg.board.files.ReportFigures;
import vaiwg.board.files.ShownFigure;
import vaiwg.board.report.Figure;
import vaiwg.board.report.Report;

/** What two reports, or two states of knowledge, say of the same days: a difference of one to four is that many people. */
final class SamePeriods {
    private final Counts counts;
    private final Map<Figure, Integer> figures;
    private final Map<ShownPoint, Integer> points;

    /** @param figures with their units, as {@code points} */
    SamePeriods(Counts counts, Map<Figure, Integer> figures, Map<ShownPoint, Integer> points) {
        this.counts = counts;
        this.figures = figures;
        this.points = points;
    }

    void difference(Figure one, Figure other) {
        if (figures.containsKey(one)
                && figures.containsKey(other)
                && one.numerator() != null
                && other.numerator() != null
                && !SmallNumber.isPercentile(one.unit())) {
            int first = number(figures.get(one));
            int second = number(figures.get(other));
            boolean grew = counts.value(second) >= counts.value(first);
            counts.remainder(grew ? second : first, grew ? first : second, 1);
        }
    }

    /** What both reports say of one period: months end with the month, and closed periods of charts are those of their days. */
    void betweenReports(Report report, Report before) {
        LocalDate now = report.edition().asAt();
        LocalDate then = before.edition().asAt();
        if (now.withDayOfMonth(1).equals(then.withDayOfMonth(1))) {
            sameMonths(now, before);
        }
        for (ShownPoint one : points.keySet()) {
            for (ShownPoint other : points.keySet()) {
                if (one != other && one.isOfSamePeriod(other) && !SmallNumber.isPercentile(one.unit())) {
                    int first = number(points.get(other));
                    int second = number(points.get(one));
                    if (counts.value(second) > counts.value(first)) {
                        counts.remainder(second, first, 1);
                    }
                }
            }
        }
    }

    private void sameMonths(LocalDate asAt, Report before) {
        Set<Figure> published = new LinkedHashSet<>();
        ReportFigures.of(before).stream().map(ShownFigure::figure).forEach(published::add);
        for (Figure now : List.copyOf(figures.keySet())) {
            if (now.window().endsWith("m") && now.asAt().equals(asAt)) {
                published.stream()
                        .filter(figure -> ReportCounts.isSame(now, figure))
                        .forEach(figure -> difference(figure, now));
            }
        }
    }

    private int number(int unit) {
        return counts.units().get(unit).cells()[0];
    }
}
