package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.feed.Heartbeat;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.demo.Await;
import vaiwg.demo.embedded.EmbeddedKafka;
import vaiwg.jobs.kafka.TopicKind;
import vaiwg.jobs.kafka.TopicMaker;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Progress;
import vaiwg.schemas.TrustedClasses;

@Timeout(300)
class HeartbeatIT {
    private static final int PARTITIONS = 2;
    private static final int A_BEAT = PARTITIONS * EventStream.values().length;

    static {
        TrustedClasses.register();
    }

    @TempDir
    Path folder;

    @Test
    void every_partition_is_complete_up_to_ten_minutes_ago_at_every_beat() throws Exception {
        Instant now = Instant.parse("2024-05-01T12:00:00Z");
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
            kafka.createTopics("vaiwg.", PARTITIONS);
            List<ConsumerRecord<byte[], byte[]>> found;
            try (Heartbeat heartbeat = Heartbeat.start(
                    kafka.connection("vaiwg."), Duration.ofMillis(100), Clock.fixed(now, ZoneOffset.UTC))) {
                assertThat(heartbeat).isNotNull();
                found = TopicReader.read(kafka.bootstrapServers(), "vaiwg.", 3 * A_BEAT);
            }
            assertThat(found)
                    .extracting(beat -> new TopicPartition(beat.topic(), beat.partition()))
                    .as("partitions that have one")
                    .containsAll(partitions());
            for (ConsumerRecord<byte[], byte[]> beat : found) {
                assertThat(saidBy(beat)).isIn(Instant.EPOCH, Instant.parse("2024-05-01T11:50:00Z"));
                assertThat(beat.timestamp()).isEqualTo(now.toEpochMilli());
            }
        }
    }

    @Test
    void where_the_clocks_differ_it_ends_with_a_sentence_and_has_called_nothing_complete() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
            for (int minutes : List.of(-90, -50, 50, 90)) {
                String prefix = "m" + minutes + ".";
                new TopicMaker(kafka.connection(prefix), Optional.empty(), TopicKind.DEAD_LETTER_RETENTION)
                        .make(PARTITIONS);
                Clock wrong = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(minutes));

                assertThatThrownBy(() -> Heartbeat.start(kafka.connection(prefix), Duration.ofMillis(100), wrong))
                        .isInstanceOf(CommandFailure.class)
                        .hasMessageMatching(
                                "This machine's clock is \\d+ minutes " + (minutes > 0 ? "ahead of" : "behind")
                                        + " that of Kafka at 127.0.0.1:\\d+: correct the one that is wrong; until then nothing is"
                                        + " called complete.");

                assertThat(TopicReader.readAll(kafka.bootstrapServers(), prefix))
                        .singleElement()
                        .satisfies(only -> assertThat(saidBy(only)).isEqualTo(Instant.EPOCH));
            }
        }
    }

    @Test
    void where_records_keep_their_senders_times_the_broker_takes_none_of_a_clock_that_is_ahead() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
            kafka.createTopics("vaiwg.", PARTITIONS);
            for (int minutes : List.of(50, 90)) {
                Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(minutes));

                assertThatThrownBy(() -> Heartbeat.start(kafka.connection("vaiwg."), Duration.ofMillis(100), ahead))
                        .isInstanceOf(CommandFailure.class)
                        .hasMessage("Kafka at " + kafka.bootstrapServers()
                                + " rejects a record whose time lies ahead of its own: correct this machine's clock, or the"
                                + " broker's.");
            }
        }
    }

    @Test
    void a_clock_that_goes_wrong_ends_the_beats_until_it_is_right_again() throws Exception {
        AtomicReference<Duration> wrong = new AtomicReference<>(Duration.ZERO);
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
            new TopicMaker(kafka.connection("vaiwg."), Optional.empty(), TopicKind.DEAD_LETTER_RETENTION)
                    .make(PARTITIONS);
            try (Heartbeat heartbeat =
                    Heartbeat.start(kafka.connection("vaiwg."), Duration.ofMillis(100), shiftedBy(wrong))) {
                assertThat(heartbeat).isNotNull();
                TopicReader.read(kafka.bootstrapServers(), "vaiwg.", A_BEAT);
                wrong.set(Duration.ofMinutes(50));
                TopicReader.read(kafka.bootstrapServers(), "vaiwg.", 2 * A_BEAT);
                wrong.set(Duration.ZERO);
                Instant right = Instant.now();
                Await.until(
                        "it beats again",
                        () -> written(kafka).stream()
                                .anyMatch(beat -> saidBy(beat).isAfter(right.minus(Heartbeat.ALLOWANCE))));
            }
            for (ConsumerRecord<byte[], byte[]> beat : written(kafka)) {
                assertThat(saidBy(beat))
                        .as("said at %s", Instant.ofEpochMilli(beat.timestamp()))
                        .isBeforeOrEqualTo(
                                Instant.ofEpochMilli(beat.timestamp()).minus(Heartbeat.ALLOWANCE));
            }
        }
    }

    private static Instant saidBy(ConsumerRecord<byte[], byte[]> beat) {
        try {
            return Progress.getDecoder().decode(beat.value()).getCompleteThrough();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<TopicPartition> partitions() {
        return Stream.of(EventStream.values())
                .flatMap(stream -> IntStream.range(0, PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(stream.topic("vaiwg."), partition)))
                .toList();
    }

    private static List<ConsumerRecord<byte[], byte[]>> written(EmbeddedKafka kafka) {
        return TopicReader.readAll(kafka.bootstrapServers(), "vaiwg.");
    }

    private static Clock shiftedBy(AtomicReference<Duration> shift) {
        return new Clock() {
            @Override
            public Instant instant() {
                return Instant.now().plus(shift.get());
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
