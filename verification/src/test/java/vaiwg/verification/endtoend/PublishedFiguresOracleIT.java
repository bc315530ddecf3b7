package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import vaiwg.jobs.SiteFiles;
import vaiwg.kpis.Seed;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.reference.Sites;
import vaiwg.verification.oracle.History;
import vaiwg.verification.oracle.Log;
import vaiwg.verification.oracle.LogRecord;
import vaiwg.verification.oracle.Oracle;
import vaiwg.verification.oracle.RandomForces;
import vaiwg.verification.oracle.RandomHistories;
import vaiwg.verification.oracle.SmallAreas;
import vaiwg.verification.oracle.StrayRecords;

/**
 * Invariant 1: a computation over the raw log that shares no code with the pipeline agrees with every figure that the job has
 * published, with every revised day, and with every late event; for many small forces in one log, among them all that goes wrong.
 */
@Timeout(1500)
@ExtendWith(InstallationExtension.class)
class PublishedFiguresOracleIT {
    /** With the next one every kind of force is among them; more are played in a soak run, and by the engine alone in PureOracleIT. */
    private static final int FORCES = Integer.getInteger("vaiwg.oracle.forces", 26);

    /** The first of the rarest kind, that of one victim, one suspect and one place. */
    private static final int SKEWED = 71;

    private final long seed = Seed.of("oracle");

    @Test
    void what_the_job_publishes_is_what_a_computation_over_the_raw_log_gives(Installation installation)
            throws Exception {
        RandomHistories random = new RandomHistories(seed);
        List<History> histories = new ArrayList<>();
        IntStream forces = IntStream.rangeClosed(1, FORCES);
        (FORCES < SKEWED ? IntStream.concat(forces, IntStream.of(SKEWED)) : forces)
                .forEach(force -> histories.add(new StrayRecords(random.of(force, RandomLogRun.END), force).history()));
        EventLog topics = installation.newLog();
        List<LogRecord> log = Log.of(topics.prefix(), histories);
        BeforeTheOracle.send(topics, log);
        String deprivation = SmallAreas.deprivation(seed);
        Path folder = Files.createDirectory(installation.newFolder("sites").resolve("west-midlands"));
        Files.writeString(folder.resolve("deprivation.csv"), deprivation);
        String areas = RandomForces.areas(
                IntStream.rangeClosed(1, Math.max(FORCES, SKEWED)).boxed().toList());
        Sites site = SiteFiles.read(List.of(folder));
        try (Oracle oracle = new Oracle();
                JobRun run = installation.start(
                        topics,
                        RandomLogRun.settings(),
                        () -> RandomForces.catalogue(
                                areas,
                                Optional.empty(),
                                Optional.of(CodeMaps.of(site).deprivation().text())))) {
            oracle.replaceAreas(areas);
            oracle.loadDeprivation(deprivation);
            oracle.load(log);
            for (History history : histories) {
                oracle.want(history.force(), published(history));
            }
            oracle.compute();
            RandomLogRun.awaitEnd(
                    run, BeforeTheOracle.publishedAt(RandomLogRun.END, oracle).size());
            run.stop();
            assertThat(oracle.query("SELECT DISTINCT force FROM expected_value WHERE numerator > 0"))
                    .as("forces of which anything is published")
                    .hasSameSizeAs(histories);
            assertThat(
                            oracle.query(
                                    "SELECT kpi FROM expected_value WHERE kpi = 'da_places_again' AND slice = 'small_areas=most_deprived' AND denominator > 0"))
                    .as("crimes in small areas that the file of the site says to be the most deprived")
                    .isNotEmpty();
            BeforeTheOracle.requireAgreement(run.database(), 1, oracle, histories, seed);
            BeforeTheOracle.requireRevisions(run.database(), 1, oracle);
        }
    }

    /** Rows are kept at the first of each month, and on the last days. */
    private static List<LocalDate> published(History history) {
        return history.start()
                .datesUntil(RandomLogRun.END.plusDays(1))
                .filter(day -> day.getDayOfMonth() == 1 || !day.isBefore(RandomLogRun.DAILY_FROM))
                .toList();
    }
}
