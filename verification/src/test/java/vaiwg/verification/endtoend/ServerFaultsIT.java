package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.feed.FeedProducer;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.demo.Await;
import vaiwg.demo.DemoProcess;
import vaiwg.demo.WebPage;
import vaiwg.demo.embedded.EmbeddedKafka;
import vaiwg.demo.embedded.EmbeddedPrometheus;
import vaiwg.demo.embedded.FreePorts;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.jobs.kafka.Brokers;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.store.Database;
import vaiwg.kpis.time.LondonDays;

/**
 * Under the command {@code run} each server stands still for a while, the network to each is cut, and disks are full: it is told, and
 * what is in the tables afterwards is what an undisturbed run leaves. Of a history long past, so that days are not revised.
 */
@Timeout(900)
@ExtendWith(InstallationExtension.class)
class ServerFaultsIT {
    private static final String PREFIX = "vaiwg.";
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final LocalDate FIRST = LocalDate.of(2024, 10, 1);
    private static final LocalDate END = LocalDate.of(2024, 11, 20);
    /** Days of the history for each fault, and before the first. */
    private static final int DAYS_EACH = 6;

    private static final PartOf HISTORY = new PartOf(SyntheticForce.westMidlands(24, FIRST, END), 10);
    private static final String LATE = "SELECT count(*) FROM late_event";

    /** What an undisturbed run leaves of a log that holds the history's records in their order; such logs differ in nothing. */
    private static Figures undisturbed;

    @TempDir
    private Path folder;

    private final List<FeedRecord> records = HISTORY.records();
    private final List<Integer> ports;
    private int sent;
    private LocalDate sentThrough = FIRST;

    ServerFaultsIT() throws Exception {
        ports = FreePorts.find(5);
    }

    /** What begins, ends or asserts. */
    private interface Step {
        void take() throws Exception;
    }

    @Test
    void servers_that_stand_still_or_are_cut_off_are_told_and_nothing_is_lost_or_counted_twice(
            Installation installation) throws Exception {
        Path program = EmbeddedPrometheus.program()
                .orElseThrow(() -> new AssertionError("install prometheus: apt-get install prometheus"));
        try (EmbeddedKafka first = EmbeddedKafka.start(folder.resolve("kafka"), ports.get(3))) {
            first.createTopics(PREFIX, Installation.PARTITIONS);
        }
        Path ofPrometheus = folder.resolve("prometheus");
        try (DatabaseProcess postgres = new DatabaseProcess(folder.resolve("postgres"), ports.get(2));
                TcpProxy toPostgres = new TcpProxy(ports.get(2));
                TcpProxy toKafka = new TcpProxy(ports.get(3));
                ServerJvm broker = ServerJvm.startBehind(toKafka.port(), folder.resolve("kafka"), ports.get(3));
                EmbeddedPrometheus prometheus = EmbeddedPrometheus.start(
                        program,
                        QuickRules.writeTo(Files.createDirectories(folder.resolve("project")), ""),
                        ofPrometheus);
                TcpProxy toPrometheus =
                        new TcpProxy(URI.create(prometheus.url()).getPort())) {
            Database direct = postgres.database("disturbed");
            Database database = new Database(
                    "jdbc:postgresql://127.0.0.1:" + toPostgres.port() + "/disturbed",
                    direct.user(),
                    direct.password());
            EventLog log = new EventLog(new KafkaConnection("127.0.0.1:" + toKafka.port(), PREFIX));
            List<ProcessHandle> kafkas = List.of(handle(broker.pid()));
            List<ProcessHandle> prometheuses = List.of(handle(Long.parseLong(
                    Files.readString(ofPrometheus.resolve("prometheus.pid")).strip())));
            List<ProcessHandle> databases = new ArrayList<>();
            Step send = () -> sendMore(log);
            try (DemoProcess run = run(
                    log,
                    database,
                    folder.resolve("checkpoints"),
                    "--remote-write",
                    "http://127.0.0.1:" + toPrometheus.port() + "/api/v1/write")) {
                run.awaitOutput("Running; ");
                sendMore(log);
                awaitPublished(direct);

                during(
                        () -> StoppedProcesses.stop(prometheuses),
                        whenSamplesAreDropped(send),
                        () -> StoppedProcesses.goOn(prometheuses),
                        direct);
                sendMore(log);
                during(
                        () -> StoppedProcesses.stop(kafkas),
                        () -> awaitSilence(log),
                        () -> StoppedProcesses.goOn(kafkas),
                        direct);
                during(
                        () -> databases.addAll(postgres.stop()),
                        () -> {
                            sendMore(log);
                            awaitHealth("\"databaseAnswers\":false", 503);
                        },
                        () -> StoppedProcesses.goOn(databases),
                        direct);
                during(toPrometheus::cut, whenSamplesAreDropped(send), toPrometheus::mend, direct);
                sendMore(log);
                during(toKafka::cut, () -> awaitSilence(log), toKafka::mend, direct);
                during(
                        toPostgres::cut,
                        () -> {
                            sendMore(log);
                            awaitHealth("\"databaseAnswers\":false", 503);
                        },
                        toPostgres::mend,
                        direct);
                sendAll(log);
                requireAsUndisturbed(run, direct, installation);
                assertThat(metric("vaiwg_remote_write_samples_already_there_total"))
                        .as("samples of which Prometheus has another value")
                        .isZero();
                end(run);
            }
        }
    }

    @Test
    void full_disks_are_told_and_nothing_is_lost_or_counted_twice(Installation installation) throws Exception {
        EventLog log = installation.newLog();
        Database database = installation.newDatabase();
        Database other = installation.emptyDatabase();
        String name = database.url().replaceFirst(".*/([^?]*).*", "$1");
        try (SmallDisk ofTables = new SmallDisk(folder.resolve("tables"), 128);
                SmallDisk ofCheckpoints = new SmallDisk(folder.resolve("state"), 128)) {
            Path place = Files.createDirectories(folder.resolve("tables/small"));
            execute(other, "CREATE TABLESPACE small LOCATION '" + place + "'");
            execute(other, "ALTER DATABASE " + name + " SET TABLESPACE small");
            Path checkpoints = Files.createDirectories(folder.resolve("state/checkpoints"));
            try (DemoProcess run = run(log, database, checkpoints)) {
                run.awaitOutput("Running; ");
                sendMore(log);
                awaitPublished(database);

                ofTables.fill();
                sendMore(log);
                awaitSaid("could not extend file", ofTables, run);
                assertThat(run.output())
                        .contains("; the job goes on by itself from its last checkpoint, nothing is lost.");
                ofTables.makeRoom();
                awaitPublished(database);
                run.awaitOutput("The job runs again.");

                ofCheckpoints.fill();
                sendMore(log);
                awaitSaid(
                        "The folder of checkpoints, " + checkpoints
                                + ", takes no more (No space left on device): make room there",
                        ofCheckpoints,
                        run);
                ofCheckpoints.makeRoom();
                sendAll(log);
                requireAsUndisturbed(run, database, installation);
                end(run);
            } finally {
                // What the server has there must be gone before the disk is.
                execute(other, "ALTER DATABASE " + name + " SET TABLESPACE pg_default");
                execute(other, "DROP TABLESPACE small");
            }
        }
    }

    /** Started again once there is room, the broker has what it had acknowledged, and the producer sends what is missing. */
    @Test
    void a_full_disk_of_the_broker_is_told_to_who_sends_and_nothing_is_lost_or_counted_twice(Installation installation)
            throws Exception {
        Path ofKafka = folder.resolve("kafka");
        int port = ports.get(3);
        Database database = installation.newDatabase();
        try (SmallDisk disk = new SmallDisk(ofKafka, 128)) {
            try (EmbeddedKafka first = EmbeddedKafka.start(ofKafka, port)) {
                first.createTopics(PREFIX, Installation.PARTITIONS);
            }
            EventLog log = new EventLog(new KafkaConnection("127.0.0.1:" + port, PREFIX));
            ServerJvm broker = ServerJvm.start(ServerJvm.Kind.BROKER, ofKafka, port);
            try (DemoProcess run = run(log, database, folder.resolve("checkpoints"))) {
                run.awaitOutput("Running; ");
                sendMore(log);
                awaitPublished(database);

                disk.fill();
                assertThatThrownBy(() -> sendTheRest(log))
                        .isInstanceOf(CommandFailure.class)
                        .hasMessageContaining(log.bootstrapServers());
                broker.kill();
                disk.makeRoom();
                broker = ServerJvm.start(ServerJvm.Kind.BROKER, ofKafka, port);
                try (FeedProducer producer = new FeedProducer(log.connection())) {
                    producer.resume(HISTORY, sentNow -> {});
                }
                requireAsUndisturbed(run, database, installation);
                end(run);
            } finally {
                broker.close();
            }
        }
    }

    /** By somebody who does not wait as long as a producer would. */
    private void sendTheRest(EventLog log) {
        try (FeedProducer producer = new FeedProducer(log.connection(), SOON.multipliedBy(4))) {
            records.subList(sent, records.size()).forEach(producer::send);
            producer.flush();
        }
    }

    /** What is freed meanwhile, by a checkpoint that failed, is taken again. */
    private static void awaitSaid(String sentence, SmallDisk full, DemoProcess run) throws Exception {
        run.awaitEffect("it says: " + sentence, () -> {
            full.fill();
            return run.output().contains(sentence);
        });
    }

    /** From the beginning of a fault until it is told; then it ends, and all that was sent is published. */
    private void during(Step begin, Step told, Step end, Database database) throws Exception {
        begin.take();
        try {
            told.take();
        } finally {
            end.take();
        }
        awaitPublished(database);
    }

    private Step whenSamplesAreDropped(Step send) {
        return () -> {
            String dropped = "vaiwg_remote_write_samples_dropped_total";
            double before = metric(dropped);
            send.take();
            Await.until("samples are counted as dropped", () -> metric(dropped) > before);
        };
    }

    /** As {@code run} and {@code doctor} ask. */
    private static void awaitSilence(EventLog log) throws Exception {
        Await.until("Kafka does not answer", () -> !Brokers.answers(log.connection(), SOON));
    }

    private void awaitHealth(String told, int status) throws Exception {
        Await.until("the health is " + told, () -> {
            HttpResponse<String> answer = WebPage.get("http://127.0.0.1:" + ports.get(1) + "/health");
            return answer.body().contains(told) && answer.statusCode() == status;
        });
    }

    private double metric(String name) throws Exception {
        return JobRun.metric(ports.get(4), name, "");
    }

    private DemoProcess run(EventLog log, Database database, Path checkpoints, String... more) throws Exception {
        List<String> command = DemoProcess.command(System.getProperty("java.class.path"));
        command.addAll(List.of("run", "--forces", SyntheticForce.FORCE, "--kafka", log.bootstrapServers()));
        command.addAll(List.of("--topic-prefix", log.prefix()));
        command.addAll(DatabaseArguments.of(database, folder));
        command.addAll(List.of("--checkpoints", checkpoints.toString(), "--checkpoint-every", "1"));
        command.addAll(List.of("--web-port", Integer.toString(ports.get(0))));
        command.addAll(List.of("--health-port", Integer.toString(ports.get(1))));
        command.addAll(List.of("--metrics-port", Integer.toString(ports.get(4))));
        command.addAll(List.of("--daily-from", END.minusDays(2).toString(), "--no-heartbeat"));
        command.addAll(List.of(more));
        return DemoProcess.start(command, folder);
    }

    private void sendMore(EventLog log) {
        sentThrough = sentThrough.plusDays(DAYS_EACH);
        long until = LondonDays.startOf(sentThrough.plusDays(1)).toEpochMilli();
        send(
                Math.toIntExact(records.stream()
                        .takeWhile(one -> one.timestamp() < until)
                        .count()),
                log);
    }

    private void sendAll(EventLog log) {
        sentThrough = END;
        send(records.size(), log);
    }

    private void send(int next, EventLog log) {
        log.send(records.subList(sent, next));
        sent = next;
    }

    private void awaitPublished(Database database) throws Exception {
        String query = "SELECT FROM kpi_snapshot WHERE as_at = '" + sentThrough.minusDays(1) + "'";
        Await.until(
                "there is a row: " + query,
                () -> !Figures.lines(database, query).isEmpty());
    }

    private static void requireAsUndisturbed(DemoProcess run, Database database, Installation installation)
            throws Exception {
        Figures expected = undisturbed(installation);
        run.awaitEffect(
                "the last midnight is published",
                () -> !Figures.lines(database, "SELECT FROM kpi_snapshot WHERE as_at = '" + END + "'")
                        .isEmpty());
        List<String> late = List.of(Integer.toString(expected.late().size()));
        run.awaitEffect(
                "all late events are listed",
                () -> Figures.lines(database, LATE).equals(late));
        assertThat(Figures.read(database).differencesFrom(expected)).isEmpty();
        assertThat(expected.snapshots())
                .hasSize(Math.toIntExact(FIRST.datesUntil(END).count()));
    }

    private static void end(DemoProcess run) throws Exception {
        run.interrupt();
        assertThat(run.awaitEnd()).isEqualTo(130);
    }

    private static Figures undisturbed(Installation installation) throws Exception {
        if (undisturbed == null) {
            EventLog log = installation.newLog();
            log.send(HISTORY.records());
            // Days would be revised from the end of the history on.
            RunSettings settings =
                    RunSettings.of(LondonDays.startOf(END.plusYears(1)), 1).withRows(END.minusDays(2), true);
            try (JobRun run = installation.start(log, settings)) {
                run.awaitSnapshot(LondonDays.startOf(END));
                run.stop();
                undisturbed = run.figures();
            }
        }
        return undisturbed;
    }

    private static ProcessHandle handle(long pid) {
        return ProcessHandle.of(pid).orElseThrow();
    }

    private static void execute(Database database, String statement) throws Exception {
        try (Connection connection = database.connect();
                Statement sent = connection.createStatement()) {
            sent.execute(statement);
        }
    }
}
