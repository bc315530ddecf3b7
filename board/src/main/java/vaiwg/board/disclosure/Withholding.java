package vaiwg.board.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import vaiwg.board.disclosure.ReportCounts.Stock;
import vaiwg.board.files.ReportFigures;
import vaiwg.board.files.ShownFigure;
import vaiwg.board.report.Backlog;
import vaiwg.board.report.BlockPoint;
import vaiwg.board.report.Composition;
import vaiwg.board.report.Figure;
import vaiwg.board.report.FigureChange;
import vaiwg.board.report.Report;
import vaiwg.board.report.Unit;

/** Shows what is not withheld, as it is. */
final class Withholding implements DisclosureRule {
    /** Of an earlier figure only about how many cases it was of is known: twice the least is kept away from. */
    private static final double LEAST_THEN = 2.0 * Counts.LEAST;

    private static final double POINTS = 100;

    private final ReportCounts numbers;
    private final BitSet withheld;
    private final BitSet few;
    private final List<Figure> before;
    private final Sentences sentences = new Sentences(false);

    /**
     * @param withheld the units that are withheld
     * @param few those of them that say "fewer than five"
     */
    Withholding(ReportCounts numbers, BitSet withheld, BitSet few, Optional<Report> previous) {
        this.numbers = numbers;
        this.withheld = withheld;
        this.few = few;
        this.before = previous.map(ReportFigures::distinct).orElse(List.of()).stream()
                .map(ShownFigure::figure)
                .toList();
        numbers.figures.forEach((figure, unit) -> {
            if (!numbers.counts.isShown(unit, withheld)) {
                sentences.withhold(figure.numerator(), figure.denominator(), figure.value());
            }
        });
        numbers.points.forEach((at, unit) -> {
            if (withheld.get(unit)) {
                BlockPoint point = at.point();
                sentences.withhold(point.numerator(), point.denominator(), point.value());
            }
        });
        numbers.figures.forEach((figure, unit) -> {
            if (numbers.counts.isShown(unit, withheld)) {
                sentences.show(figure.numerator(), figure.denominator(), figure.value());
            }
        });
    }

    @Override
    public Figure figure(Figure figure) {
        Integer unit = numbers.figures.getOrDefault(figure, numbers.areasKnown.get(figure));
        if (unit != null && !numbers.counts.isShown(unit, withheld)) {
            return figure.without(few.get(unit) ? Figure.State.BELOW_FIVE : Figure.State.SUPPRESSED);
        }
        return figure.state() == Figure.State.SUPPRESSED ? figure.without(Figure.State.SUPPRESSED) : figure;
    }

    @Override
    public Optional<BlockPoint> point(ShownPoint point) {
        return withheld.get(numbers.points.get(point)) ? Optional.empty() : Optional.of(point.point());
    }

    @Override
    public Optional<Backlog.Level> level(Stock stock) {
        return withheld.get(numbers.levels.get(stock)) ? Optional.empty() : Optional.of(stock.level());
    }

    /** Withheld parts are drawn in one with what is left. */
    @Override
    public Optional<Composition> composition(Composition whole) {
        List<Integer> units = numbers.bars.get(whole).parts();
        int last = units.size() - 1;
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < last; i++) {
            if (!withheld.get(units.get(i))) {
                shown.add(i);
            }
        }
        if (numbers.bars.get(whole).wholes().stream().anyMatch(withheld::get)
                || shown.isEmpty()
                || shown.size() == last && withheld.get(units.get(last))) {
            return Optional.empty();
        }
        List<String> parts =
                new ArrayList<>(shown.stream().map(whole.parts()::get).toList());
        String left = whole.parts().get(last);
        parts.add(shown.size() == last ? left : left + ", or one of few cases");
        List<Composition.Bar> bars = new ArrayList<>();
        for (Composition.Bar bar : whole.bars()) {
            List<Double> shares =
                    new ArrayList<>(shown.stream().map(bar.shares()::get).toList());
            double merged = 0;
            for (int i = 0; i <= last; i++) {
                merged += shown.contains(i) ? 0 : bar.shares().get(i);
            }
            shares.add(shown.size() == last ? bar.shares().get(last) : merged);
            bars.add(new Composition.Bar(bar.title(), shares, bar.of(), bar.total()));
        }
        return Optional.of(
                new Composition(whole.title(), whole.subtitle(), parts, bars, sentences.clean(whole.alternative())));
    }

    /** A change tells the earlier figure: it is shown where that was, or may be. */
    @Override
    public FigureChange change(Figure now, FigureChange change) {
        boolean hiddenThen = before.stream().anyMatch(then -> !then.isShown() && ReportCounts.isSame(now, then));
        return now.isShown() && change.isKnown() && !hiddenThen && isLarge(now, change)
                ? change
                : new FigureChange(Double.NaN, change.unit());
    }

    private static boolean isLarge(Figure now, FigureChange change) {
        if (SmallNumber.isPercentile(now.unit())) {
            return true;
        }
        if (change.unit() == Unit.COUNT) {
            double then = now.numerator() - change.amount();
            return then >= Counts.LEAST && (now.denominator() == null || now.denominator() - then >= Counts.LEAST);
        }
        if (now.denominator() == null || now.value() == 0 || Double.isNaN(now.value())) {
            return false;
        }
        double then = now.value() - (now.unit() == Unit.SHARE ? change.amount() / POINTS : change.amount());
        double cases = now.numerator() * then / now.value();
        boolean restIsLarge = now.unit() != Unit.SHARE || now.denominator() - cases >= LEAST_THEN;
        return cases >= LEAST_THEN && restIsLarge;
    }

    @Override
    public Sentences sentences() {
        return sentences;
    }
}
