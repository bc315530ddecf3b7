package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vaiwg.demo.embedded.EmbeddedKafka;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.jobs.reconcile.Difference;
import vaiwg.jobs.reconcile.Reconciliation;
import vaiwg.jobs.records.StateFormat;
import vaiwg.jobs.store.Database;
import vaiwg.jobs.store.SeriesName;
import vaiwg.kpis.time.LondonDays;

/**
 * This build starts on what each earlier one left: its tables, its log, its savepoint, its force's folder; and what it publishes there a
 * reconciliation proves. What a release left is kept once, with {@code -Dvaiwg.golden.write=true}, and never written anew.
 */
@Timeout(900)
@ExtendWith(InstallationExtension.class)
class EarlierInstallationIT {
    /** The release whose installation is kept where there is none of it yet. */
    private static final String THIS = "0.2.0";

    private static final long MOST_BYTES = 2_000_000;
    private static final LocalDate FIRST = LocalDate.of(2024, 10, 1);
    private static final LocalDate END = LocalDate.of(2024, 10, 8);
    private static final PartOf HISTORY = new PartOf(SyntheticForce.westMidlands(20, FIRST, END), 40);
    /** What a publication says of midnights: the definition, which line, the figure. */
    private static final String VALUES =
            "SELECT definition_hash, force, as_at, kpi, basis, \"window\", slice, numerator,"
                    + " denominator, value FROM kpi_value_every WHERE publication = (SELECT %s(publication) FROM kpi_publication)"
                    + " AND as_at %s '%s' ORDER BY 2, 3, 4, 5, 6, 7";

    @BeforeAll
    static void keepWhatThisBuildLeaves(Installation installation) throws Exception {
        Corpus corpus = new Corpus(THIS);
        if (!Boolean.getBoolean("vaiwg.golden.write") || corpus.isKept()) {
            return;
        }
        Path folder = installation.newFolder("corpus");
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"))) {
            kafka.createTopics(Corpus.PREFIX, Installation.PARTITIONS);
            EventLog log = new EventLog(kafka.connection(Corpus.PREFIX));
            log.play(HISTORY);
            try (JobRun run = installation.start(log, RunSettings.of(HISTORY.end(), 1))) {
                run.awaitSnapshot(HISTORY.end());
                corpus.keepSavepoint(run.stop());
                new Backups(folder).make(log, run.database(), corpus.backup(), "--site", "../sites/west-midlands");
            }
        }
    }

    static List<String> releases() {
        return Corpus.releases();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void it_goes_on_from_what_a_release_left_and_counts_what_the_release_counted(
            String release, Installation installation) throws Exception {
        Corpus corpus = new Corpus(release);
        assertThat(corpus.bytes()).isLessThan(MOST_BYTES);
        Path folder = installation.newFolder("earlier");
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"))) {
            EventLog log = new EventLog(kafka.connection(Corpus.PREFIX));
            Database upgraded = installation.emptyDatabase();
            Path files = folder.resolve("files");
            new Backups(folder).restore(corpus.backup(), log, upgraded, "--files", files.toString());
            LocalDate newest = LocalDate.parse(Figures.lines(upgraded, "SELECT max(as_at) FROM kpi_snapshot")
                    .get(0));
            LocalDate dailyFrom = LocalDate.parse(Figures.lines(upgraded, "SELECT daily_from FROM kpi_publication")
                    .get(0));
            List<String> published = Figures.lines(upgraded, VALUES.formatted("min", "<=", newest));
            assertThat(published).isNotEmpty();

            LocalDate end = newest.plusDays(2);
            log.completeThrough(LondonDays.startOf(end));
            RunSettings settings = RunSettings.of(LondonDays.startOf(end), 1).withRows(dailyFrom, true);
            goOn(corpus.unpackSavepoint(folder.resolve("savepoint")), installation, log, settings.into(upgraded));
            assertThat(Figures.lines(upgraded, VALUES.formatted("min", "<=", newest)))
                    .as("what was published stays")
                    .isEqualTo(published);

            Database rebuilt = installation.newDatabase();
            installation.replay(log, settings.into(rebuilt));
            List<String> since = Figures.lines(rebuilt, VALUES.formatted("max", ">", newest));
            assertThat(since).isNotEmpty();
            assertThat(Figures.lines(upgraded, VALUES.formatted("max", ">", newest)))
                    .as("what follows is what the log gives")
                    .isEqualTo(since);
            List<String> again = Figures.lines(rebuilt, VALUES.formatted("max", "<=", newest));
            Set<String> definitions =
                    again.stream().map(EarlierInstallationIT::definition).collect(Collectors.toSet());
            List<String> asTheyWere = published.stream()
                    .filter(line -> definitions.contains(definition(line)))
                    .toList();
            assertThat(asTheyWere).isNotEmpty();
            assertThat(Set.copyOf(again))
                    .as("figures whose definition is what it was")
                    .containsAll(asTheyWere);
            // Targets are no part of a definition: with others a build says something else of the same figure, and
            // begins no publication.
            // So a release's verdicts may differ from what this build would say. No number may, nor anything that this
            // build published.
            Reconciliation done = Reconciled.of(log, upgraded);
            assertThat(done.midnights()).isPositive();
            assertThat(done.values()).isPositive();
            List<Difference> ofTheRelease = done.differences();
            assertThat(ofTheRelease)
                    .as("what the release said by targets of its own; each number is the log's")
                    .allSatisfy(difference -> {
                        assertThat(difference.asAt()).isBeforeOrEqualTo(newest);
                        assertThat(difference.table()).isEqualTo("kpi_verdict_row");
                        assertThat(difference.origin()).isEqualTo(Difference.Origin.PUBLISHED);
                    });
            namesWhatIsChanged(log, upgraded, newest.plusDays(1), ofTheRelease);
        }
    }

    /** Of what this build published after the upgrade one number is changed, past what protects it. */
    private static void namesWhatIsChanged(
            EventLog log, Database upgraded, LocalDate asAt, List<Difference> ofTheRelease) throws Exception {
        try (Connection connection = upgraded.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            assertThat(statement.executeUpdate("""
                            UPDATE kpi_value_pack v SET numerators[p.place] = numerators[p.place] + 1
                            FROM kpi_pack_place p JOIN kpi_series s USING (series_id)
                            WHERE v.pack_id = p.pack_id AND v.as_at = DATE '%s' AND s.kpi = 'recorded_offences'
                                AND s.basis = 'recorded' AND s."window" = '28d' AND s.slice = ''
                                AND v.publication = (SELECT max(publication) FROM kpi_publication)
                            """.formatted(asAt))).isEqualTo(1);
        }
        List<Difference> differences =
                new ArrayList<>(Reconciled.of(log, upgraded).differences());
        differences.removeAll(ofTheRelease);
        assertThat(differences).singleElement().satisfies(difference -> {
            assertThat(difference.asAt()).isEqualTo(asAt);
            assertThat(difference.series().map(SeriesName::kpi)).contains("recorded_offences");
            assertThat(difference.how()).isEqualTo("numerator +1, denominator +0");
            assertThat(difference.origin()).isEqualTo(Difference.Origin.SINCE);
        });
    }

    /** From the savepoint where this build reads its format; else it says so, and reads the log. */
    private static void goOn(String savepoint, Installation installation, EventLog log, RunSettings settings)
            throws Exception {
        if (StateFormat.isCurrent(savepoint)) {
            installation.replay(log, settings.restoredFrom(savepoint));
        } else {
            assertThatThrownBy(() -> installation.start(log, settings.restoredFrom(savepoint)))
                    .hasMessageContaining("was written by a build that keeps its state otherwise");
            installation.replay(log, settings);
        }
    }

    private static String definition(String line) {
        return line.substring(0, line.indexOf(','));
    }
}
