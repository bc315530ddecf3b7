package vaiwg.bench.contestants;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vaiwg.bench.measure.Contestant;
import vaiwg.bench.measure.EventLog;
import vaiwg.bench.measure.Laps;
import vaiwg.jobs.decode.EventReader;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.schemas.EventStream;

/**
 * The yardstick: the least that a job on Flink does with an event. It decodes, keys by case and keeps the newest change of each.
 *
 * @param streams that it reads
 */
public record LeastJob(Set<EventStream> streams) implements Contestant {
    @Override
    public void run(EventLog log, Path folder, Laps laps) throws Exception {
        laps.time(() -> {
            StreamExecutionEnvironment environment = FlinkSettings.environment(folder);
            environment
                    .fromSource(
                            FlinkSettings.source(log, streams, new Changes()),
                            WatermarkStrategy.noWatermarks(),
                            "Changes")
                    .keyBy(change -> change.f0, Types.STRING)
                    .process(new Newest())
                    .sinkTo(new DiscardingSink<>());
            environment.execute("least");
            return Optional.empty();
        });
    }

    /** The case and the instant of each event. */
    private static final class Changes implements KafkaRecordDeserializationSchema<Tuple2<String, Long>> {
        private static final long serialVersionUID = 1L;

        private transient EventReader reader;
        private transient Map<String, EventStream> streams;

        @Override
        public void open(DeserializationSchema.InitializationContext context) {
            reader = new EventReader(EventOptions.of(Forces.any()), CodeMaps.shipped());
            streams = new HashMap<>();
            EventLog.ALL.forEach(stream -> streams.put(stream.topic(EventLog.PREFIX), stream));
        }

        @Override
        public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<Tuple2<String, Long>> out)
                throws IOException {
            DecodedRecord record = reader.read(streams.get(message.topic()), message);
            if (!record.progress) {
                out.collect(Tuple2.of(record.subjectKey(), record.changedAt));
            }
        }

        @Override
        public TypeInformation<Tuple2<String, Long>> getProducedType() {
            return Types.TUPLE(Types.STRING, Types.LONG);
        }
    }

    private static final class Newest extends KeyedProcessFunction<String, Tuple2<String, Long>, Long> {
        private static final long serialVersionUID = 1L;

        private transient ValueState<Long> newest;

        @Override
        public void open(OpenContext context) {
            newest = getRuntimeContext().getState(new ValueStateDescriptor<>("newest", Types.LONG));
        }

        @Override
        public void processElement(Tuple2<String, Long> change, Context context, Collector<Long> out)
                throws IOException {
            Long before = newest.value();
            if (before == null || change.f1 > before) {
                newest.update(change.f1);
            }
        }
    }
}
