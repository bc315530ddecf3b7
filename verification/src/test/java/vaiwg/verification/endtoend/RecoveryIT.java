package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static vaiwg.kpis.time.LondonDays.startOf;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.demo.Await;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.jobs.store.Database;
import vaiwg.schemas.EventStream;

/** A run that was killed, or lost its database, leaves what an undisturbed one does: nothing twice, nothing missing. */
@Timeout(300)
@ExtendWith(InstallationExtension.class)
class RecoveryIT {
    private static final Duration OFTEN = Duration.ofSeconds(1);
    private static final LocalDate FIRST = LocalDate.of(2024, 10, 1);
    private static final LocalDate END = LocalDate.of(2024, 11, 16);
    private static final PartOf HISTORY = new PartOf(SyntheticForce.westMidlands(12, FIRST, END), 10);
    /** Played once: nine in ten records are made to be left out. */
    private static final List<FeedRecord> RECORDS = HISTORY.records();

    private static final List<LocalDate> KILLED = List.of(
            LocalDate.of(2024, 10, 15),
            LocalDate.of(2024, 10, 31),
            LocalDate.of(2024, 11, 5),
            LocalDate.of(2024, 11, 10));

    /** What an undisturbed run gives of a log that holds the history's records in their order; such logs differ in nothing. */
    private static Figures undisturbed;

    @Test
    void killed_in_the_middle_and_restored_it_publishes_each_snapshot_once_with_the_same_figures(
            Installation installation) throws Exception {
        EventLog log = installation.newLog();
        RunSettings settings = RunSettings.of(HISTORY.end(), 2).withCheckpoints(OFTEN);
        int sent = 0;
        for (LocalDate day : KILLED) {
            int next = sentBefore(day.plusDays(2));
            log.send(RECORDS.subList(sent, next));
            sent = next;
            try (JobRun run = installation.start(log, settings)) {
                run.awaitSnapshot(startOf(day));
                Await.until(
                        "a checkpoint is taken", () -> run.newestCheckpoint().isPresent());
                settings = settings.into(run.database()).restoredFrom(run.kill());
            }
        }
        log.send(RECORDS.subList(sent, RECORDS.size()));
        Figures disturbed = installation.replay(log, settings);

        requireAsUndisturbed(disturbed, log, installation);
        Reconciled.requireSame(log, settings.into.orElseThrow());
    }

    @Test
    void cut_off_from_its_database_it_goes_on_by_itself_with_the_same_figures(Installation installation)
            throws Exception {
        EventLog log = installation.newLog();
        int half = sentBefore(KILLED.get(1));
        log.send(RECORDS.subList(0, half));
        Figures disturbed;
        try (JobRun run =
                installation.start(log, RunSettings.of(HISTORY.end(), 2).withCheckpoints(OFTEN))) {
            run.awaitSnapshot(startOf(KILLED.get(0)));
            Await.until("a checkpoint is taken", () -> run.newestCheckpoint().isPresent());
            assertThat(run.query("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND pid <> pg_backend_pid()"))
                    .as("connections that were cut")
                    .isNotEqualTo(List.of("0"));
            log.send(RECORDS.subList(half, RECORDS.size()));
            run.awaitSnapshot(HISTORY.end());
            run.stop();
            disturbed = run.figures();
        }
        requireAsUndisturbed(disturbed, log, installation);
    }

    /** Cut off while the last day was written, a job may go on from a checkpoint in which every partition was read to its end. */
    @Test
    void restored_where_all_was_read_it_knows_the_clock_of_every_partition(Installation installation) throws Exception {
        EventLog log = installation.newLog();
        log.send(RECORDS);
        RunSettings settings = RunSettings.of(HISTORY.end(), 1);
        String savepoint;
        Database database;
        try (JobRun run = installation.start(log, settings)) {
            run.awaitSnapshot(HISTORY.end());
            savepoint = run.stop();
            database = run.database();
        }
        try (JobRun run = installation.start(log, settings.into(database).restoredFrom(savepoint))) {
            Await.until(
                    "the panes have the clock of the whole log",
                    () -> run.metric("currentInputWatermark", "operator_name=\"Panes\"")
                            == HISTORY.end().toEpochMilli());
            assertThat(run.metric("vaiwg_events_accepted_total"))
                    .as("events admitted again")
                    .isZero();
        }
    }

    /** A forgotten part of the history, loaded after its last progress record, is the last record of its partition. */
    @Test
    void killed_after_a_late_record_at_the_end_of_a_partition_it_publishes_all_midnights_without_a_heartbeat(
            Installation installation) throws Exception {
        EventLog log = installation.newLog();
        log.send(RECORDS.stream().filter(next -> !isHeldBack(next)).toList());
        SmallCase forgotten = new SmallCase("forgotten");
        log.sendTo(1, List.of(forgotten.closed(startOf(FIRST.plusDays(3)))));
        RunSettings settings = RunSettings.of(HISTORY.end(), 2).withCheckpoints(OFTEN);
        try (JobRun run = installation.start(log, settings)) {
            run.awaitRow(
                    "the forgotten record is listed as late",
                    "SELECT FROM late_event WHERE force = '" + SmallCase.FORCE + "'");
            // The next one may have begun before the record was read.
            int last = newestNumber(run) + 2;
            Await.until("a checkpoint is begun and completed", () -> newestNumber(run) >= last);
            assertThat(run.query("SELECT as_at FROM kpi_snapshot WHERE as_at > '" + KILLED.get(0) + "'"))
                    .as("midnights that the stream that is held back has not reached")
                    .isEmpty();
            settings = settings.into(run.database()).restoredFrom(run.kill());
        }
        log.send(RECORDS.stream().filter(RecoveryIT::isHeldBack).toList());
        Figures disturbed = installation.replay(log, settings);

        requireSame(disturbed, installation.replay(log, RunSettings.of(HISTORY.end(), 1)));
    }

    private static boolean isHeldBack(FeedRecord next) {
        return next.stream() == EventStream.CRIME_RECORDING
                && next.timestamp() >= startOf(KILLED.get(0)).toEpochMilli();
    }

    /** The number of the newest checkpoint, 0 where there is none. */
    private static int newestNumber(JobRun run) throws IOException {
        return run.newestCheckpoint()
                .map(location -> location.replaceFirst(".*/chk-(\\d+)", "$1"))
                .map(Integer::valueOf)
                .orElse(0);
    }

    /** Of a log of the history's records in their order. */
    private static void requireAsUndisturbed(Figures disturbed, EventLog log, Installation installation)
            throws Exception {
        if (undisturbed == null) {
            undisturbed = installation.replay(log, RunSettings.of(HISTORY.end(), 1));
        }
        requireSame(disturbed, undisturbed);
    }

    private static void requireSame(Figures disturbed, Figures undisturbed) {
        assertThat(disturbed.differencesFrom(undisturbed)).isEmpty();
        assertThat(disturbed.snapshots())
                .extracting(line -> line.split(",", -1)[2])
                .as("a snapshot of every day, each once")
                .containsExactlyElementsOf(FIRST.plusDays(1)
                        .datesUntil(END.plusDays(1))
                        .map(LocalDate::toString)
                        .toList());
    }

    /** How many records had reached the topics by the midnight that begins a day. */
    private static int sentBefore(LocalDate day) {
        long until = startOf(day).toEpochMilli();
        return Math.toIntExact(
                RECORDS.stream().takeWhile(next -> next.timestamp() < until).count());
    }
}
