package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.EventStream;
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
    private static final int FORCES = Integer.getInteger("vaiwg.oracle.forces", 40);

    /** The first of the rarest kind, that of one victim, one suspect and one place. */
    private static final int SKEWED = 71;

    private static final LocalDate END = LocalDate.of(2023, 4, 20);
    private static final int DAILY_DAYS = 2;

    private final long seed = Seed.of("oracle");

    @Test
    void what_the_job_publishes_is_what_a_computation_over_the_raw_log_gives(Installation installation)
            throws Exception {
        RandomHistories random = new RandomHistories(seed);
        List<History> histories = new ArrayList<>();
        IntStream forces = IntStream.rangeClosed(1, FORCES);
        (FORCES < SKEWED ? IntStream.concat(forces, IntStream.of(SKEWED)) : forces)
                .forEach(force -> histories.add(new StrayRecords(random.of(force, END), force).history()));
        EventLog topics = installation.newLog();
        List<LogRecord> log = Log.of(topics.prefix(), histories);
        BeforeTheOracle.send(topics, log);
        String deprivation = SmallAreas.deprivation(seed);
        Path folder = Files.createDirectory(installation.newFolder("sites").resolve("west-midlands"));
        Files.writeString(folder.resolve("deprivation.csv"), deprivation);
        String areas = RandomForces.areas(
                IntStream.rangeClosed(1, Math.max(FORCES, SKEWED)).boxed().toList());
        Sites site = SiteFiles.read(List.of(folder));
        Instant end = END.atStartOfDay(LondonDays.ZONE).toInstant();
        try (Oracle oracle = new Oracle();
                JobRun run = installation.start(
                        topics,
                        RunSettings.of(end, 2).withRows(END.minusDays(DAILY_DAYS), false),
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
            run.awaitRow(
                    "every force that is not dormant has its last snapshot",
                    "SELECT FROM kpi_snapshot WHERE as_at = '" + END + "' GROUP BY as_at HAVING count(*) = "
                            + BeforeTheOracle.publishedAt(END, oracle).size());
            for (EventStream stream : EventStream.values()) {
                run.awaitFeed(stream, end.plus(Log.A_LITTLE_MORE));
            }
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
                .datesUntil(END.plusDays(1))
                .filter(day -> day.getDayOfMonth() == 1 || !day.isBefore(END.minusDays(DAILY_DAYS)))
                .toList();
    }
}
