package vaiwg.board.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.board.report.Block.Cell;
import vaiwg.board.report.Block.Line;
import vaiwg.board.report.Block.Part;
import vaiwg.kpis.text.Digits;
import vaiwg.statistics.attrition.Estimate;
import vaiwg.statistics.attrition.StandardisedShare;

/** Two arms, or two groups, of people. */
record Arms(String title, Figure one, Figure other) {
    static final int POINTS = 100;

    /** The share of the one less that of the other, with its 95% interval. */
    Optional<Estimate> difference() {
        if (one.state() != Figure.State.SHOWN || other.state() != Figure.State.SHOWN) {
            return Optional.empty();
        }
        return apart(one.numerator(), one.denominator(), other.numerator(), other.denominator());
    }

    private static Optional<Estimate> apart(int one, int ofOne, int other, int ofOther) {
        StandardisedShare share = new StandardisedShare();
        share.add(ofOne, one, other, ofOther);
        return share.lessThanCohort();
    }

    /**
     * Whether it could be settled by those who were selected and are not in it yet, if all of them in one arm were counted and none in the
     * other.
     */
    boolean canBeSettled(int selected, int selectedOther) {
        int toCome = Math.max(0, selected - one.denominator());
        int toComeOther = Math.max(0, selectedOther - other.denominator());
        int of = one.denominator() + toCome;
        int ofOther = other.denominator() + toComeOther;
        return Stream.of(
                        apart(one.numerator() + toCome, of, other.numerator(), ofOther),
                        apart(one.numerator(), of, other.numerator() + toComeOther, ofOther))
                .flatMap(Optional::stream)
                .anyMatch(TrialVerdict::isSettled);
    }

    Arms called(String name) {
        return new Arms(name, one, other);
    }

    Line line() {
        List<Cell> cells = new ArrayList<>();
        for (Figure arm : List.of(one, other)) {
            cells.add(Cell.of(arm, Part.COUNT));
            cells.add(Cell.of(arm, Part.WHOLE));
            cells.add(Cell.of(arm, Part.VALUE));
        }
        cells.add(Cell.of(difference().map(Arms::points).orElseGet(() -> Facts.instead(one, other))));
        return new Line(title, cells, false);
    }

    /** "−16.0 (−32.9 to 2.3)". */
    static String points(Estimate points) {
        return Digits.decimal(POINTS * points.value(), 1) + " (" + Digits.decimal(POINTS * points.lower(), 1) + " to "
                + Digits.decimal(POINTS * points.upper(), 1) + ")";
    }
}
