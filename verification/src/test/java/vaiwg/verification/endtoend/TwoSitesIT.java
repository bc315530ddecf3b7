package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.jobs.SiteFiles;
import vaiwg.kpis.reference.Sites;
import vaiwg.schemas.CrimeRecording;

/** The forces of two folders in one job: areas, plans and baselines of each stand beside its own figures alone. */
@Timeout(300)
@ExtendWith(InstallationExtension.class)
class TwoSitesIT {
    private static final String OURS = "west-midlands";
    private static final String OTHER = "example";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant END = Instant.parse("2026-03-02T00:00:00Z");

    private final List<FeedRecord> records = new ArrayList<>();

    @Test
    void each_force_has_the_areas_plan_and_targets_of_its_own_folder(Installation installation) throws Exception {
        record(OURS, "birmingham", 7);
        record(OURS, "coventry", 5);
        // A unit of the other force is none of ours, and the other way round.
        record(OURS, "north-1", 3);
        record(OTHER, "north-1", 6);
        record(OTHER, "north-2", 2);
        record(OTHER, "coast", 4);
        record(OTHER, "birmingham", 5);
        EventLog log = installation.newLog();
        log.send(records);
        log.completeThrough(END);
        Sites sites = SiteFiles.read(List.of(site(OURS), site(OTHER)));

        try (JobRun run = installation.start(log, RunSettings.of(END, 2), SiteFiles.catalogue(sites))) {
            run.awaitRow(
                    "both forces are published",
                    "SELECT FROM kpi_snapshot WHERE as_at = '2026-03-02' GROUP BY as_at HAVING count(*) = 2");
            run.stop();
            assertThat(
                            run.query(
                                    "SELECT force, coalesce(substring(slice FROM 'lpa=([a-z]+)'), 'all'), numerator FROM kpi_value"
                                            + " WHERE kpi = 'recorded_offences' AND basis = 'recorded' AND \"window\" = '28d' AND numerator > 0"
                                            + " AND (slice = '' OR slice ~ '^lpa=[a-z]+;theme=stalking_harassment$') ORDER BY 1, 2"))
                    .containsExactly(
                            "example,all,17",
                            "example,north,8",
                            "example,south,4",
                            "example,unknown,5",
                            "west-midlands,all,15",
                            "west-midlands,birmingham,7",
                            "west-midlands,coventry,5",
                            "west-midlands,unknown,3");
            assertThat(run.query("SELECT DISTINCT force, substring(slice FROM 'lpa=([^;]+)') FROM kpi_series"
                            + " WHERE slice LIKE '%lpa=%' ORDER BY 1, 2"))
                    .as("areas of a force are rows of it alone")
                    .containsExactly(
                            "example,north",
                            "example,south",
                            "example,unknown",
                            "west-midlands,birmingham",
                            "west-midlands,coventry",
                            "west-midlands,unknown");
            assertThat(run.query("SELECT DISTINCT priority, area_title FROM kpi_measure"
                            + " WHERE kpi IN ('reported_by_partners', 'reported_online') ORDER BY 1"))
                    .containsExactly(
                            "intelligence,Be Intelligence and Data informed", "partnership,Working with Partners");
            assertThat(run.query("SELECT DISTINCT force FROM kpi_commitment"))
                    .as("a force without a plan has none of another's")
                    .containsExactly(OURS);
            assertThat(run.query(
                            "SELECT force, count(*) > 1 FROM kpi_benchmark WHERE force <> '' GROUP BY 1 ORDER BY 1"))
                    .containsExactly("example,f", "west-midlands,t");
        }
    }

    private void record(String force, String unit, int crimes) {
        for (int i = 0; i < crimes; i++) {
            SmallCase one = new SmallCase(force + "/" + unit + "/" + i);
            CrimeRecording crime = one.crime(NOON);
            crime.setForce(force);
            crime.setLpa(unit);
            records.add(one.delivered(crime, NOON));
        }
    }

    private static Path site(String force) {
        return Path.of("..", "sites", force);
    }
}
