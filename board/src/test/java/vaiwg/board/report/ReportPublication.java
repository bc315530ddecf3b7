package vaiwg.board.report;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vaiwg.board.figures.SeriesKey;
import vaiwg.jobs.store.Database;
import vaiwg.jobs.store.Migrations;
import vaiwg.kpis.catalogue.Dimension;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.suppression.FigureKey;
import vaiwg.kpis.suppression.PeopleCount;
import vaiwg.kpis.suppression.Suppression;
import vaiwg.kpis.suppression.Withheld;

/** Invented snapshots in an embedded database, published as the job would. */
public final class ReportPublication implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final EmbeddedPostgres server;
    private final Connection connection;
    private final Map<String, Long> series = new HashMap<>();

    public ReportPublication() throws IOException, SQLException {
        server = EmbeddedPostgres.builder().setPGStartupWait(PATIENCE).start();
        Migrations.apply(new Database(server.getJdbcUrl("postgres", "postgres"), "postgres", ""));
        connection = server.getPostgresDatabase().getConnection();
        run("INSERT INTO vaiwg.kpi_publication VALUES (1, '2026-10-01', 'the first', '2026-10-01', '-', 1)");
    }

    public Connection connection() {
        return connection;
    }

    /** A connection of somebody else's. */
    public Connection anotherConnection() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    @Override
    public void close() throws IOException, SQLException {
        connection.close();
        server.close();
    }

    public void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What the rules of the tables would reject. */
    public void rewrite(String sql) throws SQLException {
        run("SET session_replication_role = replica");
        run(sql);
        run("SET session_replication_role = origin");
    }

    /** What is said of a measure; {@code order} 0 where page 1 does not name it. */
    public Said measure(String kpi, String area, String kind, String direction, String shortTitle) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO vaiwg.kpi_dictionary(publication, edition, since, kpi, priority, title, definition, unit, direction, owner,
                    section, definition_hash, kind, minimum_n, restricted, short_title, row_order, place, read_basis, read_window, concern)
                VALUES (1, 1, '-infinity', ?, ?, ?, 'Counted so.', 'days', ?, 'the lead', '-', 'h1', ?, 30, ?, ?, 1, 'area',
                    'recorded', '365d', ?)
                """)) {
            boolean restricted = kpi.startsWith("police_");
            insert.setString(1, kpi);
            insert.setString(2, area);
            insert.setString(3, shortTitle + " in full");
            insert.setString(4, direction);
            insert.setString(5, kind);
            insert.setBoolean(6, restricted);
            insert.setString(7, shortTitle);
            insert.setString(8, kpi);
            insert.execute();
        }
        return new Said(kpi);
    }

    /** What else is said of a measure. */
    public final class Said {
        private final String kpi;

        private Said(String kpi) {
            this.kpi = kpi;
        }

        public Said headline(int order, String name, String slice) throws SQLException {
            String place = kpi.startsWith("police_") ? "restricted_annex" : "headline";
            return set("place = '" + place + "', place_order = " + order + ", place_name = '" + name
                    + "', place_slice = '" + slice + "'");
        }

        public Said readBy(String basis, String window) throws SQLException {
            return set("read_basis = '" + basis + "', read_window = '" + window + "'");
        }

        /** By the values of a dimension. */
        public Said told(Dimension dimension) throws SQLException {
            String values = dimension.values().stream()
                    .map(value -> value.slice() + "\t" + value.title())
                    .collect(Collectors.joining("\n"));
            return set("dimension = '" + dimension.title() + "', dimension_values = '" + values + "'");
        }

        public Said set(String assignments) throws SQLException {
            rewrite("UPDATE vaiwg.kpi_dictionary SET " + assignments + " WHERE kpi = '" + kpi + "'");
            return this;
        }
    }

    public void snapshot(String force, LocalDate asAt, LocalDate historyFrom, String granularity) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO vaiwg.kpi_snapshot(publication, force, as_at, kind, granularity, daily_from, complete, row_count, digest,
                    data_through, catalogue, history_from)
                VALUES (1, ?, ?, 'published', ?, null, true, 0, '-', '{"source": "SYNTHETIC", "sources": ["SYNTHETIC"]}', 'c1', ?)
                """)) {
            insert.setString(1, force);
            insert.setObject(2, asAt);
            insert.setString(3, granularity);
            insert.setObject(4, historyFrom);
            insert.execute();
        }
    }

    /** One value, in a pack of its own; {@code denominator} null for a count. */
    public void value(String force, LocalDate asAt, SeriesKey key, int numerator, Integer denominator)
            throws SQLException {
        long series = series(force, key);
        run("INSERT INTO vaiwg.kpi_pack_place VALUES (" + series + ", " + series + ", 1) ON CONFLICT DO NOTHING");
        run("INSERT INTO vaiwg.kpi_value_pack VALUES (" + series + ", '" + asAt + "', 1, null, ARRAY[" + numerator
                + "], " + (denominator == null ? "null" : "ARRAY[" + denominator + "]") + ")");
    }

    /** Writes beside all values so far what of them is withheld, as the job does when it publishes them. */
    public void withhold() throws SQLException {
        List<FigureKey> figures = new ArrayList<>();
        List<PeopleCount> cells = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        Map<String, String> oldestOf = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT v.*, s.*, m.kind, m.about_nobody, m.oldest_of, coalesce(v.denominator, 0) AS whole
                        FROM vaiwg.kpi_value_row v JOIN vaiwg.kpi_series s USING (series_id)
                        JOIN vaiwg.kpi_dictionary m ON m.kpi = s.kpi AND m.until = 'infinity'
                        """)) {
            while (row.next()) {
                String read = String.join(
                        "|",
                        row.getString("force"),
                        row.getString("as_at"),
                        row.getString("basis"),
                        row.getString("window"));
                FigureKey figure = new FigureKey(row.getString("kpi"), read, row.getString("slice"));
                Measure.Kind kind = Measure.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
                boolean ofPeople = !row.getBoolean("about_nobody") || figure.isOfPeople();
                figures.add(figure);
                cells.add(ofPeople ? PeopleCount.of(kind, row.getInt("numerator"), row.getInt("whole")) : null);
                rows.add("pack_id = " + row.getLong("series_id") + " AND as_at = '" + row.getString("as_at") + "'");
                if (row.getString("oldest_of") != null) {
                    oldestOf.put(figure.measure(), row.getString("oldest_of"));
                }
            }
        }
        Withheld[] withheld = Suppression.among(
                        figures, oldestOf, ShippedCatalogue.get().sharedWholes())
                .of(cells.toArray(PeopleCount[]::new));
        for (int i = 0; i < withheld.length; i++) {
            if (withheld[i] != null) {
                rewrite("UPDATE vaiwg.kpi_value_pack SET withheld = left('" + withheld[i].slug() + "', 1) WHERE "
                        + rows.get(i));
            }
        }
    }

    /** How a stream came, as of a snapshot. */
    public void stream(String force, LocalDate asAt, String stream, String state, String sentence, String kpis)
            throws SQLException {
        run("INSERT INTO vaiwg.kpi_stream_row VALUES (null, null, null, '" + asAt + "', 1, '" + force + "', '" + stream
                + "', '" + state + "', '" + sentence + "', '" + kpis + "')");
    }

    /** A day as it is known now. */
    public void day(String force, SeriesKey key, LocalDate firstOfMonth, int numerator, Integer denominator)
            throws SQLException {
        String denominators = denominator == null ? "null" : "ARRAY[" + denominator + "]";
        run("INSERT INTO vaiwg.kpi_day_month VALUES (" + series(force, key) + ", '" + firstOfMonth + "', ARRAY["
                + numerator + "], " + denominators + ")");
    }

    /** That a later midnight knew a day otherwise, and why; {@code denominator} null for a count. */
    public void revised(
            String force,
            SeriesKey key,
            LocalDate asAt,
            LocalDate day,
            String cause,
            int numerator,
            Integer denominator)
            throws SQLException {
        run(
                "INSERT INTO vaiwg.kpi_revision_row(series_id, as_at, day, numerator, denominator, publication, cause) VALUES ("
                        + series(force, key) + ", '" + asAt + "', '" + day + "', " + numerator + ", " + denominator
                        + ", 1, '"
                        + cause + "')");
    }

    /** A closed period of a share beside the limits 0.25, 0.32 and 0.39; a rule is completed beyond them. */
    public void period(String force, SeriesKey key, LocalDate asAt, LocalDate first, int blocks, int numerator, int of)
            throws SQLException {
        double value = (double) numerator / of;
        boolean trial = blocks < 12;
        int side = trial ? 0 : value > 0.39 ? 1 : value < 0.25 ? -1 : 0;
        String variation = trial ? null : side == 0 ? "common_cause" : side > 0 ? "concern" : "improvement";
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO vaiwg.kpi_limit_row(series_id, value, lower, centre, upper, as_at, first_day, numerator, denominator, blocks,
                    publication, side, trial, chart, variation, rule, assurance)
                VALUES (?, ?, 0.25, 0.32, 0.39, ?, ?, ?, ?, ?, 1, ?, ?, 'p', ?, ?, null)
                """)) {
            insert.setLong(1, series(force, key));
            insert.setDouble(2, value);
            insert.setObject(3, asAt);
            insert.setObject(4, first);
            insert.setInt(5, numerator);
            insert.setInt(6, of);
            insert.setInt(7, blocks);
            insert.setInt(8, side);
            insert.setBoolean(9, trial);
            insert.setString(10, variation);
            insert.setString(11, side == 0 ? null : "outside");
            insert.execute();
        }
    }

    public void signal(String force, String id, SeriesKey key, LocalDate asAt, String state, String change)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO vaiwg.kpi_signal_row VALUES (0.46, 0.32, 1, ?, ?, ?, 100, 1, false, ?, ?, ?, ?, ?, ?, 'outside', ?, ?, '-', '-')
                """)) {
            insert.setObject(1, asAt);
            insert.setObject(2, asAt.minusDays(91));
            insert.setObject(3, asAt.minusDays(118));
            insert.setString(4, force);
            insert.setString(5, id);
            insert.setString(6, key.kpi());
            insert.setString(7, key.basis());
            insert.setString(8, key.window());
            insert.setString(9, key.slice());
            insert.setString(10, state);
            insert.setString(11, change);
            insert.execute();
        }
    }

    /** A signal as it is raised, with what the job says of its figure and the matter it is until a midnight. */
    public void raised(String force, String id, SeriesKey key, LocalDate on, LocalDate last, String state, String what)
            throws SQLException {
        signal(force, id, key, on, state, "raised");
        matter(force, id, key, on, on, last, state, what);
    }

    /** A signal that is no more since a midnight, {@code ended} or {@code withdrawn}, and so with nothing that is said of its figure. */
    public void closed(String force, String id, SeriesKey key, LocalDate on, String state, String change)
            throws SQLException {
        signal(force, id, key, on, state, change);
        run(
                "INSERT INTO vaiwg.kpi_verdict_row(series_id, as_at, publication, side, few, state, target, why, signals) VALUES ("
                        + series(force, key) + ", '" + on + "', 1, 0, false, 'no_change', 'none', 'figure', '')");
    }

    /** What the job says of a figure of which a signal stands, and the matter of it, which has its name, at each midnight of some. */
    public void matter(
            String force,
            String id,
            SeriesKey key,
            LocalDate raised,
            LocalDate from,
            LocalDate last,
            String state,
            String what)
            throws SQLException {
        boolean ofData = state.equals("data_quality");
        try (PreparedStatement insert = connection.prepareStatement("""
                WITH said AS (
                    SELECT ?::bigint AS series_id, ? AS matter, ?::date AS raised, ?::date AS "from", ?::date AS last, ? AS state,
                        ? AS why, ? AS what, ? AS kpi, ? AS slice, '172 of 371, 53 more than the usual 119' AS figures),
                verdict AS (
                    INSERT INTO vaiwg.kpi_verdict_row(series_id, as_at, publication, side, few, state, target, why, since, judged_at, rule,
                        first_day, last_day, numerator, denominator, usual, lower, upper, more, what, figures, signals)
                    SELECT series_id, "from", 1, 1, false, state, 'none', why, "from" - 118, "from", 'outside', "from" - 118, "from" - 91,
                        172, 371, 0.32, 0.25, 0.39, 53, what, figures, matter
                    FROM said)
                INSERT INTO vaiwg.kpi_matter_row(series_id, as_at, raised, due, since, day, first_day, last_day, place, publication, daily,
                    few, matter, area, concern, theme, lpas, movement, why, state, what, figures, signals, shown_also, same_cases)
                SELECT series_id, midnight, raised, raised + 14, raised - 118, raised - 91, "from" - 118, "from" - 91,
                    (SELECT count(*) + 1 FROM vaiwg.kpi_matter_row m WHERE m.as_at = midnight), 1, false, false, matter, d.priority,
                    d.concern, coalesce(substring(slice FROM 'theme=([^;]+)'), ''), coalesce(substring(slice FROM 'lpa=([^;]+)'), ''),
                    'worse', why, state, what, figures, matter, '', ''
                FROM said
                JOIN vaiwg.kpi_dictionary d USING (kpi)
                CROSS JOIN generate_series("from", last, interval '1 day') AS nights(midnight)
                WHERE d.until = 'infinity'
                """)) {
            insert.setLong(1, series(force, key));
            insert.setString(2, id);
            insert.setObject(3, raised);
            insert.setObject(4, from);
            insert.setObject(5, last);
            insert.setString(6, ofData ? "watch" : state);
            insert.setString(7, ofData ? "data" : "figure");
            insert.setString(8, what);
            insert.setString(9, key.kpi());
            insert.setString(10, key.slice());
            insert.execute();
        }
    }

    /** Another signal of the same cause belongs to an open matter. */
    public void belongs(String id, String matter) throws SQLException {
        rewrite("UPDATE vaiwg.kpi_matter_row SET signals = signals || '," + id + "' WHERE matter = '" + matter + "'");
    }

    public void note(String force, String signalId, int version, String knownAt, String cause, String action)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO vaiwg.kpi_note_row(version, at, changed_at, known_at, event_id, force, signal_id, kind, post, cause, action)
                VALUES (?, ?::timestamptz, ?::timestamptz, ?::timestamptz, gen_random_uuid(), ?, ?, 'note', 'the leads', ?, ?)
                """)) {
            insert.setLong(1, version);
            insert.setString(2, knownAt);
            insert.setString(3, knownAt);
            insert.setString(4, knownAt);
            insert.setString(5, force);
            insert.setString(6, signalId);
            insert.setString(7, cause);
            insert.setString(8, action);
            insert.execute();
        }
    }

    /** What a meeting asked of the Head of Crime, or that it was done; what is not said is null. */
    public void action(String force, String subject, String knownAt, String action, String due, String done)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO vaiwg.kpi_note_row(version, at, changed_at, known_at, event_id, force, signal_id, kind, post, owner, action, due,
                    done)
                SELECT count(*) + 1, ?::timestamptz, ?::timestamptz, ?::timestamptz, gen_random_uuid(), ?, ?, 'note', 'the secretary',
                    'Head of Crime', ?, ?::date, ?::date
                FROM vaiwg.kpi_note_row
                """)) {
            insert.setString(1, knownAt);
            insert.setString(2, knownAt);
            insert.setString(3, knownAt);
            insert.setString(4, force);
            insert.setString(5, subject);
            insert.setString(6, action);
            insert.setString(7, due);
            insert.setString(8, done);
            insert.execute();
        }
    }

    private long series(String force, SeriesKey key) throws SQLException {
        String name = String.join("|", force, key.kpi(), key.basis(), key.window(), key.slice());
        if (!series.containsKey(name)) {
            series.put(name, series.size() + 1L);
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO vaiwg.kpi_series VALUES (?, ?, ?, ?, ?, ?, 'h1', null, ?)")) {
                insert.setLong(1, series.get(name));
                insert.setString(2, force);
                insert.setString(3, key.kpi());
                insert.setString(4, key.basis());
                insert.setString(5, key.window());
                insert.setString(6, key.slice());
                insert.setBoolean(7, key.kpi().startsWith("police_"));
                insert.execute();
            }
        }
        return series.get(name);
    }
}
