package vaiwg.kpis.facts;

/** A set of facts as two words of bits. */
public record FactSet(long low, long high) {
    public static final FactSet NONE = new FactSet(0, 0);

    private static final Fact[] FACTS = Fact.values();
    private static final FactSet OUTCOMES = judgedAt(Fact.At.OUTCOME);
    private static final FactSet ANSWERS = judgedAt(Fact.At.ANSWER);

    /** The facts that hold of a case as known. */
    public static FactSet of(KnownCase known) {
        long low = 0;
        long high = 0;
        for (int i = 0; i < FACTS.length; i++) {
            if (FACTS[i].holds(known)) {
                if (i < Long.SIZE) {
                    low |= 1L << i;
                } else {
                    high |= 1L << i;
                }
            }
        }
        return new FactSet(low, high);
    }

    /** The set of one fact. */
    public static FactSet of(Fact fact) {
        int bit = fact.ordinal();
        return bit < Long.SIZE ? new FactSet(1L << bit, 0) : new FactSet(0, 1L << bit);
    }

    public boolean contains(Fact fact) {
        return meets(of(fact));
    }

    /** This set without what says something of an outcome. */
    public FactSet withoutOutcome() {
        return minus(OUTCOMES);
    }

    /** This set with the answers of another version of the record. */
    public FactSet withAnswersOf(FactSet other) {
        return minus(ANSWERS).plus(new FactSet(other.low & ANSWERS.low, other.high & ANSWERS.high));
    }

    public FactSet plus(FactSet other) {
        return new FactSet(low | other.low, high | other.high);
    }

    private FactSet minus(FactSet other) {
        return new FactSet(low & ~other.low, high & ~other.high);
    }

    boolean meets(FactSet other) {
        return (low & other.low) != 0 || (high & other.high) != 0;
    }

    boolean containsAll(FactSet other) {
        return (low & other.low) == other.low && (high & other.high) == other.high;
    }

    FactSet complement() {
        return new FactSet(~low, ~high);
    }

    boolean isEmpty() {
        return low == 0 && high == 0;
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
