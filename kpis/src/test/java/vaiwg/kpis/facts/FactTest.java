package vaiwg.kpis.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vaiwg.kpis.Counted;
import vaiwg.kpis.OneMeasure;
import vaiwg.kpis.cases.Characteristic;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.PackedCode;
import vaiwg.kpis.cases.UnitCode;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.reference.ReferenceFile;
import vaiwg.schemas.PlaceType;

class FactTest {
    private final CrimeVersion crime = new CrimeVersion();
    private static final AskedFacts ALL = AskedFacts.all(ShippedCatalogue.get().maps());

    private final OutcomeVersion outcome = new OutcomeVersion();

    FactTest() {
        crime.recordedAt = at("2026-06-10T12:00:00Z");
        crime.victimKind = CrimeVersion.PERSON;
    }

    @ParameterizedTest(name = "born {0}: orientation {1}, marriage {2}, pregnancy {3}")
    @CsvSource({
        "2014, false, false, true",
        "2013, true, false, true",
        "2011, true, false, true",
        "2010, true, true, true",
        "2015, false, false, false",
        "1971, true, true, true",
        "1970, true, true, false",
        "0, true, true, true",
        "1890, true, true, true",
        "2027, true, true, true"
    })
    @Tag("pitfall-10")
    void what_applies_to_a_victim_follows_her_age(
            short born, boolean orientation, boolean marriage, boolean pregnancy) {
        crime.birthYear = born;
        crime.sex = CrimeVersion.FEMALE;
        set(Characteristic.SEX, Characteristic.VALUE);
        assertThat(holds(applies(Characteristic.ORIENTATION))).isEqualTo(orientation);
        assertThat(holds(applies(Characteristic.MARRIAGE))).isEqualTo(marriage);
        assertThat(holds(applies(Characteristic.PREGNANCY))).isEqualTo(pregnancy);
        assertThat(holds(applies(Characteristic.ETHNICITY))).isTrue();
    }

    @Test
    void pregnancy_does_not_apply_where_the_sex_is_known_and_not_female() {
        crime.birthYear = 1996;
        crime.sex = CrimeVersion.MALE;
        set(Characteristic.SEX, Characteristic.VALUE);
        assertThat(holds(applies(Characteristic.PREGNANCY))).isFalse();
        set(Characteristic.SEX, Characteristic.UNKNOWN);
        assertThat(holds(applies(Characteristic.PREGNANCY))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Characteristic.class)
    void nothing_applies_to_a_victim_that_is_no_person_or_to_whom_it_was_said_not_to(Characteristic characteristic) {
        assertThat(holds(applies(characteristic))).isTrue();
        set(characteristic, Characteristic.NOT_APPLICABLE);
        assertThat(holds(applies(characteristic))).isFalse();
        set(characteristic, Characteristic.VALUE);
        crime.victimKind = CrimeVersion.PERSON + 1;
        assertThat(holds(applies(characteristic))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Characteristic.class)
    @Tag("pitfall-10")
    void to_prefer_not_to_say_is_to_have_been_asked(Characteristic characteristic) {
        set(characteristic, Characteristic.DECLINED);
        assertThat(holds(known(characteristic))).isFalse();
        assertThat(holds(asked(characteristic))).isTrue();
        assertThat(holds(declined(characteristic))).isTrue();
        set(characteristic, Characteristic.VALUE);
        assertThat(holds(known(characteristic))).isTrue();
        assertThat(holds(asked(characteristic))).isTrue();
        for (int unasked : new int[] {Characteristic.UNKNOWN, Characteristic.NOT_POSSIBLE}) {
            set(characteristic, unasked);
            assertThat(holds(asked(characteristic))).isFalse();
        }
    }

    @ParameterizedTest(name = "reported {0}: within 24 hours {1}")
    @CsvSource({
        "2026-06-09T12:00:00Z, true, true",
        "2026-06-09T11:59:59.999Z, false, true",
        "2026-06-10T12:00:00Z, true, true",
        "2026-06-10T12:00:00.001Z, false, false"
    })
    void recorded_in_time_is_at_most_twenty_four_hours_of_elapsed_time(
            Instant reported, boolean inTime, boolean inOrder) {
        crime.reportedAt = reported.toEpochMilli();
        assertThat(holds(Fact.named("RECORDED_WITHIN_24H"))).isEqualTo(inTime);
        assertThat(holds(Fact.named("REPORTED_BEFORE_RECORDED"))).isEqualTo(inOrder);
    }

    @Test
    void twenty_four_hours_are_elapsed_also_where_the_clocks_change() {
        crime.reportedAt = at("2026-03-28T12:00:00Z");
        crime.recordedAt = at("2026-03-29T12:00:00Z");
        assertThat(holds(Fact.named("RECORDED_WITHIN_24H"))).isTrue();
        crime.recordedAt += 1;
        assertThat(holds(Fact.named("RECORDED_WITHIN_24H"))).isFalse();
    }

    @Test
    void without_the_time_of_the_report_nothing_is_in_time_or_in_order() {
        assertThat(holds(Fact.named("RECORDED_WITHIN_24H"))).isFalse();
        assertThat(holds(Fact.named("REPORTED_BEFORE_RECORDED"))).isFalse();
    }

    @Test
    @Tag("pitfall-23")
    void committed_within_a_year_counts_civil_days_from_the_first_known_date() {
        assertThat(holds(Fact.named("COMMITTED_WITHIN_A_YEAR")))
                .as("no date known")
                .isFalse();
        crime.committedTo = at("2025-06-09T23:00:00Z");
        assertThat(holds(Fact.named("COMMITTED_WITHIN_A_YEAR")))
                .as("365 days before, at midnight")
                .isTrue();
        crime.committedTo -= 1;
        assertThat(holds(Fact.named("COMMITTED_WITHIN_A_YEAR")))
                .as("366 days before")
                .isFalse();
        crime.committedFrom = at("2026-06-01T00:00:00Z");
        assertThat(holds(Fact.named("COMMITTED_WITHIN_A_YEAR")))
                .as("the earlier end decides")
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(PlaceType.class)
    void street_transport_licensed_premises_and_open_space_are_public(PlaceType place) {
        crime.place = (byte) (place.ordinal() + 1);
        boolean isPublic = Stream.of(
                        PlaceType.STREET, PlaceType.TRANSPORT, PlaceType.LICENSED_PREMISES, PlaceType.OPEN_SPACE)
                .anyMatch(each -> each == place);
        assertThat(holds(Fact.named("PUBLIC_PLACE"))).isEqualTo(isPublic);
    }

    @ParameterizedTest(name = "outcome {0}")
    @CsvSource({"2A, true", "9, true", "14, true", "18, true", "22, true", "1A, false", "4, false", "13, false"})
    void a_victim_is_to_be_told_of_every_decision_that_ends_a_case_without_a_charge(String type, boolean told) {
        assign(type, "2026-06-17T09:00:00Z");
        assertThat(holds(Fact.named("TO_BE_TOLD"))).isEqualTo(told);
    }

    @Test
    void an_outcome_without_its_date_is_none() {
        outcome.type = PackedCode.pack("16");
        assertThat(holds(Fact.OUTCOME_16)).isFalse();
        assertThat(holds(Fact.named("HAS_OUTCOME"))).isFalse();
    }

    @Test
    @Tag("pitfall-6")
    void an_alternate_charge_is_a_charge() {
        assign("1A", "2026-06-17T09:00:00Z");
        assertThat(holds(Fact.named("CHARGED"))).isTrue();
        assign("2A", "2026-06-17T09:00:00Z");
        assertThat(holds(Fact.named("CHARGED"))).isFalse();
    }

    @ParameterizedTest(name = "told {0}: with enhanced rights {1}, without {2}")
    @CsvSource({
        "2026-06-16T22:59:59Z, false, false",
        "2026-06-16T23:00:00Z, true, true",
        "2026-06-18T22:59:59Z, true, true",
        "2026-06-18T23:00:00Z, false, true",
        "2026-06-24T22:59:59Z, false, true",
        "2026-06-24T23:00:00Z, false, false"
    })
    @Tag("pitfall-22")
    void the_victim_is_told_in_time_within_one_working_day_or_five(Instant told, boolean enhanced, boolean usual) {
        assign("16", "2026-06-17T09:00:00Z");
        Counted.set(outcome, "victimInformedAt", told.toEpochMilli());
        Counted.set(crime, "victim.enhancedRights", true);
        assertThat(holds(Fact.named("TOLD_IN_TIME"))).isEqualTo(enhanced);
        Counted.set(crime, "victim.enhancedRights", false);
        assertThat(holds(Fact.named("TOLD_IN_TIME"))).isEqualTo(usual);
    }

    @Test
    void telling_that_is_not_logged_is_not_in_time() {
        assign("16", "2026-06-17T09:00:00Z");
        assertThat(holds(Fact.named("TOLD_IN_TIME"))).isFalse();
    }

    @Test
    void a_female_victim_is_a_person_recorded_as_female() {
        crime.sex = CrimeVersion.FEMALE;
        assertThat(holds(Fact.named("FEMALE_VICTIM"))).isTrue();
        crime.victimKind = CrimeVersion.PERSON + 2;
        assertThat(holds(Fact.named("FEMALE_VICTIM"))).isFalse();
    }

    @ParameterizedTest(name = "from {0} to {1}: known {2}, at night {3}")
    @CsvSource({
        "2026-06-08T19:00:00Z, 2026-06-08T23:00:00Z, true, true",
        "2026-06-08T18:59:59.999Z, 2026-06-08T19:30:00Z, true, false",
        "2026-06-09T04:59:59.999Z, 2026-06-09T05:00:00Z, true, true",
        "2026-06-09T05:00:00Z, , true, false",
        "2026-06-08T19:00:00Z, 2026-06-08T23:00:00.001Z, false, true",
        "2026-06-08T19:00:00Z, 2026-06-08T18:59:59Z, false, true",
        "2026-06-08T23:00:00Z, , false, true",
        "2026-06-08T23:00:00.001Z, , true, true",
        "2026-06-08T23:00:00Z, 2026-06-08T23:00:00Z, true, true",
        ", 2026-06-08T23:00:00Z, false, false"
    })
    void night_is_by_the_clock_in_london_and_needs_a_time_known_to_within_four_hours(
            Instant from, Instant to, boolean known, boolean night) {
        crime.committedFrom = from == null ? CrimeVersion.ABSENT : from.toEpochMilli();
        crime.committedTo = to == null ? CrimeVersion.ABSENT : to.toEpochMilli();
        assertThat(holds(Fact.named("START_KNOWN"))).isEqualTo(known);
        assertThat(holds(Fact.named("BEGAN_AT_NIGHT"))).isEqualTo(night);
    }

    @ParameterizedTest(name = "ended {0}: in order {1}, under 24 hours {2}")
    @CsvSource({
        "2026-06-09T12:00:00Z, true, false",
        "2026-06-09T12:00:00.001Z, true, true",
        "2026-06-10T12:00:00Z, true, true",
        "2026-06-10T12:00:00.001Z, false, false",
        ", false, false"
    })
    void a_report_is_prompt_with_less_than_twenty_four_hours_after_the_end(
            Instant ended, boolean inOrder, boolean prompt) {
        crime.reportedAt = at("2026-06-10T12:00:00Z");
        crime.committedTo = ended == null ? CrimeVersion.ABSENT : ended.toEpochMilli();
        assertThat(holds(Fact.named("ENDED_BEFORE_REPORTED"))).isEqualTo(inOrder);
        assertThat(holds(Fact.named("REPORTED_WITHIN_24H"))).isEqualTo(prompt);
    }

    @ParameterizedTest(name = "born {0}: under 18 {1}, 16 or over {2}")
    @CsvSource({"2009, true, true", "2008, false, true", "2010, true, true", "2011, true, false", "0, false, false"})
    void an_unknown_age_is_neither_under_nor_over(short born, boolean under18, boolean from16) {
        crime.birthYear = born;
        assertThat(holds(Fact.named("UNDER_18"))).isEqualTo(under18);
        assertThat(holds(Fact.named("AGED_16_OR_OVER"))).isEqualTo(from16);
    }

    @Test
    void the_age_is_that_at_the_offence_however_late_it_was_recorded() {
        crime.birthYear = 1996;
        crime.committedTo = at("2011-05-01T12:00:00Z");
        assertThat(holds(Fact.named("AGED_16_OR_OVER"))).as("15 by the years").isFalse();
        assertThat(holds(applies(Characteristic.MARRIAGE)))
                .as("asked of a woman of 30")
                .isTrue();
        crime.committedFrom = at("2012-05-01T12:00:00Z");
        assertThat(holds(Fact.named("AGED_16_OR_OVER"))).as("16 by the years").isTrue();
        crime.ageAtOffence = 15 + 1;
        assertThat(holds(Fact.named("AGED_16_OR_OVER")))
                .as("15 as the record gives it")
                .isFalse();
    }

    @Test
    void without_a_year_of_birth_a_question_is_for_the_age_at_the_offence_and_the_years_since() {
        crime.ageAtOffence = 10 + 1;
        crime.committedFrom = at("2023-05-01T12:00:00Z");
        assertThat(holds(Fact.named("UNDER_18"))).isTrue();
        assertThat(holds(applies(Characteristic.ORIENTATION)))
                .as("13 when recorded")
                .isTrue();
        assertThat(holds(applies(Characteristic.MARRIAGE))).isFalse();
    }

    @ParameterizedTest(name = "assigned {0}: within 7 days {1}, within 28 {2}")
    @CsvSource({
        "2026-06-16T22:59:59.999Z, true, true",
        "2026-06-16T23:00:00Z, false, true",
        "2026-07-07T22:59:59.999Z, false, true",
        "2026-07-07T23:00:00Z, false, false",
        "2026-06-01T12:00:00Z, true, true"
    })
    void within_so_many_days_is_counted_in_civil_days(String assigned, boolean within7, boolean within28) {
        assign("16", assigned);
        assertThat(holds(Fact.named("ASSIGNED_WITHIN_7D"))).isEqualTo(within7);
        assertThat(holds(Fact.named("ASSIGNED_WITHIN_28D"))).isEqualTo(within28);
    }

    private void assign(String type, String assignedAt) {
        outcome.type = PackedCode.pack(type);
        outcome.assignedAt = at(assignedAt);
    }

    /** All that the map knows, and one that it does not. */
    static Stream<String> reasons() {
        return Stream.concat(
                ReferenceFile.read("ends-of-support.csv").rows().stream().map(row -> row.get("code")),
                Stream.of("MOVED_AWAY"));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void every_recorded_reason_is_counted_by_one_value_alone(String reason) {
        outcome.type = PackedCode.pack("16");
        Counted.set(outcome, "supportEnded.reason", UnitCode.of(reason));
        Measure recorded = OneMeasure.shipped("withdrawal_reason");
        assertThat(recorded.dimension().orElseThrow().values())
                .hasSizeGreaterThan(1)
                .filteredOn(
                        value -> holds(recorded.numerator(Optional.of(value)).orElseThrow()))
                .hasSize(1);
    }

    private void set(Characteristic characteristic, int status) {
        crime.characteristics = characteristic.with(crime.characteristics, status);
    }

    private static Fact applies(Characteristic one) {
        return Fact.named(one.name() + "_APPLIES");
    }

    private static Fact known(Characteristic one) {
        return Fact.named(one.name() + "_KNOWN");
    }

    private static Fact declined(Characteristic one) {
        return Fact.named(one.name() + "_DECLINED");
    }

    /** "Prefer not to say" is an answer. */
    private static Expression asked(Characteristic one) {
        return known(one).or(declined(one));
    }

    private boolean holds(Expression expression) {
        return Matcher.compile(expression).matches(ALL.of(new KnownCase(new KnownCrime(crime, ALL), outcome)));
    }

    private static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
