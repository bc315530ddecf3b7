package vaiwg.jobs.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.jobs.Events;
import vaiwg.schemas.Characteristic;
import vaiwg.schemas.CharacteristicStatus;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Programme;
import vaiwg.schemas.ProgrammeArm;
import vaiwg.schemas.ProgrammeRoute;
import vaiwg.schemas.ProtectiveOrder;
import vaiwg.schemas.Victim;
import vaiwg.schemas.VictimKind;

class DataQualityWarningsTest {
    private final Projected projected = new Projected();

    @Test
    void nothing_is_strange_in_an_ordinary_event() throws Rejection {
        assertThat(projected.warnings(Events.crime("c1").build())).isZero();
        assertThat(projected.warnings(Events.outcome("c1").build())).isZero();
        assertThat(projected.warnings(Events.step("p1").build())).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "19C, false",
        "30C, false",
        "8Q, false",
        "1, false",
        "105A, false",
        "4.10, false",
        "RAPE, true",
        "19-C, true"
    })
    void an_offence_outside_the_strategy_is_not_strange_but_a_code_without_the_form_of_one_is(
            String code, boolean isUnusual) throws Rejection {
        assertThat(DataQualityWarning.of(projected.warnings(
                        Events.crime("c1").setOffenceCode(code).build())))
                .isEqualTo(isUnusual ? Set.of(DataQualityWarning.OFFENCE_CODE) : Set.of());
    }

    @Test
    void everything_at_once_is_found_and_still_kept() throws Rejection {
        var crime = Events.crime("c1")
                .setOffenceCode("RAPE")
                .setLpa("atlantis")
                .setReportedAt(null)
                .setRecordedAt(Instant.parse("1999-12-31T23:00:00Z"))
                .setVictim(victim(victim -> victim.setBirthYear(1880)
                        .setEthnicity(value("Z9"))
                        .setSex(value("X"))
                        .setDisability(value("perhaps"))))
                .build();
        assertThat(DataQualityWarning.of(projected.warnings(crime)))
                .isEqualTo(EnumSet.of(
                        DataQualityWarning.OFFENCE_CODE,
                        DataQualityWarning.LPA,
                        DataQualityWarning.AGE,
                        DataQualityWarning.ETHNICITY,
                        DataQualityWarning.SEX,
                        DataQualityWarning.DISABILITY,
                        DataQualityWarning.OLD_RECORDING));
        assertThat(projected.crime(crime).birthYear).isEqualTo((short) 1880);
    }

    @ParameterizedTest
    @CsvSource({"coventry, false", "birmingham-east, false", "atlantis, true", ", false"})
    void the_unit_of_an_order_is_looked_up_too(String unit, boolean isUnusual) throws Rejection {
        var order = (ProtectiveOrder) Events.ofEachStream("o1").get(EventStream.PROTECTIVE_ORDER);
        order.setLpa(unit);
        assertThat(DataQualityWarning.of(projected.warnings(order)))
                .isEqualTo(isUnusual ? Set.of(DataQualityWarning.LPA) : Set.of());
    }

    @ParameterizedTest
    @ValueSource(ints = {1915, 2027})
    void a_victim_who_is_very_old_or_not_yet_born_is_strange(int year) throws Rejection {
        assertThat(DataQualityWarning.of(projected.warnings(Events.crime("c1")
                        .setVictim(victim(victim -> victim.setBirthYear(year)))
                        .build())))
                .containsExactly(DataQualityWarning.AGE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1916, 2026})
    void a_victim_of_a_hundred_and_ten_or_newly_born_is_not_strange(int year) throws Rejection {
        assertThat(projected.warnings(Events.crime("c1")
                        .setVictim(victim(victim -> victim.setBirthYear(year)))
                        .build()))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"22, false", "2A, false", "16, false", "0, true", "' 0 ', true"})
    void outcome_type_zero_is_no_outcome_and_is_warned_of(String type, boolean isUnusual) throws Rejection {
        var outcome = Events.outcome("c1").setOutcomeType(type).build();
        assertThat(DataQualityWarning.of(projected.warnings(outcome)))
                .isEqualTo(isUnusual ? Set.of(DataQualityWarning.OUTCOME_TYPE) : Set.of());
        assertThat(projected.outcome(outcome).isAssigned()).isEqualTo(!isUnusual);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void a_characteristic_without_a_value_is_not_known_and_is_warned_of(String nothing) throws Rejection {
        var crime = Events.crime("c1")
                .setVictim(victim(victim -> victim.setAge(value(nothing)).setReligion(value(nothing))))
                .build();
        assertThat(DataQualityWarning.of(projected.warnings(crime)))
                .containsExactly(DataQualityWarning.EMPTY_CHARACTERISTIC);
        assertThat(projected.crime(crime).characteristics).isZero();
    }

    @Test
    void of_age_the_year_of_birth_is_a_value() throws Rejection {
        var crime = Events.crime("c1")
                .setVictim(victim(victim -> victim.setAge(value(null)).setBirthYear(1990)))
                .build();
        assertThat(projected.warnings(crime)).isZero();
        assertThat(vaiwg.kpis.cases.Characteristic.AGE.status(projected.crime(crime).characteristics))
                .isEqualTo(vaiwg.kpis.cases.Characteristic.VALUE);
    }

    @Test
    void ethnicity_not_stated_is_read_as_unknown_and_is_not_warned_of() throws Rejection {
        var crime = Events.crime("c1")
                .setVictim(victim(victim -> victim.setEthnicity(value("NS"))))
                .build();
        assertThat(projected.warnings(crime)).isZero();
        assertThat(projected.crime(crime).characteristics).isZero();
    }

    @Test
    void a_decider_or_a_session_that_is_not_known_is_strange() throws Rejection {
        assertThat(DataQualityWarning.of(projected.warnings(
                        Events.outcome("c1").setDecidedBy("COURT").build())))
                .containsExactly(DataQualityWarning.DECIDED_BY);
        assertThat(DataQualityWarning.of(projected.warnings(Events.step("p1")
                        .setProgramme(Programme.newBuilder()
                                .setArm(ProgrammeArm.TREATMENT)
                                .setRoute(ProgrammeRoute.CONVICTION)
                                .setSession(7)
                                .build())
                        .build())))
                .containsExactly(DataQualityWarning.SESSION);
    }

    @Test
    void every_kind_fits_into_the_bits_of_an_arrival() {
        assertThat(DataQualityWarning.values()).hasSizeLessThan(Integer.SIZE);
        assertThat(DataQualityWarning.of(-1)).containsExactly(DataQualityWarning.values());
    }

    private static Victim victim(UnaryOperator<Victim.Builder> change) {
        return change.apply(Victim.newBuilder().setKind(VictimKind.PERSON)).build();
    }

    private static Characteristic value(String value) {
        return Characteristic.newBuilder()
                .setStatus(CharacteristicStatus.VALUE)
                .setValue(value)
                .build();
    }
}
