package vaiwg.verification.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import vaiwg.cli.Answer;
import vaiwg.demo.Await;
import vaiwg.jobs.kafka.Topics;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.EventStream;

/** Dead letters go back once, whatever happens on the way. */
@Timeout(300)
@ExtendWith(InstallationExtension.class)
class RedriveIT {
    private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");
    private static final Instant SECOND = Instant.parse("2024-03-02T00:00:00Z");
    private static final Instant THIRD = Instant.parse("2024-03-03T00:00:00Z");
    private static final Instant FOURTH = Instant.parse("2024-03-04T00:00:00Z");
    private static final int PARTITION = 1;
    private static final String CRIMES_BY_DAY = "SELECT as_at, numerator FROM kpi_value WHERE kpi = 'recorded_offences'"
            + " AND basis = 'recorded' AND \"window\" = '28d' AND slice = '' ORDER BY as_at";

    @Test
    void letters_that_are_taken_today_go_back_once_and_count_once(Installation installation) throws Exception {
        EventLog log = installation.newLog();
        String crimes = log.topic(EventStream.CRIME_RECORDING);
        byte[] ahead = EventLog.encode(new SmallCase("ahead").crime(NOON));
        CrimeRecording impossible = new SmallCase("impossible").crime(NOON);
        impossible.setEventId("no-uuid");
        send(log, NOON.minus(Duration.ofHours(1)), "ahead", ahead);
        send(log, NOON, "impossible", EventLog.encode(impossible));
        send(log, NOON, "text", "not Avro at all".getBytes(UTF_8));
        send(log, NOON, "good", EventLog.encode(new SmallCase("good").crime(NOON)));
        log.completeThrough(SECOND);

        try (JobRun run = installation.start(log, RunSettings.of(SECOND, 2))) {
            run.awaitSnapshot(SECOND);
            assertThat(run.query(CRIMES_BY_DAY)).containsExactly("2024-03-02,1");
            Await.until(
                    "the letters are written",
                    () -> redrive(log, "--dry-run").output().contains("undecodable"));

            String stays = crimes + "/1/1: impossible_value: would be rejected: impossible_value: eventId is no UUID.\n"
                    + crimes + "/1/2: undecodable: would be rejected: undecodable:"
                    + " not a single-object encoded Avro message.\n";
            assertRedriven(redrive(log, "--dry-run"), stays, "future_dated +1 +0 +1 +0\n");
            assertRedriven(redrive(log), stays, "future_dated +1 +0 +1 +0\n");
            // A second run sends nothing again.
            assertRedriven(redrive(log), stays, "future_dated +1 +1 +0 +0\n");

            // As if the process had ended between the event and its mark: the letter goes back once more.
            send(log, THIRD, "ahead", ahead);
            Path repaired = Files.writeString(
                    installation.newFolder("redrive").resolve("repaired.jsonl"),
                    "{\"topic\": \"" + crimes + "\", \"partition\": 1, \"offset\": 1, \"event\": {"
                            + "\"crimeReference\": \"impossible\", \"force\": \"small-force\", \"version\": 1,"
                            + " \"changedAt\": \"" + NOON + "\", \"status\": \"ACTIVE\", \"recordedAt\": \"" + NOON
                            + "\", \"offenceCode\": \"8Q\", \"victim\": {\"kind\": \"PERSON\"}}}\n");
            Answer replaced = redrive(log, "--reason", "impossible_value", "--replace", repaired.toString());
            assertThat(replaced.exitCode()).as(replaced.output()).isZero();

            log.completeThrough(THIRD);
            run.awaitSnapshot(THIRD);
            assertThat(run.query(CRIMES_BY_DAY))
                    .as("each counts once, from when it was known")
                    .containsExactly("2024-03-02,1", "2024-03-03,3");
            assertThat(run.metric("vaiwg_events_duplicate_total"))
                    .as("the second copy is known as one")
                    .isEqualTo(1);
            run.stop();
        }
        // A rebuild reads everything again, and writes its letters again.
        log.completeThrough(FOURTH);
        try (JobRun again = installation.start(log, RunSettings.of(FOURTH, 1))) {
            again.awaitSnapshot(FOURTH);
            assertThat(again.query(CRIMES_BY_DAY)).containsExactly("2024-03-02,1", "2024-03-03,3", "2024-03-04,3");
            again.stop();
        }
        Answer last = redrive(log);
        assertThat(last.exitCode()).isEqualTo(1);
        assertThat(last.output())
                .as("letters that a rebuild wrote again were sent before all the same")
                .containsPattern("future_dated +1 +1 +0 +0\n")
                .containsPattern("impossible_value +1 +1 +0 +0\n")
                .containsPattern("undecodable +1 +0 +0 +1\n");
    }

    @Test
    void a_forged_letter_stops_nothing_and_is_shown_escaped(Installation installation) throws Exception {
        EventLog log = installation.newLog();
        String crimes = log.topic(EventStream.CRIME_RECORDING);
        byte[] event = EventLog.encode(new SmallCase("good").crime(NOON));
        forge(log, Map.of("redriven-of", "x"), event);
        forge(log, Map.of("reason", "x", "offset", "1"), event);
        forge(log, Map.of(), event);
        forge(log, letter("\u001b[2Jundecodable", crimes, 9_999), event);
        forge(log, letter("undecodable", "\u001b[2J" + crimes, 0), event);
        forge(log, letter("unknown_schema", crimes, PARTITION), event);

        Answer answer = redrive(log);

        assertThat(answer.errors()).isEmpty();
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.output())
                .doesNotContain("\u001b")
                .contains(crimes + "/9999/7: \\u001b[2Jundecodable: names a partition that is not there.\n")
                .contains("\\u001b[2J" + crimes + "/0/7: undecodable: is of another topic prefix.\n")
                .containsPattern("unknown_schema +1 +0 +1 +0\n")
                .contains("3 records of the dead-letter topic are no letters, and were left out: see who may write"
                        + " there.\n");
    }

    private static Map<String, String> letter(String reason, String topic, int partition) {
        return Map.of(
                "reason",
                reason,
                "detail",
                "forged",
                "topic",
                topic,
                "partition",
                Integer.toString(partition),
                "offset",
                "7",
                "timestamp",
                "0");
    }

    private static void forge(EventLog log, Map<String, String> headers, byte[] value) throws Exception {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(Topics.deadLetter(log.prefix()), "good".getBytes(UTF_8), value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", log.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(record).get();
        }
    }

    @Test
    void what_is_asked_for_wrongly_is_said_so(Installation installation) throws Exception {
        EventLog log = installation.newLog();
        assertThat(redrive(log, "--reason", "bad").errors())
                .startsWith("vaiwg: There is no reason 'bad': choose empty,");
        Path file = Files.writeString(installation.newFolder("redrive").resolve("repaired.jsonl"), "{\"offset\": 1}\n");
        Answer answer = redrive(log, "--replace", file.toString());
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.errors())
                .isEqualTo("vaiwg: " + file
                        + ":1: a replacement has topic, partition, offset and event; correct the line.\n");
        assertThat(Answer.to(
                        "redrive",
                        "--forces",
                        SmallCase.FORCE,
                        "--kafka",
                        log.bootstrapServers(),
                        "--topic-prefix",
                        "nobody."))
                .extracting(Answer::exitCode)
                .isEqualTo(3);
    }

    private static void assertRedriven(Answer answer, String stays, String ahead) {
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.errors()).isEmpty();
        assertThat(answer.output())
                .startsWith(stays)
                .containsPattern(ahead)
                .containsPattern("impossible_value +1 +0 +0 +1\n")
                .containsPattern("undecodable +1 +0 +0 +1\n");
    }

    private static Answer redrive(EventLog log, String... more) {
        List<String> arguments = new ArrayList<>(List.of("redrive", "--forces", SmallCase.FORCE));
        arguments.addAll(List.of("--kafka", log.bootstrapServers(), "--topic-prefix", log.prefix()));
        arguments.addAll(List.of(more));
        return Answer.to(arguments.toArray(String[]::new));
    }

    private static void send(EventLog log, Instant timestamp, String key, byte[] value) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", log.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            log.topic(EventStream.CRIME_RECORDING),
                            PARTITION,
                            timestamp.toEpochMilli(),
                            key.getBytes(UTF_8),
                            value))
                    .get();
        }
    }
}
