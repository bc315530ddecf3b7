package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.Answer;
import vaiwg.demo.WebPage;
import vaiwg.jobs.kafka.Topics;
import vaiwg.jobs.store.Database;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.CrimeStatus;
import vaiwg.verification.command.SiteAccounts;

/** The verb {@code explain}, against what the job has published of the same log: who may, what is on record of it, and when it says no. */
@Timeout(300)
@ExtendWith(InstallationExtension.class)
class ExplainCommandIT {
    private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");
    private static final Instant SECOND = Instant.parse("2024-03-02T00:00:00Z");
    private static final Instant THIRD = Instant.parse("2024-03-03T00:00:00Z");
    /** With what every reference begins. */
    static final String PLANTED = "planted-";

    private static final String GUESS = "a-guess-of-theirs";
    private static final String WHY = "Query of the registrar";
    private static final String[] FIGURE = {
        "--kpi", "recorded_offences", "--basis", "recorded", "--window", "28d", "--slice", "theme=stalking_harassment"
    };

    @TempDir
    private Path folder;

    @Test
    void a_published_figure_is_explained_to_who_may_see_its_cases_and_to_nobody_else(Installation installation)
            throws Exception {
        EventLog log = installation.newLog();
        log.send(List.of(
                new SmallCase("planted-1").recorded(NOON),
                new SmallCase("planted-2").recorded(NOON),
                new SmallCase("planted-2").closed(NOON.plusSeconds(60))));
        log.completeThrough(SECOND);
        CrimeRecording cancelled = CrimeRecording.newBuilder(new SmallCase("planted-1").crime(NOON))
                .setVersion(2)
                .setEventId(new SmallCase("planted-1-cancelled").crime(NOON).getEventId())
                .setChangedAt(SECOND.plusSeconds(3_600))
                .setStatus(CrimeStatus.CANCELLED)
                .build();
        log.send(List.of(new SmallCase("planted-1").delivered(cancelled, SECOND.plusSeconds(3_600))));
        log.completeThrough(THIRD);
        try (JobRun run = installation.start(log, RunSettings.of(THIRD, 2))) {
            run.awaitSnapshot(THIRD);
            assertThat(WebPage.get("http://127.0.0.1:" + run.metricsPort() + "/metrics")
                            .body())
                    .contains("vaiwg_deltas_total")
                    .doesNotContain(PLANTED);
            run.stop();
            Database database = run.database();

            Answer second = explain(log, database, "yes", FIGURE, "--as-at", "2024-03-02");
            assertThat(second.exitCode()).as(second.toString()).isZero();
            assertThat(second.output())
                    .contains(
                            "As at 2024-03-02, published: 2. The cases below add up to it.\n",
                            "\nCounted: 2\n",
                            "case planted-1, on 2024-03-01\n",
                            "case planted-2, on 2024-03-01\n",
                            "crime-recording, partition ");
            Answer third = explain(log, database, "yes", FIGURE, "--as-at", "2024-03-03");
            assertThat(third.exitCode()).as(third.toString()).isZero();
            assertThat(third.output())
                    .contains(
                            "published: 1.",
                            "\nIn it no more: 1\ncase planted-1\n",
                            "  out: cancelled, transferred or merged");
            Answer between = explain(log, database, "yes", FIGURE, "--between", "2024-03-02", "2024-03-03");
            assertThat(between.exitCode()).as(between.toString()).isZero();
            assertThat(between.output())
                    .contains(
                            "cancelled, transferred or merged, or that was taken back: 1, -1 in the numerator",
                            "case planted-1: -1, ");
            Answer ofCase = explain(log, database, "yes", new String[] {"--case", "planted-1"});
            assertThat(ofCase.exitCode()).as(ofCase.toString()).isZero();
            assertThat(ofCase.output().substring(ofCase.output().indexOf("\nNot in: ")))
                    .contains("recorded_offences recorded 28d: cancelled, transferred or merged");
            assertThat(run.query("SELECT kind, login, reason FROM board_access ORDER BY at"))
                    .hasSize(4)
                    .allMatch(row -> row.equals("explanation," + SiteAccounts.LOGIN + "," + WHY));
            assertThat(audited(log)).hasSize(4).allMatch(record -> record.contains("\"reason\":\"" + WHY + "\""));

            assertThat(columnsWithPlanted(database))
                    .as("beside who asked for what, no table names a case")
                    .containsExactly("board_access.what");

            Answer refused = explain(log, database, "no", FIGURE, "--as-at", "2024-03-02");
            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.output()).isEmpty();
            assertThat(refused.errors()).contains("are not shown to this login");
            assertThat(run.query("SELECT count(*) FROM board_access WHERE kind = 'refusal'"))
                    .containsExactly("1");
            assertThat(audited(log)).hasSize(5);

            requireOnRecord(run, log, database);

            Path backup = folder.resolve("backup");
            new Backups(folder).make(log, database, backup);
            Answer ofBackup =
                    explain(log, database, "yes", FIGURE, "--as-at", "2024-03-02", "--backup", backup.toString());
            assertThat(ofBackup.exitCode()).as(ofBackup.toString()).isZero();
            assertThat(ofBackup.output())
                    .as("the same cases by the same records, from files")
                    .endsWith(second.output().substring(second.output().indexOf("\nCounted: 2\n")));
            assertThat(audited(log))
                    .as("on record as any other, on the topic too")
                    .hasSize(9)
                    .last()
                    .asString()
                    .contains("\"reason\":\"" + WHY + "\"");

            plantAnotherNumber(database);
            Answer wrong = explain(log, database, "yes", FIGURE, "--as-at", "2024-03-02");
            assertThat(wrong.exitCode())
                    .as("what was published is not what the log has")
                    .isEqualTo(1);
            assertThat(wrong.output()).contains("Published is 3, and the log has 2");
        }
    }

    /** What is refused before anything is read: whoever has not the password, and a login of the database that is of no such group. */
    private void requireOnRecord(JobRun run, EventLog log, Database database) throws Exception {
        for (String login : List.of(SiteAccounts.LOGIN, GUESS)) {
            List<String> arguments = arguments(log, database, "yes", FIGURE, "--as-at", "2024-03-02");
            arguments.set(arguments.indexOf("--login") + 1, login);
            Files.writeString(Path.of(arguments.get(arguments.indexOf("--password-file") + 1)), GUESS);
            Answer guessed = Answer.to(arguments.toArray(String[]::new));
            assertThat(guessed.exitCode()).as(guessed.toString()).isEqualTo(2);
            assertThat(guessed.errors()).contains("are not those of an account");
        }
        assertThat(run.query("SELECT login, reason FROM board_access WHERE kind = 'login_failed' ORDER BY at"))
                .containsExactly(SiteAccounts.LOGIN + ",wrong password", "-,wrong password");
        assertThat(audited(log))
                .hasSize(7)
                .noneMatch(record -> record.contains(GUESS))
                .last()
                .asString()
                .contains("\"kind\":\"login_failed\"", "recorded_offences recorded 28d");

        Database other = new Database(database.url(), "of_no_group", "of-no-group");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + other.user() + " LOGIN PASSWORD '" + other.password() + "'");
        }
        Answer refused = explain(log, other, "yes", FIGURE, "--as-at", "2024-03-02", "--database-user", other.user());
        assertThat(refused.exitCode()).as(refused.toString()).isEqualTo(3);
        assertThat(refused.output()).isEmpty();
        assertThat(audited(log))
                .hasSize(8)
                .last()
                .asString()
                .contains("\"kind\":\"refusal\"", "is not of the group vaiwg_explain", other.user());
    }

    /** Rows that were published never change, unless the owner of the tables makes them. */
    private static void plantAnotherNumber(Database database) throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            int changed = statement.executeUpdate("""
                    UPDATE kpi_value_pack v SET numerators[p.place] = 3
                    FROM kpi_pack_place p JOIN kpi_series s USING (series_id)
                    WHERE v.pack_id = p.pack_id AND v.as_at = DATE '2024-03-02' AND s.kpi = 'recorded_offences'
                        AND s.basis = 'recorded' AND s."window" = '28d' AND s.slice = 'theme=stalking_harassment'
                    """);
            assertThat(changed).isEqualTo(1);
        }
    }

    /** The columns in which a reference is found. */
    static List<String> columnsWithPlanted(Database database) throws Exception {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement columns = connection.createStatement();
                Statement rows = connection.createStatement();
                ResultSet column = columns.executeQuery("""
                        SELECT c.table_name, c.column_name FROM information_schema.columns c
                        JOIN information_schema.tables t USING (table_schema, table_name)
                        WHERE table_schema = 'vaiwg' AND t.table_type = 'BASE TABLE'
                            AND c.data_type IN ('text', 'jsonb', 'json', 'character varying', 'ARRAY')
                        ORDER BY table_name, column_name
                        """)) {
            while (column.next()) {
                String name = column.getString(1) + '.' + column.getString(2);
                try (ResultSet planted =
                        rows.executeQuery("SELECT 1 FROM vaiwg.\"%s\" WHERE \"%s\"::text LIKE '%%%s%%' LIMIT 1"
                                .formatted(column.getString(1), column.getString(2), PLANTED))) {
                    if (planted.next()) {
                        found.add(name);
                    }
                }
            }
        }
        return found;
    }

    private Answer explain(EventLog log, Database database, String cases, String[] what, String... more)
            throws Exception {
        return Answer.to(arguments(log, database, cases, what, more).toArray(String[]::new));
    }

    private List<String> arguments(EventLog log, Database database, String cases, String[] what, String... more)
            throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "explain",
                "--force",
                SmallCase.FORCE,
                "--forces",
                SmallCase.FORCE,
                "--kafka",
                log.bootstrapServers(),
                "--topic-prefix",
                log.prefix(),
                "--why",
                WHY));
        arguments.addAll(DatabaseArguments.of(database, folder));
        arguments.addAll(SiteAccounts.options(folder));
        Files.writeString(folder.resolve("grants.txt"), "[" + SiteAccounts.LOGIN + "]\ncases = " + cases + "\n");
        arguments.addAll(List.of(what));
        arguments.addAll(List.of(more));
        return arguments;
    }

    /** What is on the topic of audits. */
    static List<String> audited(EventLog log) {
        TopicPartition partition = new TopicPartition(Topics.audit(log.prefix()), 0);
        List<String> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", log.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (found.size() < end) {
                consumer.poll(Duration.ofSeconds(1))
                        .forEach(record -> found.add(new String(record.value(), StandardCharsets.UTF_8)));
            }
        }
        return found;
    }
}
