package vaiwg.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Random;
import java.util.Set;
import org.apache.flink.metrics.SimpleCounter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.jobs.panes.SnapshotCharts;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.statistics.signals.charts.ChartKind;

/** What is withheld is decided where rows are published: compared with the same rule in SQL, which shares no code. */
class WithheldRowsIT {
    private static final int AS_AT = (int) LocalDate.of(2026, 3, 1).toEpochDay();

    /** Of every kind: by area and by who somebody is, parts of one whole, the oldest of a count, and what is about nobody. */
    private static final Set<String> MEASURES = Set.of(
            "recorded_offences",
            "victim_attrition",
            "marac_rate",
            "withdrawal_days_median",
            "withdrawal_stage",
            "cps_overdue",
            "cps_overdue_oldest_days",
            "easi_places_filled",
            "characteristic_known",
            "spo_applied_rate");

    private final Catalogue catalogue = new Catalogue(
            ShippedCatalogue.get().measures().stream()
                    .filter(measure -> MEASURES.contains(measure.slug()))
                    .toList(),
            CodeMaps.shipped());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void rows_are_withheld_by_the_rule_and_no_others(long seed) throws Exception {
        Database database = TestServer.newDatabase();
        Publication publication;
        try (Connection connection = database.connect()) {
            publication =
                    Publication.current(connection, catalogue, "vaiwg.outcome=a", LocalDate.of(2026, 1, 1), false);
        }
        try (SnapshotWriter writer = new SnapshotWriter(database, catalogue, publication, new SimpleCounter(), false)) {
            writer.write(random(new Random(seed)), null);
            writer.flush(true);
        }
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            String[] rule = rule().split("-- one round");
            statement.execute(rule[0]);
            while (statement.executeUpdate(rule[1]) > 0) {}
            assertThat(TestServer.rows(
                            connection,
                            "SELECT count(*) > 500, count(*) FILTER (WHERE withheld = 'small') > 50, count(*) FILTER"
                                    + " (WHERE withheld = 'part') > 50, count(*) FILTER (WHERE withheld IS NULL) > 100"
                                    + " FROM kpi_value_row"))
                    .containsExactly("t|t|t|t");
            assertThat(TestServer.rows(
                            connection,
                            "SELECT s.kpi, s.basis, s.\"window\", s.slice, r.numerator, r.denominator, r.withheld,"
                                    + " c.why FROM kpi_value_row r JOIN kpi_series s USING (series_id) LEFT JOIN cell c"
                                    + " USING (series_id) WHERE r.withheld IS DISTINCT FROM c.why"))
                    .isEmpty();
            assertThat(TestServer.rows(
                            connection,
                            "SELECT l.withheld, r.withheld FROM kpi_limit_row l JOIN kpi_value_row r USING (series_id,"
                                    + " as_at) WHERE l.withheld IS DISTINCT FROM r.withheld"))
                    .as("a block that is a value too")
                    .isEmpty();
        }
    }

    /** Numbers of which some are few; nothing of nothing has no row. */
    private Snapshot random(Random random) {
        Snapshot snapshot = new Snapshot();
        snapshot.force = "west-midlands";
        snapshot.asAt = AS_AT;
        snapshot.historyFrom = AS_AT - 2000;
        snapshot.whole = true;
        snapshot.last = true;
        snapshot.slots = new int[catalogue.slots()];
        snapshot.numerators = new int[catalogue.slots()];
        snapshot.denominators = new int[catalogue.slots()];
        for (int slot = 0; slot < catalogue.slots(); slot++) {
            Column column = catalogue.columnOfSlot(slot);
            int whole = random.nextInt(column.dimensions(column.rowOfSlot(slot)).isEmpty() ? 400 : 60);
            int part = random.nextInt(whole + 1);
            if (whole > 0 && !(column.isCount() && part == 0)) {
                snapshot.slots[snapshot.count] = slot;
                snapshot.numerators[snapshot.count] = part;
                snapshot.denominators[snapshot.count++] = column.isCount() ? 0 : whole;
            }
        }
        snapshot.charts.limits = new SnapshotCharts.Limit[] {block(snapshot, 0), block(snapshot, snapshot.count / 2)};
        return snapshot;
    }

    private static SnapshotCharts.Limit block(Snapshot snapshot, int row) {
        return new SnapshotCharts.Limit(
                snapshot.slots[row],
                AS_AT - 28,
                snapshot.numerators[row],
                snapshot.denominators[row],
                1,
                0,
                1,
                2,
                12,
                true,
                ChartKind.XMR,
                null,
                null,
                0,
                null);
    }

    private static String rule() throws IOException {
        try (InputStream rule = WithheldRowsIT.class.getResourceAsStream("/vaiwg/jobs/withheld.sql")) {
            return new String(rule.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
