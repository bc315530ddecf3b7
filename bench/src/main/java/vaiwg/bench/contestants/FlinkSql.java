package vaiwg.bench.contestants;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;
import org.apache.flink.types.RowKind;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vaiwg.bench.measure.Answer;
import vaiwg.bench.measure.CaseRow;
import vaiwg.bench.measure.Contestant;
import vaiwg.bench.measure.EventLog;
import vaiwg.bench.measure.Laps;
import vaiwg.schemas.EventStream;

/**
 * The question in Flink SQL. With mini-batches: without them the planner takes a deduplication by more than one column for one that never
 * retracts a row, and the answer is wrong.
 */
public final class FlinkSql implements Contestant {
    private static final String CURRENT = "SELECT * FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY reference"
            + " ORDER BY version_number DESC, changed_at DESC, event_high DESC, event_low DESC) AS place FROM %s)"
            + " WHERE place = 1";
    private static final String QUESTION = "SELECT c.on_day, c.themes, c.lpa, COUNT(*) AS crimes,"
            + " SUM(CASE WHEN o.counted AND o.on_day - c.on_day < " + Answer.HORIZON + " THEN 1 ELSE 0 END) AS ended"
            + " FROM (" + CURRENT.formatted("crime") + ") c"
            + " LEFT JOIN (" + CURRENT.formatted("outcome") + ") o ON c.reference = o.reference"
            + " WHERE c.counted GROUP BY c.on_day, c.themes, c.lpa";
    private static final TypeInformation<Row> ROW = Types.ROW_NAMED(
            "reference version_number changed_at event_high event_low counted on_day themes lpa".split(" "),
            Types.STRING,
            Types.LONG,
            Types.LONG,
            Types.LONG,
            Types.LONG,
            Types.BOOLEAN,
            Types.INT,
            Types.INT,
            Types.INT);

    /** The newest row of each group: one run at a time. */
    private static final Map<Row, Row> GROUPS = new ConcurrentHashMap<>();

    @Override
    public void run(EventLog log, Path folder, Laps laps) throws Exception {
        laps.time(() -> {
            GROUPS.clear();
            StreamExecutionEnvironment environment = FlinkSettings.environment(folder);
            StreamTableEnvironment tables = StreamTableEnvironment.create(environment);
            tables.getConfig().set("table.exec.mini-batch.enabled", "true");
            tables.getConfig().set("table.exec.mini-batch.allow-latency", "1 s");
            tables.getConfig().set("table.exec.mini-batch.size", "5000");
            tables.getConfig().set("table.optimizer.agg-phase-strategy", "TWO_PHASE");
            register(tables, environment, log, "crime", EventStream.CRIME_RECORDING);
            register(tables, environment, log, "outcome", EventStream.OUTCOME);
            tables.toChangelogStream(tables.sqlQuery(QUESTION)).sinkTo(new Groups());
            environment.execute("sql");
            return Optional.of(answer());
        });
    }

    private static void register(
            StreamTableEnvironment tables,
            StreamExecutionEnvironment environment,
            EventLog log,
            String name,
            EventStream stream) {
        tables.createTemporaryView(
                name,
                environment.fromSource(
                        FlinkSettings.source(log, Set.of(stream), new Rows(stream)),
                        WatermarkStrategy.noWatermarks(),
                        name));
    }

    private static Answer answer() {
        Answer answer = new Answer();
        GROUPS.values()
                .forEach(row -> answer.add(
                        row.<Integer>getFieldAs(0),
                        row.<Integer>getFieldAs(1),
                        row.<Integer>getFieldAs(2),
                        row.<Long>getFieldAs(3),
                        row.<Integer>getFieldAs(4)));
        return answer;
    }

    private static final class Rows implements KafkaRecordDeserializationSchema<Row> {
        private static final long serialVersionUID = 1L;

        private final EventStream stream;
        private transient CaseRow.Reader reader;

        Rows(EventStream stream) {
            this.stream = stream;
        }

        @Override
        public void open(DeserializationSchema.InitializationContext context) {
            reader = new CaseRow.Reader();
        }

        @Override
        public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<Row> out) {
            reader.read(stream, message)
                    .ifPresent(row -> out.collect(Row.of(
                            row.reference(),
                            row.version(),
                            row.changedAt(),
                            row.eventHigh(),
                            row.eventLow(),
                            row.counted(),
                            row.day(),
                            row.themes(),
                            row.lpa())));
        }

        @Override
        public TypeInformation<Row> getProducedType() {
            return ROW;
        }
    }

    /** Keeps what a table that is updated by group would hold. */
    private static final class Groups implements Sink<Row> {
        private static final long serialVersionUID = 1L;

        @Override
        public SinkWriter<Row> createWriter(WriterInitContext context) throws IOException {
            return new SinkWriter<>() {
                @Override
                public void write(Row row, Context unused) {
                    Row group = Row.of(row.getField(0), row.getField(1), row.getField(2));
                    if (row.getKind() == RowKind.DELETE) {
                        GROUPS.remove(group);
                    } else if (row.getKind() != RowKind.UPDATE_BEFORE) {
                        GROUPS.put(group, Row.copy(row));
                    }
                }

                @Override
                public void flush(boolean endOfInput) {
                    // Nothing waits to be written.
                }

                @Override
                public void close() {
                    // There is nothing to give back.
                }
            };
        }
    }
}
