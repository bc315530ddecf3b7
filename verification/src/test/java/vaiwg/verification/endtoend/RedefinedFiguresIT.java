package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static vaiwg.kpis.time.LondonDays.startOf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import vaiwg.kpis.Seed;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.reference.ReferenceFile;
import vaiwg.kpis.reference.Sites;
import vaiwg.schemas.EventStream;
import vaiwg.verification.oracle.History;
import vaiwg.verification.oracle.Log;
import vaiwg.verification.oracle.LogRecord;
import vaiwg.verification.oracle.Oracle;
import vaiwg.verification.oracle.RandomForces;
import vaiwg.verification.oracle.RandomHistories;

/**
 * The job goes on from its savepoint with other measures and another map: the new definitions are filled from the state, old crimes
 * are corrected after that, and every figure is what it would be had the definitions always been so.
 */
@Timeout(600)
@ExtendWith(InstallationExtension.class)
class RedefinedFiguresIT {
    /** Every kind of force is among them but the skewed one; {@link PublishedFiguresOracleIT} has more of each. */
    private static final List<Integer> FORCES = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 25);

    private static final String AREAS = RandomForces.areas(FORCES);

    private static final LocalDate CHANGED = RandomLogRun.END.minusDays(45);

    private final long seed = Seed.of("oracle");

    @Test
    void what_changed_definitions_give_is_what_they_would_always_have_given(Installation installation)
            throws Exception {
        RandomHistories random = new RandomHistories(seed);
        List<History> histories = new ArrayList<>();
        for (int force : FORCES) {
            histories.add(random.of(force, RandomLogRun.END));
        }
        EventLog topics = installation.newLog();
        List<LogRecord> log = Log.of(topics.prefix(), histories);
        Set<String> published = publishedAtTheEnd(log, histories);
        assertThat(published).hasSizeGreaterThan(FORCES.size() / 2);
        long change = startOf(CHANGED).toEpochMilli();
        BeforeTheOracle.send(
                topics,
                log.stream().filter(record -> record.timestamp() < change).toList());
        RunSettings settings = RandomLogRun.settings();

        try (JobRun before = installation.start(topics, settings, RedefinedFiguresIT::older)) {
            for (EventStream stream : EventStream.values()) {
                before.awaitRow(
                        "the " + stream.slug() + " stream is read",
                        "SELECT FROM kpi_feed_row WHERE stream = '" + stream.slug() + "'");
            }
            before.awaitRow("something is published", "SELECT FROM kpi_snapshot");
            settings = settings.into(before.database()).restoredFrom(before.stop());
        }
        BeforeTheOracle.send(
                topics,
                log.stream().filter(record -> record.timestamp() >= change).toList());
        try (Oracle oracle = new Oracle();
                JobRun after = installation.start(topics, settings, RedefinedFiguresIT::newer)) {
            oracle.replaceAreas(AREAS);
            RandomLogRun.awaitEnd(after, published.size());
            after.stop();
            assertThat(after.query("SELECT DISTINCT catalogue FROM kpi_snapshot"))
                    .as("the old definitions' snapshots stay beside the new ones")
                    .hasSize(2);
            oracle.load(log);
            for (History history : histories) {
                oracle.want(history.force(), publishedAnew(history, published.contains(history.force()), after));
            }
            oracle.compute();
            assertThat(oracle.query("SELECT DISTINCT force FROM expected_value WHERE numerator > 0"))
                    .as("forces of which anything is published under the new definitions")
                    .containsAll(published);
            BeforeTheOracle.requireAgreement(after.database(), 2, oracle, histories, seed);
        }
    }

    private static Set<String> publishedAtTheEnd(List<LogRecord> log, List<History> histories) throws Exception {
        try (Oracle oracle = new Oracle()) {
            oracle.replaceAreas(AREAS);
            oracle.load(log);
            for (History history : histories) {
                oracle.want(history.force(), List.of(RandomLogRun.END));
            }
            oracle.computePublished();
            return Set.copyOf(BeforeTheOracle.publishedAt(RandomLogRun.END, oracle));
        }
    }

    /** The days on which a force has a snapshot under the new definitions: all after the last one under the old. */
    private static List<LocalDate> publishedAnew(History history, boolean toTheEnd, JobRun run) throws Exception {
        List<String> last = run.query("SELECT as_at FROM kpi_snapshot WHERE publication = 1 AND force = '"
                + history.force() + "' ORDER BY 1 DESC LIMIT 1");
        List<LocalDate> published = run
                .query("SELECT as_at FROM kpi_snapshot WHERE publication = 2 AND force = '" + history.force()
                        + "' ORDER BY 1")
                .stream()
                .map(LocalDate::parse)
                .toList();
        assertThat(published)
                .as("snapshots of %s under the new definitions, the last under the old as at %s", history.force(), last)
                .matches(days -> days.contains(RandomLogRun.END) == toTheEnd, "has one at the end unless dormant")
                .allMatch(day -> last.isEmpty() || day.isAfter(LocalDate.parse(last.get(0))));
        return published;
    }

    private static Catalogue newer() {
        return RandomForces.catalogue(AREAS, Optional.empty(), Optional.empty());
    }

    /** Fewer measures, one of them with another rule, and a map that does not know a unit and has an offence elsewhere. */
    private static Catalogue older() {
        Catalogue shipped = ShippedCatalogue.get();
        CodeMaps maps = CodeMaps.of(name -> {
            String text = CodeMaps.files(Sites.shipped()).apply(name).text();
            return ReferenceFile.of(
                    name,
                    switch (name) {
                        case RandomForces.AREAS ->
                            AREAS.replaceAll("\\S+,coventry,coventry,,\n", "")
                                    .replace("dudley,dudley", "dudley,sandwell");
                        case "offence-themes.csv" -> text.replace("8Q,", "8X,");
                        default -> text;
                    });
        });
        List<Measure> fewer = shipped.measures().stream()
                .filter(measure -> !measure.slug().startsWith("substitution_"))
                .toList();
        return new Catalogue(fewer, maps);
    }
}
