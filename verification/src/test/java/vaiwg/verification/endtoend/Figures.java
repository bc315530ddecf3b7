package vaiwg.verification.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import vaiwg.jobs.store.Database;

/**
 * All that a run has left in its database, as lines of CSV without header, in an order that depends on their content alone.
 *
 * @param values the published values, restricted ones too
 * @param estimates the published estimates, likewise
 * @param charts the blocks beside their limits, the areas side by side, and all that was said of signals
 * @param days the revised days, restricted ones too
 * @param snapshots what was published when, with its digest, but for the wall-clock time
 * @param late the late events
 * @param streams how each stream came
 */
record Figures(
        List<String> values,
        List<String> estimates,
        List<String> charts,
        List<String> days,
        List<String> snapshots,
        List<String> late,
        List<String> streams) {
    private static final int SHOWN = 10;

    static Figures read(Connection connection) throws SQLException, IOException {
        return new Figures(
                lines(
                        connection,
                        "SELECT publication, force, as_at, kpi, basis, \"window\", slice, numerator, denominator,"
                                + " value, small, definition_hash FROM kpi_value_every ORDER BY 1, 2, 3, 4, 5, 6, 7"),
                lines(
                        connection,
                        "SELECT publication, force, as_at, kpi, basis, \"window\", slice, value, lower, upper,"
                                + " at_risk, data_through, definition_hash FROM kpi_estimate_every ORDER BY 1, 2, 3, 4, 5,"
                                + " 6, 7"),
                charts(connection),
                lines(
                        connection,
                        "SELECT force, kpi, basis, slice, day, numerator, denominator, mature FROM kpi_day_every"
                                + " ORDER BY 1, 2, 3, 4, 5"),
                lines(
                        connection,
                        "SELECT publication, force, as_at, kind, granularity, daily_from, complete, row_count, digest,"
                                + " data_through, catalogue FROM kpi_snapshot ORDER BY 1, 2, 3"),
                lines(
                        connection,
                        "SELECT split_part(topic, '.', 2), kafka_partition, kafka_offset, force, stream, event_id,"
                                + " changed_at, known_at FROM late_event ORDER BY 1, 2, 3"),
                lines(connection, "SELECT * FROM kpi_stream_row ORDER BY publication, force, as_at, stream"));
    }

    static Figures read(Database database) throws SQLException, IOException {
        try (Connection connection = database.connect()) {
            return read(connection);
        }
    }

    static List<String> lines(Database database, String query) throws SQLException, IOException {
        try (Connection connection = database.connect()) {
            return lines(connection, query);
        }
    }

    private static List<String> charts(Connection connection) throws SQLException, IOException {
        List<String> charts =
                new ArrayList<>(lines(connection, "SELECT * FROM kpi_limit ORDER BY 1, 2, 3, 5, 6, 7, 8"));
        charts.addAll(lines(connection, "SELECT * FROM kpi_funnel ORDER BY 1, 2, 3, 5, 6, 7, as_at"));
        charts.addAll(lines(connection, "SELECT * FROM kpi_signal_every ORDER BY 1, 2, 3, 4, change"));
        charts.addAll(lines(connection, "SELECT * FROM kpi_verdict_row ORDER BY publication, as_at, series_id"));
        charts.addAll(lines(connection, "SELECT * FROM kpi_matter_row ORDER BY publication, as_at, series_id, matter"));
        return charts;
    }

    /** The result of a query as lines of CSV. */
    static List<String> lines(Connection connection, String query) throws SQLException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY (" + query + ") TO STDOUT WITH (FORMAT csv)", out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** The first lines in which another run's figures differ from these, each with its table; empty where none does. */
    List<String> differencesFrom(Figures other) {
        List<String> found = new ArrayList<>();
        compare("kpi_snapshot", snapshots, other.snapshots, found);
        compare("kpi_value", values, other.values, found);
        compare("kpi_value (estimates)", estimates, other.estimates, found);
        compare("kpi_limit, kpi_funnel, kpi_signal, kpi_verdict, kpi_matter", charts, other.charts, found);
        compare("kpi_day", days, other.days, found);
        compare("late_event", late, other.late, found);
        compare("kpi_stream", streams, other.streams, found);
        return found;
    }

    /** These without the late events. */
    Figures withoutLate() {
        return new Figures(values, estimates, charts, days, snapshots, List.of(), streams);
    }

    /** These without digests of snapshots, which rest on when events arrived: of two logs that differ in that alone. */
    Figures withoutDigests() {
        return new Figures(
                values,
                estimates,
                charts,
                days,
                snapshots.stream()
                        .map(line -> line.replaceFirst(",[0-9a-f]{16},", ",,"))
                        .toList(),
                late,
                streams);
    }

    private static void compare(String table, List<String> here, List<String> there, List<String> found) {
        if (here.size() != there.size()) {
            found.add(table + ": " + here.size() + " lines, and " + there.size());
        }
        for (int i = 0, shown = 0; i < Math.min(here.size(), there.size()) && shown < SHOWN; i++) {
            if (!here.get(i).equals(there.get(i))) {
                found.add(table + ": " + here.get(i) + " <> " + there.get(i));
                shown++;
            }
        }
    }
}
