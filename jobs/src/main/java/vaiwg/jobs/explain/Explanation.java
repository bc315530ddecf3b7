package vaiwg.jobs.explain;

import java.util.Comparator;
import java.util.List;
import vaiwg.engine.panes.FigureDays;
import vaiwg.engine.panes.FigureSum;
import vaiwg.kpis.time.LondonDays;

/**
 * A figure at a midnight, case by case.
 *
 * @param in who counts, those of the numerator first
 * @param out who did, and does no more, on a day that counts
 * @param numerator what these add up to; of a percentile the percentile
 * @param denominator likewise; of a percentile the number of cases
 */
public record Explanation(
        Figure figure, int cutOff, List<Counted> in, List<Counted> out, int numerator, int denominator) {
    /** What was heard of a figure, as at a midnight that it listened for. */
    public static Explanation of(Figure figure, int cutOff, List<Contributor> contributors) {
        FigureDays days = figure.days(cutOff);
        FigureSum sum = new FigureSum(days);
        long instant = LondonDays.startOf(cutOff);
        for (Contributor contributor : contributors) {
            for (Change change : contributor.changes()) {
                if (change.enters() <= instant && change.times() == 0) {
                    sum.add(change.day(), change.numerator(), change.denominator());
                } else if (change.enters() <= instant) {
                    sum.addNumber(change.day(), change.number(), change.times());
                }
            }
        }
        List<Counted> counted = contributors.stream()
                .map(contributor -> Counted.of(contributor, days))
                .sorted(Comparator.comparing((Counted one) -> !one.isInNumerator())
                        .thenComparing(
                                one -> one.days().isEmpty() ? 0 : one.days().get(0))
                        .thenComparing(one -> one.contributor().reference()))
                .toList();
        return new Explanation(
                figure,
                cutOff,
                counted.stream().filter(Counted::isIn).toList(),
                counted.stream()
                        .filter(one -> !one.isIn() && !one.deciding().isEmpty())
                        .toList(),
                sum.numerator(),
                sum.denominator());
    }

    /** Those in the numerator; of a percentile all. */
    public List<Counted> ofNumerator() {
        return in.stream().filter(Counted::isInNumerator).toList();
    }

    /** Those that are in the denominator alone. */
    public List<Counted> ofTheRest() {
        return in.stream().filter(one -> !one.isInNumerator()).toList();
    }
}
