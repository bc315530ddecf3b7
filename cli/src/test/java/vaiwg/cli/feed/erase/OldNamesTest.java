package vaiwg.cli.feed.erase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import vaiwg.cli.feed.EventDecoder;
import vaiwg.cli.feed.json.BadLine;
import vaiwg.cli.feed.json.EventIds;
import vaiwg.cli.feed.json.LineEvents;
import vaiwg.cli.feed.json.ReadyEvent;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Source;

class OldNamesTest {
    private static final String PREFIX = "vaiwg.";
    private static final String OTHER = "x-[0-9a-f]{32}";
    private static final Instant BEFORE = Instant.parse("2019-01-01T00:00:00Z");

    private final LineEvents lines = new LineEvents(
            Source.LOAD, EventOptions.of(Forces.any()), CodeMaps.shipped(), EventIds.forgotten(), Clock.systemUTC());
    private final ConsumerRecord<byte[], byte[]> old =
            record(EventStream.CRIME_RECORDING, crime("20WM/0001/18", "2018-03-02", "p-victim", "p-suspect"));
    private final ConsumerRecord<byte[], byte[]> outcome = record(
            EventStream.OUTCOME,
            "{\"crimeReference\": \"20WM/0001/18\", \"force\": \"west-midlands\", \"version\": 1,"
                    + " \"changedAt\": \"2018-04-01T09:00:00Z\"}");
    private final ConsumerRecord<byte[], byte[]> recent =
            record(EventStream.CRIME_RECORDING, crime("20WM/0002/19", "2019-03-02", "p-another", "p-suspect"));
    private final OldNames names = new OldNames(BEFORE, PREFIX);

    @Test
    void whoever_is_named_later_keeps_the_name_and_all_others_lose_it_everywhere() {
        List.of(old, outcome, recent).forEach(names::learn);

        SourceLog.Content crime = names.of(old).orElseThrow();
        CrimeRecording read = (CrimeRecording) decoded(crime);
        assertThat(read.getCrimeReference()).matches(OTHER).isEqualTo(text(crime.key()));
        assertThat(read.getVictim().getPersonId()).matches(OTHER);
        assertThat(read.getSuspects().get(0).getPersonId()).isEqualTo("p-suspect");
        assertThat(read.getRecordedAt()).isEqualTo(Instant.parse("2018-03-02T10:12:00Z"));
        assertThat(((Outcome) decoded(names.of(outcome).orElseThrow())).getCrimeReference())
                .isEqualTo(read.getCrimeReference());
        assertThat(names.of(recent).orElseThrow().value()).isEqualTo(recent.value());
        assertThat(names.events()).isEqualTo(2);
        assertThat(names.rewritten()).isEqualTo(2);
    }

    @Test
    void a_crime_that_changed_later_keeps_its_number_in_its_first_version_too() {
        ConsumerRecord<byte[], byte[]> changed =
                record(EventStream.CRIME_RECORDING, crime("20WM/0001/18", "2020-01-05", "p-victim-2", "p-suspect"));
        List.of(old, outcome, recent, changed).forEach(names::learn);
        CrimeRecording read = (CrimeRecording) decoded(names.of(old).orElseThrow());
        assertThat(read.getCrimeReference()).isEqualTo("20WM/0001/18");
        assertThat(read.getVictim().getPersonId()).matches(OTHER);
    }

    @Test
    void another_run_gives_other_names() {
        OldNames again = new OldNames(BEFORE, PREFIX);
        assertThat(text(names.of(old).orElseThrow().key()))
                .isNotEqualTo(text(again.of(old).orElseThrow().key()));
    }

    @Test
    void what_is_no_event_is_as_it_is_and_a_registrys_frame_is_refused() {
        byte[] bytes = "no event".getBytes(StandardCharsets.UTF_8);
        ConsumerRecord<byte[], byte[]> unread = new ConsumerRecord<>(PREFIX + "outcome", 0, 0, bytes, bytes);
        names.learn(unread);
        assertThat(names.of(unread).orElseThrow().value()).isEqualTo(bytes);
        ConsumerRecord<byte[], byte[]> framed =
                new ConsumerRecord<>(PREFIX + "outcome", 0, 0, bytes, new byte[] {0, 0, 0, 0, 1, 2});
        assertThatThrownBy(() -> names.learn(framed))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("in Confluent's frame");
    }

    @Test
    void a_text_is_replaced_where_it_is_whole_alone() {
        byte[] message = AvroText.encoded("p-victim and p-victim".getBytes(StandardCharsets.UTF_8));
        assertThat(AvroText.replace(message, "p-victim", "x-1")).isEqualTo(message);
        byte[] twice = {4, 'a', 'b', 7, 4, 'a', 'b'};
        assertThat(AvroText.replace(twice, "ab", "c")).containsExactly(2, 'c', 7, 2, 'c');
    }

    private static SpecificRecord decoded(SourceLog.Content content) {
        return new EventDecoder().decode(content.value()).orElseThrow();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String crime(String reference, String day, String victim, String suspect) {
        return "{\"crimeReference\": \"" + reference + "\", \"force\": \"west-midlands\", \"version\": "
                + day.replace("-", "") + ", \"changedAt\": \"" + day + "T10:12:00Z\", \"recordedAt\": \"" + day
                + "T10:12:00Z\", \"status\": \"ACTIVE\", \"victim\": {\"kind\": \"PERSON\", \"personId\": \"" + victim
                + "\"}, \"suspects\": [{\"personId\": \"" + suspect + "\"}]}";
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
