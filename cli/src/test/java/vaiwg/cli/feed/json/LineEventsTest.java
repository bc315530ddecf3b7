package vaiwg.cli.feed.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.jobs.decode.DataQualityWarning;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.schemas.CharacteristicStatus;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.CrimeStatus;
import vaiwg.schemas.DateResolution;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Safeguarding;
import vaiwg.schemas.Source;
import vaiwg.schemas.VictimContact;

class LineEventsTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Optional<EventStream> OUTCOMES = Optional.of(EventStream.OUTCOME);
    private static final Optional<EventStream> CRIMES = Optional.of(EventStream.CRIME_RECORDING);
    private static final String SECRET = "Jane Doe";

    private final LineEvents events = new LineEvents(
            Source.LOAD,
            EventOptions.of(Forces.any()),
            CodeMaps.shipped(),
            EventIds.forgotten(),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void natural_json_becomes_the_event_of_the_schema() throws Exception {
        ReadyEvent ready = read("""
                {"crimeReference": "c/1", "force": "kent", "eventId": "00000000-0000-0000-0000-000000000001", "version": 3,
                 "changedAt": "2026-05-01T10:00:00.123456+01:00", "source": "FEED", "status": "MERGED", "mergedInto": null,
                 "recordedAt": 1777590000000, "flags": ["ONLINE"], "n100": true,
                 "victim": {"kind": "PERSON", "birthYear": 1980, "sex": {"status": "VALUE", "value": "female"}},
                 "suspects": [{"policeEmployee": true}, {}]}
                """.replace("\n", " "), CRIMES);
        CrimeRecording crime = CrimeRecording.getDecoder().decode(ready.value());
        assertThat(new String(ready.key(), StandardCharsets.UTF_8)).isEqualTo("c/1");
        assertThat(ready.stream()).isEqualTo(EventStream.CRIME_RECORDING);
        assertThat(ready.changedAt())
                .isEqualTo(Instant.parse("2026-05-01T09:00:00.123Z").toEpochMilli());
        assertThat(crime.getChangedAt()).isEqualTo(Instant.parse("2026-05-01T09:00:00.123Z"));
        assertThat(crime.getSource()).isEqualTo(Source.FEED);
        assertThat(crime.getDateResolution()).isEqualTo(DateResolution.DAY);
        assertThat(crime.getStatus()).isEqualTo(CrimeStatus.MERGED);
        assertThat(crime.getRecordedAt()).isEqualTo(Instant.ofEpochMilli(1777590000000L));
        assertThat(crime.getFlags()).containsExactly("ONLINE");
        assertThat(crime.getN100()).isTrue();
        assertThat(crime.getTransferredIn()).isFalse();
        assertThat(crime.getLpa()).isNull();
        assertThat(crime.getVictim().getBirthYear()).isEqualTo(1980);
        assertThat(crime.getVictim().getSex().getStatus()).isEqualTo(CharacteristicStatus.VALUE);
        assertThat(crime.getVictim().getAge()).isNull();
        assertThat(crime.getSuspects())
                .extracting(suspect -> suspect.getPoliceEmployee())
                .isEqualTo(List.of(true, false));
    }

    /** From its midnight on snapshots would be published, which is for ever. */
    @Test
    void a_history_rejects_what_says_that_it_was_told_as_it_happened() throws Exception {
        events.ofHistoryAlone();
        for (String source : List.of("FEED", "SYNTHETIC")) {
            assertThatThrownBy(() -> read(outcome(", \"source\": \"" + source + "\""), OUTCOMES))
                    .isInstanceOfSatisfying(
                            BadLine.class,
                            problem -> assertThat(problem.reason()).isEqualTo("live_in_history"));
        }
        assertThat(read(outcome(""), OUTCOMES).stream()).isEqualTo(EventStream.OUTCOME);
        assertThat(read(outcome(", \"source\": \"ARCHIVE\""), OUTCOMES).stream())
                .isEqualTo(EventStream.OUTCOME);
    }

    @Test
    void what_a_line_does_not_tell_is_put_in_the_same_each_time() throws Exception {
        Outcome first = Outcome.getDecoder().decode(read(outcome(""), OUTCOMES).value());
        Outcome again = Outcome.getDecoder()
                .decode(read(outcome(", \"decidedBy\": \"CPS\""), OUTCOMES).value());
        assertThat(first.getSource()).isEqualTo(Source.LOAD);
        assertThat(first.getEventId())
                .as("of the same version of the same subject")
                .isEqualTo(again.getEventId());
        Outcome other = Outcome.getDecoder()
                .decode(read(outcome("").replace("\"version\": 1", "\"version\": 2"), OUTCOMES)
                        .value());
        assertThat(other.getEventId()).isNotEqualTo(first.getEventId());
    }

    /** What a force's extract does not say yet is null, and what it says is taken. */
    @Test
    void a_line_may_say_a_field_of_a_newer_schema_or_not() throws Exception {
        for (Boolean said : new Boolean[] {null, false, true}) {
            String survey = said == null ? "" : ", \"freeTextGiven\": " + said;
            VictimContact contact = VictimContact.getDecoder()
                    .decode(read(
                                    "{\"crimeReference\": \"c\", \"force\": \"kent\", \"version\": 1, \"changedAt\": \"2026-05-02T10:00:00Z\","
                                            + " \"contactId\": \"s\", \"kind\": \"SURVEY\", \"at\": \"2026-05-01T10:00:00Z\","
                                            + " \"survey\": {\"answeredAt\": \"2026-05-02T09:00:00Z\"" + survey + "}}",
                                    Optional.of(EventStream.VICTIM_CONTACT))
                            .value());
            assertThat(contact.getSurvey().getFreeTextGiven()).isEqualTo(said);
            Safeguarding known = Safeguarding.getDecoder()
                    .decode(read(
                                    "{\"caseId\": \"m\", \"force\": \"kent\", \"version\": 1, \"changedAt\": \"2026-05-02T10:00:00Z\","
                                            + " \"kind\": \"MARAC\", \"referredAt\": \"2026-05-01T10:00:00Z\""
                                            + (said == null ? "" : ", \"repeat\": " + said) + "}",
                                    Optional.of(EventStream.SAFEGUARDING))
                            .value());
            assertThat(known.getRepeat()).isEqualTo(said);
        }
    }

    @Test
    void the_line_tells_its_stream_where_nothing_else_does() throws Exception {
        assertThat(read(outcome(", \"stream\": \"outcome\""), Optional.empty()).stream())
                .isEqualTo(EventStream.OUTCOME);
        assertThat(bad(outcome(""), Optional.empty()).reason()).isEqualTo("unknown_stream");
        assertThat(bad(outcome(", \"stream\": \"outcomes\""), Optional.empty()).reason())
                .isEqualTo("unknown_stream");
        assertThat(bad(outcome(", \"stream\": \"stalking\""), OUTCOMES).reason())
                .isEqualTo("wrong_stream");
    }

    @ParameterizedTest(name = "{0} for {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "not_json         | it is no object                                  | [1, 2]",
                "not_json         | it is no object                                  | \"Jane Doe\"",
                "not_json         | it cannot be read as JSON from column 2 on       | {Jane Doe}",
                "not_json         | it cannot be read as JSON from column 16 on      | {\"version\": NaN}",
                "unknown_field    | decidedby is not in the schema                   | {\"decidedby\": \"CPS\"}",
                "unknown_field    | a field's name is not in the schema              | {\"Jane Doe\": 1}",
                "unknown_field    | supportEnded.when is not in the schema           | {\"supportEnded\": {\"when\": 1}}",
                "repeated_field   | version is there twice                           | {\"version\": 1, \"version\": 1}",
                "repeated_field   | a field's name is there twice                    | {\"Jane Doe\": 1, \"Jane Doe\": 1}",
                "repeated_field   | supportEnded.at is there twice                   | {\"supportEnded\": {\"at\": 1, \"at\": 1}}",
                "missing_field    | crimeReference is missing                        | {\"version\": 1}",
                "wrong_type       | version is not a whole number that fits          | {\"version\": \"1\"}",
                "wrong_type       | version is not a whole number that fits          | {\"version\": 1.5}",
                "wrong_type       | version is not a whole number that fits          | {\"version\": 99999999999999999999}",
                "wrong_type       | force is not a text in quotes                    | {\"force\": 7}",
                "wrong_type       | interviewedUnderCaution is not true or false     | {\"interviewedUnderCaution\": \"Jane Doe\"}",
                "wrong_type       | supportEnded is not an object                    | {\"supportEnded\": \"Jane Doe\"}",
                "wrong_type       | dateResolution is not one of DAY, MONTH          | {\"dateResolution\": \"Jane Doe\"}"
            })
    void what_is_no_event_is_told_without_its_values(String reason, String detail, String line) {
        BadLine problem = bad(line, OUTCOMES);
        assertThat(problem.reason()).isEqualTo(reason);
        assertThat(problem).hasMessage(detail);
        assertThat(problem.getMessage() + problem.advice()).doesNotContain(SECRET);
        assertThat(problem.advice()).endsWith(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2026-05-01\"", "\"2026-05-01T10:00:00\"", "\"yesterday\"", "1e12", "true"})
    void a_time_without_its_offset_is_no_instant(String time) {
        BadLine problem = bad("{\"changedAt\": " + time + "}", OUTCOMES);
        assertThat(problem.reason()).isEqualTo("wrong_type");
        assertThat(problem).hasMessageStartingWith("changedAt is not a time such as 2026-03-01T09:30:00Z");
    }

    @Test
    void what_the_job_would_reject_is_rejected_with_its_reason() {
        assertThat(bad(outcome(", \"outcomeType\": \"16\""), OUTCOMES))
                .hasMessage("an outcome without assignedAt")
                .extracting(BadLine::reason)
                .isEqualTo("impossible_value");
        String ahead = outcome("").replace("2026-05-01T10:00:00Z", "2026-06-01T12:05:00.001Z");
        assertThat(bad(ahead, OUTCOMES).reason()).isEqualTo("future_dated");
        assertThat(bad(outcome("").replace("kent", "Kent Police"), OUTCOMES).reason())
                .isEqualTo("impossible_value");
        assertThat(bad(outcome("").replace("\"c1\"", "\"\""), OUTCOMES).reason())
                .isEqualTo("no_key");
    }

    @Test
    void what_is_strange_is_kept_and_told() throws Exception {
        ReadyEvent ready =
                read(outcome(", \"outcomeType\": \"0\", \"assignedAt\": \"2026-05-01T10:00:00Z\""), OUTCOMES);
        assertThat(DataQualityWarning.of(ready.warnings())).containsExactly(DataQualityWarning.OUTCOME_TYPE);
    }

    @Test
    void nests_and_texts_and_bytes_that_nobody_means_are_no_json() {
        String deep = "[".repeat(100_000);
        assertThat(bad("{\"decidedBy\": " + deep, OUTCOMES).reason()).isEqualTo("not_json");
        assertThat(bad("{\"x\": " + deep + "}", Optional.empty()).reason()).isEqualTo("not_json");
        assertThat(bad(outcome(", \"decidedBy\": \"" + "x".repeat(300_000) + '"'), OUTCOMES)
                        .reason())
                .isEqualTo("not_json");
        assertThat(bad(outcome("") + outcome(""), OUTCOMES).reason()).isEqualTo("not_json");
        byte[] latin = outcome(", \"decidedBy\": \"\u00e9\"").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(catchThrowableOfType(BadLine.class, () -> events.read(latin, 0, latin.length, OUTCOMES))
                        .reason())
                .isEqualTo("not_json");
    }

    private static String outcome(String more) {
        return "{\"crimeReference\": \"c1\", \"force\": \"kent\", \"version\": 1, \"changedAt\": \"2026-05-01T10:00:00Z\""
                + more + "}";
    }

    private BadLine bad(String line, Optional<EventStream> known) {
        BadLine problem = catchThrowableOfType(BadLine.class, () -> read(line, known));
        assertThat(problem)
                .as("a rejection of " + line.substring(0, Math.min(80, line.length())))
                .isNotNull();
        return problem;
    }

    private ReadyEvent read(String line, Optional<EventStream> known) throws BadLine {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return events.read(bytes, 0, bytes.length, known);
    }
}
