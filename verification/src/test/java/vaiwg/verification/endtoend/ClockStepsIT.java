package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.demo.Await;
import vaiwg.demo.DemoProcess;
import vaiwg.demo.embedded.FreePorts;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.jobs.store.Database;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.EventStream;

/**
 * The clock of the machine on which {@code run} runs is set while records come, around a midnight: two hours forwards, two hours back, and
 * right at last. The midnight is published once it has come by both the log and the clock, what holds it back is told, and what is in the
 * tables afterwards is what a run leaves whose clock nobody set.
 */
@Timeout(900)
@ExtendWith(InstallationExtension.class)
class ClockStepsIT {
    private static final LocalDate FIRST = LocalDate.of(2024, 10, 25);
    private static final LocalDate END = LocalDate.of(2024, 11, 20);
    private static final PartOf HISTORY = new PartOf(SyntheticForce.westMidlands(31, FIRST, END), 10);

    private static final Instant MIDNIGHT = LondonDays.startOf(END);
    /** What the clock shows when all begins, and through when the log is complete then. */
    private static final Instant BEGIN = MIDNIGHT.minus(Duration.ofMinutes(90));
    /** Through when the log is complete while the clock is ahead: it has passed the midnight, the log has not. */
    private static final Instant BEFORE = MIDNIGHT.minus(Duration.ofMinutes(20));
    /** Through when it is complete while the clock is back: the log has passed the midnight, the clock has not. */
    private static final Instant AFTER = MIDNIGHT.plus(Duration.ofMinutes(20));
    /** And when the clock is right. */
    private static final Instant LAST = MIDNIGHT.plus(Duration.ofMinutes(60));

    private static final String AHEAD = "All streams are read through ";
    private static final Duration STEP = Duration.ofHours(2);
    private static final String WATERMARK = "currentInputWatermark";
    private static final String OF_PANES = "operator_name=\"Panes\"";
    private static final String AT_MIDNIGHT = "SELECT FROM kpi_snapshot WHERE as_at = '" + END + "'";

    @TempDir
    private Path folder;

    private final List<FeedRecord> records = HISTORY.records();
    private final List<Integer> ports;

    ClockStepsIT() throws Exception {
        ports = FreePorts.find(2);
    }

    @Test
    void a_clock_that_is_set_publishes_nothing_early_and_nothing_is_lost_or_counted_twice(Installation installation)
            throws Exception {
        Figures expected = undisturbed(installation);
        EventLog log = installation.newLog();
        Database database = installation.newDatabase();
        sendThrough(BEGIN, Instant.MIN, log);
        SetProcessClock clock = new SetProcessClock(folder, BEGIN);
        try (SampleReceiver prometheus = new SampleReceiver();
                DemoProcess run = DemoProcess.start(clock.of(command(log, database, prometheus)), folder)) {
            run.awaitOutput("Running; ");
            awaitPassed(BEGIN, run);

            clock.setBy(STEP);
            assertThat(clock.now()).isAfter(MIDNIGHT);
            sendThrough(BEFORE, BEGIN, log);
            // Without the step it would be held at what the clock shows.
            awaitPassed(BEFORE, run);
            assertThat(Figures.lines(database, AT_MIDNIGHT))
                    .as("published before it came in the log")
                    .isEmpty();
            assertThat(run.errors()).doesNotContain(AHEAD);

            clock.setBy(STEP.negated());
            sendThrough(AFTER, BEFORE, log);
            awaitRead(AFTER, run, database);
            String told = AHEAD + END + "T00:";
            run.awaitEffect("it says: " + told, () -> run.errors().contains(told));
            assertThat(run.errors())
                    .contains(", but here it is only " + END.minusDays(1) + "T22:")
                    .contains("no midnight is published before it has come here: correct this machine's clock");
            assertThat(clock.now()).isBefore(BEFORE);
            assertThat(passed()).as("what had passed stays").isEqualTo(BEFORE.toEpochMilli());
            assertThat(Figures.lines(database, AT_MIDNIGHT))
                    .as("published before it came by the clock")
                    .isEmpty();

            clock.setBy(Duration.between(BEGIN, LAST));
            awaitPassed(AFTER, run);
            run.awaitEffect(
                    "the midnight is published",
                    () -> !Figures.lines(database, AT_MIDNIGHT).isEmpty());
            sendThrough(LAST, AFTER, log);
            awaitPassed(LAST, run);
            awaitAs(expected, run, database);
            assertThat(run.output()).doesNotContain("completed no checkpoint", "stood still");
            assertThat(prometheus.contradictions()).isEmpty();
            assertThat(prometheus.values("vaiwg_kpi_value")).isNotEmpty();

            run.interrupt();
            assertThat(run.awaitEnd()).isEqualTo(130);
        }
    }

    /** The same records in the same order, under a clock that is right. */
    private Figures undisturbed(Installation installation) throws Exception {
        EventLog log = installation.newLog();
        Instant from = Instant.MIN;
        for (Instant through : List.of(BEGIN, BEFORE, AFTER, LAST)) {
            sendThrough(through, from, log);
            from = through;
        }
        RunSettings settings = RunSettings.of(MIDNIGHT, 1).withRows(END.minusDays(2), true);
        try (JobRun run = installation.start(log, settings)) {
            run.awaitSnapshot(MIDNIGHT);
            Await.until("all is counted", () -> run.metric(WATERMARK, OF_PANES) == LAST.toEpochMilli());
            run.stop();
            Figures figures = run.figures();
            assertThat(figures.snapshots())
                    .hasSize(Math.toIntExact(FIRST.datesUntil(END).count()));
            assertThat(figures.days()).isNotEmpty();
            return figures;
        }
    }

    /** Sends what reached the topics from an instant until another, and says that all is complete through that. */
    private void sendThrough(Instant through, Instant from, EventLog log) {
        log.send(records.stream()
                .filter(one -> !Instant.ofEpochMilli(one.timestamp()).isBefore(from)
                        && Instant.ofEpochMilli(one.timestamp()).isBefore(through))
                .toList());
        log.completeThrough(through);
    }

    private List<String> command(EventLog log, Database database, SampleReceiver prometheus) throws Exception {
        List<String> command = DemoProcess.command(System.getProperty("java.class.path"));
        command.addAll(List.of("run", "--forces", SyntheticForce.FORCE, "--kafka", log.bootstrapServers()));
        command.addAll(List.of("--topic-prefix", log.prefix()));
        command.addAll(DatabaseArguments.of(database, folder));
        command.addAll(List.of("--checkpoints", folder.resolve("checkpoints").toString(), "--checkpoint-every", "1"));
        command.addAll(List.of("--web-port", Integer.toString(ports.get(0))));
        command.addAll(List.of("--metrics-port", Integer.toString(ports.get(1))));
        command.addAll(List.of("--remote-write", prometheus.address().toString()));
        command.addAll(
                List.of("--parallelism", "1", "--daily-from", END.minusDays(2).toString(), "--no-heartbeat"));
        return command;
    }

    /** The watermark, which is all that a midnight waits for. */
    private double passed() throws Exception {
        return JobRun.metric(ports.get(1), WATERMARK, OF_PANES);
    }

    private void awaitPassed(Instant instant, DemoProcess run) throws Exception {
        run.awaitEffect("all is counted through " + instant, () -> passed() == instant.toEpochMilli());
    }

    private static void awaitRead(Instant through, DemoProcess run, Database database) throws Exception {
        String query = "SELECT FROM kpi_feed_row HAVING count(*) = " + EventStream.values().length
                + " AND min(complete_through) > '" + through + "'::timestamptz - interval '1 minute'";
        run.awaitEffect(
                "all streams are read through " + through,
                () -> !Figures.lines(database, query).isEmpty());
    }

    private static void awaitAs(Figures expected, DemoProcess run, Database database) throws Exception {
        int late = expected.late().size();
        run.awaitEffect(
                "late events are listed", () -> Figures.read(database).late().size() == late);
        List<String> days = expected.days();
        run.awaitEffect("days are revised", () -> Figures.read(database).days().equals(days));
        assertThat(Figures.read(database).differencesFrom(expected)).isEmpty();
    }
}
