package vaiwg.verification.mutation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * Judges wrongly in every way, one after the other, and looks whether the oracle tells. Where a mutant causes the very delta entries of the
 * original its figures are the original's, and it is not asked for them; nor of a force whose records never come to what is wrong.
 */
final class JudgementMutation {
    private final List<FigureSums> oracle;
    private final JudgingClasses classes = new JudgingClasses();
    private final IntFunction<FigureSums> figures;
    private final IntToLongFunction entries;
    private final Consumer<List<String>> facts;
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
        facts = (Consumer<List<String>>) forces;
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
                if (!isTold(force -> met.get(force).get(mutant.id()) && entries.applyAsLong(force) != right[force])) {
                    survivors.add(mutant);
                }
            } finally {
                Switch.turnOff();
            }
        }
        return survivors;
    }

    /** Of rows of facts likewise: what such a one asks of cases is in their entries. */
    List<FactMutant> survivingFacts(List<FactMutant> mutants) {
        facts.accept(List.of());
        if (isTold(0)) {
            throw new IllegalStateException("with no fact wrong, a copy of the catalogue differs from the oracle");
        }
        long[] copied = IntStream.range(0, right.length).mapToLong(entries).toArray();
        List<FactMutant> survivors = new ArrayList<>();
        for (FactMutant mutant : mutants) {
            facts.accept(mutant.said());
            if (!isTold(force -> !mutant.isOfCode() || entries.applyAsLong(force) != copied[force])) {
                survivors.add(mutant);
            }
        }
        facts.accept(List.of());
        return survivors;
    }

    /** Whether any force tells, of those that can; who judges so wrongly that nothing comes of it is told too. */
    private boolean isTold(IntPredicate can) {
        try {
            return IntStream.range(0, right.length).anyMatch(force -> can.test(force) && isTold(force));
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
