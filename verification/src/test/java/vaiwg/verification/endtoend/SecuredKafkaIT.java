package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.Answer;
import vaiwg.cli.feed.FeedProducer;
import vaiwg.demo.Await;
import vaiwg.demo.DemoProcess;
import vaiwg.demo.embedded.FreePorts;
import vaiwg.jobs.kafka.KafkaConfigFile;
import vaiwg.jobs.kafka.Topics;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.store.Database;
import vaiwg.schemas.EventStream;
import vaiwg.verification.command.SiteAccounts;

/** A Kafka with TLS and logins: every verb reaches it by the file of client properties, and says in a sentence why it does not. */
@Timeout(300)
@ExtendWith(InstallationExtension.class)
class SecuredKafkaIT {
    private static final String PREFIX = "vaiwg.";
    private static final String FORCE = "west-midlands";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @TempDir
    private static Path folder;

    private static SecuredKafka kafka;

    @BeforeAll
    static void start() throws Exception {
        kafka = SecuredKafka.start(folder);
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void topics_load_run_heartbeat_and_dead_letters_go_through_tls_and_login(Installation installation)
            throws Exception {
        requireZero(verb("topics", "--partitions", "1", "--replication-factor", "1"));
        requireZero(verb("load", "--forces", FORCE, samples("crime-recording.jsonl")));
        sendGarbage();
        Database database = installation.newDatabase();

        try (DemoProcess run = run(database)) {
            run.awaitOutput("Running; ");
            Await.until("the heartbeat lets a snapshot be published", () -> published(database));
            Await.until("the dead letter is there", SecuredKafkaIT::hasDeadLetter);
            ProcessList.requireWithout(List.of(SecuredKafka.PASSWORD, database.password()), run);
        }
        requireZero(verb("topics", "--check"));
        List<String> note = new ArrayList<>(SiteAccounts.options(folder, "p"));
        note.addAll(List.of("--forces", FORCE, "--force", FORCE, "--signal", "s-1", "--acknowledge", "--post", "p"));
        note.add(0, "note");
        requireZero(verb(note.toArray(String[]::new)));
    }

    @Test
    void a_wrong_password_is_said_in_a_sentence() throws Exception {
        assertThat(Answer.to(with(kafka.clientFileWithWrongPassword(), "topics", "--check")))
                .isEqualTo(new Answer(
                        3,
                        "",
                        "vaiwg: Kafka at " + kafka.bootstrapServers()
                                + " rejects the login: correct user, password and mechanism in the file of"
                                + " --kafka-config or VAIWG_KAFKA_CONFIG.\n"));
    }

    @Test
    void a_broker_that_is_not_trusted_is_said_in_a_sentence() throws Exception {
        assertThat(Answer.to(with(kafka.clientFileWithoutTrust(), "load", "--forces", FORCE, samples("outcome.jsonl"))))
                .isEqualTo(new Answer(
                        3,
                        "",
                        "vaiwg: The TLS connection to Kafka at " + kafka.bootstrapServers()
                                + " fails: check the trust store, the client's certificate and the broker's name in the"
                                + " file of --kafka-config or VAIWG_KAFKA_CONFIG.\n"));
    }

    @Test
    void a_missing_file_of_properties_is_asked_for() {
        assertThat(Answer.to("heartbeat", "--kafka", kafka.bootstrapServers()))
                .isEqualTo(new Answer(
                        3,
                        "",
                        "vaiwg: Kafka at " + kafka.bootstrapServers()
                                + " takes connections and does not answer: correct"
                                + " the address, or, where it asks for TLS or a login, name a file of client properties"
                                + " with --kafka-config or VAIWG_KAFKA_CONFIG.\n"));
    }

    private static void sendGarbage() throws Exception {
        try (FeedProducer producer = new FeedProducer(connection())) {
            producer.send(
                    EventStream.OUTCOME,
                    null,
                    Instant.parse("2026-03-02T00:00:00Z").toEpochMilli(),
                    "no event".getBytes(StandardCharsets.UTF_8));
            producer.flush();
        }
    }

    private static boolean hasDeadLetter() throws Exception {
        String topic = Topics.deadLetter(PREFIX);
        try (Admin admin = Admin.create(connection().admin(Duration.ofSeconds(30)))) {
            Map<TopicPartition, OffsetSpec> ends =
                    admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
                            .collect(Collectors.toMap(
                                    place -> new TopicPartition(topic, place.partition()),
                                    place -> OffsetSpec.latest()));
            return admin.listOffsets(ends).all().get().values().stream().anyMatch(end -> end.offset() > 0);
        }
    }

    private static KafkaConnection connection() throws IOException {
        return new KafkaConnection(kafka.bootstrapServers(), PREFIX, KafkaConfigFile.read(kafka.clientFile()));
    }

    private static boolean published(Database database) throws Exception {
        try (Connection connection = database.connect()) {
            return !Figures.lines(connection, "SELECT FROM kpi_snapshot WHERE as_at > '" + DAY + "'")
                    .isEmpty();
        }
    }

    private DemoProcess run(Database database) throws Exception {
        List<Integer> ports = FreePorts.find(2);
        List<String> command = DemoProcess.command(System.getProperty("java.class.path"));
        command.addAll(List.of(with(
                kafka.clientFile(),
                "run",
                "--forces",
                FORCE,
                "--parallelism",
                "1",
                "--checkpoints",
                folder.resolve("checkpoints").toString(),
                "--checkpoint-every",
                "1",
                "--web-port",
                Integer.toString(ports.get(0)),
                "--metrics-port",
                Integer.toString(ports.get(1)))));
        command.addAll(DatabaseArguments.of(database, folder));
        return DemoProcess.start(command, folder);
    }

    private static Answer verb(String... arguments) throws Exception {
        return Answer.to(with(kafka.clientFile(), arguments));
    }

    private static String[] with(Path file, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--kafka", kafka.bootstrapServers(), "--kafka-config", file.toString()));
        return all.toArray(String[]::new);
    }

    private static String samples(String name) {
        return Path.of("..", "docs", "samples", name).toString();
    }

    private static void requireZero(Answer answer) {
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
    }
}
