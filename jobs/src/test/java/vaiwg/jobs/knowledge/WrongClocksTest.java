package vaiwg.jobs.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vaiwg.jobs.Events;
import vaiwg.jobs.NeverIdle;
import vaiwg.jobs.SetClock;
import vaiwg.jobs.kafka.TopicKind;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.EventStream;

/** Four hours around a midnight in which one clock is wrong: of a producer, of what writes progress records, of the broker, or of the job. */
class WrongClocksTest {
    /** In London, in summer. */
    private static final Instant MIDNIGHT = Instant.parse("2026-06-10T23:00:00Z");

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int PARTITIONS = 2;

    /** Whose clock it is. */
    enum Whose {
        PRODUCER,
        HEARTBEAT,
        BROKER,
        JOB
    }

    /** Records in the log, with the time that they have there. */
    private record Kept(int partition, long reached, String key, SpecificRecord event) {}

    private final List<Kept> log = new ArrayList<>();
    private final Set<String> inTime = new HashSet<>();
    private Instant now;
    private Instant wrongFrom = Instant.EPOCH;

    static Stream<Arguments> clocks() {
        return Stream.of(Whose.values())
                .flatMap(whose -> Stream.of(-90, -50, 50, 90).map(minutes -> Arguments.of(whose, minutes)));
    }

    @ParameterizedTest
    @MethodSource("clocks")
    void nothing_is_published_early_or_called_late_that_was_in_time_and_a_replay_gives_the_same(
            Whose whose, int minutes) throws Exception {
        play(TopicKind.EVENTS.configuration(TopicKind.DEAD_LETTER_RETENTION), whose, Duration.ofMinutes(minutes));
    }

    @ParameterizedTest
    @MethodSource("clocks")
    void the_same_holds_where_records_keep_the_times_of_their_senders(Whose whose, int minutes) throws Exception {
        play(
                Map.of("message.timestamp.type", "CreateTime", "message.timestamp.after.max.ms", "300000"),
                whose,
                Duration.ofMinutes(minutes));
    }

    /** As where a machine's time is corrected in one step, an hour before the midnight. */
    @ParameterizedTest
    @MethodSource("clocks")
    void the_same_holds_where_a_clock_is_set_while_all_run(Whose whose, int minutes) throws Exception {
        wrongFrom = MIDNIGHT.minus(Duration.ofHours(1));
        play(TopicKind.EVENTS.configuration(TopicKind.DEAD_LETTER_RETENTION), whose, Duration.ofMinutes(minutes));
    }

    private void play(Map<String, String> topic, Whose whose, Duration difference) throws Exception {
        Optional<Instant> published = Optional.empty();
        List<Long> knownAt;
        List<String> lettersOf;
        try (AdmittedLog live = new AdmittedLog(EventOptions.of(Forces.any()))) {
            SetClock job = new SetClock(Instant.EPOCH);
            Watermarks watermarks = new Watermarks(job);
            int read = 0;
            for (now = MIDNIGHT.minus(Duration.ofHours(2));
                    now.isBefore(MIDNIGHT.plus(Duration.ofHours(2)));
                    now = now.plus(MINUTE)) {
                Duration wrong = now.isBefore(wrongFrom) ? Duration.ZERO : difference;
                job.set(now.plus(whose == Whose.JOB ? wrong : Duration.ZERO));
                writeMinute(topic, whose, wrong);
                for (; read < log.size(); read++) {
                    watermarks.take(read(live, log.get(read)));
                }
                if (published.isEmpty() && watermarks.have(MIDNIGHT)) {
                    published = Optional.of(now);
                }
            }
            knownAt = live.knowledgeTimes();
            lettersOf = reasons(live);
            published.ifPresent(at -> assertThat(at).as("published at").isAfterOrEqualTo(MIDNIGHT));
            assertThat(live.late()).extracting(late -> late.eventId).as("late").noneMatch(inTime::contains);
            if (whose != Whose.BROKER) {
                assertThat(knownAt).as("all that was in time counts").hasSizeGreaterThanOrEqualTo(inTime.size());
            }
            boolean beatsAreBelieved = whose != Whose.BROKER && (whose != Whose.HEARTBEAT || difference.isNegative());
            if (beatsAreBelieved) {
                assertThat(published).as("published at last").isPresent();
            }
        }
        try (AdmittedLog again = new AdmittedLog(EventOptions.of(Forces.any()))) {
            // Another order of the partitions.
            for (int partition = PARTITIONS - 1; partition >= 0; partition--) {
                for (Kept record : log) {
                    if (record.partition == partition) {
                        read(again, record);
                    }
                }
            }
            assertThat(again.knowledgeTimes()).isEqualTo(knownAt);
            assertThat(reasons(again)).isEqualTo(lettersOf);
        }
    }

    /** What is sent in a minute: an event of a sound producer, one of the other, both a minute after their change; then a beat. */
    private void writeMinute(Map<String, String> topic, Whose whose, Duration wrong) {
        Instant broker = now.plus(whose == Whose.BROKER ? wrong : Duration.ZERO);
        CrimeRecording sound = crime("sound-" + now, now.minus(MINUTE));
        if (send(topic, broker, now, 0, sound.getCrimeReference(), sound)) {
            inTime.add(sound.getEventId());
        }
        Instant producer = now.plus(whose == Whose.PRODUCER ? wrong : Duration.ZERO);
        CrimeRecording other = crime("other-" + now, producer.minus(MINUTE));
        send(topic, broker, producer, 0, other.getCrimeReference(), other);
        Instant heart = now.plus(whose == Whose.HEARTBEAT ? wrong : Duration.ZERO);
        for (int partition = 0; partition < PARTITIONS; partition++) {
            send(topic, broker, heart, partition, null, Events.progress(heart.minus(Duration.ofMinutes(10))));
        }
    }

    /**
     * What a broker does with the time that a record is sent with, by its topic's settings.
     *
     * @return whether it takes the record
     */
    private boolean send(
            Map<String, String> topic, Instant broker, Instant sent, int partition, String key, SpecificRecord event) {
        if ("LogAppendTime".equals(topic.get("message.timestamp.type"))) {
            log.add(new Kept(partition, broker.toEpochMilli(), key, event));
            return true;
        }
        Duration most = Duration.ofMillis(Long.parseLong(topic.get("message.timestamp.after.max.ms")));
        boolean taken = !sent.isAfter(broker.plus(most));
        if (taken) {
            log.add(new Kept(partition, sent.toEpochMilli(), key, event));
        }
        return taken;
    }

    private static DecodedRecord read(AdmittedLog log, Kept record) throws Exception {
        return log.read(EventStream.CRIME_RECORDING, record.partition, record.reached, record.key, record.event);
    }

    private static List<String> reasons(AdmittedLog log) {
        return log.deadLetters().stream().map(letter -> letter.reason).toList();
    }

    private static CrimeRecording crime(String id, Instant changedAt) {
        return Events.crime(id)
                .setChangedAt(changedAt)
                .setReportedAt(null)
                .setRecordedAt(changedAt)
                .build();
    }

    /** The job's watermark: the least of its partitions'. */
    private static final class Watermarks {
        private final ClockWatermarks[] ofPartitions = new ClockWatermarks[PARTITIONS];
        private final long[] passed = new long[PARTITIONS];

        Watermarks(Clock own) {
            Arrays.setAll(ofPartitions, partition -> new ClockWatermarks(own));
            Arrays.fill(passed, Long.MIN_VALUE);
        }

        void take(DecodedRecord record) {
            ofPartitions[record.partition].onEvent(record, record.timestamp, of(record.partition));
        }

        boolean have(Instant instant) {
            for (int i = 0; i < PARTITIONS; i++) {
                ofPartitions[i].onPeriodicEmit(of(i));
            }
            return Arrays.stream(passed).min().orElseThrow() >= instant.toEpochMilli();
        }

        private NeverIdle of(int partition) {
            return new NeverIdle(watermark -> passed[partition] = watermark);
        }
    }
}
