package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import vaiwg.cli.Answer;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.cli.feed.TopicsToTheEnd;
import vaiwg.demo.Await;
import vaiwg.demo.embedded.EmbeddedKafka;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.jobs.kafka.Patience;
import vaiwg.jobs.kafka.TopicReport;
import vaiwg.jobs.kafka.Topics;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.store.Database;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.EventStream;

/**
 * A backup was made while the job ran, ten days before the newest midnight. The database, the broker or both are lost after that: with the
 * backup, and what producers send again, the figures are those of an installation that lost nothing, in the same publication.
 */
@Timeout(900)
@ExtendWith(InstallationExtension.class)
class BackupIT {
    private static final LocalDate FIRST = LocalDate.of(2024, 10, 1);
    private static final LocalDate BACKUP = LocalDate.of(2024, 10, 11);
    private static final LocalDate END = LocalDate.of(2024, 10, 21);
    /** Of the whole force: what is measured is told as what a force waits for. */
    private static final PartOf HISTORY = new PartOf(SyntheticForce.westMidlands(12, FIRST, END), 1);

    private static final String PREFIX = "vaiwg.";
    private static final Path PAGE = Path.of("../docs/runbook.md");
    private static final String TABLE_FROM = "<!-- measured by BackupIT -->\n";
    private static final String TABLE_TO = "<!-- end of what BackupIT measured -->";
    private static final List<String> MEASURED = new ArrayList<>();
    private static final String PUBLISHED = "SELECT force, as_at, digest, published_at FROM kpi_snapshot ORDER BY 1, 2";

    private static Path folder;
    private static Backups backups;
    private static Path backup;
    private static EmbeddedKafka kafka;
    private static EventLog log;
    private static RunSettings settings;
    private static int recordsInBackup;
    private static List<FeedRecord> since;
    private static Database database;
    private static Figures all;
    private static List<String> publishedByThen;

    @BeforeAll
    static void makeABackupAndGoOn(Installation installation) throws Exception {
        folder = installation.newFolder("backups");
        backups = new Backups(folder);
        backup = folder.resolve("last-week");
        kafka = EmbeddedKafka.start(folder.resolve("kafka"));
        kafka.createTopics(PREFIX, Installation.PARTITIONS);
        log = new EventLog(kafka.connection(PREFIX));
        settings = RunSettings.of(HISTORY.end(), 2);
        List<FeedRecord> records = HISTORY.records();
        recordsInBackup = Math.toIntExact(records.stream()
                .takeWhile(next -> next.timestamp()
                        < LondonDays.startOf(BACKUP.plusDays(1)).toEpochMilli())
                .count());
        since = records.subList(recordsInBackup, records.size());
        log.send(records.subList(0, recordsInBackup));
        try (JobRun run = installation.start(log, settings)) {
            database = run.database();
            run.awaitSnapshot(LondonDays.startOf(BACKUP));
            publishedByThen = run.query(PUBLISHED);
            Path users = Files.writeString(folder.resolve("users.txt"), "reader:600000:salt:hash\n");
            long begun = System.nanoTime();
            backups.make(log, database, backup, "--site", "../sites/west-midlands", "--keep", users.toString());
            measured("the backup, while the job ran", begun);
            assertThat(run.query(PUBLISHED)).as("nothing was in its way").isEqualTo(publishedByThen);
            assertThat(backups.tryRestore(backup, log, database, "--only", "database", "--replace")
                            .errors())
                    .isEqualTo("vaiwg: A job publishes into this database: stop it, and restore then.\n");
            log.send(since);
            run.awaitSnapshot(HISTORY.end());
            run.stop();
            all = run.figures();
        }
    }

    @AfterAll
    static void close() throws IOException {
        kafka.close();
        if (Boolean.getBoolean("vaiwg.golden.write")) {
            writeMeasured();
        }
    }

    @Test
    void the_database_is_lost_and_what_was_published_since_is_published_again_from_the_log(Installation installation)
            throws Exception {
        Database empty = installation.emptyDatabase();
        long begun = System.nanoTime();
        String said = backups.restore(backup, log, empty, "--only", "database");
        assertThat(said).contains("published were midnights of west-midlands through 2024-10-11", "run --fresh");
        assertThat(query(empty)).as("as it was published, and when").isEqualTo(publishedByThen);

        assertThat(installation.replay(log, settings.into(empty)).differencesFrom(all))
                .isEmpty();
        measured("the database was lost: until the newest midnight was published again", begun);
        assertThat(query(empty)).containsAll(publishedByThen);
    }

    /** Without any broker, from the files alone. */
    @Test
    void a_backups_log_reconciles_with_what_was_published_by_then() throws Exception {
        List<String> words = new ArrayList<>(List.of("reconcile", "--forces", "west-midlands"));
        words.addAll(List.of("--kafka", "127.0.0.1:1", "--backup", backup.toString()));
        words.addAll(DatabaseArguments.of(database, folder));

        Answer answer = Answer.to(words.toArray(String[]::new));

        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        int since = query(database).size() - publishedByThen.size();
        assertThat(since).isPositive();
        assertThat(answer.output())
                .startsWith(publishedByThen.size() + " midnights of publication 1, ")
                .contains(" rows: all as the log says.\n")
                .endsWith("Midnights that were published after the backup, and are not compared: " + since + ".\n");
    }

    @Test
    void the_broker_is_lost_and_what_came_since_is_sent_again_and_what_was_published_stays(Installation installation)
            throws Exception {
        Database ahead = installation.copyOf(database);
        List<String> published = query(ahead);
        try (EmbeddedKafka other = EmbeddedKafka.start(folder.resolve("second"))) {
            EventLog restored = new EventLog(other.connection(PREFIX));
            long begun = System.nanoTime();
            String said = backups.restore(backup, restored, ahead, "--only", "log");
            assertThat(said).contains("crime-recording", "send again what is newer");
            assertThat(log(restored))
                    .as("of each record place, time, key and value")
                    .isNotEmpty();
            assertThat(log(log)).containsAllEntriesOf(log(restored));
            assertThat(TopicReport.of(restored.connection()).findings()).isEmpty();

            restored.send(since);
            assertThat(log(restored)).isEqualTo(log(log));
            try (JobRun run = installation.start(
                    restored, RunSettings.of(HISTORY.end(), 1).into(ahead))) {
                Await.until(
                        "all is counted again",
                        () -> run.metric("currentInputWatermark", "operator_name=\"Panes\"")
                                == HISTORY.end().toEpochMilli());
                measured("the broker was lost: until the newest midnight was counted again", begun);
                run.stop();
                assertThat(run.figures().differencesFrom(all)).isEmpty();
            }
            assertThat(query(ahead)).as("nothing was published anew").isEqualTo(published);
            assertThat(installation.replay(restored, settings).differencesFrom(all))
                    .as("what the restored log gives by itself")
                    .isEmpty();
        }
    }

    @Test
    void both_are_lost_and_the_backup_of_last_week_and_what_is_sent_again_give_the_same_figures(
            Installation installation) throws Exception {
        Database empty = installation.emptyDatabase();
        Path files = folder.resolve("files");
        try (EmbeddedKafka other = EmbeddedKafka.start(folder.resolve("third"))) {
            EventLog restored = new EventLog(other.connection(PREFIX));
            long begun = System.nanoTime();
            backups.restore(backup, restored, empty, "--files", files.toString());
            restored.send(since);
            assertThat(installation.replay(restored, settings.into(empty)).differencesFrom(all))
                    .isEmpty();
            measured("both were lost: until the newest midnight was published again", begun);
            assertThat(query(empty)).containsAll(publishedByThen);
        }
        assertThat(files.resolve("files/users.txt")).hasContent("reader:600000:salt:hash\n");
        Path site = Path.of("../sites/west-midlands");
        try (Stream<Path> walk = Files.walk(site)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                assertThat(files.resolve("sites/west-midlands").resolve(site.relativize(file)))
                        .hasSameBinaryContentAs(file);
            }
        }
    }

    @Test
    void nothing_is_restored_over_what_is_there_or_from_what_is_damaged(Installation installation) throws Exception {
        assertThat(backups.tryRestore(backup, log, database, "--only", "database")
                        .errors())
                .contains("The database is not empty (", "--replace");
        assertThat(backups.tryRestore(backup, log, database, "--only", "log").errors())
                .contains("has or had records, and the log is never written over");

        Path damaged = folder.resolve("damaged");
        copy(backup, damaged);
        Path table = damaged.resolve("tables/kpi_snapshot.copy.gz");
        Files.write(table, new byte[] {0}, StandardOpenOption.APPEND);
        Database filled = installation.copyOf(database);
        List<String> before = query(filled);
        Answer answer = backups.tryRestore(damaged, log, filled, "--only", "database", "--replace");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.errors()).contains("The backup is damaged: " + table);
        assertThat(query(filled)).isEqualTo(before);

        Path miscounted = folder.resolve("miscounted");
        copy(backup, miscounted);
        Path manifest = miscounted.resolve("manifest.json");
        String more = Pattern.compile("(\"name\" : \"kpi_snapshot\",[^}]*\"rows\" : )(\\d+)")
                .matcher(Files.readString(manifest))
                .replaceFirst(match -> match.group(1) + "9" + match.group(2));
        Files.writeString(manifest, more);
        Answer broken = backups.tryRestore(miscounted, log, filled, "--only", "database", "--replace");
        assertThat(broken.exitCode()).as(broken.errors()).isNotZero();
        assertThat(broken.errors()).contains("so nothing was restored");
        assertThat(query(filled)).as("what was there is there again").isEqualTo(before);

        // As a restore leaves it that is killed before its rows are committed.
        try (Connection connection = filled.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER SCHEMA vaiwg RENAME TO vaiwg_before_restore");
            statement.execute("CREATE SCHEMA vaiwg");
            statement.execute("COMMENT ON SCHEMA vaiwg IS 'unfinished restore'");
        }
        assertThat(backups.tryRestore(backup, log, filled, "--only", "database").errors())
                .contains("The database is not empty (");
        assertThat(query(filled)).as("before the restore that was killed").isEqualTo(before);

        backups.restore(backup, log, filled, "--only", "database", "--replace");
        assertThat(query(filled)).isEqualTo(publishedByThen);
    }

    /** What triggers forbid is restored all the same. */
    @Test
    void the_owner_of_the_tables_restores_and_keeps_them_without_being_an_administrator(Installation installation)
            throws Exception {
        String login = "keeper_of_backups";
        Database owned = installation.emptyDatabaseOf(login);
        Backups asOwner = new Backups(installation.newFolder("owner"));
        asOwner.restore(backup, log, owned, "--only", "database", "--database-user", login);
        assertThat(query(owned)).isEqualTo(publishedByThen);

        Path again = folder.resolve("by-the-owner");
        asOwner.make(log, owned, again, "--database-user", login);
        for (String table : List.of("kpi_series", "kpi_value_pack", "kpi_snapshot", "kpi_dictionary")) {
            assertThat(unpacked(again, table))
                    .as(table)
                    .isEqualTo(unpacked(backup, table))
                    .isNotEmpty();
        }
        try (Connection connection = owned.connect();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("DELETE FROM kpi_snapshot"))
                    .as("forbidden again")
                    .hasMessageContaining("kpi_snapshot is insert-only");
        }
    }

    /** Its rows, in an order that does not depend on where they lie. */
    private static List<String> unpacked(Path of, String table) throws IOException {
        try (GZIPInputStream in =
                new GZIPInputStream(Files.newInputStream(of.resolve("tables/" + table + ".copy.gz")))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .sorted()
                    .toList();
        }
    }

    /** Where transactions left marks, and where a log lost its beginning, records keep their places all the same. */
    @Test
    void offsets_stay_what_they_were_also_where_something_is_missing_between_them(Installation installation)
            throws Exception {
        EventLog odd = installation.newLog();
        String topic = odd.topic(EventStream.OUTCOME);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", odd.bootstrapServers(), "transactional.id", "odd"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.initTransactions();
            for (int number = 0; number < 6; number++) {
                producer.beginTransaction();
                FeedRecord outcome = SmallFeed.outcome(number);
                producer.send(
                        new ProducerRecord<>(topic, 0, outcome.timestamp(), null, EventLog.encode(outcome.value())));
                if (number % 3 == 1) {
                    producer.flush();
                    producer.abortTransaction();
                } else {
                    producer.commitTransaction();
                }
            }
        }
        String shown = Topics.audit(odd.prefix());
        try (Admin admin = Admin.create(odd.connection().admin(Patience.LONGEST));
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        odd.connection().producer(Map.of()), new ByteArraySerializer(), new ByteArraySerializer())) {
            admin.createTopics(List.of(new NewTopic(shown, 1, (short) 1))).all().get();
            producer.send(new ProducerRecord<>(shown, new byte[] {1})).get();
            admin.deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(2)))
                    .all()
                    .get();
        }
        Database any = installation.newDatabase();
        Path kept = folder.resolve("odd");
        backups.make(odd, any, kept);
        EventLog again = new EventLog(new KafkaConnection(odd.bootstrapServers(), "again."));
        backups.restore(kept, again, any, "--only", "log");

        Map<String, String> before = log(odd);
        assertThat(before.keySet()).containsExactly("outcome-0@00000004", "outcome-0@00000006", "outcome-0@00000010");
        assertThat(log(again)).containsAllEntriesOf(before);
        assertThat(bounds(again, again.topic(EventStream.OUTCOME), 0))
                .isEqualTo(bounds(odd, topic, 0))
                .containsExactly(2L, 12L);
        assertThat(bounds(again, again.topic(EventStream.OUTCOME), 1)).containsExactly(0L, 0L);
        assertThat(bounds(again, Topics.audit(again.prefix()), 0))
                .as("who was shown cases")
                .containsExactly(0L, 1L);
    }

    private static List<Long> bounds(EventLog log, String topic, int partition) throws Exception {
        TopicPartition place = new TopicPartition(topic, partition);
        try (Admin admin = Admin.create(log.connection().admin(Patience.LONGEST))) {
            List<Long> bounds = new ArrayList<>();
            for (OffsetSpec asked : List.of(OffsetSpec.earliest(), OffsetSpec.latest())) {
                bounds.add(admin.listOffsets(Map.of(place, asked))
                        .partitionResult(place)
                        .get()
                        .offset());
            }
            return bounds;
        }
    }

    /** Every record that can be read, by its place: the time, the key and the value. */
    private static Map<String, String> log(EventLog log) {
        Map<String, String> found = new TreeMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                log.connection().consumer(Patience.LONGEST),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(EventStream.values()).stream()
                    .flatMap(stream -> consumer.partitionsFor(log.topic(stream)).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList());
            new TopicsToTheEnd(log.connection(), consumer)
                    .forEach(records -> records.forEach(next -> found.put(place(log, next), content(next))));
        }
        return found;
    }

    private static String place(EventLog log, ConsumerRecord<byte[], byte[]> next) {
        return String.format(
                Locale.ROOT,
                "%s-%d@%08d",
                next.topic().substring(log.prefix().length()),
                next.partition(),
                next.offset());
    }

    private static String content(ConsumerRecord<byte[], byte[]> next) {
        HexFormat hex = HexFormat.of();
        return next.timestamp() + " " + (next.key() == null ? "-" : hex.formatHex(next.key())) + " "
                + hex.formatHex(next.value());
    }

    private static List<String> query(Database database) throws Exception {
        try (Connection connection = database.connect()) {
            return Figures.lines(connection, PUBLISHED);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path path : walk.toList()) {
                Files.copy(path, to.resolve(from.relativize(path)));
            }
        }
    }

    private static void measured(String what, long begun) {
        MEASURED.add(String.format(Locale.ROOT, "| %s | %.0f s |", what, (System.nanoTime() - begun) / 1e9));
    }

    /** What recovery takes, as the runbook tells it: of this log and this machine. */
    private static void writeMeasured() throws IOException {
        JsonNode manifest =
                new ObjectMapper().readTree(backup.resolve("manifest.json").toFile());
        String table = String.format(
                Locale.ROOT,
                "Of a synthetic force of the size of West Midlands: a backup of %,d records, and %,d that came in the ten days after it; %s, on %s:"
                        + "\n\n| what | took |\n|---|--:|\n%s\n",
                recordsInBackup,
                since.size(),
                manifest.get("build").asText(),
                manifest.get("madeAt").asText().substring(0, 10),
                String.join("\n", MEASURED));
        String page = Files.readString(PAGE);
        Files.writeString(
                PAGE,
                page.substring(0, page.indexOf(TABLE_FROM) + TABLE_FROM.length())
                        + table
                        + page.substring(page.indexOf(TABLE_TO)));
    }
}
