package vaiwg.demo.embedded;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vaiwg.cli.process.ShutdownSequence;

/** A run in a JVM of its own, to be ended from outside: starts everything, writes one record and one row, and waits. */
final class ChildRun {
    static final String READY = "ready";
    static final String TOPIC = "vaiwg.outcome";
    private static final String CONFIGURATION = "storage:\n  tsdb:\n    out_of_order_time_window: 1200d\n";

    private ChildRun() {}

    static Path configuration(DataFolder folder) throws Exception {
        return Files.writeString(folder.root().resolve("prometheus.yml"), CONFIGURATION);
    }

    static Path prometheus() {
        return EmbeddedPrometheus.program()
                .orElseThrow(() -> new AssertionError("install prometheus: apt-get install prometheus"));
    }

    public static void main(String[] args) throws Exception {
        ShutdownSequence sequence = ShutdownSequence.install(() -> {});
        DataFolder folder = sequence.start("the data folder", () -> DataFolder.open(Path.of(args[0])));
        EmbeddedKafka kafka = sequence.start("Kafka", () -> EmbeddedKafka.start(folder.kafka()));
        EmbeddedDatabase database = sequence.start("PostgreSQL", () -> EmbeddedDatabase.start(folder.postgres()));
        Path configuration = configuration(folder);
        sequence.start("Prometheus", () -> EmbeddedPrometheus.start(prometheus(), configuration, folder.prometheus()));
        kafka.createTopics("vaiwg.", 2);
        send(kafka, "kept");
        execute(database, "CREATE TABLE public.kept (n int); INSERT INTO public.kept VALUES (1)");
        System.out.println(READY);
        System.in.read();
    }

    static void send(EmbeddedKafka kafka, String value) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, 0, null, null, value.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = database.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
