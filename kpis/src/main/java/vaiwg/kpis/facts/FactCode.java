package vaiwg.kpis.facts;

import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Some facts as bits of one long, as they are kept of a person. A fact's bit is its place among these by name: facts that are added
 * elsewhere leave it what it is.
 */
public final class FactCode {
    private final Fact[] facts;
    private final FactSet all;

    /** @param all at most 64 facts */
    public FactCode(FactSet all) {
        this.all = all;
        this.facts = Stream.of(Fact.values())
                .filter(all::contains)
                .sorted(Comparator.comparing(Fact::name))
                .toArray(Fact[]::new);
        if (facts.length > Long.SIZE) {
            throw new IllegalStateException("a code has room for 64 facts, not for " + facts.length);
        }
    }

    /** The facts that have a bit. */
    public FactSet all() {
        return all;
    }

    /** Of a set the facts that have a bit. */
    public long encode(FactSet set) {
        long code = 0;
        for (int bit = 0; bit < facts.length; bit++) {
            code |= set.contains(facts[bit]) ? 1L << bit : 0;
        }
        return code;
    }

    /** The set again. */
    public FactSet decode(long code) {
        FactSet set = FactSet.NONE;
        for (long rest = code; rest != 0; rest &= rest - 1) {
            set = set.plus(FactSet.of(facts[Long.numberOfTrailingZeros(rest)]));
        }
        return set;
    }
}
