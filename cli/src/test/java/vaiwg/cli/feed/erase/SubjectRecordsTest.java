package vaiwg.cli.feed.erase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import vaiwg.cli.feed.json.BadLine;
import vaiwg.cli.feed.json.EventIds;
import vaiwg.cli.feed.json.LineEvents;
import vaiwg.cli.feed.json.ReadyEvent;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Source;

class SubjectRecordsTest {
    private static final String PREFIX = "vaiwg.";
    private static final String VICTIM = "k1-4917cc6ad1f898fcdc79fef11d91d71bdfe8ed3b";
    private static final String SUSPECT = "k1-3d2beb65ad7c2f31428a4ea2e70c67d662b152f4";

    private final LineEvents lines = new LineEvents(
            Source.LOAD, EventOptions.of(Forces.any()), CodeMaps.shipped(), EventIds.forgotten(), Clock.systemUTC());

    private final ConsumerRecord<byte[], byte[]> unnamed =
            record(EventStream.CRIME_RECORDING, crime("20WM/0001/26", 1, "\"channel\": \"101\""));
    private final ConsumerRecord<byte[], byte[]> named = record(
            EventStream.CRIME_RECORDING,
            crime(
                    "20WM/0001/26",
                    2,
                    "\"victim\": {\"kind\": \"PERSON\", \"personId\": \"" + VICTIM
                            + "\"}, \"suspects\": [{\"personId\": \"" + SUSPECT + "\"}]"));
    private final ConsumerRecord<byte[], byte[]> ofAnother = record(
            EventStream.CRIME_RECORDING,
            crime("20WM/0001/2", 1, "\"victim\": {\"kind\": \"PERSON\", \"personId\": \"" + VICTIM + "0\"}"));
    private final ConsumerRecord<byte[], byte[]> outcome = record(
            EventStream.OUTCOME,
            "{\"crimeReference\": \"20WM/0001/26\", \"force\": \"west-midlands\", \"version\": 1,"
                    + " \"changedAt\": \"2026-03-09T09:00:00Z\"}");
    private final ConsumerRecord<byte[], byte[]> step = record(
            EventStream.STALKING,
            "{\"perpetratorId\": \"" + SUSPECT + "\", \"force\": \"west-midlands\", \"version\": 1, \"changedAt\":"
                    + " \"2026-03-06T09:00:00Z\", \"crimeReference\": \"20WM/0001/26\", \"step\": \"SCREENED\", \"at\":"
                    + " \"2026-03-06T09:00:00Z\"}");
    private final ConsumerRecord<byte[], byte[]> letter = new ConsumerRecord<>(
            PREFIX + "dead-letter", 0, 0, null, ("{victim: " + VICTIM + "}").getBytes(StandardCharsets.UTF_8));

    @Test
    void a_victims_crime_goes_whole_with_its_outcome_and_a_perpetrators_record_stays() {
        SubjectRecords subject = subject("west-midlands", VICTIM);
        assertThat(List.of(unnamed, named, outcome, letter)).allMatch(subject);
        assertThat(List.of(ofAnother, step)).noneMatch(subject);
    }

    @Test
    void a_crime_that_is_named_itself_goes_with_what_names_it() {
        SubjectRecords subject = subject("west-midlands", "20WM/0001/26");
        assertThat(List.of(unnamed, named, outcome, step)).allMatch(subject);
        assertThat(List.of(ofAnother, letter)).noneMatch(subject);
    }

    @Test
    void a_suspect_goes_with_every_step_and_crime() {
        assertThat(List.of(unnamed, named, outcome, step)).allMatch(subject("west-midlands", SUSPECT));
    }

    /** The same number at another force is another crime. */
    @Test
    void events_of_another_force_stay() {
        assertThat(List.of(unnamed, named, outcome, step)).noneMatch(subject("kent", "20WM/0001/26", SUSPECT));
    }

    @Test
    void in_the_new_topics_the_same_is_looked_for() {
        SubjectRecords subject = subject("west-midlands", VICTIM).in("new.");
        ConsumerRecord<byte[], byte[]> kept = new ConsumerRecord<>("new.outcome", 0, 0, outcome.key(), outcome.value());
        assertThat(subject.test(kept)).isTrue();
    }

    @Test
    void what_is_no_event_is_searched_for_the_text_alone() {
        ConsumerRecord<byte[], byte[]> text = new ConsumerRecord<>(
                PREFIX + "outcome", 0, 0, new byte[0], ("of " + VICTIM).getBytes(StandardCharsets.UTF_8));
        assertThat(subject("kent", VICTIM).test(text)).isTrue();
    }

    @Test
    void a_reference_is_long_enough_to_be_nobody_elses() {
        assertThatThrownBy(() -> new SubjectReferences(List.of(VICTIM, "26"), "kent"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith("A reference of the subject's file has less than 4 characters");
        assertThatThrownBy(() -> new SubjectReferences(List.of(" "), "kent"))
                .hasMessageStartingWith("The subject's file has no reference");
    }

    /** A longer text than 63 bytes has its length in two. */
    @Test
    void a_long_reference_is_found_too() {
        String number = "20WM/" + "7".repeat(90);
        ConsumerRecord<byte[], byte[]> crime =
                record(EventStream.CRIME_RECORDING, crime("20WM/9", 1, "\"mergedInto\": \"" + number + "\""));
        assertThat(subject("west-midlands", number).test(crime)).isTrue();
    }

    private SubjectRecords subject(String force, String... references) {
        SubjectRecords subject = new SubjectRecords(new SubjectReferences(List.of(references), force), PREFIX);
        List.of(unnamed, named, ofAnother, outcome, step, letter).forEach(subject::learn);
        return subject;
    }

    private static String crime(String reference, int version, String more) {
        return "{\"crimeReference\": \"" + reference + "\", \"force\": \"west-midlands\", \"version\": " + version
                + ", \"changedAt\": \"2026-03-02T10:12:00Z\", \"recordedAt\": \"2026-03-02T10:12:00Z\","
                + " \"status\": \"ACTIVE\", " + more + "}";
    }

    private ConsumerRecord<byte[], byte[]> record(EventStream stream, String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        try {
            ReadyEvent event = lines.read(bytes, 0, bytes.length, Optional.of(stream));
            return new ConsumerRecord<>(stream.topic(PREFIX), 0, 0, event.key(), event.value());
        } catch (BadLine e) {
            throw new AssertionError(e);
        }
    }
}
