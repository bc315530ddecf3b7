package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.duckdb.DuckDBAppender;
import vaiwg.jobs.store.Database;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.View;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.verification.oracle.ChartOracle;
import vaiwg.verification.oracle.History;
import vaiwg.verification.oracle.LogRecord;
import vaiwg.verification.oracle.Oracle;

/** Brings a log to its topics as it lies, and what a run has published before the oracle. */
final class BeforeTheOracle {
    private static final int EXPLAINED = 3;
    private static final int SHOWN = 12;
    private static final int FETCHED = 10_000;
    /** Charts of figures that are published over a block's days, or over all days. */
    /** Totals and themes, also of a value of a measure's own dimension: no slice by a cut. */
    private static final String OF_THEMES =
            "slice !~ '(^|;)(lpa|sex|age|ethnicity|disability|stratum|headline|arm|route|relationship|day|time|characteristic)='";

    private static final String OF_BLOCKS =
            "(kpi, basis, \"window\") IN (SELECT kpi, basis, \"window\" FROM kpi_series WHERE \"window\" IN ('28d', 'all'))";

    private static final Set<Basis.Kind> FOLLOWED =
            EnumSet.of(Basis.Kind.RECORDED, Basis.Kind.ASSIGNED, Basis.Kind.SETTLED);

    private BeforeTheOracle() {}

    /** Writes records to their topics and partitions, in the order of their timestamps. */
    static void send(EventLog topics, List<LogRecord> log) throws IOException {
        List<LogRecord> byTime = new ArrayList<>(log);
        byTime.sort(Comparator.comparingLong(LogRecord::timestamp).thenComparingLong(LogRecord::offset));
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", topics.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (LogRecord record : byTime) {
                producer.send(new ProducerRecord<>(
                        record.topic(),
                        record.partition(),
                        record.timestamp(),
                        record.key() == null ? null : record.key().getBytes(StandardCharsets.UTF_8),
                        EventLog.encode(record.value())));
            }
            producer.flush();
        }
    }

    /** Forces that have figures as at a day; one of which too few subjects have come is dormant and has none. */
    static List<String> publishedAt(LocalDate day, Oracle oracle) throws SQLException {
        return oracle.query("SELECT force FROM published WHERE as_at = DATE '" + day + "'");
    }

    /**
     * Every value of a publication, every revised day and every late event in a database must be what the oracle expects. Days are
     * written with snapshots, so those of a dormant force are as at its last one and are left out here:
     * {@link vaiwg.verification.oracle.PureOracleIT} has them.
     */
    static void requireAgreement(Database database, int publication, Oracle oracle, List<History> histories, long seed)
            throws SQLException {
        try (Connection connection = database.connect()) {
            handIn(connection, publication, oracle);
        }
        oracle.leaveOutDaysOfTheDormant();
        List<String> differing = oracle.forcesThatDiffer();
        for (String force : differing.subList(0, Math.min(EXPLAINED, differing.size()))) {
            System.out.println(histories.stream()
                    .filter(history -> history.force().equals(force))
                    .findFirst()
                    .orElseThrow());
            oracle.differences(force, SHOWN).forEach(System.out::println);
        }
        assertThat(differing).as("forces that differ, seed " + seed).isEmpty();
    }

    /** What was published of the headlines, and all that is said to be otherwise since, must be what is known of the same days. */
    static void requireRevisions(Database database, int publication, Oracle oracle) throws SQLException {
        try (DuckDBAppender followed = oracle.appender("followed")) {
            for (Measure measure : ShippedCatalogue.get().measures()) {
                View view = measure.readByDay().orElse(null);
                boolean adds = view != null
                        && measure.placement().isHeadline()
                        && !measure.isRestricted()
                        && measure.kind() != Measure.Kind.PERCENTILE
                        && FOLLOWED.contains(view.basis().kind());
                if (adds) {
                    followed.beginRow();
                    followed.append(measure.slug());
                    followed.append(view.basis().slug());
                    followed.append(
                            view.basis().kind() == Basis.Kind.SETTLED
                                    ? view.basis().horizon()
                                    : 0);
                    followed.append(measure.placement().slice());
                    followed.endRow();
                }
            }
        }
        try (Connection connection = database.connect()) {
            copy(
                    connection,
                    oracle,
                    "SELECT force, as_at, day, kpi, basis, slice, sum(numerator)::int, sum(denominator)::int FROM kpi_revision_cause"
                            + " WHERE publication = " + publication + " GROUP BY force, as_at, day, kpi, basis, slice",
                    "actual_revision");
        }
        assertThat(oracle.revisionsThatDiffer()).isEmpty();
        assertThat(oracle.revisedHeadlines()).as("headlines that were revised").hasSizeGreaterThan(4);
    }

    /** From the tables: the views leave out the rates of archives that tell no outcomes, which is no matter of counting. */
    private static void handIn(Connection connection, int publication, Oracle oracle) throws SQLException {
        copy(
                connection,
                oracle,
                "SELECT force, as_at, history_from FROM kpi_snapshot WHERE publication = " + publication,
                "actual_snapshot");
        copy(connection, oracle, """
                        SELECT force, as_at, kpi, basis, "window", slice, numerator, denominator
                        FROM kpi_value_row JOIN kpi_series USING (series_id) WHERE publication = %d
                        """.formatted(publication), "actual_value");
        copy(connection, oracle, """
                        SELECT force, as_at, kpi, basis, "window", slice, value, lower, upper, at_risk, data_through
                        FROM kpi_estimate_row JOIN kpi_series USING (series_id) WHERE publication = %d
                        """.formatted(publication), "actual_estimate");
        copy(connection, oracle, """
                        SELECT force, kpi, basis, slice, month + (u.position - 1)::int AS day, u.numerator, u.denominator
                        FROM kpi_day_month JOIN kpi_series USING (series_id) JOIN kpi_measure m USING (kpi, definition_hash),
                        unnest(numerators, denominators) WITH ORDINALITY AS u(numerator, denominator, position)
                        WHERE (u.numerator <> 0 OR u.denominator <> 0) AND (force, (SELECT max(as_at) FROM kpi_snapshot)) IN (
                            SELECT force, as_at FROM kpi_snapshot)
                        """, "actual_day");
        copy(
                connection,
                oracle,
                "SELECT force, topic, kafka_partition, kafka_offset, (extract(epoch FROM known_at) * 1000)::bigint"
                        + " FROM late_event",
                "actual_late");
    }

    /**
     * What was published of totals and themes at block ends, and what the job says of it. On which days rare events were counted is
     * published by their blocks alone, but where a basis is frozen the days of today are those of then; of other bases the charts of
     * rare events are left out here, as are those of figures that are published over longer windows only:
     * {@link vaiwg.verification.oracle.PureOracleIT} has their days.
     */
    static void handInCharts(Connection connection, ChartOracle oracle) throws SQLException {
        copy(connection, """
                SELECT force, kpi, basis, "window", slice, as_at, numerator, denominator
                FROM kpi_value_row JOIN kpi_series USING (series_id)
                WHERE (as_at - DATE '1970-01-01') % 28 = 0 AND "window" IN ('28d', 'all')
                """, oracle.appender("published_value"));
        copy(connection, "SELECT force, as_at, history_from FROM kpi_snapshot", oracle.appender("published_snapshot"));
        copy(connection, """
                SELECT force, kpi, basis, slice, day, counted
                FROM kpi_day, LATERAL (VALUES (true, numerator > 0), (false, denominator > numerator)) of(counted, any_case)
                WHERE basis ~ '^matured_[0-9]+d$' AND any_case AND %s
                """.formatted(OF_THEMES), oracle.appender("published_event_day"));
        copy(connection, """
                SELECT force, kpi, basis, slice, as_at, first_day, value, lower, centre, upper, trial, rule, side::int, chart
                FROM kpi_limit l
                WHERE %s AND (chart NOT IN ('t', 't_rest') OR basis LIKE 'matured%%') AND %s
                """.formatted(OF_THEMES, OF_BLOCKS), oracle.appender("actual_limit"));
        copy(connection, """
                SELECT force, kpi, basis, slice, as_at, rule, state FROM kpi_signal s
                WHERE change = 'raised' AND basis <> 'daily' AND %s AND %s
                  AND NOT EXISTS (
                    SELECT FROM kpi_limit l
                    WHERE (l.force, l.kpi, l.basis, l.slice, l.as_at) = (s.force, s.kpi, s.basis, s.slice, s.as_at)
                      AND l.chart IN ('t', 't_rest') AND l.basis NOT LIKE 'matured%%')
                """.formatted(OF_THEMES, OF_BLOCKS), oracle.appender("actual_raise"));
    }

    private static void copy(Connection connection, Oracle oracle, String query, String table) throws SQLException {
        copy(connection, query, oracle.appender(table));
    }

    private static void copy(Connection connection, String query, DuckDBAppender table) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement();
                DuckDBAppender rows = table) {
            statement.setFetchSize(FETCHED);
            ResultSet found = statement.executeQuery(query);
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                rows.beginRow();
                for (int column = 1; column <= columns; column++) {
                    append(rows, found.getObject(column));
                }
                rows.endRow();
            }
        }
    }

    private static void append(DuckDBAppender rows, Object value) throws SQLException {
        if (value == null) {
            rows.appendNull();
        } else if (value instanceof Date day) {
            rows.append(day.toLocalDate());
        } else if (value instanceof Integer number) {
            rows.append(number.intValue());
        } else if (value instanceof Long number) {
            rows.append(number.longValue());
        } else if (value instanceof Boolean yes) {
            rows.append(yes.booleanValue());
        } else if (value instanceof Double number) {
            rows.append(number.doubleValue());
        } else {
            rows.append((String) value);
        }
    }
}
