package vaiwg.kpis.facts;

import java.util.stream.Stream;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.cases.VersionKind;

/** A set of facts as seven words of bits. What holds of a case is in the first three. */
public record FactSet(long first, long second, long third, long fourth, long fifth, long sixth, long seventh) {
    /** How many facts there is room for: one more would take the bit of another. */
    static final int ROOM = 7 * Long.SIZE;

    /** How many of them, the first ones, can be of a case. */
    static final int ROOM_OF_CASES = 3 * Long.SIZE;

    static final int WORDS_OF_CASES = ROOM_OF_CASES / Long.SIZE;

    public static final FactSet NONE = new FactSet(0, 0, 0, 0, 0, 0, 0);

    private static final Fact[] FACTS = Fact.values();
    /** The set of each fact alone. */
    private static final FactSet[] SINGLE =
            Stream.of(FACTS).map(FactSet::single).toArray(FactSet[]::new);

    private static final FactSet OUTCOMES = judgedAt(Fact.At.OUTCOME);
    private static final FactSet ANSWERS = judgedAt(Fact.At.ANSWER);
    /** By kind of version the facts that its record states by its counted fields. */
    private static final Fact[][] STATED = stated();

    /**
     * Checks that every fact has a bit of its own.
     *
     * @param facts how many facts there are
     * @throws IllegalStateException in one sentence, where there are more than {@link #ROOM}
     */
    public static void requireRoom(int facts) {
        requireRoomOfCases(Fact.ORPHAN_OUTCOME.ordinal());
        if (facts > ROOM) {
            throw new IllegalStateException("there are " + facts + " facts and room for " + ROOM
                    + ": add a word of bits to FactSet and Matcher");
        }
    }

    /**
     * Checks that every fact of a case is in the words that are judged of cases.
     *
     * @param facts how many facts there are of cases
     * @throws IllegalStateException in one sentence, where there are more than {@link #ROOM_OF_CASES}
     */
    static void requireRoomOfCases(int facts) {
        if (facts > ROOM_OF_CASES) {
            throw new IllegalStateException("there are " + facts + " facts of cases and room for " + ROOM_OF_CASES
                    + ": judge another word of bits in AskedFacts and FactSet");
        }
    }

    /** The set of some facts. */
    public static FactSet of(Stream<Fact> facts) {
        return facts.map(FactSet::of).reduce(NONE, FactSet::plus);
    }

    private static FactSet single(Fact fact) {
        long bit = 1L << fact.ordinal();
        return switch (fact.ordinal() / Long.SIZE) {
            case 0 -> new FactSet(bit, 0, 0, 0, 0, 0, 0);
            case 1 -> new FactSet(0, bit, 0, 0, 0, 0, 0);
            case 2 -> new FactSet(0, 0, bit, 0, 0, 0, 0);
            case 3 -> new FactSet(0, 0, 0, bit, 0, 0, 0);
            case 4 -> new FactSet(0, 0, 0, 0, bit, 0, 0);
            case 5 -> new FactSet(0, 0, 0, 0, 0, bit, 0);
            default -> new FactSet(0, 0, 0, 0, 0, 0, bit);
        };
    }

    /** The set of one fact. */
    public static FactSet of(Fact fact) {
        return SINGLE[fact.ordinal()];
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

    /** This set without what says something of an outcome; itself where nothing does. */
    public FactSet withoutOutcome() {
        return meets(OUTCOMES) ? minus(OUTCOMES) : this;
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
        FactSet answers = other == null ? NONE : other.facts().and(ANSWERS);
        return and(ANSWERS).equals(answers) ? this : minus(ANSWERS).plus(answers);
    }

    public FactSet plus(FactSet other) {
        return new FactSet(
                first | other.first,
                second | other.second,
                third | other.third,
                fourth | other.fourth,
                fifth | other.fifth,
                sixth | other.sixth,
                seventh | other.seventh);
    }

    /**
     * This set with some facts of cases; itself where there are none.
     *
     * @param words their bits in {@link #WORDS_OF_CASES} words
     */
    FactSet plus(long[] words) {
        return (words[0] | words[1] | words[2]) == 0
                ? this
                : new FactSet(first | words[0], second | words[1], third | words[2], fourth, fifth, sixth, seventh);
    }

    /** Eight facts as a number of 0 to 255, by their place: those with ordinals {@code 8 * place} and on. */
    int byteAt(int place) {
        long word =
                switch (place >>> 3) {
                    case 0 -> first;
                    case 1 -> second;
                    case 2 -> third;
                    case 3 -> fourth;
                    case 4 -> fifth;
                    case 5 -> sixth;
                    default -> seventh;
                };
        return (int) (word >>> (place & 7) * Byte.SIZE) & 0xFF;
    }

    /** How many facts are in it. */
    int size() {
        return Long.bitCount(first)
                + Long.bitCount(second)
                + Long.bitCount(third)
                + Long.bitCount(fourth)
                + Long.bitCount(fifth)
                + Long.bitCount(sixth)
                + Long.bitCount(seventh);
    }

    /** What both sets hold. */
    public FactSet and(FactSet other) {
        return new FactSet(
                first & other.first,
                second & other.second,
                third & other.third,
                fourth & other.fourth,
                fifth & other.fifth,
                sixth & other.sixth,
                seventh & other.seventh);
    }

    FactSet minus(FactSet other) {
        return new FactSet(
                first & ~other.first,
                second & ~other.second,
                third & ~other.third,
                fourth & ~other.fourth,
                fifth & ~other.fifth,
                sixth & ~other.sixth,
                seventh & ~other.seventh);
    }

    boolean meets(FactSet other) {
        return (first & other.first) != 0
                || (second & other.second) != 0
                || (third & other.third) != 0
                || (fourth & other.fourth) != 0
                || (fifth & other.fifth) != 0
                || (sixth & other.sixth) != 0
                || (seventh & other.seventh) != 0;
    }

    /** Whether it holds some of the facts where another set does not, or the other way round. */
    public boolean differsIn(FactSet some, FactSet other) {
        return ((first ^ other.first) & some.first
                        | (second ^ other.second) & some.second
                        | (third ^ other.third) & some.third
                        | (fourth ^ other.fourth) & some.fourth
                        | (fifth ^ other.fifth) & some.fifth
                        | (sixth ^ other.sixth) & some.sixth
                        | (seventh ^ other.seventh) & some.seventh)
                != 0;
    }

    /** Whether it holds all of another set. */
    public boolean containsAll(FactSet other) {
        return (first & other.first) == other.first
                && (second & other.second) == other.second
                && (third & other.third) == other.third
                && (fourth & other.fourth) == other.fourth
                && (fifth & other.fifth) == other.fifth
                && (sixth & other.sixth) == other.sixth
                && (seventh & other.seventh) == other.seventh;
    }

    /** The facts that a record states by its counted fields; of crimes and outcomes none, as they are judged with their case. */
    public static FactSet statedBy(Version version) {
        long[] words = new long[ROOM / Long.SIZE];
        for (Fact fact : STATED[version.versionKind().ordinal()]) {
            if (((Rule.OfRecord) fact.rule()).test().holds().test(version)) {
                words[fact.ordinal() / Long.SIZE] |= 1L << fact.ordinal();
            }
        }
        return new FactSet(words[0], words[1], words[2], words[3], words[4], words[5], words[6]);
    }

    private static Fact[][] stated() {
        return Stream.of(VersionKind.values())
                .map(kind -> Stream.of(FACTS)
                        .filter(fact -> fact.rule() instanceof Rule.OfRecord rule
                                && kind.counted().fields().contains(rule.test().field()))
                        .toArray(Fact[]::new))
                .toArray(Fact[][]::new);
    }

    private static FactSet judgedAt(Fact.At at) {
        return of(Stream.of(FACTS).filter(fact -> fact.at() == at));
    }
}
