package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.feed.EventEncoder;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.cli.run.LocalJob;
import vaiwg.demo.Await;
import vaiwg.demo.DemoProcess;
import vaiwg.demo.QuickDemo;
import vaiwg.demo.QuickDemo.QuickClock;
import vaiwg.demo.embedded.EmbeddedDatabase;
import vaiwg.demo.embedded.EmbeddedKafka;
import vaiwg.demo.embedded.FreePorts;
import vaiwg.jobs.FigureOutputs;
import vaiwg.jobs.JobOptions;
import vaiwg.jobs.options.CheckpointOptions;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.options.LocalPorts;
import vaiwg.jobs.options.PasswordFile;
import vaiwg.jobs.options.PublicationOptions;
import vaiwg.jobs.recovery.Checkpoints;
import vaiwg.jobs.recovery.Checkpoints.Checkpoint;
import vaiwg.jobs.store.Database;
import vaiwg.jobs.store.Migrations;
import vaiwg.kpis.Seed;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.Progress;
import vaiwg.schemas.TrustedClasses;

/**
 * A demonstration that is killed while it is live, and again as soon as it is live once more, ends with what a job that reads its
 * topics in peace ends with: no event lost, no snapshot lost or doubled, the revised days the same, every published row what a replay gives.
 */
@Timeout(900)
class TwiceKilledDemoIT {
    private static final String PREFIX = "vaiwg.";
    private static final String LIVE = "Live until Ctrl-C.";
    private static final int FOUR_MINUTES_A_SECOND = 240;
    /** Of the quick clock, from when it is live again to the next kill. */
    private static final int SHORTEST_MINUTES = 180;

    private static final Pattern DATABASE_PORT = Pattern.compile("host=127\\.0\\.0\\.1 port=(\\d+)");

    static {
        TrustedClasses.register();
    }

    @TempDir
    private Path folder;

    private QuickClock clock = QuickClock.startingNow();

    @Test
    void killed_twice_while_it_is_live_it_ends_with_what_its_topics_say() throws Exception {
        Set<ProcessHandle> left;
        try (DemoProcess first = QuickDemo.start(folder, clock)) {
            first.awaitOutput(LIVE);
            // The first midnight knows what the first tick made of the time before, the next ones what came live.
            awaitThreeMoreDays(first);
            left = DemoProcess.servers(folder);
            first.kill();
        }
        assertThat(left).as("servers that outlive the kill").anyMatch(DemoProcess::isRunning);
        try (DemoProcess second = QuickDemo.start(folder, clock)) {
            second.awaitOutput(LIVE);
            requireGoneOn(second, left);
            left = DemoProcess.servers(folder);
            second.kill();
        }
        try (DemoProcess third = QuickDemo.start(folder, clock)) {
            third.awaitOutput(LIVE);
            requireGoneOn(third, left);
            awaitThreeMoreDays(third);
            third.interrupt();
            assertThat(third.awaitEnd()).isEqualTo(130);
            assertThat(third.errors()).as("written to the log").isEmpty();
        }
        assertThat(DemoProcess.servers(folder)).isEmpty();
        requireGoneOnFromCheckpoints();
        requireWhatItsTopicsSay(20_000);
    }

    /** In a day every minute of the boards and a midnight come; what is killed is away for some hours of the quick clock. */
    @Test
    void a_day_of_live_operation_with_a_kill_every_few_hours_ends_with_what_its_topics_say() throws Exception {
        Random random = Seed.random("hours of kills");
        clock = QuickClock.startingNow(FOUR_MINUTES_A_SECOND);
        Set<ProcessHandle> left = Set.of();
        Optional<Instant> end = Optional.empty();
        boolean over = false;
        while (!over) {
            try (DemoProcess demo = QuickDemo.start(folder, clock)) {
                demo.awaitOutput(LIVE);
                Instant live = clock.instant();
                if (end.isEmpty()) {
                    end = Optional.of(live.plus(Duration.ofHours(24)));
                } else {
                    requireGoneOn(demo, left);
                }
                Instant next = live.plus(Duration.ofMinutes(SHORTEST_MINUTES + random.nextInt(SHORTEST_MINUTES)));
                demo.awaitEffect(
                        "it has been live for hours", () -> clock.instant().isAfter(next));
                over = next.isAfter(end.get());
                left = DemoProcess.servers(folder);
                if (over) {
                    demo.interrupt();
                    assertThat(demo.awaitEnd()).isEqualTo(130);
                    assertThat(demo.errors()).as("written to the log").isEmpty();
                } else {
                    demo.kill();
                }
            }
        }
        requireWhatItsTopicsSay(1_000);
    }

    /** @param events of the made-up force that there are at least */
    private void requireWhatItsTopicsSay(int events) throws Exception {
        assertThat(DemoProcess.servers(folder)).isEmpty();
        try (EmbeddedKafka kafka = EmbeddedKafka.start(data().resolve("kafka"));
                EmbeddedDatabase postgres = EmbeddedDatabase.start(data().resolve("postgres"))) {
            EventLog log = new EventLog(kafka.connection(PREFIX));
            requireEveryEvent(log, events);
            requireFiguresOfARebuild(log, postgres);
        }
    }

    private static void requireGoneOn(DemoProcess demo, Set<ProcessHandle> left) {
        assertThat(demo.output()).startsWith("Playing ").contains("Resuming the last run in ");
        assertThat(demo.output()).as("what an earlier run had sent").doesNotContain("sending: ");
        assertThat(left).as("servers of the killed demonstration").noneMatch(DemoProcess::isRunning);
    }

    /** Flink tells from which checkpoint a job begins, if from one. */
    private void requireGoneOnFromCheckpoints() throws Exception {
        String begun =
                " from savepoint " + Checkpoints.address(data().toRealPath().resolve("checkpoints")) + "/";
        try (Stream<Path> logs = Files.list(data().resolve("logs"))) {
            assertThat(logs.flatMap(TwiceKilledDemoIT::lines).filter(line -> line.contains(begun)))
                    .as("runs that went on from a checkpoint of an earlier one")
                    .hasSize(2);
        }
    }

    private static Stream<String> lines(Path log) {
        try {
            return Files.readAllLines(log).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the made-up force was live for three more midnights. */
    private void awaitThreeMoreDays(DemoProcess demo) throws Exception {
        Matcher port = DATABASE_PORT.matcher(demo.output());
        Await.until(
                "it is said where the tables are",
                () -> port.reset(demo.output()).find());
        String password = PasswordFile.read(EmbeddedDatabase.passwordFile(data().resolve("postgres")));
        try (Connection connection = new Database(
                        "jdbc:postgresql://127.0.0.1:" + port.group(1) + "/vaiwg", "postgres", password)
                .connect()) {
            LocalDate wanted = newest(connection).plusDays(3);
            Await.until(
                    "the snapshot as at " + wanted + " is published",
                    () -> !newest(connection).isBefore(wanted));
        }
    }

    private static LocalDate newest(Connection connection) throws Exception {
        return LocalDate.parse(
                Figures.lines(connection, "SELECT max(as_at) FROM kpi_snapshot").get(0));
    }

    /** The topics hold what the force made, and nothing else; of the last tick, in which the run was ended, perhaps a part. */
    private void requireEveryEvent(EventLog log, int events) throws Exception {
        Set<ByteBuffer> there = TopicReader.readAll(log.bootstrapServers(), log.prefix()).stream()
                .filter(event -> event.key() != null)
                .map(event -> ByteBuffer.wrap(event.value()))
                .collect(Collectors.toSet());
        List<List<FeedRecord>> made = QuickDemo.made(folder);
        Set<ByteBuffer> last = encoded(made.subList(made.size() - 1, made.size()));
        Set<ByteBuffer> before = encoded(made.subList(0, made.size() - 1));
        assertThat(before).hasSizeGreaterThan(events);
        assertThat(without(before, there))
                .as("events of the ticks that are not there")
                .isEmpty();
        assertThat(without(without(there, before), last))
                .as("events that the force did not make")
                .isEmpty();
    }

    /** By their hashes: AssertJ compares each with each. */
    private static Set<ByteBuffer> without(Set<ByteBuffer> some, Set<ByteBuffer> others) {
        Set<ByteBuffer> rest = new HashSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private static Set<ByteBuffer> encoded(List<List<FeedRecord>> made) {
        EventEncoder encoder = new EventEncoder();
        Set<ByteBuffer> values = new HashSet<>();
        for (List<FeedRecord> tick : made) {
            for (FeedRecord next : tick) {
                if (!(next.value() instanceof Progress)) {
                    values.add(ByteBuffer.wrap(encoder.encode(next.value())));
                }
            }
        }
        return values;
    }

    /** Both the job that was killed and one that begins anew are brought to the same end of the log, a midnight. */
    private void requireFiguresOfARebuild(EventLog log, EmbeddedDatabase postgres) throws Exception {
        LocalDate midnight =
                LocalDate.ofInstant(clock.instant(), LondonDays.ZONE).plusDays(1);
        log.completeThrough(LondonDays.startOf(midnight));
        Optional<String> checkpoint =
                Checkpoints.newest(data().resolve("checkpoints")).map(Checkpoint::location);
        assertThat(checkpoint).isPresent();
        Figures killed = finish(options(log, postgres.database(), 2, checkpoint), midnight);
        Reconciled.requireSame(log, postgres.database());
        Figures rebuilt = finish(options(log, newDatabase(postgres), 1, Optional.empty()), midnight);

        assertThat(killed.differencesFrom(rebuilt)).isEmpty();
        assertThat(killed.snapshots())
                .extracting(line -> line.split(",", -1)[2])
                .as("a snapshot of every day, each once")
                .containsExactlyElementsOf(QuickDemo.end(folder)
                        .minusDays(QuickDemo.DAYS - 1L)
                        .datesUntil(midnight.plusDays(1))
                        .map(LocalDate::toString)
                        .toList());
        assertThat(killed.days()).hasSizeGreaterThan(10_000);
    }

    private static Figures finish(JobOptions options, LocalDate midnight) throws Exception {
        try (LocalJob job = LocalJob.startOrFail(options);
                Connection connection = options.database().connect()) {
            Await.until(
                    "the snapshot as at " + midnight + " is published",
                    () -> !Figures.lines(connection, "SELECT 1 FROM kpi_snapshot WHERE as_at = '" + midnight + "'")
                            .isEmpty());
            job.stop();
            return Figures.read(connection);
        }
    }

    private JobOptions options(EventLog log, Database database, int parallelism, Optional<String> restoreFrom)
            throws Exception {
        LocalDate end = QuickDemo.end(folder);
        List<Integer> ports = FreePorts.find(1);
        return new JobOptions(
                new KafkaConnection(log.bootstrapServers(), log.prefix()),
                EventOptions.of(Forces.any()),
                database,
                FigureOutputs.none(),
                new PublicationOptions(
                        end.minusDays(PublicationOptions.DAILY_DAYS - 1L),
                        true,
                        Optional.of(LondonDays.startOf(end)),
                        false),
                new CheckpointOptions(
                        folder.resolve("checkpoints-" + parallelism), Duration.ofMinutes(10), restoreFrom),
                parallelism,
                new LocalPorts(0, ports.get(0)));
    }

    private static Database newDatabase(EmbeddedDatabase postgres) throws Exception {
        try (Connection connection = postgres.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE rebuilt");
        }
        Database rebuilt = postgres.database("rebuilt");
        Migrations.apply(rebuilt);
        return rebuilt;
    }

    private Path data() {
        return DemoProcess.data(folder);
    }
}
