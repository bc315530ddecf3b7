package vaiwg.board.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vaiwg.board.report.RevisionsPage.Cause;

/** Causes of a change by how many cases they moved: those of fewer than five are one. */
final class JoinedCauses {
    private static final String OTHER = "other causes";

    private JoinedCauses() {}

    static List<Cause> together(List<Cause> causes) {
        List<Cause> kept = new ArrayList<>(causes);
        List<Cause> small =
                new ArrayList<>(causes.stream().filter(JoinedCauses::isSmall).toList());
        kept.removeAll(small);
        Cause other = sum(small);
        while (isSmall(other) && !kept.isEmpty()) {
            Cause least = kept.stream()
                    .min(Comparator.comparingInt(cause -> Math.abs(cause.numerator()) + Math.abs(cause.denominator())))
                    .orElseThrow();
            kept.remove(least);
            small.add(least);
            other = sum(small);
        }
        if (!small.isEmpty() && !isSmall(other)) {
            kept.add(other);
        }
        return kept;
    }

    private static Cause sum(List<Cause> causes) {
        return new Cause(
                OTHER,
                causes.stream().mapToInt(Cause::numerator).sum(),
                causes.stream().mapToInt(Cause::denominator).sum());
    }

    private static boolean isSmall(Cause cause) {
        return isSmall(cause.numerator()) || isSmall(cause.denominator());
    }

    /** None at all moved is no news of anybody. */
    private static boolean isSmall(int number) {
        return number != 0 && Math.abs(number) < Counts.LEAST;
    }
}
