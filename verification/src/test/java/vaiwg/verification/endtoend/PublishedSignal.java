package vaiwg.verification.endtoend;

import java.sql.Connection;
import java.sql.Statement;
import vaiwg.jobs.store.Database;

/** A force of which one snapshot of one measure was published, and one signal. */
public final class PublishedSignal {
    public static final String FORCE = "west-midlands";
    public static final String SIGNAL = "0123456789ab";

    private PublishedSignal() {}

    /** A snapshot of one measure, and a signal. */
    public static void publish(Database database) throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO vaiwg.kpi_publication VALUES (1, '2026-10-01', 'the first', '2026-10-01', '-', 1)");
            statement.execute("""
                    INSERT INTO vaiwg.kpi_dictionary(publication, edition, since, kpi, priority, title, definition, unit, direction, owner,
                        section, definition_hash, kind, minimum_n, restricted, short_title, row_order, place, read_basis, read_window, concern)
                    VALUES (1, 1, '-infinity', 'victim_attrition', 'criminal_justice', 'Victim attrition', 'Counted so.', 'share of 1', 'down',
                        'the leads', '-', 'h1', 'share', 30, false, 'Victim attrition', 1, 'area', 'recorded', '365d', 'support ended')
                    """);
            statement.execute("""
                    INSERT INTO vaiwg.kpi_snapshot(publication, force, as_at, kind, granularity, daily_from, complete, row_count, digest,
                        data_through, catalogue, history_from)
                    VALUES (1, '%s', '2026-11-26', 'published', 'all', null, true, 0, '-', '{"source": "SYNTHETIC", "sources": ["SYNTHETIC"]}',
                        'c1', '2023-11-26')
                    """.formatted(FORCE));
        }
        signal(database, "2026-11-19", "raised");
        run(database, """
                INSERT INTO vaiwg.kpi_series VALUES (1, '%s', 'victim_attrition', 'matured_90d', '28d', 'theme=rape', 'h1', null, false);
                INSERT INTO vaiwg.kpi_verdict_row(series_id, as_at, publication, side, few, state, target, why, since, judged_at, rule,
                    first_day, last_day, numerator, denominator, usual, lower, upper, more, what, figures, signals)
                VALUES (1, '2026-11-19', 1, 1, false, 'act', 'none', 'figure', '2026-07-24', '2026-11-19', 'outside', '2026-07-24',
                    '2026-08-20', 46, 100, 0.32, 0.25, 0.39, 14, 'Rape: more cases end without the victim''s support',
                    '46 of 100, 14 more than the usual 32', '%s');
                INSERT INTO vaiwg.kpi_matter_row(series_id, as_at, raised, due, since, day, first_day, last_day, place, publication, daily,
                    few, matter, area, concern, theme, lpas, movement, why, state, what, figures, signals, shown_also, same_cases)
                VALUES (1, '2026-11-26', '2026-11-19', '2026-12-03', '2026-07-24', '2026-08-20', '2026-07-24', '2026-08-20', 1, 1, false,
                    false, '%s', 'criminal_justice', 'support ended', 'rape', '', 'worse', 'figure', 'act',
                    'Rape: more cases end without the victim''s support', '46 of 100, 14 more than the usual 32', '%s', '', '')
                """.formatted(FORCE, SIGNAL, SIGNAL, SIGNAL));
    }

    /** The signal ended before the snapshot was published: its matter was open for the last time at the midnight before. */
    static void end(Database database, String asAt) throws Exception {
        signal(database, asAt, "ended");
        run(
                database,
                "SET session_replication_role = replica; UPDATE vaiwg.kpi_matter_row SET as_at = date '" + asAt
                        + "' - 1");
        run(
                database,
                "INSERT INTO vaiwg.kpi_verdict_row(series_id, as_at, publication, side, few, state, target, why, signals) VALUES (1, '"
                        + asAt + "', 1, 0, false, 'no_change', 'none', 'figure', '')");
    }

    private static void run(Database database, String sql) throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Something said of the signal. */
    private static void signal(Database database, String asAt, String change) throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO vaiwg.kpi_signal_row VALUES (0.46, 0.32, 1, '%s', '2026-08-20', '2026-07-24', 100, 1, false, '%s', '%s',
                        'victim_attrition', 'matured_90d', '28d', 'theme=rape', 'outside', 'act', '%s', '-', 'It was seen. Find out.')
                    """.formatted(asAt, FORCE, SIGNAL, change));
        }
    }
}
