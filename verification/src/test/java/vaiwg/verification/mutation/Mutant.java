package vaiwg.verification.mutation;

import java.util.Comparator;

/**
 * One thing said wrongly on purpose.
 *
 * @param place the measure, the fact, or the class and method that judges
 * @param change what is other than it should be
 */
record Mutant(Kind kind, String place, String change) implements Comparable<Mutant> {
    /** What kind of thing it is. */
    enum Kind {
        OUTCOMES("a set of outcomes, or of causes, with one more or one less"),
        BOUND("a bound or number off by one, or its neighbour"),
        BASIS("another basis, or another horizon"),
        FILTER("a condition left out, turned round, or another one"),
        WHOLE("numerator and denominator confused"),
        CODE("another code that a fact asks of a record, one more, or none"),
        STREAM("another stream that states a fact");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    @Override
    public int compareTo(Mutant other) {
        return Comparator.comparing(Mutant::kind)
                .thenComparing(Mutant::place)
                .thenComparing(Mutant::change)
                .compare(this, other);
    }
}
