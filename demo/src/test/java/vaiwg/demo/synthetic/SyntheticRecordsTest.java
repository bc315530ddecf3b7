package vaiwg.demo.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vaiwg.schemas.Characteristic;
import vaiwg.schemas.CharacteristicStatus;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.CrimeStatus;
import vaiwg.schemas.DateResolution;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Source;
import vaiwg.schemas.Victim;
import vaiwg.schemas.VictimKind;

/** A quarter of a year of the synthetic force, record by record. */
class SyntheticRecordsTest {
    private static final long SEED = 11;
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 2, 1);
    private static final LocalDate END_DAY = LocalDate.of(2025, 5, 2);
    private static final Set<String> AREAS =
            Set.of("birmingham", "coventry", "dudley", "sandwell", "solihull", "walsall", "wolverhampton");
    private static final Set<String> OUTCOMES = Set.of(
            "1", "1A", "2", "2A", "3", "3A", "8", "9", "10", "11", "13", "14", "15", "16", "17", "18", "20", "21",
            "22");

    private static SyntheticForce force(long seed) {
        return SyntheticForce.westMidlands(seed, FIRST_DAY, END_DAY);
    }

    private static <T> List<T> all(Class<T> type) {
        List<T> values = new ArrayList<>();
        force(SEED).play(record -> {
            if (type.isInstance(record.value())) {
                values.add(type.cast(record.value()));
            }
        });
        return values;
    }

    @Test
    void a_seed_gives_the_same_bytes_and_another_seed_others() {
        String digest = Bytes.digest(force(SEED));
        assertThat(Bytes.digest(force(SEED))).isEqualTo(digest);
        assertThat(Bytes.digest(force(SEED + 1))).isNotEqualTo(digest);
    }

    @Test
    void crime_records_are_complete() {
        assertThat(all(CrimeRecording.class)).isNotEmpty().allSatisfy(crime -> {
            assertThat(crime.getForce()).isEqualTo("west-midlands");
            assertThat(crime.getSource()).isEqualTo(Source.SYNTHETIC);
            assertThat(crime.getDateResolution()).isEqualTo(DateResolution.DAY);
            assertThat(crime.getReportedAt()).isBeforeOrEqualTo(crime.getRecordedAt());
            assertThat(crime.getRecordedAt()).isBefore(crime.getChangedAt());
            if (crime.getCommittedTo() != null) {
                assertThat(crime.getCommittedFrom()).isBeforeOrEqualTo(crime.getCommittedTo());
                assertThat(crime.getCommittedTo()).isBefore(crime.getReportedAt());
            }
            assertThat(crime.getLpa() == null || AREAS.contains(crime.getLpa())).isTrue();
            assertThat(crime.getLsoa() == null || crime.getLpa() != null).isTrue();
            assertThat(crime.getStatusReason() != null).isEqualTo(crime.getStatus() == CrimeStatus.CANCELLED);
            assertThat(crime.getMergedInto() != null).isEqualTo(crime.getStatus() == CrimeStatus.MERGED);
            assertThat(crime.getOffenceCode() == null).isEqualTo(crime.getIncidentOnly());
            if (crime.getVersion() == 1 && !crime.getIncidentOnly()) {
                assertThat(crime.getN100() != null)
                        .as("only rapes say whether they began as an incident")
                        .isEqualTo(SyntheticTheme.RAPE.holds(crime.getOffenceCode(), List.of())
                                || crime.getOffenceCode().equals("N100"));
            }
        });
    }

    @Test
    void characteristics_have_a_value_exactly_where_their_status_says_so() {
        for (Victim victim : victims()) {
            characteristics(victim).forEach(answer -> {
                boolean known = answer.getStatus() == CharacteristicStatus.VALUE;
                boolean age = answer == victim.getAge();
                assertThat(answer.getValue() != null).isEqualTo(known && !age);
                assertThat(answer.getSetAt() != null)
                        .isEqualTo(answer.getStatus() != CharacteristicStatus.UNKNOWN
                                && answer.getStatus() != CharacteristicStatus.NOT_APPLICABLE);
            });
            boolean ageKnown = victim.getAge() != null && victim.getAge().getStatus() == CharacteristicStatus.VALUE;
            assertThat(victim.getBirthYear() != null).isEqualTo(ageKnown);
        }
    }

    @Test
    void organisations_have_no_characteristics() {
        List<Victim> others = victims().stream()
                .filter(victim -> victim.getKind() != VictimKind.PERSON)
                .toList();
        assertThat(others).isNotEmpty().allSatisfy(victim -> {
            assertThat(victim.getPersonId()).isNull();
            assertThat(characteristics(victim)).isEmpty();
        });
    }

    @Test
    void completeness_is_about_the_national_one() {
        Folded folded = new Folded();
        force(SEED).play(folded::take);
        Instant settled =
                END_DAY.minusDays(30).atStartOfDay(ForceCalendar.LONDON).toInstant();
        List<Victim> people = folded.crimes().values().stream()
                .filter(crime -> crime.getRecordedAt().isBefore(settled))
                .map(CrimeRecording::getVictim)
                .filter(victim -> victim != null && victim.getKind() == VictimKind.PERSON)
                .toList();
        assertThat(known(people, Victim::getSex)).isCloseTo(0.74, within(0.02));
        assertThat(known(people, Victim::getAge)).isCloseTo(0.73, within(0.02));
        assertThat(known(people, Victim::getEthnicity)).isCloseTo(0.39, within(0.02));
    }

    private static double known(List<Victim> people, Function<Victim, Characteristic> characteristic) {
        return (double) people.stream()
                        .map(characteristic)
                        .filter(answer -> answer != null && answer.getStatus() == CharacteristicStatus.VALUE)
                        .count()
                / people.size();
    }

    private static List<Victim> victims() {
        return all(CrimeRecording.class).stream()
                .map(CrimeRecording::getVictim)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Stream<Characteristic> characteristics(Victim victim) {
        return Stream.of(
                        victim.getAge(),
                        victim.getDisability(),
                        victim.getGenderReassignment(),
                        victim.getMarriage(),
                        victim.getPregnancy(),
                        victim.getEthnicity(),
                        victim.getReligion(),
                        victim.getSex(),
                        victim.getOrientation())
                .filter(Objects::nonNull);
    }

    @Test
    void outcomes_are_complete_and_an_empty_one_says_that_the_case_is_open_again() {
        assertThat(all(Outcome.class)).isNotEmpty().allSatisfy(outcome -> {
            assertThat(outcome.getForce()).isEqualTo("west-midlands");
            if (outcome.getOutcomeType() == null) {
                assertThat(outcome.getVersion()).isGreaterThan(1);
                assertThat(outcome.getAssignedAt()).isNull();
                assertThat(outcome.getDecidedBy()).isNull();
            } else {
                assertThat(OUTCOMES).contains(outcome.getOutcomeType());
                assertThat(outcome.getAssignedAt()).isBeforeOrEqualTo(outcome.getChangedAt());
            }
            if (outcome.getSupportEnded() != null) {
                boolean charged =
                        "AFTER_CHARGE".equals(outcome.getSupportEnded().getStage());
                assertThat(outcome.getOutcomeType()).isIn(charged ? List.of("1", "1A") : List.of("14", "16"));
                assertThat(outcome.getSupportEnded().getAt().isAfter(outcome.getAssignedAt()))
                        .isEqualTo(charged);
            }
            if (outcome.getVictimInformedAt() != null) {
                assertThat(outcome.getVictimInformedAt()).isBeforeOrEqualTo(outcome.getChangedAt());
            }
        });
    }

    @Test
    void versions_rise_with_time() {
        Map<String, CrimeRecording> byVersion = new HashMap<>();
        for (CrimeRecording crime : all(CrimeRecording.class)) {
            byVersion.put(crime.getCrimeReference() + " " + crime.getVersion(), crime);
        }
        byVersion.forEach((key, crime) -> {
            CrimeRecording before = byVersion.get(crime.getCrimeReference() + " " + (crime.getVersion() - 1));
            assertThat(before == null).as(key).isEqualTo(crime.getVersion() == 1);
            if (before != null) {
                assertThat(before.getChangedAt()).isBefore(crime.getChangedAt());
            }
        });
    }

    @Test
    void fewer_outcomes_are_assigned_on_free_days() {
        ForceCalendar calendar = new ForceCalendar(FIRST_DAY, END_DAY);
        int[] outcomes = new int[2];
        int[] days = new int[2];
        for (int day = 30; day < calendar.days() - 7; day++) {
            days[calendar.nonWorking(day) ? 1 : 0]++;
        }
        for (Outcome outcome : all(Outcome.class)) {
            if (outcome.getVersion() == 1) {
                int day = calendar.dayOf(outcome.getAssignedAt().toEpochMilli());
                if (day >= 30 && day < calendar.days() - 7) {
                    outcomes[calendar.nonWorking(day) ? 1 : 0]++;
                }
            }
        }
        double ratio = ((double) outcomes[1] / days[1]) / ((double) outcomes[0] / days[0]);
        assertThat(ratio).isBetween(0.3, 0.6);
    }

    @Test
    void a_history_that_ends_before_it_begins_is_rejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SyntheticForce.westMidlands(SEED, END_DAY, FIRST_DAY))
                .withMessageContaining("must end after the day on which it begins");
    }
}
