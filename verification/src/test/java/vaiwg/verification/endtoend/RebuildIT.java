package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.jobs.store.Database;
import vaiwg.kpis.time.LondonDays;

/** Invariant 1: the same log gives the same figures, byte for byte. */
@Timeout(300)
@ExtendWith(InstallationExtension.class)
class RebuildIT {
    private static final PartOf HISTORY =
            new PartOf(SyntheticForce.westMidlands(11, LocalDate.of(2024, 9, 10), LocalDate.of(2024, 12, 20)), 10);

    @Test
    void a_rebuild_at_another_parallelism_gives_the_same_figures(Installation installation) throws Exception {
        EventLog log = installation.logOf(HISTORY);

        Figures one = installation.replay(log, RunSettings.of(HISTORY.end(), 1));
        Database database = installation.newDatabase();
        Figures two = installation.replay(log, RunSettings.of(HISTORY.end(), 2).into(database));

        assertThat(one.snapshots()).hasSize(101);
        assertThat(one.values()).hasSizeGreaterThan(10_000);
        assertThat(one.charts()).hasSizeGreaterThan(100);
        assertThat(one.days()).hasSizeGreaterThan(10_000);
        assertThat(one.late()).isNotEmpty();
        assertThat(two.differencesFrom(one)).isEmpty();
        Reconciled.requireSame(log, database);
    }

    @Test
    void stopped_while_an_alarm_stands_and_resumed_at_another_parallelism_it_says_the_same(Installation installation)
            throws Exception {
        LocalDate mistake = LocalDate.of(2024, 6, 4);
        LocalDate corrected = mistake.plusDays(6);
        Instant end = LondonDays.startOf(corrected.plusDays(3));
        MistakenForce force = new MistakenForce(mistake);
        EventLog log = installation.newLog();
        // Of the reference year before, month ends say enough.
        RunSettings settings = RunSettings.of(end, 2).withRows(mistake, false);
        log.send(force.history(corrected));
        log.completeThrough(LondonDays.startOf(corrected));
        try (JobRun run = installation.start(log, settings)) {
            run.awaitSnapshot(LondonDays.startOf(corrected));
            settings = RunSettings.of(end, 1)
                    .withRows(mistake, false)
                    .into(run.database())
                    .restoredFrom(run.stop());
        }
        log.send(force.corrections(LondonDays.startOf(corrected).plus(Duration.ofHours(12))));
        log.completeThrough(end);
        Figures resumed = installation.replay(log, settings);

        assertThat(resumed.charts())
                .filteredOn(line -> line.contains(",victim_attrition,criminal_justice,daily,1d,\"\",daily_rise,act,"))
                .extracting(line -> line.split(",")[2] + " " + line.split(",")[11])
                .containsExactly(mistake.plusDays(1) + " raised", corrected.plusDays(1) + " withdrawn");
        assertThat(resumed.differencesFrom(
                        installation.replay(log, RunSettings.of(end, 2).withRows(mistake, false))))
                .isEmpty();
    }
}
