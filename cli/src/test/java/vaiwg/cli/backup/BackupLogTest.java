package vaiwg.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.kafka.ReceivedRecord;
import vaiwg.jobs.replay.LogPart;
import vaiwg.jobs.replay.ReplayLog;
import vaiwg.kpis.time.PartitionClock;
import vaiwg.schemas.EventStream;

/** A small backup: two partitions with many records, and one of every other stream without any. */
class BackupLogTest {
    private static final String PREFIX = "again.";
    private static final TopicPartition CRIMES = new TopicPartition("again.crime-recording", 0);
    private static final TopicPartition OUTCOMES = new TopicPartition("again.outcome", 0);
    private static final int RECORDS = 1_700;
    private static final int TURN = 500;
    /** The first outcomes are no longer held. */
    private static final long GONE = 3;

    @TempDir
    private Path folder;

    private Path root;

    @BeforeEach
    void make() throws IOException {
        root = folder.resolve("backup");
        SmallBackup.make(root, 1, Map.of(EventStream.CRIME_RECORDING, records(0), EventStream.OUTCOME, records(GONE)));
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(long begin) {
        return LongStream.range(begin, begin + RECORDS)
                .mapToObj(offset -> ReceivedRecord.of("", 0, offset, 0, null, null))
                .toList();
    }

    @Test
    void every_record_is_read_as_often_as_it_is_wanted_and_no_partition_far_ahead_of_another() {
        BackupLog log = BackupLog.open(root, PREFIX, LogPart.WHOLE);
        assertThat(log.records()).isEqualTo(2 * RECORDS);
        assertThat(log.partitions()).contains(CRIMES, OUTCOMES).hasSize(EventStream.values().length);
        for (int time = 0; time < 2; time++) {
            Reader reader = new Reader();
            log.read(reader);
            assertThat(reader.offsets.get(CRIMES))
                    .isEqualTo(LongStream.range(0, RECORDS).boxed().toList());
            assertThat(reader.offsets.get(OUTCOMES))
                    .isEqualTo(LongStream.range(GONE, GONE + RECORDS).boxed().toList());
            assertThat(reader.furthest).isBetween(1L, TURN + GONE);
        }
    }

    @Test
    void it_says_which_topics_it_is_of_what_is_gone_and_which_midnights_it_must_have() {
        BackupLog log = BackupLog.open(root, PREFIX, LogPart.WHOLE);
        assertThat(log.topics()).isEqualTo(SmallBackup.LOG);
        assertThat(log.noLongerHeld()).isEqualTo(Map.of("again.outcome", GONE));
        assertThat(log.tells("kent", LocalDate.of(2026, 11, 30))).isTrue();
        assertThat(log.tells("kent", LocalDate.of(2026, 12, 1))).isFalse();
        assertThat(log.tells("surrey", LocalDate.of(2026, 11, 30))).isFalse();
    }

    @Test
    void of_a_part_no_other_file_is_looked_at() throws Exception {
        Files.delete(root.resolve("log/outcome-0.records.gz"));
        BackupLog log = BackupLog.open(root, PREFIX, (partition, of) -> partition.equals(CRIMES));
        assertThat(log.isWhole()).isFalse();
        Reader reader = new Reader();
        log.read(reader);
        assertThat(reader.offsets.keySet()).containsExactly(CRIMES);
        assertThat(log.records()).isEqualTo(RECORDS);
    }

    @Test
    void where_a_part_was_not_enough_all_is_opened_without_another_look_at_its_files() throws Exception {
        BackupLog crimes = BackupLog.open(root, PREFIX, (partition, of) -> partition.equals(CRIMES));
        BackupLog outcomes = BackupLog.open(root, PREFIX, (partition, of) -> partition.equals(OUTCOMES));
        Path file = root.resolve("log/crime-recording-0.records.gz");
        Files.write(file, new byte[] {0}, StandardOpenOption.APPEND);
        BackupLog whole = crimes.whole();
        assertThat(whole.isWhole()).isTrue();
        assertThat(whole.records()).isEqualTo(2 * RECORDS);
        assertThatThrownBy(outcomes::whole)
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("The backup is damaged: " + file);
    }

    @Test
    void a_file_that_is_not_as_it_was_written_is_named_before_any_is_read() throws Exception {
        Path file = root.resolve("log/outcome-0.records.gz");
        Files.write(file, new byte[] {0}, StandardOpenOption.APPEND);
        assertThatThrownBy(() -> BackupLog.open(root, PREFIX, LogPart.WHOLE))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("The backup is damaged: " + file);
    }

    @Test
    void a_backup_without_a_stream_of_this_build_names_the_build_that_made_it() throws Exception {
        Path manifest = root.resolve(Manifest.FILE);
        Files.writeString(manifest, Files.readString(manifest).replace("\"conduct\"", "\"another\""));
        assertThatThrownBy(() -> BackupLog.open(root, PREFIX, LogPart.WHOLE))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("has no topic conduct")
                .hasMessageContaining(SmallBackup.BUILD);
    }

    private static final class Reader implements ReplayLog.Receiver {
        private final Map<TopicPartition, List<Long>> offsets = new HashMap<>();
        private final Map<TopicPartition, Long> clocks = new HashMap<>();
        private long furthest;

        @Override
        public void take(ConsumerRecord<byte[], byte[]> message) {
            TopicPartition place = new TopicPartition(message.topic(), message.partition());
            offsets.computeIfAbsent(place, first -> new ArrayList<>()).add(message.offset());
            clocks.put(place, message.offset());
            long crimes = clocks.getOrDefault(CRIMES, 0L);
            furthest = Math.max(furthest, Math.abs(crimes - clocks.getOrDefault(OUTCOMES, 0L)));
        }

        @Override
        public void pause() {
            // Nothing is published here.
        }

        @Override
        public long clockOf(TopicPartition partition) {
            return clocks.getOrDefault(partition, PartitionClock.UNSET);
        }
    }
}
