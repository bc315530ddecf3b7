package vaiwg.verification.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vaiwg.cli.feed.EventDecoder;
import vaiwg.cli.feed.json.BadLine;
import vaiwg.cli.feed.json.EventIds;
import vaiwg.cli.feed.json.LineEvents;
import vaiwg.cli.feed.json.ReadyEvent;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Source;
import vaiwg.verification.pitfalls.SmallForce.Value;

/** Records at the edges of what measures count, as lines that a force would load: each shows a rule of {@code docs/figures.md}. */
class EdgesOfCountingTest {
    private static final LocalDate LATER = LocalDate.of(2024, 6, 1);

    private final SmallForce force = new SmallForce();
    private final EventDecoder decoder = new EventDecoder();
    private final LineEvents lines = new LineEvents(
            Source.LOAD,
            EventOptions.of(Forces.any()),
            CodeMaps.shipped(),
            EventIds.forgotten(),
            Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC));

    @BeforeEach
    void load() throws Exception {
        for (EventStream stream : List.of(
                EventStream.CRIME_RECORDING, EventStream.OUTCOME, EventStream.STALKING, EventStream.PROTECTIVE_ORDER)) {
            Path file = Path.of("src", "test", "resources", "counting", stream.slug() + ".jsonl");
            for (String line : Files.readAllLines(file)) {
                tell(stream, line);
            }
        }
    }

    @Test
    void a_decision_of_which_nobody_says_who_made_it_is_not_the_polices() {
        force.goTo(LATER);
        assertThat(force.total("review_takeup", "settled_93d", "365d")).isEqualTo(new Value(0, 0));
    }

    @Test
    void a_session_that_was_entered_twice_is_one() {
        force.goTo(LATER);
        assertThat(force.value("easi_reached", "stock", "all", "step=all_six").numerator())
                .isZero();
        assertThat(force.total("easi_completion", "stock", "all")).isEqualTo(new Value(0, 1));
        assertThat(force.value("easi_reached", "stock", "all", "step=started").numerator())
                .isEqualTo(1);
    }

    @Test
    void six_sessions_with_numbers_or_without_are_all_six() throws Exception {
        for (int version = 8; version < 14; version++) {
            tell(EventStream.STALKING, session("p-1", version, ", \"session\": " + Math.min(6, version)));
        }
        for (int version = 3; version < 9; version++) {
            tell(EventStream.STALKING, session("p-3", version, ""));
        }
        force.goTo(LATER);
        assertThat(force.value("easi_reached", "stock", "all", "step=all_six").numerator())
                .isEqualTo(2);
    }

    @Test
    void an_assessment_that_is_dated_ahead_counts_from_its_own_day() {
        for (int day = 20; day < 30; day++) {
            force.goTo(LocalDate.of(2024, 2, day));
            assertThat(fell()).as("%s February", day).isEqualTo(new Value(0, 1));
        }
        force.goTo(LocalDate.of(2024, 3, 1));
        assertThat(fell()).isEqualTo(new Value(0, 1));
        force.goTo(LocalDate.of(2024, 3, 2));
        assertThat(fell()).isEqualTo(new Value(1, 1));
    }

    @Test
    void a_consent_before_the_selection_counts_from_the_selection() throws Exception {
        tell(EventStream.STALKING, step("p-5", 1, "2024-02-10", "CONSENTED", ""));
        tell(
                EventStream.STALKING,
                step(
                                "p-5",
                                2,
                                "2024-02-10",
                                "PROGRAMME_SELECTED",
                                ", \"programme\": {\"arm\": \"TREATMENT\", \"route\": \"CONVICTION\"}")
                        .replace("\"at\": \"2024-02-10", "\"at\": \"2024-02-20"));
        force.goTo(LocalDate.of(2024, 2, 20));
        assertThat(force.value("easi_reached", "stock", "all", "step=consented").numerator())
                .isZero();
        force.goTo(LocalDate.of(2024, 2, 21));
        assertThat(force.value("easi_reached", "stock", "all", "step=consented").numerator())
                .isEqualTo(1);
    }

    /** Both are in custody without an end; one is a suspect again, and from the offence on every day is at risk. */
    @Test
    void custody_is_taken_off_up_to_the_first_offence_alone() {
        force.goTo(LocalDate.of(2024, 6, 22));
        assertThat(again("30d")).isEqualTo(new Value(0, 1));
        force.goTo(LocalDate.of(2024, 6, 23));
        assertThat(again("30d")).isEqualTo(new Value(1, 2));
        force.goTo(LocalDate.of(2024, 8, 21));
        assertThat(again("90d")).isEqualTo(new Value(0, 1));
        force.goTo(LocalDate.of(2024, 8, 22));
        assertThat(again("90d")).isEqualTo(new Value(1, 2));
    }

    @Test
    void an_organisation_has_no_characteristics_when_it_becomes_a_person_later() {
        force.goTo(LATER);
        assertThat(force.value(
                        "characteristic_known", "settled_7d", "365d", "characteristic=sex;lpa=solihull;theme=rape"))
                .isEqualTo(new Value(0, 1));
    }

    /** The 48 hours ended with 24 December; no hour that counts had passed on the morning of Boxing Day. */
    @Test
    void a_hearing_on_the_days_that_do_not_count_after_the_48_hours_is_in_time() {
        force.goTo(LocalDate.of(2024, 12, 27));
        assertThat(force.total("dvpo_within_48h", "recorded", "365d")).isEqualTo(new Value(1, 1));
    }

    @Test
    void a_crime_recorded_a_day_before_its_report_is_counted_and_was_not_recorded_in_time() {
        force.goTo(LATER);
        assertThat(force.value("recorded_offences", "recorded", "365d", "lpa=walsall;theme=rape")
                        .numerator())
                .isEqualTo(1);
        assertThat(force.total("recorded_within_24h", "recorded", "365d")).isEqualTo(new Value(0, 0));
    }

    @Test
    void a_crime_with_a_partner_and_family_among_its_suspects_is_in_both_figures() {
        force.goTo(LATER);
        assertThat(force.value("repeat_victimisation_by_relation", "recorded", "365d", "relation=partner"))
                .isEqualTo(new Value(1, 1));
        assertThat(force.value("repeat_victimisation_by_relation", "recorded", "365d", "relation=family"))
                .isEqualTo(new Value(1, 1));
        assertThat(force.value("repeat_victimisation_by_relation", "recorded", "365d", "relation=others"))
                .isEqualTo(new Value(0, 0));
    }

    @Test
    void a_ground_that_is_none_of_the_five_is_in_no_figure_of_grounds() {
        force.goTo(LATER);
        assertThat(force.value("cancelled", "matured_90d", "365d", "ground=no_crime;lpa=dudley"))
                .isEqualTo(new Value(1, 1));
        assertThat(force.value("cancelled_share", "matured_90d", "365d", "lpa=dudley"))
                .isEqualTo(new Value(2, 2));
    }

    /** Not confirmed as a crime: in no figure of crimes, whatever its markers, and in those of reported rapes. */
    @Test
    void a_record_without_a_class_or_of_n100_is_no_crime() throws Exception {
        String marked = ", \"flags\": [\"DOMESTIC_ABUSE\", \"HATE_GENDER\"]";
        tell(EventStream.CRIME_RECORDING, crime("N1", ", \"n100\": true, \"offenceCode\": \"N100\"" + marked));
        tell(EventStream.CRIME_RECORDING, crime("N2", marked));
        force.goTo(LATER);
        assertThat(force.value("recorded_offences", "recorded", "365d", "lpa=wolverhampton;theme=domestic_abuse")
                        .numerator())
                .isZero();
        assertThat(force.value("gender_hate_marked", "recorded", "365d", "lpa=wolverhampton")
                        .numerator())
                .isZero();
        assertThat(force.total("da_share_of_crime", "recorded", "365d").numerator())
                .isEqualTo(2);
        assertThat(force.value("n100_at_28d", "settled_28d", "365d", "decided=open"))
                .isEqualTo(new Value(1, 1));
    }

    /** In no figure of women and girls in public places, and so counted beside them; an organisation has no sex. */
    @Test
    void an_offence_in_public_whose_victims_sex_is_not_recorded_is_counted_beside_those_of_women() throws Exception {
        String inPublic =
                ", \"offenceCode\": \"8L\", \"placeType\": \"STREET\", \"committedFrom\": \"2024-02-29T21:00:00Z\"";
        tell(EventStream.CRIME_RECORDING, crime("S1", inPublic));
        tell(EventStream.CRIME_RECORDING, crime("S2", inPublic).replace("PERSON", "ORGANISATION"));
        tell(
                EventStream.CRIME_RECORDING,
                crime("S3", inPublic)
                        .replace("\"PERSON\"", "\"PERSON\", \"sex\": {\"status\": \"VALUE\", \"value\": \"female\"}"));
        force.goTo(LATER);
        assertThat(force.total("public_space_offences", "recorded", "365d").numerator())
                .isEqualTo(1);
        assertThat(force.total("public_space_sex_unknown", "recorded", "365d").numerator())
                .isEqualTo(1);
    }

    @Test
    void a_hate_crime_counts_whatever_the_offence() throws Exception {
        tell(
                EventStream.CRIME_RECORDING,
                crime("H1", ", \"offenceCode\": \"125/58\", \"flags\": [\"HATE_GENDER\", \"HATE_RACE\"]"));
        tell(
                EventStream.VICTIM_CONTACT,
                "{\"force\": \"west-midlands\", \"version\": 1, \"crimeReference\": \"H1\", \"contactId\": \"c1\", \"kind\": \"REFERRAL\","
                        + " \"changedAt\": \"2024-03-02T10:00:00Z\", \"at\": \"2024-03-02T10:00:00Z\", \"service\": \"HATE\"}");
        force.goTo(LATER);
        assertThat(force.total("referred_to_hate_service", "recorded", "365d")).isEqualTo(new Value(1, 1));
        assertThat(force.value("gender_hate_marked", "recorded", "365d", "lpa=wolverhampton")
                        .numerator())
                .isEqualTo(1);
        assertThat(force.value("hate_marked", "recorded", "365d", "lpa=wolverhampton;strand=race")
                        .numerator())
                .isEqualTo(1);
        assertThat(force.value("hate_marked", "recorded", "365d", "strand=religion")
                        .numerator())
                .isZero();
    }

    @Test
    void a_refusal_ends_an_interim_order_and_no_full_one() throws Exception {
        for (String person : List.of("s-8", "s-9")) {
            for (int victim = 0; victim < 2; victim++) {
                tell(
                        EventStream.CRIME_RECORDING,
                        crime(
                                        person + "-" + victim,
                                        ", \"offenceCode\": \"8Q\", \"suspects\": [{\"personId\": \"" + person + "\"}]")
                                .replace(
                                        "\"PERSON\"", "\"PERSON\", \"personId\": \"" + person + "-v-" + victim + "\""));
            }
        }
        tell(EventStream.STALKING, step("s-8", 1, "2024-03-10", "INTERIM_ORDER_GRANTED", ""));
        tell(EventStream.STALKING, step("s-9", 1, "2024-03-10", "FULL_ORDER_GRANTED", ""));
        force.goTo(LocalDate.of(2024, 3, 20));
        assertThat(force.total("serial_managed", "recorded", "365d")).isEqualTo(new Value(2, 2));
        tell(EventStream.STALKING, step("s-8", 2, "2024-03-20", "ORDER_REFUSED", ""));
        tell(EventStream.STALKING, step("s-9", 2, "2024-03-20", "ORDER_REFUSED", ""));
        force.goTo(LATER);
        assertThat(force.total("serial_managed", "recorded", "365d")).isEqualTo(new Value(1, 2));
    }

    private Value fell() {
        return force.value("easi_trial_better", "stock", "all", "arm=control;assessed=risk");
    }

    private Value again(String days) {
        return force.value("easi_reoffending", "stock", "all", "arm=treatment;days=" + days);
    }

    private static String crime(String reference, String more) {
        return "{\"force\": \"west-midlands\", \"version\": 1, \"crimeReference\": \"" + reference
                + "\", \"changedAt\": \"2024-03-01T10:00:00Z\", \"recordedAt\": \"2024-03-01T10:00:00Z\", \"status\": \"ACTIVE\","
                + " \"lpa\": \"wolverhampton\", \"victim\": {\"kind\": \"PERSON\"}" + more + "}";
    }

    private static String session(String person, int version, String number) {
        return step(
                person,
                version,
                "2024-02-" + (10 + version),
                "SESSION_ATTENDED",
                ", \"programme\": {\"arm\": \"TREATMENT\", \"route\": \"CONVICTION\"" + number + "}");
    }

    private static String step(String person, int version, String day, String step, String more) {
        return "{\"force\": \"west-midlands\", \"perpetratorId\": \"" + person + "\", \"version\": " + version
                + ", \"changedAt\": \"" + day + "T12:00:00Z\", \"step\": \"" + step + "\", \"at\": \"" + day
                + "T12:00:00Z\"" + more + "}";
    }

    private void tell(EventStream stream, String line) throws BadLine, IOException {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        ReadyEvent ready = lines.read(bytes, 0, bytes.length, Optional.of(stream));
        SpecificRecord event = decoder.decode(ready.value()).orElseThrow();
        force.tell(stream, new String(ready.key(), StandardCharsets.UTF_8), event);
    }
}
