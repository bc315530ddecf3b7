package vaiwg.board.disclosure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import vaiwg.board.report.Backlog;
import vaiwg.board.report.BlockPoint;
import vaiwg.board.report.Composition;
import vaiwg.board.report.Figure;
import vaiwg.board.report.FigureChange;
import vaiwg.board.report.RevisionsPage;
import vaiwg.board.report.Unit;

/**
 * The public tier, as NHS Digital has it below national level: 0 is 0, one to seven are {@code *}, all else is to the nearest five, and shares
 * and rates are of the rounded numbers. Intervals and limits, changes and causes are left out: they would tell the exact numbers.
 */
final class Rounding implements DisclosureRule {
    private static final int TO = 5;
    private static final int MOST_HIDDEN = 7;

    private final Set<String> nobody;
    private final Sentences sentences;

    /** @param nobody measures that are about nobody */
    Rounding(Set<String> nobody, Sentences sentences) {
        this.nobody = nobody;
        this.sentences = sentences;
    }

    static boolean isHidden(int count) {
        return count > 0 && count <= MOST_HIDDEN;
    }

    static int rounded(int count) {
        return Math.floorDiv(count + TO / 2, TO) * TO;
    }

    /** Whether a figure or a point is of one to seven; a population is no number of cases, and a percentile counts nobody. */
    private static boolean isHidden(Unit unit, Integer numerator, Integer denominator) {
        return counts(unit) && numerator != null && isHidden(numerator)
                || hasCases(unit) && denominator != null && isHidden(denominator);
    }

    private static boolean counts(Unit unit) {
        return unit != Unit.DAYS && unit != Unit.HOURS;
    }

    private static boolean hasCases(Unit unit) {
        return unit != Unit.PER_1_000 && unit != Unit.PER_10_000;
    }

    private static Integer rounded(boolean isNumber, Integer number) {
        return isNumber && number != null ? Integer.valueOf(rounded(number.intValue())) : number;
    }

    /** A value as its rounded numbers have it. */
    private static double value(Unit unit, double value, Integer numerator, Integer denominator) {
        if (!counts(unit) || numerator == null || numerator == 0 || Double.isNaN(value)) {
            return value;
        }
        double exact = (double) numerator / (denominator == null ? 1 : denominator);
        double shown = (double) rounded(numerator.intValue())
                / (denominator == null ? 1 : rounded(hasCases(unit), denominator));
        return value * shown / exact;
    }

    @Override
    public Figure figure(Figure figure) {
        Integer part = figure.numerator();
        Integer whole = figure.denominator();
        if (figure.aboutNobody() || part == null && whole == null) {
            return figure;
        }
        return isHidden(figure.unit(), part, whole)
                ? figure.without(Figure.State.ONE_TO_SEVEN)
                : figure.with(
                        rounded(counts(figure.unit()), part),
                        rounded(hasCases(figure.unit()), whole),
                        value(figure.unit(), figure.value(), part, whole),
                        figure.state());
    }

    @Override
    public Optional<BlockPoint> point(ShownPoint at) {
        BlockPoint point = at.point();
        if (nobody.contains(at.kpi())) {
            return Optional.of(point);
        }
        BlockPoint rounded = new BlockPoint(
                point.firstDay(),
                point.lastDay(),
                value(at.unit(), point.value(), point.numerator(), point.denominator()),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                rounded(counts(at.unit()), point.numerator()),
                rounded(hasCases(at.unit()), point.denominator()),
                point.verdict(),
                point.trial());
        return Optional.of(rounded).filter(of -> !isHidden(at.unit(), point.numerator(), point.denominator()));
    }

    @Override
    public Optional<Backlog.Level> level(String kpi, Backlog.Level level) {
        if (nobody.contains(kpi)) {
            return Optional.of(level);
        }
        return Optional.of(new Backlog.Level(level.day(), rounded(level.number())))
                .filter(rounded -> !isHidden(level.number()));
    }

    /** Parts are rounded, and the whole is their sum; with a part of one to seven it is not drawn. */
    @Override
    public Optional<Composition> composition(Composition whole) {
        boolean isShown = whole.bars().stream().flatMapToInt(Rounding::parts).noneMatch(Rounding::isHidden);
        List<Composition.Bar> bars =
                whole.bars().stream().map(Rounding::rounded).toList();
        return Optional.of(new Composition(
                        whole.title(), whole.subtitle(), whole.parts(), bars, sentences.clean(whole.alternative())))
                .filter(rounded -> isShown);
    }

    private static IntStream parts(Composition.Bar bar) {
        return bar.shares().stream().mapToInt(share -> (int) Math.round(share * bar.of()));
    }

    private static Composition.Bar rounded(Composition.Bar bar) {
        List<Integer> parts = parts(bar).map(Rounding::rounded).boxed().toList();
        int of = parts.stream().mapToInt(Integer::intValue).sum();
        return new Composition.Bar(
                bar.title(),
                parts.stream().map(part -> of == 0 ? 0 : (double) part / of).toList(),
                of,
                bar.total());
    }

    @Override
    public FigureChange change(Figure now, FigureChange change) {
        return now.aboutNobody() ? change : new FigureChange(Double.NaN, change.unit());
    }

    @Override
    public List<RevisionsPage.Cause> causes(List<RevisionsPage.Cause> causes) {
        return List.of();
    }

    @Override
    public Sentences sentences() {
        return sentences;
    }
}
