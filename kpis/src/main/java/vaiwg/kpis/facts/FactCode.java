package vaiwg.kpis.facts;

import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Some facts as bits of one long, as they are kept of a person. A fact's bit is its place among these by name: facts that are added
 * elsewhere leave it what it is.
 */
public final class FactCode {
    private final Fact[] facts;
    private final FactSet[] sets;
    private final long outcomes;

    /** @param all at most 64 facts */
    public FactCode(FactSet all) {
        this.facts = all.facts().sorted(Comparator.comparing(Fact::name)).toArray(Fact[]::new);
        if (facts.length > Long.SIZE) {
            throw new IllegalStateException("a code has room for 64 facts, not for " + facts.length);
        }
        sets = Stream.of(facts).map(FactSet::of).toArray(FactSet[]::new);
        long found = 0;
        for (int bit = 0; bit < facts.length; bit++) {
            found |= facts[bit].at() == Fact.At.OUTCOME ? 1L << bit : 0;
        }
        this.outcomes = found;
    }

    /** The bits of some facts, of those that have one. */
    public long of(Fact... some) {
        long code = 0;
        for (Fact fact : some) {
            code |= of(FactSet.of(fact));
        }
        return code;
    }

    /** The bits of all facts that say something of an outcome. */
    public long outcomes() {
        return outcomes;
    }

    /** The bits of all facts that are stated of a crime, and not of a person or a place. */
    public long ofCrimes() {
        long code = 0;
        for (int bit = 0; bit < facts.length; bit++) {
            code |= facts[bit].isOfPersons() ? 0 : 1L << bit;
        }
        return code;
    }

    /**
     * The facts that hold of a case as known.
     *
     * @param some the bits of those that are asked: the others are not even looked at
     */
    public long of(KnownCase known, long some) {
        long code = 0;
        for (long rest = some; rest != 0; rest &= rest - 1) {
            code |= holds(known, Long.numberOfTrailingZeros(rest)) ? Long.lowestOneBit(rest) : 0;
        }
        return code;
    }

    /** What the crime says by itself is known already. */
    private boolean holds(KnownCase known, int bit) {
        return facts[bit].rule() instanceof Rule.OfCrime
                ? known.own().facts().meets(sets[bit])
                : facts[bit].holds(known);
    }

    /** The same condition, asked of codes; it may ask only for facts that have a bit. */
    public CodedMatcher compile(Matcher matcher) {
        CodedMatcher coded = new CodedMatcher();
        matcher.forEachClause((holds, fails) -> coded.add(of(holds), of(fails)));
        return coded;
    }

    private long of(FactSet set) {
        long code = 0;
        for (int bit = 0; bit < facts.length; bit++) {
            code |= set.meets(sets[bit]) ? 1L << bit : 0;
        }
        return code;
    }
}
