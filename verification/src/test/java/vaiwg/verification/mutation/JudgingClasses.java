package vaiwg.verification.mutation;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vaiwg.engine.contributions.SubjectDeltas;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.time.PartOfDay;
import vaiwg.kpis.time.WorkingDays;

/**
 * The engine's classes a second time, with those that judge rewritten: facts, the numbers that percentiles are of, and what each
 * subject's history adds up to. What only carries, compiles or compares is left as it is, and so are rejected records: no random force
 * has so many of one person.
 */
final class JudgingClasses extends ClassLoader {
    private static final String HISTORIES = SubjectDeltas.class.getPackageName();
    private static final String FACTS = Fact.class.getPackageName();
    private static final Set<String> PACKAGES = Set.of(HISTORIES, FACTS);
    private static final Set<String> TIMES = Set.of(WorkingDays.class.getName(), PartOfDay.class.getName());
    private static final Set<String> DO_NOT = Set.of(
            FACTS + ".Expression",
            FACTS + ".FactSet",
            FACTS + ".FactTable",
            FACTS + ".Matcher",
            FACTS + ".Rule",
            FACTS + ".CharacteristicFacts",
            FACTS + ".FieldWords",
            FACTS + ".CodedMatcher",
            FACTS + ".WrongFact",
            HISTORIES + ".DeltaEntry",
            HISTORIES + ".Differences",
            HISTORIES + ".History",
            HISTORIES + ".Contribution",
            HISTORIES + ".StepContributions",
            HISTORIES + ".SubjectDeltas",
            HISTORIES + ".SubjectType",
            HISTORIES + ".PersonReferences",
            HISTORIES + ".PersonUpdates",
            HISTORIES + ".PersonDeltas",
            HISTORIES + ".PersonContribution",
            HISTORIES + ".Pairs",
            HISTORIES + ".Change",
            HISTORIES + ".Runs",
            HISTORIES + ".RejectedRecords",
            HISTORIES + ".Known",
            HISTORIES + ".Step",
            HISTORIES + ".Steps",
            HISTORIES + ".CommonEnds",
            HISTORIES + ".BitBalance");
    /** Both sides speak in these, so there is one of each. */
    private static final Set<String> SHARED = Set.of(Switch.class.getName(), FigureSums.class.getName());

    private final List<JudgementMutant> mutants = new ArrayList<>();
    private final WrongJudgements wrong = new WrongJudgements(mutants);

    /** @throws IllegalStateException where a class that is left as it is has another name now, as one that judges would be left too */
    JudgingClasses() {
        super(JudgingClasses.class.getClassLoader());
        for (String name : DO_NOT) {
            if (getParent().getResource(name.replace('.', '/') + ".class") == null) {
                throw new IllegalStateException("there is no class " + name);
            }
        }
    }

    /** Those of the classes loaded so far. */
    List<JudgementMutant> mutants() {
        return List.copyOf(mutants);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        boolean ours = name.startsWith("vaiwg.") && !name.startsWith("vaiwg.schemas.") && !SHARED.contains(name);
        if (!ours) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytecode = in.readAllBytes();
            byte[] defined = judges(name) ? wrong.rewrite(bytecode) : bytecode;
            return defineClass(name, defined, 0, defined.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private static boolean judges(String name) {
        String outer = name.replaceFirst("\\$.*", "");
        return TIMES.contains(outer)
                || PACKAGES.contains(outer.substring(0, outer.lastIndexOf('.'))) && !DO_NOT.contains(outer);
    }
}
