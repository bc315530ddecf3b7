package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.demo.Await;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.jobs.store.Database;
import vaiwg.kpis.time.LondonDays;

/** A backup of PostgreSQL is restored beside checkpoints of another day: nothing is missing without a word, and nothing is there twice. */
@Timeout(600)
@ExtendWith(InstallationExtension.class)
class RestoredDatabaseIT {
    private static final LocalDate FIRST = LocalDate.of(2024, 10, 1);
    private static final LocalDate BACKUP = LocalDate.of(2024, 10, 11);
    private static final LocalDate END = LocalDate.of(2024, 10, 21);
    private static final PartOf HISTORY = new PartOf(SyntheticForce.westMidlands(12, FIRST, END), 10);
    private static final String PUBLISHED = "SELECT count(*), max(as_at) FROM kpi_snapshot";

    @Test
    void a_backup_of_last_week_ends_the_job_until_it_reads_the_log_again_and_one_of_a_later_day_does_not(
            Installation installation) throws Exception {
        List<FeedRecord> records = HISTORY.records();
        int half = Math.toIntExact(records.stream()
                .takeWhile(next -> next.timestamp()
                        < LondonDays.startOf(BACKUP.plusDays(1)).toEpochMilli())
                .count());
        EventLog log = installation.newLog();
        RunSettings settings = RunSettings.of(HISTORY.end(), 2);
        Database database;
        String earlier;
        log.send(records.subList(0, half));
        try (JobRun run = installation.start(log, settings)) {
            run.awaitSnapshot(LondonDays.startOf(BACKUP));
            earlier = run.stop();
            database = run.database();
        }
        Database backup = installation.copyOf(database);

        log.send(records.subList(half, records.size()));
        String later;
        Figures all;
        try (JobRun run = installation.start(log, settings.into(database).restoredFrom(earlier))) {
            run.awaitSnapshot(HISTORY.end());
            later = run.stop();
            all = run.figures();
        }

        try (JobRun run = installation.start(log, settings.into(backup).restoredFrom(later))) {
            List<String> before = run.query(PUBLISHED);
            assertThat(run.awaitEnd())
                    .matches(
                            "The database has \\d+ of the 20 snapshots of west-midlands that were published as at 2024-10-02 to"
                                    + " 2024-10-21, as if an older backup had been restored: start once with ./vaiwg run --fresh .*");
            assertThat(run.query(PUBLISHED)).isEqualTo(before).doesNotContain("20,2024-10-21");
        }
        assertThat(installation.replay(log, settings.into(backup)).differencesFrom(all))
                .as("published again from the log")
                .isEmpty();

        RunSettings ahead = RunSettings.of(HISTORY.end(), 1).into(database).restoredFrom(earlier);
        try (JobRun run = installation.start(log, ahead)) {
            Await.until(
                    "all is counted again",
                    () -> run.metric("currentInputWatermark", "operator_name=\"Panes\"")
                            == HISTORY.end().toEpochMilli());
            run.stop();
            assertThat(run.figures().differencesFrom(all))
                    .as("of a later day than the checkpoint")
                    .isEmpty();
        }
    }
}
