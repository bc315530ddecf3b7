package vaiwg.kpis.facts;

import java.util.function.Predicate;
import java.util.stream.Stream;
import vaiwg.kpis.facts.Rule.StepKind;
import vaiwg.kpis.reference.CodeMaps;

/**
 * The facts of cases that are asked, by the records that state them: no others are judged, and these only of a case of which that is known. What a
 * version of a crime says by itself is judged once of it.
 */
public final class AskedFacts {
    private static final StepKind[] STEP_KINDS = StepKind.values();

    private final CodeMaps maps;
    private final Fact[] ofCrime;
    private final Predicate<KnownCrime>[] rulesOfCrime;
    private final Fact[] ofPast;
    private final Fact[] ofOutcome;
    /** By kind of step. */
    private final Fact[][] ofSteps;

    private final FactSet allOfSteps;

    /** @param asked facts, of which those matter that can be true of a case */
    @SuppressWarnings("unchecked")
    public AskedFacts(FactSet asked, CodeMaps maps) {
        this.maps = maps;
        this.ofCrime = some(asked, rule -> rule instanceof Rule.OfCrime);
        this.rulesOfCrime = Stream.of(ofCrime)
                .map(fact -> ((Rule.OfCrime) fact.rule()).test())
                .toArray(Predicate[]::new);
        this.ofPast = some(asked, rule -> rule instanceof Rule.OfPast);
        this.ofOutcome = some(asked, rule -> rule instanceof Rule.OfOutcome || rule instanceof Rule.OfBoth);
        this.ofSteps = Stream.of(STEP_KINDS)
                .map(kind -> some(asked, rule -> rule instanceof Rule.OfSteps steps && steps.kind() == kind))
                .toArray(Fact[][]::new);
        this.allOfSteps = FactSet.of(Stream.of(ofSteps).flatMap(Stream::of));
    }

    /** All facts that there are. */
    public static AskedFacts all(CodeMaps maps) {
        return new AskedFacts(FactSet.of(Stream.of(Fact.values())), maps);
    }

    private static Fact[] some(FactSet asked, Predicate<Rule> rules) {
        return Stream.of(Fact.values())
                .filter(fact -> asked.contains(fact) && rules.test(fact.rule()))
                .toArray(Fact[]::new);
    }

    /** The code maps by which they are judged. */
    public CodeMaps maps() {
        return maps;
    }

    /** Whether any is a statement about steps. */
    public boolean asksSteps() {
        return allOfSteps.size() > 0;
    }

    /** Those that hold of a version of a crime by itself. */
    FactSet of(KnownCrime crime) {
        long[] words = new long[FactSet.WORDS_OF_CASES];
        for (int i = 0; i < rulesOfCrime.length; i++) {
            if (rulesOfCrime[i].test(crime)) {
                words[ofCrime[i].ordinal() / Long.SIZE] |= 1L << ofCrime[i].ordinal();
            }
        }
        return FactSet.NONE.plus(words);
    }

    /** Those that hold of a case as known. */
    public FactSet of(KnownCase known) {
        long[] words = new long[FactSet.WORDS_OF_CASES];
        judge(ofPast, known, words);
        if (known.hasOutcome()) {
            judge(ofOutcome, known, words);
        }
        judgeSteps(known, words);
        return known.own().facts().plus(words);
    }

    /**
     * Likewise, where it is known what holds of the same case with other steps.
     *
     * @param facts of the case with the other steps
     */
    public FactSet withStepsOf(KnownCase known, FactSet facts) {
        long[] words = new long[FactSet.WORDS_OF_CASES];
        judgeSteps(known, words);
        return facts.minus(allOfSteps).plus(words);
    }

    private void judgeSteps(KnownCase known, long[] words) {
        if (known.steps().size() > 0) {
            for (StepKind kind : STEP_KINDS) {
                if (ofSteps[kind.ordinal()].length > 0 && kind.isIn(known.steps())) {
                    judge(ofSteps[kind.ordinal()], known, words);
                }
            }
        }
    }

    private static void judge(Fact[] some, KnownCase known, long[] words) {
        for (Fact fact : some) {
            if (fact.holds(known)) {
                words[fact.ordinal() / Long.SIZE] |= 1L << fact.ordinal();
            }
        }
    }
}
