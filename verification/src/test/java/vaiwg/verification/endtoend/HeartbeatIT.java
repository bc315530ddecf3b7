package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.feed.Heartbeat;
import vaiwg.demo.embedded.EmbeddedKafka;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Progress;
import vaiwg.schemas.TrustedClasses;

@Timeout(60)
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
                found = TopicReader.read(kafka.bootstrapServers(), "vaiwg.", 2 * A_BEAT);
            }
            assertThat(found)
                    .extracting(beat -> new TopicPartition(beat.topic(), beat.partition()))
                    .as("partitions that have one")
                    .contains(
                            new TopicPartition("vaiwg.crime-recording", 0),
                            new TopicPartition("vaiwg.crime-recording", 1),
                            new TopicPartition("vaiwg.outcome", 0),
                            new TopicPartition("vaiwg.outcome", 1),
                            new TopicPartition("vaiwg.stalking", 0),
                            new TopicPartition("vaiwg.stalking", 1));
            for (ConsumerRecord<byte[], byte[]> beat : found) {
                assertThat(Progress.getDecoder().decode(beat.value()).getCompleteThrough())
                        .isEqualTo(Instant.parse("2024-05-01T11:50:00Z"));
                assertThat(beat.timestamp()).isEqualTo(now.toEpochMilli());
            }
        }
    }
}
