package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static vaiwg.kpis.time.LondonDays.startOf;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.demo.Await;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.jobs.options.StateBackend;

/** On either state backend the figures are the same, and a run on one takes up what a run on the other left. */
@Timeout(300)
@ExtendWith(InstallationExtension.class)
class StateBackendIT {
    private static final Duration OFTEN = Duration.ofMillis(200);
    private static final LocalDate FIRST = LocalDate.of(2024, 10, 1);
    private static final LocalDate END = LocalDate.of(2024, 11, 15);
    private static final PartOf HISTORY = new PartOf(SyntheticForce.westMidlands(16, FIRST, END), 10);
    private static final LocalDate TO_ROCKSDB = LocalDate.of(2024, 10, 10);
    private static final LocalDate KILLED = LocalDate.of(2024, 10, 20);
    private static final LocalDate TO_HEAP = LocalDate.of(2024, 11, 1);

    @Test
    void from_heap_to_rocksdb_and_back_with_a_kill_between_the_figures_are_those_of_one_undisturbed_run(
            Installation installation) throws Exception {
        List<FeedRecord> records = HISTORY.records();
        EventLog log = installation.newLog();
        RunSettings settings = RunSettings.of(HISTORY.end(), 2).withCheckpoints(OFTEN);
        int sent = sendUntil(TO_ROCKSDB, log, records, 0);
        try (JobRun run = installation.start(log, settings)) {
            run.awaitSnapshot(startOf(TO_ROCKSDB));
            settings = settings.into(run.database()).restoredFrom(run.stop()).on(StateBackend.ROCKSDB);
        }
        sent = sendUntil(KILLED, log, records, sent);
        try (JobRun run = installation.start(log, settings)) {
            run.awaitSnapshot(startOf(KILLED));
            Await.until("a checkpoint is taken", () -> run.newestCheckpoint().isPresent());
            settings = settings.restoredFrom(run.kill());
        }
        sent = sendUntil(TO_HEAP, log, records, sent);
        try (JobRun run = installation.start(log, settings)) {
            run.awaitSnapshot(startOf(TO_HEAP));
            settings = settings.restoredFrom(run.stop()).on(StateBackend.HEAP);
        }
        log.send(records.subList(sent, records.size()));
        Figures disturbed = installation.replay(log, settings);

        Figures undisturbed = installation.replay(log, RunSettings.of(HISTORY.end(), 1));
        assertThat(disturbed.differencesFrom(undisturbed)).isEmpty();
        assertThat(undisturbed.days()).isNotEmpty();
    }

    /** Sends what had reached the topics two days after a day, from a place on; returns the next place. */
    private static int sendUntil(LocalDate day, EventLog log, List<FeedRecord> records, int from) {
        long until = startOf(day.plusDays(2)).toEpochMilli();
        int to = Math.toIntExact(
                records.stream().takeWhile(next -> next.timestamp() < until).count());
        log.send(records.subList(from, to));
        return to;
    }
}
