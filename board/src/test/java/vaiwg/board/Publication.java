package vaiwg.board;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vaiwg.jobs.store.Database;
import vaiwg.jobs.store.Migrations;
import vaiwg.kpis.cases.Characteristic;

/** Publishes invented snapshots into an embedded database, as the job would. */
final class Publication implements AutoCloseable {
    static final String FORCE = "west-midlands";
    static final LocalDate AS_AT = LocalDate.of(2026, 11, 24);

    /** Within the year before {@link #AS_AT}. */
    static final LocalDate HISTORY_FROM = LocalDate.of(2025, 12, 1);

    private final EmbeddedPostgres server;
    private final Connection connection;
    private final Map<String, Integer> series = new HashMap<>();

    Publication() throws IOException, SQLException {
        server = EmbeddedPostgres.start();
        Migrations.apply(new Database(server.getJdbcUrl("postgres", "postgres"), "postgres", ""));
        connection = server.getPostgresDatabase().getConnection();
        run("INSERT INTO vaiwg.kpi_generation VALUES (1, now(), 'the first', '2026-10-01', '-', 1)");
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws IOException, SQLException {
        connection.close();
        server.close();
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What a test finds in the dictionary instead: its rows are not rewritten otherwise. */
    void rewrite(String sql) throws SQLException {
        run("SET session_replication_role = replica");
        run(sql);
        run("SET session_replication_role = origin");
    }

    /** One value as the job stores it; {@code denominator} null for a count. */
    void value(String force, LocalDate asAt, String kpi, View view, String slice, int numerator, Integer denominator)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO vaiwg.kpi_value_row VALUES (?, ?, ?, ?, 1)")) {
            insert.setLong(1, series(force, kpi, view, slice));
            insert.setObject(2, asAt);
            insert.setInt(3, numerator);
            insert.setObject(4, denominator);
            insert.execute();
        }
    }

    /** A block beside its limits as the job stores it, the twentieth; {@code rule} null where none is completed. */
    void block(LocalDate asAt, String kpi, View view, String slice, double value, String rule, int side)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO vaiwg.kpi_limit_row(series_id, value, lower, centre, upper, as_at, first_day, numerator, denominator,
                                                blocks, generation, side, trial, chart, variation, rule, assurance)
                VALUES (?, ?, 0.301, 0.4, 0.499, ?, ?, 1, 2, 20, 1, ?, false, 'p', ?, ?, null)
                """)) {
            insert.setLong(1, series(FORCE, kpi, view, slice));
            insert.setDouble(2, value);
            insert.setObject(3, asAt);
            insert.setObject(4, asAt.minusDays(56));
            insert.setInt(5, side);
            insert.setString(6, rule == null ? "common_cause" : side > 0 ? "concern" : "improvement");
            insert.setString(7, rule);
            insert.execute();
        }
    }

    /** A block of rare events: so many days from one of them to the next, longer than usual. */
    void longTime(LocalDate asAt, String kpi, View view, String slice, int days) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO vaiwg.kpi_limit_row(series_id, value, lower, centre, upper, as_at, first_day, numerator, denominator,
                                                blocks, generation, side, trial, chart, variation, rule, assurance)
                VALUES (?, ?, 0.1, 9.52, 60.5, ?, ?, 3, 120, 14, 1, 1, false, 't', 'improvement', 'outside', null)
                """)) {
            insert.setLong(1, series(FORCE, kpi, view, slice));
            insert.setDouble(2, days);
            insert.setObject(3, asAt);
            insert.setObject(4, asAt.minusDays(56));
            insert.execute();
        }
    }

    /** A block in which the share of a stock grew by so much more than usual. */
    void growth(LocalDate asAt, String kpi, String slice, double change) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO vaiwg.kpi_limit_row(series_id, value, lower, centre, upper, as_at, first_day, numerator, denominator,
                                                blocks, generation, side, trial, chart, variation, rule, assurance)
                VALUES (?, ?, -0.021, 0.001, 0.023, ?, ?, 60, 120, 14, 1, 1, false, 'change', 'concern', 'outside', null)
                """)) {
            insert.setLong(1, series(FORCE, kpi, new View("stock", "all"), slice));
            insert.setDouble(2, change);
            insert.setObject(3, asAt);
            insert.setObject(4, asAt.minusDays(28));
            insert.execute();
        }
    }

    /** The number of a line of values, a new one where it is met for the first time. */
    private long series(String force, String kpi, View view, String slice) throws SQLException {
        String name = String.join("|", force, kpi, view.basis(), view.window(), slice);
        if (series.containsKey(name)) {
            return series.get(name);
        }
        series.put(name, series.size() + 1);
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO vaiwg.kpi_series VALUES (?, ?, ?, ?, ?, ?, 'h1', null, ?)")) {
            insert.setInt(1, series.get(name));
            insert.setString(2, force);
            insert.setString(3, kpi);
            insert.setString(4, view.basis());
            insert.setString(5, view.window());
            insert.setString(6, slice);
            insert.setBoolean(7, kpi.startsWith("police_"));
            insert.execute();
        }
        return series.get(name);
    }

    /** Something said of a signal on a block chart. */
    void signal(LocalDate asAt, String kpi, View view, String slice, String state, String change) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO vaiwg.kpi_signal_row VALUES (0.5, 0.4, 1, ?, ?, ?, 100, 1, false, ?, ?, ?, ?, ?, ?, 'outside', ?, ?, '-', '-')
                """)) {
            insert.setObject(1, asAt);
            insert.setObject(2, asAt.minusDays(29));
            insert.setObject(3, asAt.minusDays(56));
            insert.setString(4, FORCE);
            insert.setString(5, kpi + slice);
            insert.setString(6, kpi);
            insert.setString(7, view.basis());
            insert.setString(8, view.window());
            insert.setString(9, slice);
            insert.setString(10, state);
            insert.setString(11, change);
            insert.execute();
        }
    }

    void snapshot(String force, LocalDate asAt, String kind, String granularity, String dataThrough)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO vaiwg.kpi_snapshot(generation, force, as_at, kind, granularity, daily_from, complete,
                                               row_count, digest, data_through, catalogue, history_from)
                VALUES (1, ?, ?, ?, ?, null, true, 0, '-', ?::jsonb, '2026-11', ?)
                """)) {
            insert.setString(1, force);
            insert.setObject(2, asAt);
            insert.setString(3, kind);
            insert.setString(4, granularity);
            insert.setString(5, dataThrough);
            insert.setObject(6, force.equals(FORCE) ? HISTORY_FROM : HISTORY_FROM.minusYears(5));
            insert.execute();
        }
    }

    void measure(String kpi, String priority, String kind, String direction, String title, String definition)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO vaiwg.kpi_dictionary(generation, edition, since, kpi, priority, title, definition, unit, direction, owner, section,
                                              definition_hash, kind, minimum_n, restricted, needs)
                VALUES (1, 1, '-infinity', ?, ?, ?, ?, '-', ?, '-', '-', 'h1', ?, 30, ?, ?)
                """)) {
            insert.setString(1, kpi);
            insert.setString(2, priority);
            insert.setString(3, title);
            insert.setString(4, definition);
            insert.setString(5, direction);
            insert.setString(6, kind);
            insert.setBoolean(7, kpi.startsWith("police_"));
            insert.setString(8, kpi.equals("unable_to_prosecute") || kpi.equals("outcome_recorded") ? null : "days");
            insert.execute();
        }
    }

    /** A dictionary of the measures that the page shows. */
    void dictionary() throws SQLException {
        measure(
                "public_space_offences",
                "safety_in_public",
                "count",
                "none",
                "Offences against women and girls in public places",
                "Rapes, other sexual offences, stalking and harassment with a female victim in a public place.");
        measure(
                "victim_attrition",
                "criminal_justice",
                "share",
                "down",
                "Cases closed because the victim does not support action (outcome 16)",
                "Crimes whose outcome is 16 within the time given, of all crimes recorded and not cancelled.");
        String[] substitutions = {
            "substitution_14", "Outcome 14: no suspect named, victim does not support action",
            "substitution_15", "Outcome 15: evidential difficulties, victim supports action",
            "substitution_18", "Outcome 18: no suspect identified",
            "substitution_20", "Outcome 20: passed to another agency",
            "substitution_21", "Outcome 21: not in the public interest",
            "substitution_22", "Outcome 22: diversion or education",
            "substitution_cancelled", "Cancelled after recording"
        };
        for (int i = 0; i < substitutions.length; i += 2) {
            measure(substitutions[i], "criminal_justice", "share", "none", substitutions[i + 1], "-");
        }
        measure(
                "unable_to_prosecute",
                "criminal_justice",
                "share",
                "none",
                "Unable to prosecute suspect",
                "Crimes with this published outcome group, an upper bound of outcome 16.");
        measure(
                "charge_rate",
                "criminal_justice",
                "share",
                "up",
                "Charged or summonsed",
                "Crimes whose outcome is 1 within the time given, of all crimes recorded and not cancelled.");
        measure(
                "withdrawal_reason_recorded",
                "criminal_justice",
                "share",
                "up",
                "Stage and reason recorded when support ended",
                "Outcomes 16 with both the stage and the reason recorded.");
        measure(
                "spo_applied_rate",
                "offender_management",
                "rate",
                "up",
                "Stalking protection orders applied for",
                "Applications for each stalking crime with an identified suspect.");
        measure(
                "easi_completion",
                "offender_management",
                "share",
                "up",
                "EASI programme completed",
                "Participants who attended six sessions within eight weeks, of all who started.");
        measure(
                "recorded_within_24h",
                "recording",
                "share",
                "up",
                "Recorded within 24 hours of the report",
                "Crimes recorded at most 24 hours after they were reported, of those with both times.");
        measure("characteristic_known", "recording", "share", "up", "Characteristic known", "-");
        measure("characteristic_asked", "recording", "share", "up", "Characteristic asked", "-");
        measure("characteristic_declined", "recording", "share", "none", "Preferred not to say", "-");
        measure(
                "police_suspect_attrition",
                "our_behaviour",
                "share",
                "down",
                "Outcome 16 where a suspect works for the police",
                "Crimes whose outcome is 16, of crimes with a suspect who works for the police.");
        measure(
                "recorded_offences",
                "intelligence",
                "count",
                "none",
                "Recorded offences",
                "Crimes recorded, as known now; a crime in several themes is counted once in the total.");
        rewrite("UPDATE vaiwg.kpi_dictionary SET needs = null, caution = 'Volumes move with recording practice.'"
                + " WHERE kpi = 'recorded_offences'");
        rewrite("UPDATE vaiwg.kpi_dictionary SET caution = 'only beside the substitution panel'"
                + " WHERE kpi = 'victim_attrition'");
        measure(
                "outcome_recorded",
                "intelligence",
                "share",
                "up",
                "An outcome was published",
                "Crimes for which any outcome was published within the time given.");
        measure(
                "open_over_90d",
                "intelligence",
                "share",
                "down",
                "Open for more than 90 days",
                "Crimes without an outcome recorded more than 90 days ago, of all crimes without an outcome.");
        measure(
                "decision_told",
                "engagement",
                "share",
                "up",
                "Victim told of a decision in time",
                "Decisions not to proceed told within one or five working days, as the Victims' Code asks.");
    }

    /** A snapshot with every measure but {@code decision_told}; few rapes were reopened, so some cells are small. */
    void day(String force, LocalDate asAt) throws SQLException {
        byTheme(force, asAt, "recorded_offences", new View("recorded", "365d"), null, 2_014, 2_790, 26_883, 34_961);
        byTheme(force, asAt, "recorded_offences", new View("recorded", "28d"), null, 154, 214, 2_062, 2_682);
        byTheme(force, asAt, "public_space_offences", new View("recorded", "365d"), null, 212, 846, 3_107);
        int[] cohort = {1_275, 1_399, 13_448, 17_478};
        View attrition = new View("settled_90d", "365d");
        byTheme(force, asAt, "victim_attrition", attrition, cohort, 694, 587, 5_613, 12_338);
        byTheme(force, asAt, "substitution_14", attrition, cohort, 41, 52, 520, 640);
        byTheme(force, asAt, "substitution_15", attrition, cohort, 171, 240, 2_880, 1_720);
        byTheme(force, asAt, "substitution_18", attrition, cohort, 88, 196, 1_511, 233);
        byTheme(force, asAt, "substitution_20", attrition, cohort, 4, 11, 40, 61);
        byTheme(force, asAt, "substitution_21", attrition, cohort, 0, 3, 18, 22);
        byTheme(force, asAt, "substitution_22", attrition, cohort, 0, 9, 102, 140);
        byTheme(
                force,
                asAt,
                "substitution_cancelled",
                new View("matured_90d", "365d"),
                new int[] {1_310, 1_421, 13_640, 17_701},
                35,
                22,
                192,
                223);
        byTheme(force, asAt, "charge_rate", new View("settled_180d", "365d"), cohort, 62, 90, 551, 1_206);
        byTheme(
                force,
                asAt,
                "withdrawal_reason_recorded",
                new View("assigned", "365d"),
                new int[] {701, 590, 5_702, 12_411},
                402,
                341,
                2_611,
                5_034);
        value(force, asAt, "spo_applied_rate", new View("recorded", "365d"), "", 51, 1_562);
        value(force, asAt, "easi_completion", new View("stock", "all"), "", 17, 28);
        byTheme(
                force,
                asAt,
                "recorded_within_24h",
                new View("recorded", "365d"),
                new int[] {2_010, 2_780, 26_800, 34_800},
                1_701,
                2_302,
                23_911,
                30_702);
        value(force, asAt, "police_suspect_attrition", new View("settled_180d", "365d"), "", 21, 44);
        value(force, asAt, "police_suspect_attrition", new View("settled_180d", "90d"), "", 3, 20);
        byTheme(
                force,
                asAt,
                "open_over_90d",
                new View("stock", "all"),
                new int[] {640, 702, 3_311, 3_902},
                431,
                390,
                1_204,
                1_377);
        characteristics(force, asAt);
    }

    private void characteristics(String force, LocalDate asAt) throws SQLException {
        View week = new View("settled_7d", "365d");
        int[] eligible = {1_275, 24_310};
        int[] known = {96, 41, 12, 38, 29, 61, 33, 99, 22};
        for (int theme = 0; theme < eligible.length; theme++) {
            for (Characteristic characteristic : Characteristic.values()) {
                String slice = "characteristic=" + characteristic.slug() + (theme == 0 ? ";theme=rape" : "");
                int of = characteristic == Characteristic.PREGNANCY && theme == 0 ? 25 : eligible[theme];
                int valued = of * known[characteristic.ordinal()] / 100;
                int declined = (of - valued) / 9;
                value(force, asAt, "characteristic_known", week, slice, valued, of);
                value(force, asAt, "characteristic_asked", week, slice, valued + declined, of);
                value(force, asAt, "characteristic_declined", week, slice, declined, of);
            }
        }
    }

    /** Values of the paper's themes in its order and the total, which here is nine tenths of their sum. */
    private void byTheme(String force, LocalDate asAt, String kpi, View view, int[] of, int... numerators)
            throws SQLException {
        List<String> themes = List.of("rape", "other_sexual", "stalking_harassment", "domestic_abuse");
        int sum = 0;
        int whole = 0;
        for (int i = 0; i < numerators.length; i++) {
            Integer denominator = of == null ? null : of[i];
            value(force, asAt, kpi, view, "theme=" + themes.get(i), numerators[i], denominator);
            sum += numerators[i];
            whole += of == null ? 0 : of[i];
        }
        value(force, asAt, kpi, view, "", sum * 9 / 10, of == null ? null : whole * 9 / 10);
    }
}
