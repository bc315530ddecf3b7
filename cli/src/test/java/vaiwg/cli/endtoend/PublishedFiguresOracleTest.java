package vaiwg.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.duckdb.DuckDBAppender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import vaiwg.cli.oracle.History;
import vaiwg.cli.oracle.Log;
import vaiwg.cli.oracle.LogRecord;
import vaiwg.cli.oracle.Oracle;
import vaiwg.cli.oracle.RandomHistories;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.EventStream;

/**
 * Invariant 1: a computation over the raw log that shares no code with the pipeline agrees with every figure that the job has
 * published, with every restated day, and with every late event; for many small forces in one log, among them all that goes wrong.
 */
@Timeout(600)
@ExtendWith(InstallationExtension.class)
class PublishedFiguresOracleTest {
    private static final int FORCES = Integer.getInteger("vaiwg.oracle.forces", 200);
    private static final LocalDate END = LocalDate.of(2023, 4, 20);
    private static final int DAILY_DAYS = 2;
    private static final int EXPLAINED = 3;
    private static final int SHOWN = 12;
    private static final int FETCHED = 10_000;

    private final long seed = Long.getLong("vaiwg.oracle.seed", new SplittableRandom().nextInt(1, 1_000_000));

    @Test
    void what_the_job_publishes_is_what_a_computation_over_the_raw_log_gives(Installation installation)
            throws Exception {
        System.out.println("oracle seed " + seed + " (-Dvaiwg.oracle.seed=" + seed + ")");
        RandomHistories random = new RandomHistories(seed);
        List<History> histories = new ArrayList<>();
        for (int force = 1; force <= FORCES; force++) {
            histories.add(random.of(force, END));
        }
        EventLog topics = installation.newLog();
        List<LogRecord> log = Log.of(topics.prefix(), histories);
        send(topics, log);
        Instant end = END.atStartOfDay(LondonDays.ZONE).toInstant();
        try (Oracle oracle = new Oracle();
                JobRun run =
                        installation.start(topics, RunSettings.of(end, 2).withRows(END.minusDays(DAILY_DAYS), false))) {
            oracle.load(log);
            for (History history : histories) {
                oracle.want(history.force(), published(history));
            }
            oracle.compute();
            run.awaitRow(
                    "every force has its last snapshot",
                    "SELECT FROM kpi_snapshot WHERE as_at = '" + END + "' GROUP BY as_at HAVING count(*) = " + FORCES);
            for (EventStream stream : EventStream.values()) {
                run.awaitFeed(stream, end.plus(Log.A_LITTLE_MORE));
            }
            run.stop();
            try (Connection connection = run.database().connect()) {
                handIn(connection, oracle);
            }
            List<String> differing = oracle.forcesThatDiffer();
            for (String force : differing.subList(0, Math.min(EXPLAINED, differing.size()))) {
                System.out.println(histories.stream()
                        .filter(history -> history.force().equals(force))
                        .findFirst()
                        .orElseThrow());
                oracle.differences(force, SHOWN).forEach(System.out::println);
            }
            assertThat(oracle.query("SELECT DISTINCT force FROM expected_value WHERE numerator > 0"))
                    .as("forces of which anything is published")
                    .hasSize(FORCES);
            assertThat(differing).as("forces that differ, seed " + seed).isEmpty();
        }
    }

    /** Rows are kept at the first of each month, and on the last days. */
    private static List<LocalDate> published(History history) {
        return history.start()
                .datesUntil(END.plusDays(1))
                .filter(day -> day.getDayOfMonth() == 1 || !day.isBefore(END.minusDays(DAILY_DAYS)))
                .toList();
    }

    private static void send(EventLog topics, List<LogRecord> log) throws IOException {
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
                        encoded(record.value())));
            }
            producer.flush();
        }
    }

    private static byte[] encoded(SpecificRecord value) throws IOException {
        var buffer = new BinaryMessageEncoder<SpecificRecord>(
                        SpecificData.getForClass(value.getClass()), value.getSchema())
                .encode(value);
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static void handIn(Connection connection, Oracle oracle) throws SQLException {
        copy(
                connection,
                oracle,
                "SELECT force, as_at, kpi, basis, \"window\", slice, numerator, denominator FROM kpi_value_every",
                "actual_value");
        copy(
                connection,
                oracle,
                "SELECT force, kpi, basis, slice, day, numerator, denominator FROM kpi_day_every",
                "actual_day");
        copy(
                connection,
                oracle,
                "SELECT force, topic, kafka_partition, kafka_offset, (extract(epoch FROM admitted_at) * 1000)::bigint"
                        + " FROM late_event",
                "actual_late");
    }

    private static void copy(Connection connection, Oracle oracle, String query, String table) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement();
                DuckDBAppender rows = oracle.appender(table)) {
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
        } else {
            rows.append((String) value);
        }
    }
}
