package vaiwg.board.report;

import java.util.Optional;
import vaiwg.board.Tier;
import vaiwg.kpis.suppression.FigureKey;
import vaiwg.kpis.suppression.PeopleCount;
import vaiwg.kpis.suppression.Withheld;

/**
 * What of a number the readers of a tier see ({@code docs/figures.md}): leads all, the board what was not withheld when it was published,
 * everybody rounded numbers: 0 is 0, one to seven are {@code *}, all else is to the nearest five, and shares are of the rounded numbers.
 */
record TierRule(Tier tier) {
    private static final int TO = 5;
    private static final int MOST_HIDDEN = 7;

    Figure figure(Figure figure) {
        boolean none = figure.numerator() == null && figure.denominator() == null;
        if (tier == Tier.INTERNAL || figure.countsWork() || none) {
            return figure;
        }
        return tier == Tier.BOARD ? withheld(figure) : rounded(figure);
    }

    /** Empty for a point that is not drawn: nothing was decided of it when it was published, so it is judged by its own numbers. */
    Optional<BlockPoint> point(BlockPoint point, Unit unit, boolean countsWork) {
        if (tier == Tier.INTERNAL || countsWork) {
            return Optional.of(point);
        }
        if (tier == Tier.BOARD) {
            boolean few = isSmall(unit, point.numerator(), point.denominator());
            return Optional.of(point).filter(shown -> !few);
        }
        if (isHidden(unit, point.numerator(), point.denominator())) {
            return Optional.empty();
        }
        return Optional.of(new BlockPoint(
                point.firstDay(),
                point.lastDay(),
                value(unit, point.value(), point.numerator(), point.denominator()),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                rounded(counts(unit), point.numerator()),
                rounded(hasCases(unit), point.denominator()),
                point.state(),
                point.trial()));
    }

    /** Whether texts may quote exact numbers. */
    boolean isExact() {
        return tier != Tier.PUBLIC;
    }

    /** Whether the sentences of a matter quote what is not seen. */
    boolean hides(Matter matter) {
        return !isExact() || tier == Tier.BOARD && matter.ofFew();
    }

    /** Whether a number of cases may be told that is of no published row. */
    boolean tells(int number) {
        return tier == Tier.INTERNAL || isExact() && !PeopleCount.isSmall(number);
    }

    private static Figure withheld(Figure figure) {
        boolean few = isSmall(figure.unit(), figure.numerator(), figure.denominator()) && !isOfLargeArm(figure);
        Optional<Withheld> why =
                figure.withheld().or(() -> Optional.of(Withheld.SMALL).filter(small -> few));
        boolean saysFew = why.equals(Optional.of(Withheld.SMALL))
                && counts(figure.unit())
                && figure.numerator() != null
                && figure.numerator() < PeopleCount.LEAST;
        return why.isEmpty() ? figure : figure.without(saysFew ? Figure.State.BELOW_FIVE : Figure.State.SUPPRESSED);
    }

    private static boolean isOfLargeArm(Figure figure) {
        FigureKey key =
                new FigureKey(figure.kpi(), figure.key().basis(), figure.key().slice());
        return figure.denominator() != null && key.isOfLargeArm(figure.denominator());
    }

    private static boolean isSmall(Unit unit, Integer numerator, Integer denominator) {
        int part = counts(unit) && numerator != null ? numerator : 0;
        int whole = hasCases(unit) && denominator != null ? denominator : 0;
        boolean fewLeft = unit == Unit.SHARE && PeopleCount.isSmall(whole - part);
        return PeopleCount.isSmall(part) || PeopleCount.isSmall(whole) || fewLeft;
    }

    private static Figure rounded(Figure figure) {
        Unit unit = figure.unit();
        Integer part = figure.numerator();
        Integer whole = figure.denominator();
        return isHidden(unit, part, whole)
                ? figure.without(Figure.State.ONE_TO_SEVEN)
                : figure.with(
                        rounded(counts(unit), part),
                        rounded(hasCases(unit), whole),
                        value(unit, figure.value(), part, whole),
                        figure.state());
    }

    private static boolean isHidden(Unit unit, Integer numerator, Integer denominator) {
        return counts(unit) && numerator != null && isHidden(numerator)
                || hasCases(unit) && denominator != null && isHidden(denominator);
    }

    private static boolean isHidden(int count) {
        return count > 0 && count <= MOST_HIDDEN;
    }

    /** A percentile counts nobody. */
    private static boolean counts(Unit unit) {
        return unit != Unit.DAYS && unit != Unit.HOURS;
    }

    /** A population is no number of cases. */
    private static boolean hasCases(Unit unit) {
        return unit != Unit.PER_1_000 && unit != Unit.PER_10_000;
    }

    private static Integer rounded(boolean isNumber, Integer number) {
        return isNumber && number != null ? Integer.valueOf(Math.floorDiv(number + TO / 2, TO) * TO) : number;
    }

    /** A value as its rounded numbers have it. */
    private static double value(Unit unit, double value, Integer numerator, Integer denominator) {
        if (!counts(unit) || numerator == null || numerator == 0 || Double.isNaN(value)) {
            return value;
        }
        double exact = (double) numerator / (denominator == null ? 1 : denominator);
        double shown =
                (double) rounded(true, numerator) / (denominator == null ? 1 : rounded(hasCases(unit), denominator));
        return value * shown / exact;
    }
}
