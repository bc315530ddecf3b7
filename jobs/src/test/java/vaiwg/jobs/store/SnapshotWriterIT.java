package vaiwg.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.junit.jupiter.api.Test;
import vaiwg.engine.contributions.RevisionCause;
import vaiwg.engine.panes.EstimateRow;
import vaiwg.engine.panes.RevisionRow;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.jobs.panes.SnapshotCharts;
import vaiwg.kpis.catalogue.AreaPlan;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.ChartPlan;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.schemas.EventStream;
import vaiwg.statistics.attrition.Estimate;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.charts.ChartKind;
import vaiwg.statistics.signals.charts.SpcRule;
import vaiwg.statistics.signals.charts.Variation;
import vaiwg.statistics.streams.StreamReading;
import vaiwg.statistics.streams.StreamState;

class SnapshotWriterIT {
    private static final LocalDate AS_AT = LocalDate.of(2026, 3, 1);

    private final Catalogue catalogue = ShippedCatalogue.get();
    private final Counter differing = new SimpleCounter();

    @Test
    void cut_off_it_fails_in_a_sentence_closes_quietly_and_another_publishes_what_it_did_not() throws Exception {
        Database database = TestServer.newDatabase();
        SnapshotWriter cut = new SnapshotWriter(database, catalogue, new Publication(1, day()), differing, true);
        count(
                database,
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
        assertThatThrownBy(() -> cut.write(snapshot(5), null))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nothing of the batch was written");
        assertThatCode(cut::close).doesNotThrowAnyException();

        try (SnapshotWriter next =
                new SnapshotWriter(database, catalogue, new Publication(1, day()), differing, true)) {
            next.write(snapshot(5), null);
        }
        assertThat(count(database, "SELECT sum(numerator) FROM kpi_value_row")).isEqualTo(5);
        assertThat(count(database, "SELECT count(*) FROM kpi_snapshot")).isEqualTo(1);
    }

    @Test
    void taken_again_a_published_snapshot_stays_and_a_difference_is_counted() throws Exception {
        Database database = TestServer.newDatabase();
        try (SnapshotWriter writer =
                new SnapshotWriter(database, catalogue, new Publication(1, day()), differing, true)) {
            writer.write(snapshot(5), null);
            writer.write(snapshot(5), null);
            assertThat(differing.getCount()).isZero();
            writer.write(snapshot(6), null);
            assertThat(differing.getCount()).isEqualTo(1);
        }
        assertThat(count(database, "SELECT sum(numerator) FROM kpi_value_row")).isEqualTo(5);
    }

    /** The attack: an older backup is restored below a job whose state has come further. */
    @Test
    void tables_that_lack_what_was_published_end_the_job_before_anything_is_added() throws Exception {
        Database database = TestServer.newDatabase();
        try (SnapshotWriter writer =
                new SnapshotWriter(database, catalogue, new Publication(1, day()), differing, true)) {
            writer.write(after(day(), 0), null);
            writer.write(after(day() + 1, 1), null);
            writer.write(after(day() + 2, 2), null);
            writer.write(reminder(day() + 2, 3), null);
            try (Connection owner = database.connect();
                    Statement statement = owner.createStatement()) {
                statement.execute("SET session_replication_role = replica; DELETE FROM kpi_snapshot WHERE as_at > '"
                        + AS_AT + "'; DELETE FROM kpi_value_pack WHERE as_at > '" + AS_AT + "'");
            }
            for (Snapshot next : List.of(after(day() + 3, 3), reminder(day() + 2, 3))) {
                assertThatThrownBy(() -> writer.write(next, null))
                        .isInstanceOf(MissingSnapshotsException.class)
                        .hasMessage(
                                "The database has 1 of the 3 snapshots of west-midlands that were published as at 2026-03-01 to 2026-03-03, as if an older backup had been restored: start once with ./vaiwg run --fresh (a cluster with an empty folder of checkpoints), and the missing ones are published again from the log");
            }
        }
        try (SnapshotWriter fresh =
                new SnapshotWriter(database, catalogue, new Publication(1, day()), differing, true)) {
            for (int i = 0; i < 4; i++) {
                fresh.write(after(day() + i, i), null);
            }
        }
        assertThat(count(database, "SELECT count(*) FROM kpi_snapshot")).isEqualTo(4);
        assertThat(differing.getCount()).isZero();
    }

    /** A backup of a later day, or what was published after the checkpoint. */
    @Test
    void tables_that_have_more_than_was_published_are_gone_on_with() throws Exception {
        Database database = TestServer.newDatabase();
        for (Publication publication : List.of(new Publication(1, day()), new Publication(2, day()))) {
            try (SnapshotWriter writer = new SnapshotWriter(database, catalogue, publication, differing, true)) {
                writer.write(after(day(), 0), null);
                writer.write(after(day() + 1, 1), null);
                writer.write(reminder(day(), 1), null);
                writer.write(after(day() + 1, 1), null);
            }
        }
        assertThat(count(database, "SELECT count(*) FROM kpi_snapshot")).isEqualTo(4);
        assertThat(differing.getCount()).isZero();
    }

    /** A snapshot of a day before which some were published, each of the day after. */
    private static Snapshot after(int asAt, int published) {
        Snapshot snapshot = snapshot(5);
        snapshot.asAt = asAt;
        snapshot.before.from = day();
        snapshot.before.through = day() + published - 1;
        snapshot.before.count = published;
        return snapshot;
    }

    private static Snapshot reminder(int asAt, int published) {
        Snapshot snapshot = after(asAt, published);
        snapshot.reminder = true;
        return snapshot;
    }

    @Test
    void estimates_are_published_with_their_snapshot_and_to_the_last_digit() throws Exception {
        Database database = TestServer.newDatabase();
        try (SnapshotWriter writer =
                new SnapshotWriter(database, catalogue, new Publication(1, day()), differing, true)) {
            writer.write(estimated(1.0 / 3), null);
            writer.write(estimated(1.0 / 3), null);
            assertThat(differing.getCount()).isZero();
            writer.write(estimated(Math.nextUp(1.0 / 3)), null);
            assertThat(differing.getCount()).isEqualTo(1);
        }
        assertThat(count(
                        database,
                        "SELECT count(*) FROM kpi_value WHERE kpi = 'victim_attrition'"
                                + " AND basis = 'incidence_28d' AND \"window\" = '28d' AND slice = '' AND provisional"
                                + " AND value = 0.3333333333333333::double precision AND lower = 0.25 AND upper = 0.5"
                                + " AND as_at = '" + AS_AT + "' AND data_through = '" + AS_AT.minusDays(4) + "'"))
                .isEqualTo(1);
    }

    @Test
    void how_streams_come_is_published_with_the_measures_that_rest_on_one_that_is_silent() throws Exception {
        Database database = TestServer.newDatabase();
        int newest = day() - 20;
        Snapshot snapshot = snapshot(5);
        snapshot.streams = new StreamReading[] {
            new StreamReading(EventStream.STALKING, StreamState.SILENT, newest, newest + 1, 5),
            new StreamReading(EventStream.CRIME_RECORDING, StreamState.HALVED, newest, newest - 6, 700),
            new StreamReading(
                    EventStream.OUTCOME, StreamState.NEVER_RECEIVED, StreamReading.NONE, StreamReading.NONE, Double.NaN)
        };
        try (SnapshotWriter writer =
                new SnapshotWriter(database, catalogue, new Publication(1, day()), differing, true)) {
            writer.write(snapshot, null);
            writer.write(snapshot, null);
        }
        try (Connection connection = database.connect()) {
            assertThat(TestServer.rows(
                            connection,
                            "SELECT stream, state, DATE '" + AS_AT + "' - newest, newest - since, expected_week,"
                                    + " left(sentence, 33), kpis LIKE '%stalking%', kpis LIKE '%recorded_offences%'"
                                    + " FROM kpi_stream_row ORDER BY stream"))
                    .containsExactly(
                            "crime-recording|halved|20|6|700|Crime records come at most half a|t|t",
                            "outcome|never received|null|null|null||f|f",
                            "stalking|silent|20|-1|5|Stalking records have not come si|t|f");
        }
    }

    @Test
    void days_of_one_batch_keep_their_rows_though_they_are_written_pack_by_pack() throws Exception {
        Database database = TestServer.newDatabase();
        try (SnapshotWriter writer =
                new SnapshotWriter(database, catalogue, new Publication(1, day()), differing, true)) {
            writer.write(rows(day(), false, 3, 7, 12), null);
            writer.write(rows(day() + 1, false), null);
            writer.write(rows(day() + 2, true, 2, 7), null);
        }
        int last = catalogue.slots() - 1;
        try (Connection connection = database.connect()) {
            assertThat(TestServer.rows(connection, "SELECT as_at - DATE '" + AS_AT + "', numerator FROM kpi_value_row"))
                    .containsExactlyInAnyOrder(
                            "2|2", "0|3", "0|7", "2|7", "0|12", "0|" + last, "1|" + last, "2|" + last);
            assertThat(TestServer.rows(connection, "SELECT row_count FROM kpi_snapshot ORDER BY as_at"))
                    .containsExactly("4", "1", "3");
        }
    }

    @Test
    void rows_that_are_not_in_the_order_of_slots_are_never_left_out() throws Exception {
        try (SnapshotWriter writer =
                new SnapshotWriter(TestServer.newDatabase(), catalogue, new Publication(1, day()), differing, true)) {
            assertThatThrownBy(() -> writer.write(rows(day(), true, 7, 3), null))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    /** Of some slots and of the last there is, each with its number as its numerator. */
    private Snapshot rows(int asAt, boolean last, int... slots) {
        Snapshot snapshot = snapshot(5);
        snapshot.asAt = asAt;
        snapshot.last = last;
        snapshot.slots = IntStream.concat(IntStream.of(slots), IntStream.of(catalogue.slots() - 1))
                .toArray();
        snapshot.count = snapshot.slots.length;
        snapshot.numerators = snapshot.slots;
        snapshot.denominators = snapshot.slots;
        return snapshot;
    }

    @Test
    void revisions_are_published_with_their_snapshot() throws Exception {
        Database database = TestServer.newDatabase();
        int share = headline(column -> !column.isCount());
        int count = headline(Column::isCount);
        Snapshot snapshot = snapshot(5);
        snapshot.revisions = new RevisionRow[] {
            new RevisionRow(share, day() - 40, RevisionCause.LATE, -2, 3),
            new RevisionRow(count, day() - 1, RevisionCause.OUTCOME_CHANGED, 1, 0)
        };
        try (SnapshotWriter writer =
                new SnapshotWriter(database, catalogue, new Publication(1, day()), differing, true)) {
            writer.write(snapshot, null);
        }
        try (Connection connection = database.connect()) {
            assertThat(TestServer.rows(
                            connection,
                            "SELECT s.kpi, r.as_at, r.day, r.numerator, r.denominator, r.publication, r.cause"
                                    + " FROM kpi_revision_row r JOIN kpi_series s USING (series_id) ORDER BY r.day"))
                    .containsExactly(
                            slug(share) + "|" + AS_AT + "|" + AS_AT.minusDays(40) + "|-2|3|1|late",
                            slug(count) + "|" + AS_AT + "|" + AS_AT.minusDays(1) + "|1|null|1|outcome_changed");
        }
    }

    private int headline(Predicate<Column> which) {
        return catalogue.columns().stream()
                .filter(column -> column.read().isPresent())
                .filter(which)
                .findFirst()
                .orElseThrow()
                .firstCell();
    }

    private String slug(int cell) {
        return catalogue.columnOfCell(cell).measure().slug();
    }

    @Test
    void signals_are_published_with_their_snapshot_each_once_and_those_of_conduct_apart() throws Exception {
        Database database = databaseWithDictionary();
        try (SnapshotWriter writer =
                new SnapshotWriter(database, catalogue, new Publication(1, day()), differing, true)) {
            writer.write(signalling(30), null);
            writer.write(signalling(30), null);
            assertThat(differing.getCount()).isZero();
            writer.write(signalling(31), null);
            assertThat(differing.getCount()).isEqualTo(1);
        }
        assertThat(count(database, "SELECT count(*) FROM kpi_signal_row")).isEqualTo(3);
        assertThat(count(
                        database,
                        "SELECT count(*) FROM kpi_signal WHERE kpi = 'victim_attrition' AND priority = 'criminal_justice'"
                                + " AND basis = 'daily' AND \"window\" = '1d' AND slice = 'theme=rape' AND rule = 'daily_rise'"
                                + " AND state = 'act' AND change = 'raised' AND as_at = '" + AS_AT + "' AND day = '"
                                + AS_AT.minusDays(1) + "' AND since = '" + AS_AT.minusDays(9)
                                + "' AND n = 100 AND observed = 30 AND expected = 20.5 AND sigma_z = 1.25"
                                + " AND false_alarms = 'once in two years' AND paragraph = 'É; \t said'"
                                + " AND signal_id = '"
                                + signalling(30).signals[0].id("west-midlands") + "'"))
                .isEqualTo(1);
        assertThat(count(database, "SELECT count(*) FROM kpi_signal_conduct")).isEqualTo(1);
        assertThat(count(
                        database, "SELECT count(*) FROM kpi_signal WHERE change = 'turned' AND state = 'data_quality'"))
                .isEqualTo(1);
    }

    @Test
    void charts_are_published_with_their_snapshot_and_to_the_last_digit() throws Exception {
        Database database = databaseWithDictionary();
        try (SnapshotWriter writer =
                new SnapshotWriter(database, catalogue, new Publication(1, day()), differing, true)) {
            writer.write(charted(1.0 / 3), null);
            writer.write(charted(1.0 / 3), null);
            assertThat(differing.getCount()).isZero();
            writer.write(charted(Math.nextUp(1.0 / 3)), null);
            assertThat(differing.getCount()).isEqualTo(1);
        }
        ChartPlan.Chart chart = shareInThePack();
        assertThat(count(
                        database,
                        "SELECT count(*) FROM kpi_limit WHERE kpi = '"
                                + chart.measure().slug()
                                + "' AND \"window\" = '28d' AND slice = '" + chart.slice()
                                + "' AND numerator = 10 AND denominator = 40 AND value = 0.25 AND lower = 0.125"
                                + " AND centre = 0.3333333333333333::double precision AND upper = 0.5 AND blocks = 20"
                                + " AND NOT trial AND chart = 'p' AND variation = 'concern' AND rule = 'shift' AND side = -1"
                                + " AND assurance IS NULL AND last_day = '" + AS_AT.minusDays(29) + "'"))
                .isEqualTo(1);
        assertThat(count(
                        database,
                        "SELECT count(*) FROM kpi_limit WHERE chart = 't' AND value = 41 AND upper = 60.5 AND numerator = 2"
                                + " AND side = 1 AND rule = 'outside' AND last_day = as_at - 1"))
                .isEqualTo(1);
        assertThat(count(
                        database,
                        "SELECT count(*) FROM kpi_limit WHERE chart = 'change' AND value = -3 AND lower = -8.5 AND upper = 9"
                                + " AND numerator = 30 AND denominator = 40 AND basis = 'stock' AND \"window\" = 'all'"
                                + " AND first_day = as_at - 28 AND last_day = as_at - 1"))
                .isEqualTo(1);
        assertThat(count(
                        database,
                        "SELECT count(*) FROM kpi_limit l WHERE chart = 't_rest' AND value = 50 AND \"window\" = '28d'"
                                + " AND NOT EXISTS (SELECT FROM kpi_series s WHERE (s.kpi, s.basis, s.\"window\") ="
                                + " (l.kpi, l.basis, '28d'))"))
                .as("a block of what is published over longer windows only")
                .isEqualTo(1);
        assertThat(count(
                        database,
                        "SELECT count(*) FROM kpi_limit WHERE trial AND variation IS NULL AND rule IS NULL"
                                + " AND denominator IS NULL"))
                .isEqualTo(1);
        assertThat(count(
                        database,
                        "SELECT count(*) FROM kpi_funnel WHERE theme <> '' AND lpa <> ''"
                                + " AND value = 0.5 AND centre = 0.3333333333333333::double precision"
                                + " AND place = 'above'"))
                .isEqualTo(1);
    }

    private ChartPlan.Chart shareInThePack() {
        return ChartPlan.of(catalogue).charts().stream()
                .filter(chart -> chart.raisesAlerts() && chart.measure().kind() == Measure.Kind.SHARE)
                .findFirst()
                .orElseThrow();
    }

    private int slotOf(Predicate<ChartPlan.Chart> which) {
        return ChartPlan.of(catalogue).charts().stream()
                .filter(chart -> chart.measure().kind() == Measure.Kind.SHARE)
                .filter(which)
                .findFirst()
                .orElseThrow()
                .slot();
    }

    /** A share with a rule completed, a count on trial, a rare one, a stock, one of longer windows, and an area. */
    private Snapshot charted(double centre) {
        List<ChartPlan.Chart> counts = ChartPlan.of(catalogue).charts().stream()
                .filter(chart -> chart.column().isCount() && !chart.isMonthly())
                .toList();
        int count = counts.get(0).slot();
        int rare = counts.get(1).slot();
        int area = AreaPlan.of(catalogue).get(0).get(0);
        Snapshot snapshot = snapshot(5);
        snapshot.slots = new int[] {area};
        snapshot.numerators = new int[] {20};
        snapshot.denominators = new int[] {40};
        snapshot.charts.limits = new SnapshotCharts.Limit[] {
            new SnapshotCharts.Limit(
                    shareInThePack().slot(),
                    day() - 56,
                    10,
                    40,
                    0.25,
                    0.125,
                    centre,
                    0.5,
                    20,
                    false,
                    ChartKind.P,
                    Variation.CONCERN,
                    SpcRule.SHIFT,
                    -1,
                    null),
            new SnapshotCharts.Limit(
                    count, day() - 28, 10, 0, 10, 5, 9, 13, 11, true, ChartKind.XMR, null, null, 0, null),
            new SnapshotCharts.Limit(
                    rare,
                    day() - 28,
                    2,
                    0,
                    41,
                    0.1,
                    9.5,
                    60.5,
                    12,
                    false,
                    ChartKind.T,
                    Variation.NEUTRAL,
                    SpcRule.OUTSIDE,
                    1,
                    null),
            new SnapshotCharts.Limit(
                    slotOf(ChartPlan.Chart::isStock),
                    day() - 28,
                    30,
                    40,
                    -3,
                    -8.5,
                    0.25,
                    9,
                    12,
                    false,
                    ChartKind.CHANGE,
                    Variation.COMMON_CAUSE,
                    null,
                    0,
                    null),
            new SnapshotCharts.Limit(
                    slotOf(chart -> !chart.isPublished()),
                    day() - 28,
                    39,
                    40,
                    50,
                    0.1,
                    19.5,
                    80.5,
                    12,
                    false,
                    ChartKind.T_REST,
                    Variation.COMMON_CAUSE,
                    null,
                    0,
                    null)
        };
        snapshot.charts.places =
                new SnapshotCharts.Place[] {new SnapshotCharts.Place(area, centre, 0.2, 0.45, 0.1, 0.55)};
        return snapshot;
    }

    /** One of attrition, one of a figure about police staff, and one that is to be taken otherwise. */
    private Snapshot signalling(int observed) {
        String conduct = catalogue.measures().stream()
                .filter(Measure::isRestricted)
                .map(Measure::slug)
                .findFirst()
                .orElseThrow();
        Snapshot snapshot = snapshot(5);
        snapshot.signals = new Signal[] {
            signal("victim_attrition", Signal.State.ACT, Signal.Change.RAISED, observed),
            signal(conduct, Signal.State.ACT, Signal.Change.RAISED, observed),
            signal("victim_does_not_support", Signal.State.DATA_QUALITY, Signal.Change.TURNED, observed)
        };
        return snapshot;
    }

    private static Signal signal(String kpi, Signal.State state, Signal.Change change, int observed) {
        return new Signal(
                day(),
                kpi,
                "daily",
                "1d",
                "theme=rape",
                "daily_rise",
                state,
                change,
                day() - 1,
                day() - 9,
                100,
                observed,
                20.5,
                1,
                1.25,
                "once in two years",
                "É; \t said");
    }

    private static Snapshot estimated(double value) {
        Snapshot snapshot = snapshot(5);
        snapshot.estimates = new EstimateRow[] {new EstimateRow(0, new Estimate(value, 0.25, 0.5, 40), day() - 4)};
        return snapshot;
    }

    private Database databaseWithDictionary() throws SQLException {
        Database database = TestServer.newDatabase();
        try (Connection connection = database.connect()) {
            Publication.current(connection, catalogue, "vaiwg.outcome=a", AS_AT, false);
        }
        return database;
    }

    private static Snapshot snapshot(int value) {
        Snapshot snapshot = new Snapshot();
        snapshot.force = "west-midlands";
        snapshot.asAt = day();
        snapshot.whole = true;
        snapshot.count = 1;
        snapshot.slots = new int[] {0};
        snapshot.numerators = new int[] {value};
        snapshot.denominators = new int[] {10};
        snapshot.sources = 1;
        snapshot.last = true;
        return snapshot;
    }

    private static long count(Database database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        }
    }

    private static int day() {
        return Math.toIntExact(AS_AT.toEpochDay());
    }
}
