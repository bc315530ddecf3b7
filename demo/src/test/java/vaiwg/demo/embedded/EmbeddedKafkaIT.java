package vaiwg.demo.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.kafka.Topics;

@Timeout(60)
class EmbeddedKafkaIT {
    private static final String TOPIC = "vaiwg.outcome";

    @TempDir
    Path folder;

    @Test
    void records_with_historic_timestamps_survive_a_restart() throws Exception {
        long threeYearsAgo = 1_600_000_000_000L;
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
            kafka.createTopics("vaiwg.", 2);
            send(kafka, threeYearsAgo, "kept");
        }
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
            kafka.createTopics("vaiwg.", 2);
            send(kafka, threeYearsAgo + 1, "added");
            assertThat(read(kafka, 2)).containsExactly("kept", "added");
        }
    }

    @Test
    void topics_are_kept_for_ever_and_a_changed_partition_count_is_rejected() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
            kafka.createTopics("vaiwg.", 2);
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
                assertThat(admin.listTopics().names().get())
                        .containsExactlyInAnyOrderElementsOf(
                                Topics.all("vaiwg.").keySet());
                ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, TOPIC);
                var configuration =
                        admin.describeConfigs(List.of(topic)).all().get().get(topic);
                assertThat(configuration.get("retention.ms").value()).isEqualTo("-1");
                assertThat(configuration.get("cleanup.policy").value()).isEqualTo("delete");
            }
            assertThatThrownBy(() -> kafka.createTopics("vaiwg.", 3))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("has 2 partitions, not 3; keep 2, or choose another topic prefix.");
        }
    }

    private static void send(EmbeddedKafka kafka, long timestamp, String value) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, 0, timestamp, null, value.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    static List<String> read(EmbeddedKafka kafka, int count) {
        List<String> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(TOPIC, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (found.size() < count) {
                consumer.poll(Duration.ofSeconds(1))
                        .forEach(record -> found.add(new String(record.value(), StandardCharsets.UTF_8)));
            }
        }
        return found;
    }
}
