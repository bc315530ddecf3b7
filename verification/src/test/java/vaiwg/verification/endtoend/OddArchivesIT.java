package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.policeuk.DuckDbCount;
import vaiwg.policeuk.PoliceUkArchive;
import vaiwg.policeuk.SharedArchives;

/** Archives whose data is odd through the job, against DuckDB's count of their files. */
@Timeout(300)
@ExtendWith(InstallationExtension.class)
class OddArchivesIT {
    private static final String CHARGES =
            "SELECT force, basis, day, numerator, denominator FROM kpi_day" + " WHERE kpi = 'charge_rate'";

    @TempDir
    private Path folder;

    private static JobRun replay(Installation installation, Path zip) throws Exception {
        PoliceUkArchive archive = PoliceUkArchive.open(List.of(zip), List.of());
        JobRun run = installation.start(installation.logOf(archive), RunSettings.of(archive.end(), 2));
        run.awaitSnapshot(archive.end());
        run.stop();
        return run;
    }

    @Test
    void a_court_result_leaves_the_charge_and_its_month(Installation installation) throws Exception {
        Path zip = SharedArchives.get(SharedArchives.CITY_OF_LONDON);
        try (JobRun run = replay(installation, zip);
                DuckDbCount duckDb = DuckDbCount.of(zip, folder)) {
            assertThat(run.query(CHARGES))
                    .hasSize(18 * 14)
                    .containsExactlyInAnyOrderElementsOf(duckDb.lines("charges-by-month.sql"));
        }
    }

    @Test
    void a_force_without_outcomes_has_numbers_of_crimes_and_no_rate(Installation installation) throws Exception {
        Path zip = SharedArchives.get(SharedArchives.ODDITIES);
        try (JobRun run = replay(installation, zip);
                DuckDbCount duckDb = DuckDbCount.of(zip, folder)) {
            assertThat(run.query("SELECT force, day, numerator FROM kpi_day WHERE basis = 'recorded'"))
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(duckDb.rows("violence-by-month.sql").stream()
                            .map(row -> row.get("force") + "," + row.get("month") + "-01," + row.get("crimes"))
                            .toList());
            assertThat(run.query("SELECT DISTINCT kpi FROM kpi_day UNION SELECT DISTINCT kpi FROM kpi_value"))
                    .containsExactly("recorded_offences");
            assertThat(run.query("SELECT count(*) FROM kpi_value_row WHERE denominator > 0"))
                    .as("a share of outcomes has no figure, not even 0, where no outcome ever came")
                    .containsExactly("0");
        }
    }
}
