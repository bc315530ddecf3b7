package vaiwg.kpis.facts;

import java.util.function.Predicate;
import java.util.stream.Stream;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.cases.VersionKind;
import vaiwg.kpis.facts.Rule.StepKind;
import vaiwg.kpis.reference.CodeMaps;

/**
 * The facts that are asked, by the records that state them: no others are judged, and these only of a case of which that is known. What a
 * version of a crime says by itself is judged once of it.
 */
public final class AskedFacts {
    private static final StepKind[] STEP_KINDS = StepKind.values();

    private final CodeMaps maps;
    private final Some ofCrime;
    private final Predicate<KnownCrime>[] rulesOfCrime;
    private final Some ofPast;
    private final Some ofOutcome;
    /** By kind of step. */
    private final Some[] ofSteps;

    private final FactSet allOfSteps;
    /** By kind of version, what its record states by its counted fields. */
    private final Some[] ofRecords;

    /** In how many words the bits of those of cases are, and of those of records. */
    private final int wordsOfCases;

    private final int wordsOfRecords;

    private record Some(Fact[] facts, int[] bits) {
        static Some of(FactSet asked, Predicate<Rule> rules) {
            Fact[] facts = asked.facts().filter(fact -> rules.test(fact.rule())).toArray(Fact[]::new);
            return new Some(
                    facts,
                    Stream.of(facts).mapToInt(fact -> fact.alone().lastBit()).toArray());
        }

        int words() {
            return bits.length == 0 ? 0 : bits[bits.length - 1] / Long.SIZE + 1;
        }

        void set(int i, long[] holding) {
            holding[bits[i] / Long.SIZE] |= 1L << bits[i];
        }

        void judge(KnownCase known, long[] holding) {
            for (int i = 0; i < facts.length; i++) {
                if (facts[i].holds(known)) {
                    set(i, holding);
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    public AskedFacts(FactSet asked, CodeMaps maps) {
        this.maps = maps;
        this.ofCrime = Some.of(asked, rule -> rule instanceof Rule.OfCrime);
        this.rulesOfCrime = Stream.of(ofCrime.facts)
                .map(fact -> ((Rule.OfCrime) fact.rule()).test())
                .toArray(Predicate[]::new);
        this.ofPast = Some.of(asked, rule -> rule instanceof Rule.OfPast);
        this.ofOutcome = Some.of(asked, rule -> rule instanceof Rule.OfBoth);
        this.ofSteps = Stream.of(STEP_KINDS)
                .map(kind -> Some.of(asked, rule -> rule instanceof Rule.OfSteps steps && steps.kind() == kind))
                .toArray(Some[]::new);
        this.allOfSteps = FactSet.of(Stream.of(ofSteps).flatMap(some -> Stream.of(some.facts)));
        this.ofRecords = Stream.of(VersionKind.values())
                .map(kind -> Some.of(
                        asked,
                        rule -> rule instanceof Rule.OfRecord record
                                && kind.counted()
                                        .fields()
                                        .contains(record.test().field())))
                .toArray(Some[]::new);
        this.wordsOfCases = most(Stream.concat(Stream.of(ofCrime, ofPast, ofOutcome), Stream.of(ofSteps)));
        this.wordsOfRecords = most(Stream.of(ofRecords));
    }

    private static int most(Stream<Some> some) {
        return some.mapToInt(Some::words).max().orElse(0);
    }

    public static AskedFacts all(CodeMaps maps) {
        return new AskedFacts(FactSet.of(Fact.values().stream()), maps);
    }

    public CodeMaps maps() {
        return maps;
    }

    /** Whether any is a statement about steps. */
    public boolean asksSteps() {
        return allOfSteps.size() > 0;
    }

    /** Those that hold of a version of a crime by itself. */
    FactSet of(KnownCrime crime) {
        long[] holding = new long[wordsOfCases];
        for (int i = 0; i < rulesOfCrime.length; i++) {
            if (rulesOfCrime[i].test(crime)) {
                ofCrime.set(i, holding);
            }
        }
        return FactSet.NONE.plus(holding);
    }

    public FactSet of(KnownCase known) {
        long[] holding = new long[wordsOfCases];
        ofPast.judge(known, holding);
        if (known.hasOutcome()) {
            ofOutcome.judge(known, holding);
        }
        judgeSteps(known, holding);
        return known.own().facts().plus(holding);
    }

    /**
     * Likewise, where it is known what holds of the same case with other steps.
     *
     * @param facts of the case with the other steps
     */
    public FactSet withStepsOf(KnownCase known, FactSet facts) {
        long[] holding = new long[wordsOfCases];
        judgeSteps(known, holding);
        return facts.minus(allOfSteps).plus(holding);
    }

    /** Those that a record states by its counted fields; of crimes and outcomes none, as they are judged with their case. */
    public FactSet statedBy(Version version) {
        return statedBy(version, field -> true);
    }

    /** Likewise by one of them alone. */
    public FactSet statedBy(Version version, CountedField field) {
        return statedBy(version, other -> other == field);
    }

    private FactSet statedBy(Version version, Predicate<CountedField> fields) {
        Some some = ofRecords[version.versionKind().ordinal()];
        long[] holding = new long[wordsOfRecords];
        for (int i = 0; i < some.facts.length; i++) {
            CountedField.Test test = ((Rule.OfRecord) some.facts[i].rule()).test();
            if (fields.test(test.field()) && test.holds().test(version)) {
                some.set(i, holding);
            }
        }
        return FactSet.NONE.plus(holding);
    }

    private void judgeSteps(KnownCase known, long[] holding) {
        if (known.steps().size() > 0) {
            for (StepKind kind : STEP_KINDS) {
                if (ofSteps[kind.ordinal()].facts.length > 0 && kind.isIn(known.steps())) {
                    ofSteps[kind.ordinal()].judge(known, holding);
                }
            }
        }
    }
}
