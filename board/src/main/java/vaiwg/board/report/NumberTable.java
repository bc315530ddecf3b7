package vaiwg.board.report;

import java.util.List;
import java.util.Optional;
import vaiwg.statistics.attrition.Estimate;
import vaiwg.statistics.attrition.StandardisedShare;

/**
 * A table of numbers.
 *
 * @param columns heads of the columns after the first
 * @param conclusion what it shows in a sentence, or empty
 */
public record NumberTable(
        String title, String subtitle, String rowHead, List<String> columns, List<Row> rows, String conclusion) {
    /** A row; {@code total} for the one that all are in. */
    public record Row(String title, String note, List<Entry> cells, boolean total) {}

    /** What a cell holds. */
    public sealed interface Entry {
        /** A figure by its value ("36.7%"), its count ("1,456") or its whole ("3,972"). */
        record Of(Figure figure, Part part) implements Entry {}

        record Moved(FigureChange change) implements Entry {}

        /** What the row's figure is read beside; none where there is nothing. */
        record Compared(List<Beside> beside) implements Entry {}

        /** The share of one arm of a trial less that of the other: of people whom chance, or a rule, put into either. */
        record Apart(Figure one, Figure other) implements Entry {
            /** With its 95 % interval; empty where a share is not shown. */
            public Optional<Estimate> difference() {
                if (one.state() != Figure.State.SHOWN || other.state() != Figure.State.SHOWN) {
                    return Optional.empty();
                }
                StandardisedShare share = new StandardisedShare();
                share.add(one.denominator(), one.numerator(), other.numerator(), other.denominator());
                return share.lessThanCohort();
            }
        }

        /** How many of one whole are not in another, which is a part of it: the cases that do not record what others do. */
        record Rest(Figure whole, Figure part) implements Entry {
            /** Empty where either is withheld. A part that was rounded up may be more than its whole: then nothing is left. */
            public Optional<Integer> number() {
                boolean known = whole.denominator() != null
                        && (part.denominator() != null || part.state() == Figure.State.NONE);
                int recorded = part.denominator() == null ? 0 : part.denominator();
                return known ? Optional.of(Math.max(0, whole.denominator() - recorded)) : Optional.empty();
            }
        }

        record Text(String text) implements Entry {}
    }

    /** Which number of a figure is shown. */
    public enum Part {
        VALUE,
        NUMERATOR,
        DENOMINATOR
    }
}
