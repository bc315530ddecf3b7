package vaiwg.demo.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.kpis.reference.SiteFile;
import vaiwg.kpis.reference.Sites;
import vaiwg.schemas.CharacteristicStatus;
import vaiwg.schemas.ContactKind;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.PlaceType;
import vaiwg.schemas.SupportEnded;
import vaiwg.schemas.VictimContact;

/** What differs in a real force differs in a year of this one, so that figures of a wrong theme, area or value look wrong. */
class ThemesAndAreasTest {
    private static final int DAYS = 365;
    /** So many standard errors lie between two shares that nobody takes for one another. */
    private static final double APART = 3;

    private static final List<Case> CASES = new ArrayList<>();
    private static final List<VictimContact> ASKED_BY_TELEPHONE = new ArrayList<>();

    /** A crime as it stands in the end: group, area, and the values of its dimensions where it has them. */
    private record Case(OffenceGroup group, String area, Map<String, String> values) {}

    @BeforeAll
    static void generate() {
        ForceCrimes.ofDays(DAYS, simulated -> CASES.add(of(simulated)));
    }

    @AfterAll
    static void forget() {
        CASES.clear();
        ASKED_BY_TELEPHONE.clear();
    }

    private static Case of(SimulatedCase simulated) {
        Map<String, String> values = new HashMap<>();
        CrimeRecording crime = last(simulated, CrimeRecording.class).orElseThrow();
        put(values, "code", crime.getOffenceCode());
        put(values, "channel", crime.getChannel());
        put(values, "marked", crime.getFlags().contains("DOMESTIC_ABUSE"));
        put(values, "arrested", crime.getArrested());
        put(values, "ethnicity known", isEthnicityKnown(crime));
        put(values, "relationship", relationship(crime));
        boolean pupil = simulated.file().people().victim().age() < 18 && crime.getPlaceType() == PlaceType.EDUCATION;
        put(values, "pupil", pupil);
        put(values, "statement within a day", crime.getStatementAt() == null ? null : isPrompt(crime));
        last(simulated, Outcome.class).ifPresent(outcome -> {
            put(values, "result", outcome.getCourtResult());
            put(values, "outcome", outcome.getOutcomeType());
            SupportEnded ended = outcome.getSupportEnded();
            if (ended != null && !"AFTER_CHARGE".equals(ended.getStage())) {
                put(values, "stage", ended.getStage());
                put(values, "reason", ended.getReason());
            }
        });
        simulated.changes().forEach(change -> {
            if (change.value() instanceof VictimContact contact && contact.getKind() == ContactKind.REFERRAL) {
                put(values, "service", contact.getService());
            } else if (change.value() instanceof VictimContact contact
                    && "TELEPHONE".equals(contact.getSurveyChannel())) {
                ASKED_BY_TELEPHONE.add(contact);
            }
        });
        return new Case(
                simulated.file().plan().group(), simulated.file().incident().area(), values);
    }

    private static void put(Map<String, String> values, String dimension, Object value) {
        if (value != null) {
            values.put(dimension, value.toString());
        }
    }

    private static Boolean isEthnicityKnown(CrimeRecording crime) {
        return crime.getVictim() == null
                ? null
                : crime.getVictim().getEthnicity() != null
                        && crime.getVictim().getEthnicity().getStatus() == CharacteristicStatus.VALUE;
    }

    private static String relationship(CrimeRecording crime) {
        return crime.getSuspects().isEmpty() ? null : crime.getSuspects().get(0).getRelationship();
    }

    private static boolean isPrompt(CrimeRecording crime) {
        return Duration.between(crime.getReportedAt(), crime.getStatementAt()).toDays() < 1;
    }

    private static <E> Optional<E> last(SimulatedCase simulated, Class<E> stream) {
        return simulated.versions(stream).reduce((earlier, later) -> later);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage", "reason", "channel", "service", "result", "outcome", "relationship"})
    void two_values_are_told_apart_in_one_theme_at_least(String dimension) {
        Map<OffenceGroup, Map<String, Long>> counts = counts(Case::group, dimension);
        List<String> alike = new ArrayList<>();
        pairs(counts.values().stream()
                        .flatMap(one -> one.keySet().stream())
                        .distinct()
                        .sorted()
                        .toList())
                .forEach(pair -> {
                    boolean told = counts.values().stream().anyMatch(one -> {
                        long first = one.getOrDefault(pair.get(0), 0L);
                        long second = one.getOrDefault(pair.get(1), 0L);
                        return Math.abs(first - second) > APART * Math.sqrt(first + second);
                    });
                    if (!told) {
                        alike.add(pair.toString());
                    }
                });
        // Too few of either in any force to be told apart.
        alike.removeIf(
                pair -> dimension.equals("outcome") && counts.values().stream().allMatch(one -> isRare(one, pair)));
        assertThat(alike).as(dimension).isEmpty();
    }

    private static boolean isRare(Map<String, Long> counts, String pair) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        return counts.entrySet().stream()
                .filter(one -> List.of(pair.substring(1, pair.length() - 1).split(", "))
                        .contains(one.getKey()))
                .allMatch(one -> one.getValue() < all / 30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage", "reason", "channel", "service", "arrested", "ethnicity known"})
    void two_themes_are_told_apart(String dimension) {
        assertThat(alike(counts(Case::group, dimension))).as(dimension).isEmpty();
    }

    @Test
    void two_areas_are_told_apart_by_something() {
        List<String> alike = null;
        for (String dimension : List.of("arrested", "ethnicity known", "statement within a day", "outcome", "stage")) {
            List<String> still = alike(counts(Case::area, dimension));
            if (alike == null) {
                alike = still;
            } else {
                alike.retainAll(still);
            }
        }
        assertThat(alike).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"arrested", "ethnicity known", "statement within a day", "stage", "reason"})
    void the_areas_that_differ_most_are_told_apart(String dimension) {
        assertThat(alike(counts(Case::area, dimension))).as(dimension).doesNotContain("[birmingham, solihull]");
    }

    /** The pairs of cuts that have no value of which the one has another share than the other. */
    private static <C> List<String> alike(Map<C, Map<String, Long>> counts) {
        List<String> alike = new ArrayList<>();
        for (List<C> pair : pairs(List.copyOf(counts.keySet()))) {
            Map<String, Long> one = counts.get(pair.get(0));
            Map<String, Long> other = counts.get(pair.get(1));
            if (one.keySet().stream().noneMatch(value -> z(one, other, value) > APART)) {
                alike.add(pair.toString());
            }
        }
        return alike;
    }

    private static double z(Map<String, Long> one, Map<String, Long> other, String value) {
        double n = one.values().stream().mapToLong(Long::longValue).sum();
        double m = other.values().stream().mapToLong(Long::longValue).sum();
        double p = one.getOrDefault(value, 0L) / n;
        double q = other.getOrDefault(value, 0L) / m;
        double both = (p * n + q * m) / (n + m);
        return Math.abs(p - q) / Math.sqrt(both * (1 - both) * (1 / n + 1 / m));
    }

    private static <C> Map<C, Map<String, Long>> counts(Function<Case, C> cut, String dimension) {
        Map<C, Map<String, Long>> counts = new TreeMap<>();
        for (Case one : CASES) {
            String value = one.values().get(dimension);
            if (value != null && cut.apply(one) != null) {
                counts.computeIfAbsent(cut.apply(one), key -> new LinkedHashMap<>())
                        .merge(value, 1L, Long::sum);
            }
        }
        return counts;
    }

    private static <C> List<List<C>> pairs(List<C> all) {
        List<List<C>> pairs = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                pairs.add(List.of(all.get(i), all.get(j)));
            }
        }
        return pairs;
    }

    /** By the sources that stand beside the figures. */
    @Test
    void what_is_published_of_forces_is_about_what_is_here() {
        assertThat(count("code", "1")).as("domestic homicides in a year").isBetween(1L, 13L);
        assertThat(CASES.stream()
                        .filter(one -> one.group() == OffenceGroup.RAPE || one.group() == OffenceGroup.OTHER_SEXUAL)
                        .filter(one -> "true".equals(one.values().get("pupil")))
                        .count())
                .as("sexual offences against pupils")
                .isBetween(270L, 420L);
        List<Case> marked = CASES.stream()
                .filter(one -> "true".equals(one.values().get("marked")))
                .toList();
        assertThat(share(marked, "arrested", "true") * known(marked, "arrested") / marked.size())
                .as("arrests for a crime of domestic abuse")
                .isCloseTo(0.446, within(0.03));
        assertThat(share(ofGroup(OffenceGroup.DOMESTIC), "result", "CONVICTED")).isCloseTo(0.755, within(0.03));
        assertThat(share(ofGroup(OffenceGroup.RAPE), "result", "CONVICTED")).isCloseTo(0.62, within(0.07));
        double answered = ASKED_BY_TELEPHONE.stream()
                .mapToInt(survey -> survey.getSurvey() == null ? 0 : 1)
                .average()
                .orElseThrow();
        assertThat(answered).isBetween(0.45, 0.55);
    }

    private static List<Case> ofGroup(OffenceGroup group) {
        return CASES.stream().filter(one -> one.group() == group).toList();
    }

    private static long count(String dimension, String value) {
        return CASES.stream()
                .filter(one -> value.equals(one.values().get(dimension)))
                .count();
    }

    private static double known(List<Case> cases, String dimension) {
        return cases.stream().filter(one -> one.values().containsKey(dimension)).count();
    }

    private static double share(List<Case> cases, String dimension, String value) {
        return cases.stream()
                        .map(one -> one.values().get(dimension))
                        .filter(Objects::nonNull)
                        .filter(value::equals)
                        .count()
                / known(cases, dimension);
    }

    @Test
    void areas_are_those_of_the_force() {
        assertThat(new TreeSet<>(counts(Case::area, "outcome").keySet()))
                .containsExactlyElementsOf(new TreeSet<>(Sites.shipped().file(SiteFile.AREAS).rows().stream()
                        .map(row -> row.get("lpa"))
                        .toList()));
    }
}
