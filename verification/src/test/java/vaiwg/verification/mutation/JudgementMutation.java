package vaiwg.verification.mutation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;

/**
 * Judges wrongly in every way, one after the other, and looks whether the oracle tells. Where a mutant causes the very delta entries of the
 * original its figures are the original's, and it is not asked for them; nor of a force whose records never come to what is wrong.
 */
final class JudgementMutation {
    private final List<FigureSums> oracle;
    private final JudgingClasses classes = new JudgingClasses();
    private final IntFunction<FigureSums> figures;
    private final IntToLongFunction entries;
    private final long[] right;
    /** By force, the mutants that can make a difference to it. */
    private final List<BitSet> met = new ArrayList<>();

    @SuppressWarnings("unchecked")
    JudgementMutation(List<Integer> numbers, long seed, Map<String, FigureSums> oracle)
            throws ReflectiveOperationException {
        this.oracle = List.copyOf(oracle.values());
        Object forces = classes.loadClass(JudgedForces.class.getName())
                .getConstructor(List.class, Long.class)
                .newInstance(numbers, seed);
        figures = (IntFunction<FigureSums>) forces;
        entries = (IntToLongFunction) forces;
        right = new long[oracle.size()];
        for (int force = 0; force < right.length; force++) {
            Switch.met();
            right[force] = entries.applyAsLong(force);
            met.add(Switch.met());
            if (isTold(force)) {
                throw new IllegalStateException("with no mutant on, force " + force + " differs from the oracle");
            }
        }
    }

    List<JudgementMutant> all() {
        return classes.mutants();
    }

    /** Those that no force tells from the original. */
    List<JudgementMutant> survivors(List<JudgementMutant> mutants) {
        List<JudgementMutant> survivors = new ArrayList<>();
        for (JudgementMutant mutant : mutants) {
            Switch.turnOn(mutant.id(), mutant.code());
            try {
                if (!isTold(mutant)) {
                    survivors.add(mutant);
                }
            } finally {
                Switch.turnOff();
            }
        }
        return survivors;
    }

    /** Who judges so wrongly that nothing comes of it is told too. */
    private boolean isTold(JudgementMutant mutant) {
        try {
            for (int force = 0; force < right.length; force++) {
                boolean differs = met.get(force).get(mutant.id()) && entries.applyAsLong(force) != right[force];
                if (differs && isTold(force)) {
                    return true;
                }
            }
            return false;
        } catch (RuntimeException e) {
            return true;
        }
    }

    private boolean isTold(int force) {
        FigureSums published = figures.apply(force);
        Set<String> keys = new HashSet<>(published.keys());
        keys.addAll(oracle.get(force).keys());
        return oracle.get(force).differ(published, keys);
    }
}
