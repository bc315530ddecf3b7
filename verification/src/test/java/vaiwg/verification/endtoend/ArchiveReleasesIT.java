package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.Answer;
import vaiwg.jobs.store.Database;
import vaiwg.policeuk.DuckDbCount;
import vaiwg.policeuk.PoliceUkArchive;
import vaiwg.policeuk.ReleaseChanges;
import vaiwg.policeuk.SharedArchives;
import vaiwg.policeuk.TopicLedger;

/** Two releases of one force's archive through the job: published figures stay, days are revised, and the revisions are told. */
@Timeout(600)
@ExtendWith(InstallationExtension.class)
class ArchiveReleasesIT {
    private static final LocalDate PUBLISHED = LocalDate.of(2023, 1, 1);
    /** The first snapshot after the earlier release's months. */
    private static final String SINCE = "2022-08-01";

    /** Of crimes and outcomes; signals were raised on what was known on their days, and stay. */
    private static final String DAYS = "SELECT kpi, basis, slice, day, numerator, denominator, mature FROM kpi_day"
            + " WHERE kpi <> 'signal_response' ORDER BY kpi, basis, slice, day";
    /** What was counted: an estimate rests also on how long outcomes took to arrive, and in turn they arrive late. */
    private static final String VALUES =
            "SELECT kpi, basis, \"window\", as_at, numerator, denominator FROM kpi_value" + " WHERE as_at >= '" + SINCE
                    + "' AND NOT provisional AND kpi <> 'signal_response' ORDER BY kpi, basis, \"window\", as_at";

    private static final String REVISIONS = "SELECT force, kpi, basis, \"window\", as_at, published_numerator,"
            + " published_denominator, numerator_now, denominator_now FROM kpi_revision";
    private static final String CHANGES =
            "SELECT force, month, crime_type, cause, came, went FROM release_change" + " WHERE came + went > 0";

    @TempDir
    private Path folder;

    private final Path earlier = SharedArchives.get(SharedArchives.BEDFORDSHIRE_EARLIER);
    private final Path later = SharedArchives.get(SharedArchives.BEDFORDSHIRE);

    @Test
    void a_later_release_revises_the_days_leaves_what_was_published_and_the_revisions_are_those_in_the_files(
            Installation installation) throws Exception {
        PoliceUkArchive both = PoliceUkArchive.open(List.of(earlier, later), List.of());
        EventLog together = installation.logOf(both);
        EventLog alone = installation.logOf(PoliceUkArchive.open(List.of(later), List.of()));
        EventLog inTurn = installation.logOf(PoliceUkArchive.open(List.of(earlier), List.of()));
        PoliceUkArchive second = importAfter(inTurn);
        assertThat(second.imported().changes()).isEqualTo(both.imported().changes());
        assertThat(importAfter(inTurn).imported().events())
                .as("events of a third import, of the same release")
                .isZero();

        List<String> revised;
        try (JobRun run = replay(installation, alone, both)) {
            revised = run.query(DAYS);
            assertThat(revised).isNotEmpty();
        }
        List<String> published;
        try (JobRun run = replay(installation, together, both);
                Connection connection = run.database().connect();
                DuckDbCount duckDb = DuckDbCount.ofReleases(earlier, later, PUBLISHED, folder)) {
            ReleaseChanges.replace(connection, both.imported().changes());
            assertThat(run.query(DAYS)).isEqualTo(revised);
            published = run.query(VALUES);
            assertThat(run.query(REVISIONS))
                    .hasSizeGreaterThan(100)
                    .containsExactlyInAnyOrderElementsOf(duckDb.lines("revisions.sql"));
            assertThat(run.query(CHANGES.replace(
                            "crime_type",
                            "initcap(left(replace(crime_type, '-', ' '), 1)) ||"
                                    + " substr(replace(crime_type, '-', ' '), 2)")))
                    .hasSizeGreaterThan(20)
                    .containsExactlyInAnyOrderElementsOf(duckDb.lines("release-changes.sql"));
            tellsWhy(run);
            countsAsManyAsTheFilesHave(both, run.database());
        }
        try (JobRun run = replay(installation, inTurn, both)) {
            assertThat(run.query(DAYS)).isEqualTo(revised);
            assertThat(run.query(VALUES)).isEqualTo(published);
        }
    }

    /** As the command does that is given the later release alone. */
    private PoliceUkArchive importAfter(EventLog log) {
        try (TopicLedger topics = new TopicLedger(log.connection())) {
            PoliceUkArchive rest =
                    PoliceUkArchive.open(List.of(later), List.of()).after(topics, read -> {});
            log.play(rest);
            return rest;
        }
    }

    private static JobRun replay(Installation installation, EventLog log, PoliceUkArchive both) throws Exception {
        JobRun run = installation.start(log, RunSettings.of(both.end(), 2));
        run.awaitSnapshot(both.end());
        run.stop();
        return run;
    }

    /** A year of crimes, and those with any outcome, a charge, or nobody who could be prosecuted. */
    private void countsAsManyAsTheFilesHave(PoliceUkArchive both, Database database) throws Exception {
        Path totals = Files.writeString(folder.resolve("totals.csv"), both.totals());
        List<String> words = new ArrayList<>(List.of("compare", "--json", "--published", totals.toString()));
        words.addAll(DatabaseArguments.of(database, folder));

        Answer answer = Answer.to(words.toArray(String[]::new));

        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        JsonNode counts = new ObjectMapper().readTree(answer.output()).get("counts");
        assertThat(counts).hasSize(4).allSatisfy(count -> {
            assertThat(count.get("there").asLong()).isPositive();
            assertThat(count.get("then").asLong()).isEqualTo(count.get("there").asLong());
            assertThat(count.get("now").asLong()).isEqualTo(count.get("there").asLong());
        });
    }

    private static void tellsWhy(JobRun run) throws Exception {
        String january =
                " FROM kpi_revision WHERE kpi = 'recorded_offences' AND \"window\" = '1m' AND as_at = '2022-02-01'";
        assertThat(run.query("SELECT published_numerator, numerator_now, why" + january))
                .containsExactly("1607,1040,+35 newly recorded; -602 not in release");
        assertThat(run.query(
                        "SELECT count(*) FROM kpi_revision WHERE kpi = 'recorded_offences' AND why LIKE '%versions%'"))
                .as("moved numbers of crimes that the release's changes do not explain")
                .containsExactly("0");
        assertThat(run.query("SELECT count(*) FROM kpi_revision WHERE why = ''"))
                .containsExactly("0");
    }
}
