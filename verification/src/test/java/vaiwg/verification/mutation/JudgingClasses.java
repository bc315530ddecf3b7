package vaiwg.verification.mutation;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The engine's classes a second time, with those that judge rewritten: facts, the numbers that percentiles are of, and what each
 * subject's history adds up to. What only carries, compiles or compares is left as it is, and so are refused records: no random force
 * has so many of one person.
 */
final class JudgingClasses extends ClassLoader {
    private static final Pattern JUDGES = Pattern.compile(
            "vaiwg\\.(kpis\\.facts|engine\\.signatures)\\.[A-Za-z$]+|vaiwg\\.kpis\\.time\\.WorkingDays");
    private static final Pattern DOES_NOT =
            Pattern.compile(".*\\.(Expression|FactSet|FactTable|Matcher|Rule|CharacteristicFacts|Theme|Posting"
                    + "|Differences|History|Signature|StepContributions|SubjectDeltas|SubjectType"
                    + "|Mentions|PersonUpdates|PersonDeltas|PersonContribution|Pairs|Change|Runs|RejectedRecords|CodedMatcher"
                    + "|Known|Step|Steps|CommonEnds|BitBalance)(\\$.*)?");
    /** Both sides speak in these, so there is one of each. */
    private static final Set<String> SHARED = Set.of(Switch.class.getName(), FigureSums.class.getName());

    private final List<JudgementMutant> mutants = new ArrayList<>();
    private final WrongJudgements wrong = new WrongJudgements(mutants);

    JudgingClasses() {
        super(JudgingClasses.class.getClassLoader());
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
            boolean judges =
                    JUDGES.matcher(name).matches() && !DOES_NOT.matcher(name).matches();
            byte[] defined = judges ? wrong.rewrite(bytecode) : bytecode;
            return defineClass(name, defined, 0, defined.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
