package vaiwg.board;

import java.util.Comparator;

/**
 * One published value.
 *
 * @param denominator null for a count
 * @param suppressed whether the numbers were too small to leave the database; they are then 0 and null here
 */
record Cell(Key key, String definitionHash, int numerator, Integer denominator, boolean suppressed) {
    /** A measure, how it is read, and by what it is cut. */
    record Key(String kpi, View view, String slice) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::kpi)
                .thenComparing(key -> key.view().basis())
                .thenComparing(key -> key.view().window())
                .thenComparing(Key::slice);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    static Cell open(Key key, String definitionHash, int numerator, Integer denominator) {
        return new Cell(key, definitionHash, numerator, denominator, false);
    }

    /** A restricted value of so few that the database gives no number. */
    static Cell suppressed(Key key, String definitionHash) {
        return new Cell(key, definitionHash, 0, null, true);
    }
}
