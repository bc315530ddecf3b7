package vaiwg.kpis.facts;

import java.util.stream.Stream;

/** A set of facts as four words of bits. */
public record FactSet(long first, long second, long third, long fourth) {
    /** How many facts there is room for: one more would take the bit of another. */
    static final int ROOM = 4 * Long.SIZE;

    public static final FactSet NONE = new FactSet(0, 0, 0, 0);

    private static final Fact[] FACTS = Fact.values();
    private static final FactSet OUTCOMES = judgedAt(Fact.At.OUTCOME);
    private static final FactSet ANSWERS = judgedAt(Fact.At.ANSWER);

    /**
     * Checks that every fact has a bit of its own.
     *
     * @param facts how many facts there are
     * @throws IllegalStateException in one sentence, where there are more than {@link #ROOM}
     */
    public static void requireRoom(int facts) {
        if (facts > ROOM) {
            throw new IllegalStateException("there are " + facts + " facts and room for " + ROOM
                    + ": add a word of bits to FactSet and Matcher");
        }
    }

    /** The facts that hold of a case as known. */
    public static FactSet of(KnownCase known) {
        long first = 0;
        long second = 0;
        long third = 0;
        long fourth = 0;
        for (int i = 0; i < FACTS.length; i++) {
            if (FACTS[i].holds(known)) {
                switch (i / Long.SIZE) {
                    case 0 -> first |= 1L << i;
                    case 1 -> second |= 1L << i;
                    case 2 -> third |= 1L << i;
                    default -> fourth |= 1L << i;
                }
            }
        }
        return new FactSet(first, second, third, fourth);
    }

    /** Of some facts those that hold of a case as known: the others are not even looked at. */
    public static FactSet of(KnownCase known, FactSet some) {
        return new FactSet(
                holding(known, some.first, 0),
                holding(known, some.second, Long.SIZE),
                holding(known, some.third, 2 * Long.SIZE),
                holding(known, some.fourth, 3 * Long.SIZE));
    }

    private static long holding(KnownCase known, long some, int from) {
        long found = 0;
        for (long rest = some; rest != 0; rest &= rest - 1) {
            if (FACTS[from + Long.numberOfTrailingZeros(rest)].holds(known)) {
                found |= Long.lowestOneBit(rest);
            }
        }
        return found;
    }

    /** The set of some facts. */
    public static FactSet of(Stream<Fact> facts) {
        return facts.map(FactSet::of).reduce(NONE, FactSet::plus);
    }

    /** The set of one fact. */
    public static FactSet of(Fact fact) {
        long bit = 1L << fact.ordinal();
        return switch (fact.ordinal() / Long.SIZE) {
            case 0 -> new FactSet(bit, 0, 0, 0);
            case 1 -> new FactSet(0, bit, 0, 0);
            case 2 -> new FactSet(0, 0, bit, 0);
            default -> new FactSet(0, 0, 0, bit);
        };
    }

    /** The set of some facts. */
    public static FactSet of(Fact fact, Fact... more) {
        FactSet all = of(fact);
        for (Fact one : more) {
            all = all.plus(of(one));
        }
        return all;
    }

    public boolean contains(Fact fact) {
        return meets(of(fact));
    }

    /** This set without a fact. */
    public FactSet without(Fact fact) {
        return minus(of(fact));
    }

    /** This set without what says something of an outcome. */
    public FactSet withoutOutcome() {
        return minus(OUTCOMES);
    }

    /** This set with the answers of another version of the record. */
    public FactSet withAnswersOf(FactSet other) {
        return minus(ANSWERS).plus(other.and(ANSWERS));
    }

    public FactSet plus(FactSet other) {
        return new FactSet(first | other.first, second | other.second, third | other.third, fourth | other.fourth);
    }

    /** How many facts are in it. */
    int size() {
        return Long.bitCount(first) + Long.bitCount(second) + Long.bitCount(third) + Long.bitCount(fourth);
    }

    /** What both sets hold. */
    public FactSet and(FactSet other) {
        return new FactSet(first & other.first, second & other.second, third & other.third, fourth & other.fourth);
    }

    private FactSet minus(FactSet other) {
        return and(other.complement());
    }

    boolean meets(FactSet other) {
        return (first & other.first) != 0
                || (second & other.second) != 0
                || (third & other.third) != 0
                || (fourth & other.fourth) != 0;
    }

    /** Whether it holds all of another set. */
    public boolean containsAll(FactSet other) {
        return (first & other.first) == other.first
                && (second & other.second) == other.second
                && (third & other.third) == other.third
                && (fourth & other.fourth) == other.fourth;
    }

    FactSet complement() {
        return new FactSet(~first, ~second, ~third, ~fourth);
    }

    private static FactSet judgedAt(Fact.At at) {
        FactSet all = NONE;
        for (Fact fact : FACTS) {
            if (fact.at() == at) {
                all = all.plus(of(fact));
            }
        }
        return all;
    }
}
