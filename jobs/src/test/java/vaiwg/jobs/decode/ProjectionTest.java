package vaiwg.jobs.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vaiwg.kpis.cases.CountedField.field;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.jobs.Events;
import vaiwg.kpis.cases.Characteristic;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.PackedCode;
import vaiwg.kpis.cases.StepVersion;
import vaiwg.kpis.cases.UnitCode;
import vaiwg.schemas.CharacteristicStatus;
import vaiwg.schemas.CrimeStatus;
import vaiwg.schemas.DateResolution;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.PlaceType;
import vaiwg.schemas.Programme;
import vaiwg.schemas.ProgrammeArm;
import vaiwg.schemas.ProgrammeRoute;
import vaiwg.schemas.SupportEnded;
import vaiwg.schemas.Suspect;
import vaiwg.schemas.Victim;
import vaiwg.schemas.VictimKind;

class ProjectionTest {
    private static final long DAY = 86_400;

    private final Projected projected = new Projected();

    @Test
    void a_crime_keeps_what_measures_read() throws Rejection {
        CrimeVersion crime = projected.crime(Events.crime("c1")
                .setVersion(7)
                .setStatus(CrimeStatus.MERGED)
                .setDateResolution(DateResolution.MONTH)
                .setTransferredIn(true)
                .setFlags(List.of("OTHER", "DOMESTIC_ABUSE"))
                .setPlaceType(PlaceType.STREET)
                .setSuspects(List.of(
                        Suspect.newBuilder().build(),
                        Suspect.newBuilder().setPoliceEmployee(true).build()))
                .setCommittedFrom(Instant.EPOCH)
                .build());
        assertThat(crime.version).isEqualTo(7);
        assertThat(crime.changedAt).isEqualTo(Events.CHANGED.toEpochMilli());
        assertThat(crime.status).isEqualTo(CrimeVersion.MERGED);
        assertThat(crime.monthOnly).isTrue();
        assertThat(field(EventStream.CRIME_RECORDING, "transferredIn").isSetIn(crime))
                .isTrue();
        assertThat(crime.flags).isEqualTo(CrimeVersion.DOMESTIC_ABUSE);
        assertThat(crime.offence).isEqualTo(PackedCode.pack("19C"));
        assertThat(crime.unit).isEqualTo(UnitCode.in("west-midlands", UnitCode.of("coventry")));
        assertThat(crime.place).isEqualTo((byte) (PlaceType.STREET.ordinal() + 1));
        assertThat(crime.suspects).isEqualTo((short) 2);
        assertThat(crime.policeSuspect).isTrue();
        assertThat(crime.committedFrom).isZero();
        assertThat(crime.committedTo).isEqualTo(CrimeVersion.ABSENT);
    }

    @Test
    void a_crime_keeps_its_marks_and_whether_its_people_are_linked() throws Rejection {
        Suspect linked = Suspect.newBuilder()
                .setPersonId("p1")
                .setRelationship("EX_INTIMATE")
                .build();
        Suspect stranger = Suspect.newBuilder()
                .setPersonId(" Unknown")
                .setRelationship("STRANGER")
                .build();
        Victim victim =
                Victim.newBuilder().setKind(VictimKind.PERSON).setPersonId("p2").build();
        assertThat(flags(victim, linked))
                .isEqualTo(CrimeVersion.GENDER_HATE
                        | CrimeVersion.RACE_HATE
                        | CrimeVersion.BEGAN_AS_N100
                        | CrimeVersion.PARTNER_OR_FAMILY
                        | CrimeVersion.PARTNER
                        | CrimeVersion.VICTIM_LINKED
                        | CrimeVersion.SUSPECTS_LINKED);
        assertThat(flags(victim, linked, stranger) & CrimeVersion.SUSPECTS_LINKED)
                .as("one of two is a placeholder")
                .isZero();
        assertThat(flags(victim, stranger) & CrimeVersion.PARTNER_OR_FAMILY).isZero();
        assertThat(flags(victim) & CrimeVersion.SUSPECTS_LINKED)
                .as("nobody is named")
                .isZero();
        victim.setKind(VictimKind.ORGANISATION);
        assertThat(flags(victim, linked) & CrimeVersion.VICTIM_LINKED).isZero();
    }

    private int flags(Victim victim, Suspect... suspects) throws Rejection {
        return projected.crime(Events.crime("c1")
                        .setFlags(List.of("HATE_GENDER", "HATE_RACE"))
                        .setN100(true)
                        .setVictim(victim)
                        .setSuspects(List.of(suspects))
                        .build())
                .flags;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void early_advice_is_recorded_where_it_is_sought_or_the_reason_is_given(String blank) throws Rejection {
        CountedField advice = field(EventStream.OUTCOME, "earlyAdvice");
        for (String text : new String[] {"SOUGHT", blank, null}) {
            OutcomeVersion outcome =
                    projected.outcome(Events.outcome("c1").setEarlyAdvice(text).build());
            assertThat(advice.isIn(outcome)).isEqualTo("SOUGHT".equals(text));
        }
    }

    @ParameterizedTest
    @EnumSource(CrimeStatus.class)
    void statuses_keep_their_numbers(CrimeStatus status) throws Rejection {
        byte[] numbers = {CrimeVersion.ACTIVE, CrimeVersion.CANCELLED, CrimeVersion.TRANSFERRED, CrimeVersion.MERGED};
        assertThat(projected.crime(Events.crime("c1").setStatus(status).build()).status)
                .isEqualTo(numbers[
                        List.of("ACTIVE", "CANCELLED", "TRANSFERRED", "MERGED").indexOf(status.name())]);
    }

    @ParameterizedTest
    @EnumSource(VictimKind.class)
    void victim_kinds_keep_their_numbers(VictimKind kind) throws Rejection {
        byte[] numbers = {CrimeVersion.PERSON, 2, 3};
        Victim victim = Victim.newBuilder().setKind(kind).build();
        assertThat(projected.crime(Events.crime("c1").setVictim(victim).build()).victimKind)
                .isEqualTo(numbers[List.of("PERSON", "ORGANISATION", "STATE").indexOf(kind.name())]);
    }

    @Test
    void a_unit_is_kept_whether_the_map_knows_it_or_not() throws Rejection {
        assertThat(projected.crime(Events.crime("c1").setLpa("elsewhere").build()).unit)
                .isEqualTo(UnitCode.in("west-midlands", UnitCode.of("elsewhere")));
        assertThat(projected.crime(Events.crime("c1").setLpa(null).build()).unit)
                .isZero();
    }

    @ParameterizedTest(name = "sex {0} {1} is {2}")
    @CsvSource({
        "VALUE, female, 1",
        "VALUE, Female, 1",
        "VALUE, male, 2",
        "VALUE, intersex, 3",
        "VALUE, , 0",
        "DECLINED, female, 0",
        "UNKNOWN, , 0"
    })
    void sex_is_read_where_a_value_is_recorded(CharacteristicStatus status, String value, byte sex) throws Rejection {
        Victim victim = Victim.newBuilder()
                .setKind(VictimKind.PERSON)
                .setSex(characteristic(status, value))
                .build();
        assertThat(projected.crime(Events.crime("c1").setVictim(victim).build()).sex)
                .isEqualTo(sex);
    }

    @ParameterizedTest
    @EnumSource(CharacteristicStatus.class)
    void what_was_said_of_each_characteristic_is_kept_apart(CharacteristicStatus status) throws Rejection {
        Victim victim = Victim.newBuilder()
                .setKind(VictimKind.PERSON)
                .setReligion(characteristic(status, "none"))
                .setSex(characteristic(CharacteristicStatus.VALUE, "female"))
                .build();
        CrimeVersion crime =
                projected.crime(Events.crime("c1").setVictim(victim).build());
        int[] numbers = {
            Characteristic.VALUE,
            Characteristic.DECLINED,
            Characteristic.NOT_POSSIBLE,
            Characteristic.UNKNOWN,
            Characteristic.NOT_APPLICABLE
        };
        assertThat(Characteristic.RELIGION.status(crime.characteristics))
                .isEqualTo(numbers[
                        List.of("VALUE", "DECLINED", "NOT_POSSIBLE", "UNKNOWN", "NOT_APPLICABLE")
                                .indexOf(status.name())]);
        assertThat(Characteristic.SEX.status(crime.characteristics)).isEqualTo(Characteristic.VALUE);
        assertThat(Characteristic.AGE.status(crime.characteristics)).isEqualTo(Characteristic.UNKNOWN);
    }

    @Test
    void a_crime_recorded_more_than_the_longest_day_before_its_report_is_rejected() throws Rejection {
        Instant recorded = Events.CHANGED;
        Duration longest = Duration.ofHours(25);
        assertThat(projected.crime(Events.crime("c1")
                                .setRecordedAt(recorded)
                                .setReportedAt(recorded.plus(longest))
                                .build())
                        .reportedAt)
                .isEqualTo(recorded.plus(longest).toEpochMilli());
        assertImpossible(() -> projected.crime(Events.crime("c1")
                .setRecordedAt(recorded)
                .setReportedAt(recorded.plus(longest).plusMillis(1))
                .build()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 32_768})
    void a_year_of_birth_that_is_no_year_is_rejected(int year) {
        Victim victim = Victim.newBuilder()
                .setKind(VictimKind.PERSON)
                .setBirthYear(year)
                .build();
        assertImpossible(
                () -> projected.crime(Events.crime("c1").setVictim(victim).build()));
    }

    @Test
    void codes_that_cannot_be_are_rejected() {
        assertImpossible(() ->
                projected.crime(Events.crime("c1").setOffenceCode("nineteen C").build()));
        assertImpossible(() -> projected.outcome(
                Events.outcome("c1").setOutcomeType("1234567890").build()));
        assertImpossible(
                () -> projected.crime(Events.crime("c1").setEventId("42").build()));
    }

    @Test
    void an_outcome_keeps_what_measures_read() throws Rejection {
        OutcomeVersion outcome = projected.outcome(Events.outcome("c1")
                .setDecidedBy("POLICE")
                .setSupportEnded(SupportEnded.newBuilder()
                        .setStage("AT_CPS")
                        .setReason("R1")
                        .build())
                .setVictimInformedAt(Events.CHANGED)
                .build());
        assertThat(outcome.isAssigned()).isTrue();
        assertThat(outcome.type).isEqualTo(PackedCode.pack("16"));
        assertThat(outcome.decidedByPolice).isTrue();
        assertThat(field(EventStream.OUTCOME, "supportEnded.stage").in(outcome)).isEqualTo(UnitCode.of("AT_CPS"));
        assertThat(field(EventStream.OUTCOME, "supportEnded.reason").in(outcome))
                .isEqualTo(UnitCode.of("R1"));
        assertThat(field(EventStream.OUTCOME, "victimInformedAt").in(outcome)).isEqualTo(Events.CHANGED.toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource({"unable-to-prosecute, 1", "charged, 2", "something-else, 3"})
    void an_archives_group_stands_for_a_type(String group, byte number) throws Rejection {
        OutcomeVersion outcome = projected.outcome(
                Events.outcome("c1").setOutcomeType(null).setOutcomeGroup(group).build());
        assertThat(outcome.group).isEqualTo(number);
        assertThat(outcome.isAssigned()).isTrue();
    }

    @Test
    void an_outcome_taken_back_is_none() throws Rejection {
        assertThat(projected
                        .outcome(Events.outcome("c1").setOutcomeType(null).build())
                        .isAssigned())
                .isFalse();
    }

    @Test
    void an_outcome_without_its_date_or_dated_ahead_is_rejected() {
        assertImpossible(
                () -> projected.outcome(Events.outcome("c1").setAssignedAt(null).build()));
        assertImpossible(() -> projected.outcome(Events.outcome("c1")
                .setAssignedAt(Events.CHANGED.plusSeconds(2 * DAY).plusMillis(1))
                .build()));
    }

    @Test
    void a_step_keeps_its_kind_and_time() throws Rejection {
        StepVersion step = projected.step(Events.step("p1").build());
        assertThat(step.step).isEqualTo((byte) vaiwg.schemas.StalkingStep.ORDER_APPLIED.ordinal());
        assertThat(step.at).isEqualTo(Events.CHANGED.toEpochMilli());
        assertThat(step.session).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31T23:59:59.999Z", "2200-01-01T00:00:00Z", "+292278994-08-17T07:12:55.807Z"})
    void dates_outside_the_years_that_days_are_known_for_are_rejected(String text) {
        Instant date = Instant.parse(text);
        assertImpossible(
                () -> projected.crime(Events.crime("c1").setRecordedAt(date).build()));
        assertImpossible(
                () -> projected.crime(Events.crime("c1").setCommittedFrom(date).build()));
        assertImpossible(
                () -> projected.crime(Events.crime("c1").setCommittedTo(date).build()));
        assertImpossible(() ->
                projected.outcome(Events.outcome("c1").setVictimInformedAt(date).build()));
        assertImpossible(() -> projected.step(Events.step("p1").setAt(date).build()));
    }

    /** In a row it is the number that stands for none. */
    @Test
    void a_date_of_the_least_number_is_rejected_and_is_not_taken_for_none() {
        Instant least = Instant.ofEpochMilli(Long.MIN_VALUE);
        assertImpossible(
                () -> projected.crime(Events.crime("c1").setCommittedFrom(least).build()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 32_768, 70_000})
    void a_session_that_is_no_number_of_one_is_rejected(int session) {
        assertImpossible(() -> projected.step(Events.step("p1")
                .setProgramme(Programme.newBuilder()
                        .setArm(ProgrammeArm.TREATMENT)
                        .setRoute(ProgrammeRoute.CONVICTION)
                        .setSession(session)
                        .build())
                .build()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-1-1-1-1", "", "00000000-0000-0000-0000-00000000000g"})
    void an_event_id_that_is_no_whole_uuid_is_rejected(String eventId) {
        assertImpossible(
                () -> projected.step(Events.step("p1").setEventId(eventId).build()));
    }

    private static vaiwg.schemas.Characteristic characteristic(CharacteristicStatus status, String value) {
        return vaiwg.schemas.Characteristic.newBuilder()
                .setStatus(status)
                .setValue(value)
                .build();
    }

    private static void assertImpossible(ThrowingCallable projected) {
        assertThatThrownBy(projected)
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.reason()).isEqualTo(Rejection.Reason.IMPOSSIBLE_VALUE));
    }
}
