package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static vaiwg.kpis.time.LondonDays.startOf;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.cli.run.LocalJob;
import vaiwg.demo.Await;
import vaiwg.demo.DemoProcess;
import vaiwg.demo.embedded.EmbeddedKafka;
import vaiwg.demo.embedded.FreePorts;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.jobs.FigureOutputs;
import vaiwg.jobs.JobOptions;
import vaiwg.jobs.options.CheckpointOptions;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.options.LocalPorts;
import vaiwg.jobs.options.PublicationOptions;
import vaiwg.jobs.recovery.Checkpoints;
import vaiwg.jobs.store.Database;
import vaiwg.schemas.TrustedClasses;
import vaiwg.verification.Today;

/**
 * The command {@code run} with a broker and a database beside it, each in a process of its own: the database, the broker and the command
 * are killed one after the other, and what is left in the tables is what an undisturbed run leaves.
 */
@Timeout(600)
class KilledServersIT {
    private static final String PREFIX = "vaiwg.";
    private static final String NAME = "disturbed";
    /** Times asked, some seconds. */
    private static final int STANDSTILL = 60;
    /** Near to now: the days are revised once the clock of the log is. */
    private static final LocalDate END = Today.byTheClock();

    private static final LocalDate FIRST = END.minusDays(60);
    private static final LocalDate DAILY_FROM = END.minusDays(2);
    private static final PartOf HISTORY = new PartOf(SyntheticForce.westMidlands(31, FIRST, END), 10);

    static {
        TrustedClasses.register();
    }

    @TempDir
    private Path folder;

    private final List<FeedRecord> records = HISTORY.records();
    private int sent;

    @Test
    void each_is_killed_and_started_again_and_the_figures_are_those_of_an_undisturbed_run() throws Exception {
        List<Integer> ports = FreePorts.find(3);
        try (DatabaseProcess postgres = new DatabaseProcess(folder.resolve("postgres"), ports.get(0));
                KafkaInTurns kafka = new KafkaInTurns(folder.resolve("kafka"), ports.get(1))) {
            Database database = postgres.database(NAME);
            EventLog log = new EventLog(new KafkaConnection(kafka.bootstrapServers(), PREFIX));
            sendBefore(FIRST.plusDays(15), log);
            try (DemoProcess run = run(database, log, ports.get(2), "--no-heartbeat")) {
                awaitSnapshot(FIRST.plusDays(13), database);

                postgres.kill();
                sendBefore(FIRST.plusDays(25), log);
                run.awaitOutput("PostgreSQL does not answer; the job goes on by itself");
                postgres.start();
                awaitSnapshot(FIRST.plusDays(23), database);
                run.awaitOutput("The job runs again.");

                kafka.killAndRestart();
                sendBefore(FIRST.plusDays(40), log);
                awaitSnapshot(FIRST.plusDays(38), database);
                Await.until(
                        "a checkpoint holds a part of that",
                        () -> newestCheckpoint().isPresent());
                run.kill();
                assertThat(run.errors()).as("written to the log").isEmpty();
            }
            sendBefore(END.plusDays(1), log);
            Figures disturbed;
            try (DemoProcess again = run(database, log, ports.get(2))) {
                awaitSnapshot(END, database);
                awaitDays(database);
                assertThat(again.output()).startsWith("Resuming from the checkpoint of ");
                again.interrupt();
                assertThat(again.awaitEnd()).isEqualTo(130);
                assertThat(again.errors()).as("written to the log").isEmpty();
            }
            disturbed = Figures.read(database);
            Figures undisturbed = undisturbed(postgres.database("undisturbed"), log);
            assertThat(disturbed.differencesFrom(undisturbed)).isEmpty();
            assertThat(disturbed.days()).isNotEmpty();
            assertThat(disturbed.snapshots()).hasSize(60);
            Reconciled.requireSame(log, database);
        }
    }

    private DemoProcess run(Database database, EventLog log, int webPort, String... more) throws Exception {
        List<String> command = DemoProcess.command(System.getProperty("java.class.path"));
        command.addAll(List.of("run", "--forces", SyntheticForce.FORCE, "--kafka", log.bootstrapServers()));
        command.addAll(DatabaseArguments.of(database, folder));
        command.addAll(List.of("--checkpoints", checkpoints().toString(), "--checkpoint-every", "1"));
        command.addAll(List.of("--web-port", Integer.toString(webPort)));
        command.addAll(List.of("--metrics-port", "0", "--daily-from", DAILY_FROM.toString()));
        command.addAll(List.of(more));
        return DemoProcess.start(command, folder);
    }

    private Figures undisturbed(Database database, EventLog log) throws Exception {
        JobOptions options = new JobOptions(
                new KafkaConnection(log.bootstrapServers(), log.prefix()),
                EventOptions.of(Forces.any()),
                database,
                FigureOutputs.none(),
                new PublicationOptions(DAILY_FROM, true, Optional.of(HISTORY.end()), false),
                new CheckpointOptions(folder.resolve("no-checkpoints"), Duration.ofMinutes(10), Optional.empty()),
                1,
                LocalPorts.none());
        try (LocalJob job = LocalJob.startOrFail(options)) {
            awaitSnapshot(END, database);
            awaitDays(database);
            job.stop();
        }
        return Figures.read(database);
    }

    private Path checkpoints() {
        return folder.resolve("checkpoints");
    }

    private Optional<?> newestCheckpoint() throws Exception {
        return Checkpoints.newest(checkpoints());
    }

    private void sendBefore(LocalDate day, EventLog log) {
        long until = startOf(day).toEpochMilli();
        int next = Math.toIntExact(
                records.stream().takeWhile(one -> one.timestamp() < until).count());
        log.send(records.subList(sent, next));
        sent = next;
    }

    private static void awaitSnapshot(LocalDate day, Database database) throws Exception {
        awaitRow("SELECT FROM kpi_snapshot WHERE as_at = '" + day + "'", database);
    }

    /** Until all days are written as known now: then there are some, and no more come. */
    private static void awaitDays(Database database) throws Exception {
        List<String> told = new ArrayList<>();
        Await.until("the revised days stand still", () -> {
            try (Connection connection = database.connect()) {
                List<String> now = Figures.lines(connection, "SELECT count(*) FROM kpi_day_month");
                if (now.equals(List.of("0")) || !told.isEmpty() && !told.get(0).equals(now.get(0))) {
                    told.clear();
                }
                told.addAll(now);
                return told.size() > STANDSTILL;
            }
        });
    }

    private static void awaitRow(String query, Database database) throws Exception {
        Await.until("there is a row: " + query, () -> {
            try (Connection connection = database.connect()) {
                return !Figures.lines(connection, "SELECT 1 FROM (" + query + ") found LIMIT 1")
                        .isEmpty();
            } catch (SQLException e) {
                // Before the first start the tables are not there; the deadline tells what never comes.
                return false;
            }
        });
    }

    /** One broker after the other, with the same folder and address. */
    private static final class KafkaInTurns implements AutoCloseable {
        private final Path folder;
        private final int port;
        private ServerJvm broker;

        KafkaInTurns(Path folder, int port) throws Exception {
            this.folder = folder;
            this.port = port;
            try (EmbeddedKafka first = EmbeddedKafka.start(folder, port)) {
                first.createTopics(PREFIX, Installation.PARTITIONS);
            }
            broker = ServerJvm.start(ServerJvm.Kind.BROKER, folder, port);
        }

        String bootstrapServers() {
            return "127.0.0.1:" + port;
        }

        void killAndRestart() throws Exception {
            broker.kill();
            broker = ServerJvm.start(ServerJvm.Kind.BROKER, folder, port);
        }

        @Override
        public void close() throws Exception {
            broker.close();
        }
    }
}
