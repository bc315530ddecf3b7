package vaiwg.kpis.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.Counted;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.PackedCode;
import vaiwg.kpis.cases.UnitCode;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.reference.CodeMaps;

/**
 * A definition holds a fact's words, not its code: so whoever changes what a fact says of cases must change its words, or figures
 * under two rules would bear one definition. The facts' answers on a fixed set of cases are kept here; where both are changed, write
 * them anew with {@code -Dvaiwg.golden.write=true}.
 *
 * <p>Not here are facts that hold of none of these cases, as those of steps, audits, persons and places, which a crime and its outcome alone
 * do not have: noughts are the answer of any rule. That they are right is held elsewhere: what they ask of a code or a stream by their rows of
 * {@code reference/facts.csv}, which mutation testing makes wrong on purpose (docs/mutation.md), as it does the code by which they are judged.
 */
class FactRulesTest {
    private static final Path KEPT = Path.of("src/test/resources/vaiwg/kpis/facts/rules.txt");
    private static final int CASES = 3_000;
    private static final long DAY = 86_400_000L;
    private static final long BASE = 1_700_000_000_000L;
    private static final List<String> CODES = List.of(
            "", "19A", "19C", "17A", "20B", "8Q", "8L", "8M", "8R", "1", "1A", "9", "10", "14", "15", "16", "18", "20",
            "21", "22");

    private static final List<String> REASONS = List.of(
            "",
            "FEAR_OF_REPRISAL",
            "LENGTH_OF_PROCESS",
            "COURT_CONCERNS",
            "NOT_KEPT_INFORMED",
            "OTHER_SUPPORT_CHOSEN",
            "DEVICE_REQUEST",
            "NOT_SAID",
            "R1");

    /** By which chances fields are filled that once had other names: so the answers are those that are kept. */
    private static final Map<String, String> FORMER_NAMES = Map.of(
            "supportEnded.reason", "supportEndedReason",
            "supportEnded.stage", "supportEndedStage",
            "earlyAdvice", "earlyAdviceRecorded");

    private static final Map<String, List<String>> CODES_OF = Map.of(
            "supportEndedReason",
            REASONS,
            "supportEndedStage",
            List.of("", "BEFORE_STATEMENT", "AFTER_STATEMENT", "AT_CPS", "AFTER_CHARGE"));

    @Test
    void a_fact_that_says_something_else_of_cases_says_it_in_other_words() throws Exception {
        List<KnownCase> cases = cases();
        List<String> now = Stream.concat(
                        facts().flatMap(fact -> line(fact.name(), fact.words(), cases, k -> fact.holds(k) ? 1 : 0)),
                        Arrays.stream(Quantity.values()).flatMap(q -> line(q.name(), q.words(), cases, q::of)))
                .toList();
        if (Boolean.getBoolean("vaiwg.golden.write")) {
            Files.createDirectories(KEPT.getParent());
            Files.write(KEPT, now);
        }
        Map<String, String> kept =
                Files.readAllLines(KEPT).stream().collect(Collectors.toMap(FactRulesTest::nameAndWords, line -> line));
        assertThat(now)
                .allSatisfy(line -> assertThat(kept.getOrDefault(nameAndWords(line), line))
                        .as("its rule was changed under the same words: change the words too")
                        .isEqualTo(line));
        assertThat(now)
                .as("facts that are new, have other words, or hold of no case any longer: write the file anew")
                .hasSameElementsAs(kept.values());
    }

    /** Those that shipped measures ask. */
    private static Stream<Fact> facts() {
        return ShippedCatalogue.get().columns().stream()
                .flatMap(column -> Stream.concat(
                        column.measure().numerator(column.variant()).stream(),
                        Stream.of(column.measure().denominator(column.variant()))))
                .flatMap(Expression::facts)
                .distinct()
                .sorted(Comparator.comparing(Fact::name));
    }

    private static String nameAndWords(String line) {
        return line.substring(0, line.lastIndexOf(" | "));
    }

    /** None of a rule whose answer is nought for each case. */
    private static Stream<String> line(
            String name, String words, List<KnownCase> cases, ToLongFunction<KnownCase> rule) {
        long[] answers = cases.stream().mapToLong(rule).toArray();
        return Arrays.stream(answers).allMatch(answer -> answer == 0)
                ? Stream.empty()
                : Stream.of(name + " | " + words + " | " + Long.toHexString(Arrays.hashCode(answers) & 0xFFFFFFFFL));
    }

    private static List<KnownCase> cases() throws IllegalAccessException {
        CodeMaps maps = ShippedCatalogue.get().maps();
        AskedFacts all = AskedFacts.all(maps);
        KnownCase[] cases = new KnownCase[CASES];
        for (int i = 0; i < CASES; i++) {
            OutcomeVersion outcome = i % 5 == 0 ? null : filled(new OutcomeVersion(), i);
            if (outcome != null && !maps.isOutcome(outcome.type)) {
                // Another type never comes so far.
                outcome.type = 0;
            }
            cases[i] = new KnownCase(new KnownCrime(filled(new CrimeVersion(), i), all), outcome);
        }
        return List.of(cases);
    }

    /** Every field by a chance of its own, so that a further field leaves the others what they were. */
    private static <V extends Version> V filled(V version, int number) throws IllegalAccessException {
        for (Field field : version.getClass().getFields()) {
            if ((field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0
                    && !field.getName().equals("counted")) {
                SplittableRandom random = new SplittableRandom(field.getName().hashCode() * 1_000_003L + number);
                set(field, version, random);
            }
        }
        for (CountedField field : version.versionKind().counted().fields()) {
            Counted.set(version, field.path(), value(field, number));
        }
        return version;
    }

    /** By the chance of its name, as that of any other field. */
    private static long value(CountedField field, int number) {
        String name = FORMER_NAMES.getOrDefault(
                field.path(), field.path().substring(field.path().lastIndexOf('.') + 1));
        SplittableRandom random = new SplittableRandom(name.hashCode() * 1_000_003L + number);
        return switch (field.kind()) {
            case FLAG -> random.nextBoolean() ? 1 : 0;
            case CODE -> {
                List<String> codes = CODES_OF.get(name);
                yield UnitCode.of(
                        codes != null ? codes.get(random.nextInt(codes.size())) : random.nextBoolean() ? "A" : "");
            }
            case INSTANT -> instant(random, false);
        };
    }

    private static long instant(SplittableRandom random, boolean isAlwaysKnown) {
        long instant = BASE + random.nextLong(-300 * DAY, 3 * DAY) / (random.nextBoolean() ? 1 : 100);
        return isAlwaysKnown || random.nextInt(8) > 0 ? instant : CrimeVersion.ABSENT;
    }

    private static void set(Field field, Version version, SplittableRandom random) throws IllegalAccessException {
        String name = field.getName();
        if (field.getType() == boolean.class) {
            field.setBoolean(version, random.nextBoolean());
        } else if (field.getType() == byte.class) {
            field.setByte(version, (byte) random.nextInt(name.equals("ageAtOffence") ? 100 : 5));
        } else if (field.getType() == short.class) {
            field.setShort(
                    version, (short) (name.equals("birthYear") ? random.nextInt(1900, 2030) : random.nextInt(3)));
        } else if (field.getType() == int.class) {
            field.setInt(version, random.nextInt());
        } else if (name.endsWith("At") || name.startsWith("committed")) {
            field.setLong(version, instant(random, name.equals("recordedAt")));
        } else if (name.equals("unit")) {
            field.setLong(version, UnitCode.in("west-midlands", UnitCode.of("coventry")));
        } else if (field.getType() == long[].class) {
            field.set(version, random.longs(random.nextInt(3)).toArray());
        } else {
            field.setLong(version, PackedCode.pack(CODES.get(random.nextInt(CODES.size()))));
        }
    }
}
