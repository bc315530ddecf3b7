package vaiwg.kpis.facts;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A set of facts, a bit each, in as many words as the last of them needs. A fact takes the next free bit when a set first holds it, so there are
 * as many as are asked; bits differ from one run to another and are never stored.
 */
public final class FactSet {
    public static final FactSet NONE = new FactSet(new long[0]);

    /** By their bits. */
    private static volatile Fact[] facts = {};

    private static volatile FactSet outcomes = NONE;
    private static volatile FactSet answers = NONE;

    /** The last one is not 0. */
    private final long[] words;

    private FactSet(long[] words) {
        this.words = words;
    }

    /** The set of a fact that no set has held yet; the caller asks once of each, one after the other. */
    static FactSet ofNew(Fact fact) {
        int bit = facts.length;
        long[] words = new long[bit / Long.SIZE + 1];
        words[bit / Long.SIZE] = 1L << bit;
        FactSet alone = new FactSet(words);
        if (fact.at() == Fact.At.OUTCOME) {
            outcomes = outcomes.plus(alone);
        } else if (fact.at() == Fact.At.ANSWER) {
            answers = answers.plus(alone);
        }
        Fact[] more = Arrays.copyOf(facts, bit + 1);
        more[bit] = fact;
        facts = more;
        return alone;
    }

    /** @param bits in as many words as they need, or more */
    private static FactSet of(long[] bits) {
        int length = lengthOf(bits);
        return length == 0 ? NONE : new FactSet(length == bits.length ? bits : Arrays.copyOf(bits, length));
    }

    private static int lengthOf(long[] bits) {
        int length = bits.length;
        while (length > 0 && bits[length - 1] == 0) {
            length--;
        }
        return length;
    }

    public static FactSet of(Stream<Fact> facts) {
        return facts.map(Fact::alone).reduce(NONE, FactSet::plus);
    }

    public static FactSet of(Fact fact) {
        return fact.alone();
    }

    public static FactSet of(Fact fact, Fact... more) {
        return of(Stream.concat(Stream.of(fact), Stream.of(more)));
    }

    /** The facts in it, in the order of their bits. */
    Stream<Fact> facts() {
        Fact[] all = facts;
        return IntStream.range(0, words.length * Long.SIZE)
                .filter(bit -> (words[bit / Long.SIZE] >>> bit & 1) != 0)
                .mapToObj(bit -> all[bit]);
    }

    /** This set without what says something of an outcome; itself where nothing does. */
    public FactSet withoutOutcome() {
        return meets(outcomes) ? minus(outcomes) : this;
    }

    /**
     * This set as known now, then as of each horizon after the day from which it is counted.
     *
     * @param outcomeFrom the least horizon at which what it says of an outcome was so; before that it is left out
     */
    public FactSet[] atHorizons(int[] horizons, int outcomeFrom) {
        FactSet without = null;
        FactSet[] sets = new FactSet[horizons.length + 1];
        sets[0] = this;
        for (int i = 0; i < horizons.length; i++) {
            if (horizons[i] >= outcomeFrom) {
                sets[i + 1] = this;
            } else {
                without = without == null ? withoutOutcome() : without;
                sets[i + 1] = without;
            }
        }
        return sets;
    }

    /** This set with the answers of another version of the record, or without any where that is null; itself where they are the same. */
    public FactSet withAnswersOf(KnownCrime other) {
        FactSet theirs = other == null ? NONE : other.facts();
        return differsIn(answers, theirs) ? minus(answers).plus(theirs.and(answers)) : this;
    }

    public FactSet plus(FactSet other) {
        if (other.words.length > words.length) {
            return other.plus(this);
        }
        return other.words.length == 0 || containsAll(other)
                ? this
                : new FactSet(with(other.words, other.words.length));
    }

    /** This set with a fact; itself where it is in it. */
    public FactSet plus(Fact fact) {
        return plus(fact.alone());
    }

    /** This set with a fact where that holds, else itself. */
    public FactSet plusIf(boolean holds, Fact fact) {
        return holds ? plus(fact) : this;
    }

    /** This set with some facts; itself where there are none. */
    FactSet plus(long[] bits) {
        int length = lengthOf(bits);
        return length == 0 ? this : new FactSet(with(bits, length));
    }

    private long[] with(long[] bits, int length) {
        long[] all = Arrays.copyOf(words, Math.max(length, words.length));
        for (int i = 0; i < length; i++) {
            all[i] |= bits[i];
        }
        return all;
    }

    /** Eight facts as a number of 0 to 255, by their place: those at bits {@code 8 * place} and on. */
    int byteAt(int place) {
        int word = place >>> 3;
        return word < words.length ? (int) (words[word] >>> (place & 7) * Byte.SIZE) & 0xFF : 0;
    }

    int words() {
        return words.length;
    }

    /** The last fact's bit, from 0. */
    int lastBit() {
        return words.length * Long.SIZE - 1 - Long.numberOfLeadingZeros(words[words.length - 1]);
    }

    int size() {
        int size = 0;
        for (long word : words) {
            size += Long.bitCount(word);
        }
        return size;
    }

    /** What both sets hold. */
    public FactSet and(FactSet other) {
        long[] both = Arrays.copyOf(words, Math.min(words.length, other.words.length));
        for (int i = 0; i < both.length; i++) {
            both[i] &= other.words[i];
        }
        return of(both);
    }

    FactSet minus(FactSet other) {
        long[] rest = words.clone();
        for (int i = 0; i < Math.min(words.length, other.words.length); i++) {
            rest[i] &= ~other.words[i];
        }
        return of(rest);
    }

    boolean meets(FactSet other) {
        for (int i = 0; i < Math.min(words.length, other.words.length); i++) {
            if ((words[i] & other.words[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether it holds some of the facts where another set does not, or the other way round. */
    public boolean differsIn(FactSet some, FactSet other) {
        for (int i = 0; i < some.words.length; i++) {
            if (((word(i) ^ other.word(i)) & some.words[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    private long word(int i) {
        return i < words.length ? words[i] : 0;
    }

    /** Whether it holds all of another set. */
    public boolean containsAll(FactSet other) {
        for (int i = 0; i < other.words.length; i++) {
            if ((other.words[i] & ~word(i)) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof FactSet set && Arrays.equals(words, set.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }
}
