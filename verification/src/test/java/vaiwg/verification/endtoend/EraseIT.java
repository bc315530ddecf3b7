package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.Answer;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.jobs.kafka.OwnSettings;
import vaiwg.jobs.kafka.Topics;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.store.Database;

/** A data subject is found in the log and the tables, and the log is written anew without it. */
@Timeout(300)
@ExtendWith(InstallationExtension.class)
class EraseIT {
    private static final String SUBJECT = "20WM/0007/26";
    private static final String PREFIX = "erased.";
    private static final String NEW = "kept.";
    private static final String REASON = "Request of 3 November, decided by the controller";
    private static final long FIRST = 1_772_446_320_000L;
    private static final int RECORDS = 40;

    private static final LocalDate END = LocalDate.of(2024, 12, 20);
    private static final PartOf HISTORY =
            new PartOf(SyntheticForce.westMidlands(11, LocalDate.of(2024, 9, 10), END), 10);
    private static final String NEW_OF_HISTORY = "without.";

    @TempDir
    private Path folder;

    /** Every eighth record of crimes and outcomes is the subject's: told by its key, in a text that no schema has. */
    @Test
    void what_is_left_is_there_as_it_was_and_the_rest_is_nowhere(Installation installation) throws Exception {
        EventLog log = installation.newLog(PREFIX);
        Database database = installation.newDatabase();
        write(log);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", log.bootstrapServers()))) {
            Map<String, String> changed = new TreeMap<>(OwnSettings.of(admin, PREFIX + "outcome"));
            changed.put("max.message.bytes", "2000000");
            OwnSettings.set(admin, PREFIX + "outcome", changed);
        }
        List<ConsumerRecord<byte[], byte[]>> before = TopicReader.readAll(log.bootstrapServers(), PREFIX);
        ConsumerRecord<byte[], byte[]> late =
                before.stream().filter(EraseIT::isOfSubject).findFirst().orElseThrow();
        run(
                database,
                "INSERT INTO late_event (kafka_offset, changed_at, known_at, kafka_partition, topic, force, stream, event_id)"
                        + " VALUES (" + late.offset() + ", now(), now(), " + late.partition() + ", '" + late.topic()
                        + "', 'west-midlands', 'outcome', '-'), (99999, now(), now(), 0, '" + late.topic()
                        + "', 'west-midlands', 'outcome', '-')");

        Answer found = erase(log, database, SUBJECT, "--dry-run");
        assertThat(found.exitCode()).as(found.errors()).isEqualTo(1);
        assertThat(found.output())
                .containsPattern("topic erased\\.crime-recording +5\n")
                .containsPattern("topic erased\\.outcome +5\n")
                .containsPattern("table late_event +1\n")
                .doesNotContain(SUBJECT);

        Answer erased = erase(log, database, SUBJECT, "--into", NEW, "--reason", REASON);
        assertThat(erased.exitCode()).as(erased.errors()).isZero();
        assertThat(erased.output())
                .contains("--topic-prefix kept. --fresh --new-publication")
                .doesNotContain(SUBJECT);

        assertThat(inOrder(TopicReader.readAll(log.bootstrapServers(), NEW), NEW))
                .isEqualTo(inOrder(
                        before.stream().filter(record -> !isOfSubject(record)).toList(), PREFIX))
                .hasSize(2 * RECORDS - 10);
        requireAlike(log);
        assertThat(ask(database, "SELECT count(*) FROM late_event")).isEqualTo("1");
        assertThat(ask(
                        database,
                        "SELECT concat_ws(' ', records, late_events, force, array_length(subject, 1), old_topics, new_topics)"
                                + " FROM erasure"))
                .isEqualTo("10 1 west-midlands 1 erased. kept.");
        assertThat(ask(database, "SELECT subject::text FROM erasure")).doesNotContain("0007");
        assertThatThrownBy(() -> run(database, "DELETE FROM erasure")).hasMessageContaining("insert-only");

        Answer again = erase(log, database, SUBJECT, "--into", NEW, "--reason", "Again");
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.errors()).startsWith("vaiwg: There are topics kept.* already");
    }

    /** The crime was recorded in the last 28 days of the history, and no other crime is another one without it. */
    @Test
    void what_was_published_stays_and_a_publication_from_the_new_log_has_one_crime_less(Installation installation)
            throws Exception {
        EventLog log = installation.logOf(HISTORY);
        Database database = installation.newDatabase();
        RunSettings settings = RunSettings.of(HISTORY.end(), 2).into(database);
        Figures published = installation.replay(log, settings);
        assertThat(published.values()).hasSizeGreaterThan(10_000);
        String crime = LoneCrime.of(
                HISTORY, HISTORY.end().minus(Duration.ofDays(21)), HISTORY.end().minus(Duration.ofDays(2)));

        Answer erased = erase(log, database, crime, "--into", NEW_OF_HISTORY, "--reason", REASON);

        assertThat(erased.exitCode()).as(erased.errors()).isZero();
        assertThat(erased.output()).doesNotContain(crime);
        Figures after = Figures.read(database);
        assertThat(after.withoutLate().differencesFrom(published.withoutLate())).isEmpty();
        assertThat(after.late()).as("late events of the crime go with it").isSubsetOf(published.late());
        assertThat(ask(database, "SELECT late_events FROM erasure"))
                .isEqualTo(String.valueOf(published.late().size() - after.late().size()));
        EventLog other = new EventLog(new KafkaConnection(log.bootstrapServers(), NEW_OF_HISTORY));
        ErasedLog both = new ErasedLog(log, other);
        both.requireStillToPublish(database);

        try (JobRun run = installation.start(other, settings)) {
            run.awaitRow(
                    "the second publication has the last midnight",
                    "SELECT FROM kpi_snapshot WHERE publication = 2 AND as_at = '" + END + "'");
            run.stop();
        }
        assertThat(Figures.read(database).values().stream()
                        .filter(line -> line.startsWith("1,"))
                        .toList())
                .as("the first publication stays")
                .isEqualTo(published.values());
        assertThat(recorded(database, 2)).isEqualTo(recorded(database, 1) - 1);
        Reconciled.requireSame(other, database);
        both.requirePublished(database);
    }

    /** How many offences of the strategy were recorded in the last 28 days, as a publication has it at the end of the history. */
    private static int recorded(Database database, int publication) throws Exception {
        return Integer.parseInt(ask(
                database,
                "SELECT numerator FROM kpi_value_every WHERE kpi = 'recorded_offences' AND basis = 'recorded'"
                        + " AND \"window\" = '28d' AND slice = '' AND as_at = '" + END + "' AND publication = "
                        + publication));
    }

    /** What an administrator set for a topic holds for the one in its place. */
    private static void requireAlike(EventLog log) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", log.bootstrapServers()))) {
            for (String topic : Topics.all("").keySet()) {
                assertThat(OwnSettings.of(admin, NEW + topic))
                        .as(topic)
                        .isEqualTo(OwnSettings.of(admin, PREFIX + topic));
                assertThat(described(admin, NEW + topic)).as(topic).isEqualTo(described(admin, PREFIX + topic));
            }
            assertThat(OwnSettings.of(admin, NEW + "outcome")).containsEntry("max.message.bytes", "2000000");
        }
    }

    /** How many replicas each partition has. */
    private static List<Integer> described(Admin admin, String topic) throws Exception {
        return admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
                .map(partition -> partition.replicas().size())
                .toList();
    }

    private Answer erase(EventLog log, Database database, String reference, String... task) throws Exception {
        Path subject = Files.writeString(folder.resolve("subject"), reference + "\n");
        return Answer.to(Stream.of(
                        List.of(
                                "erase",
                                "--kafka",
                                log.bootstrapServers(),
                                "--topic-prefix",
                                log.prefix(),
                                "--subject-file",
                                subject.toString(),
                                "--force",
                                "west-midlands",
                                "--event-id-key",
                                folder.resolve("event-id-key").toString()),
                        DatabaseArguments.of(database, folder),
                        List.of(task))
                .flatMap(List::stream)
                .toArray(String[]::new));
    }

    private static void write(EventLog log) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", log.bootstrapServers(), "enable.idempotence", true, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < RECORDS; i++) {
                String key = i % 8 == 0 ? SUBJECT : "20WM/" + i + "/26";
                for (String topic : List.of("crime-recording", "outcome")) {
                    producer.send(new ProducerRecord<>(
                            PREFIX + topic,
                            i % Installation.PARTITIONS,
                            FIRST + i * 1_000L,
                            bytes(key),
                            bytes("record " + i),
                            new RecordHeaders().add("of", bytes("test " + i))));
                }
            }
        }
    }

    private static boolean isOfSubject(ConsumerRecord<byte[], byte[]> record) {
        return text(record.key()).equals(SUBJECT);
    }

    /** What each record is, those of each partition in their order. */
    private static List<String> inOrder(List<ConsumerRecord<byte[], byte[]>> records, String prefix) {
        List<String> all = new ArrayList<>();
        for (String topic : List.of("crime-recording", "outcome")) {
            for (int partition = 0; partition < Installation.PARTITIONS; partition++) {
                int of = partition;
                records.stream()
                        .filter(record -> record.topic().equals(prefix + topic) && record.partition() == of)
                        .map(record -> topic + " " + of + " " + record.timestamp() + " " + text(record.key()) + " "
                                + text(record.value()) + " "
                                + text(record.headers().lastHeader("of").value()))
                        .forEach(all::add);
            }
        }
        return all;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void run(Database database, String statement) throws Exception {
        try (Connection connection = database.connect();
                Statement jdbc = connection.createStatement()) {
            jdbc.execute(statement);
        }
    }

    private static String ask(Database database, String question) throws Exception {
        try (Connection connection = database.connect();
                Statement jdbc = connection.createStatement();
                ResultSet row = jdbc.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }
}
