package vaiwg.board.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vaiwg.board.disclosure.ReportCounts.Stock;
import vaiwg.board.report.Backlog;
import vaiwg.board.report.BlockPoint;
import vaiwg.board.report.Composition;
import vaiwg.board.report.Figure;
import vaiwg.board.report.FigureChange;
import vaiwg.board.report.Unit;

/**
 * Counts of the public tier to the nearest five, the same each time; shares are of the rounded counts. Bounds are left out: an interval or a
 * limit tells the exact number of cases.
 */
final class Rounding implements DisclosureRule {
    private static final int TO = 5;

    private final Sentences sentences = new Sentences(true);

    static int rounded(int count) {
        return Math.floorDiv(count + TO / 2, TO) * TO;
    }

    private static Integer rounded(Integer count) {
        return count == null ? null : Integer.valueOf(rounded(count.intValue()));
    }

    /** A value as its rounded count and whole have it; of a percentile, which is no count, as it is. */
    private static double value(Unit unit, double value, Integer numerator, Integer denominator) {
        if (SmallNumber.isPercentile(unit) || numerator == null || Double.isNaN(value) || numerator == 0) {
            return value;
        }
        if (denominator == null) {
            return unit == Unit.COUNT ? rounded(numerator.intValue()) : value;
        }
        double exact = (double) numerator / denominator;
        double shown = (double) rounded(numerator.intValue()) / rounded(denominator.intValue());
        return value * shown / exact;
    }

    @Override
    public Figure figure(Figure figure) {
        if (figure.numerator() == null && figure.denominator() == null) {
            return figure;
        }
        boolean percentile = SmallNumber.isPercentile(figure.unit());
        return figure.with(
                percentile ? figure.numerator() : rounded(figure.numerator()),
                rounded(figure.denominator()),
                value(figure.unit(), figure.value(), figure.numerator(), figure.denominator()),
                figure.state());
    }

    @Override
    public Optional<BlockPoint> point(ShownPoint at) {
        BlockPoint point = at.point();
        boolean percentile = SmallNumber.isPercentile(at.unit());
        return Optional.of(new BlockPoint(
                point.firstDay(),
                point.lastDay(),
                value(at.unit(), point.value(), point.numerator(), point.denominator()),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                percentile ? point.numerator() : rounded(point.numerator()),
                rounded(point.denominator()),
                point.verdict(),
                point.trial()));
    }

    @Override
    public Optional<Backlog.Level> level(Stock stock) {
        return Optional.empty();
    }

    /** Parts are rounded, and the whole is their sum. */
    @Override
    public Optional<Composition> composition(Composition whole) {
        List<Composition.Bar> bars = new ArrayList<>();
        for (Composition.Bar bar : whole.bars()) {
            List<Integer> parts = bar.shares().stream()
                    .map(share -> rounded((int) Math.round(share * bar.of())))
                    .toList();
            int of = parts.stream().mapToInt(Integer::intValue).sum();
            bars.add(new Composition.Bar(
                    bar.title(), parts.stream().map(part -> (double) part / of).toList(), of, bar.total()));
        }
        return Optional.of(new Composition(
                whole.title(), whole.subtitle(), whole.parts(), bars, sentences.clean(whole.alternative())));
    }

    @Override
    public FigureChange change(Figure now, FigureChange change) {
        return new FigureChange(Double.NaN, change.unit());
    }

    @Override
    public Sentences sentences() {
        return sentences;
    }
}
