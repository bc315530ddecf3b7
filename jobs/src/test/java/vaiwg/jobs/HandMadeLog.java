package vaiwg.jobs;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vaiwg.jobs.decode.DecodingSchema;
import vaiwg.jobs.kafka.ReceivedRecord;
import vaiwg.jobs.knowledge.ClockWatermarks;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.jobs.records.RecordType;
import vaiwg.schemas.CrimeStatus;
import vaiwg.schemas.EventStream;

/** A log of a few cases over some weeks, every kind of event among them, and how it is read. */
final class HandMadeLog {
    /** Late enough for cohorts of 28 days, and before a history of so few subjects is dormant. */
    static final Instant END = Events.CHANGED.plusSeconds(34 * 86_400L);

    private final List<Record> log = new ArrayList<>();

    HandMadeLog() {
        add(EventStream.CRIME_RECORDING, "c1", Events.crime("c1").build());
        add(EventStream.CRIME_RECORDING, "c2", Events.crime("c2").build());
        add(EventStream.CRIME_RECORDING, "c3", Events.crime("c3").build());
        add(EventStream.OUTCOME, "c1", Events.outcome("c1").build());
        add(EventStream.OUTCOME, "c9", Events.outcome("c9").build());
        add(EventStream.CRIME_RECORDING, "c4", "no event".getBytes(StandardCharsets.UTF_8));
        add(
                EventStream.CRIME_RECORDING,
                "c3",
                Events.crime("c3")
                        .setVersion(2)
                        .setStatus(CrimeStatus.CANCELLED)
                        .setChangedAt(Events.CHANGED.plusSeconds(5 * 86_400L))
                        .build());
        add(
                EventStream.CRIME_RECORDING,
                "c2",
                Events.crime("c2")
                        .setVersion(2)
                        .setChangedAt(Events.CHANGED.plusSeconds(86_400L))
                        .build());
        add(EventStream.NOTE, "signal-1", Events.note("signal-1").build());
        for (EventStream stream : EventStream.values()) {
            add(stream, null, Events.progress(END));
        }
    }

    /** The records decoded, and then no more: the stream ends. */
    DataStream<DecodedRecord> decoded(StreamExecutionEnvironment environment) {
        return decoded(environment
                .fromData(IntStream.range(0, log.size()).boxed().toList())
                .setParallelism(1));
    }

    /** The records decoded, and then no more, though the stream does not end: a job that waits for what comes next. */
    DataStream<DecodedRecord> decodedWithoutEnd(StreamExecutionEnvironment environment) {
        int records = log.size();
        DataGeneratorSource<Integer> source = new DataGeneratorSource<>(
                Long::intValue, Long.MAX_VALUE, parallelism -> new FirstOnly(records), Types.INT);
        return decoded(environment
                .fromSource(source, WatermarkStrategy.noWatermarks(), "Records")
                .setParallelism(1));
    }

    private DataStream<DecodedRecord> decoded(DataStream<Integer> indices) {
        return indices.flatMap(new Decoding(log))
                .returns(RecordType.ofClass(DecodedRecord.class))
                .setParallelism(1)
                .assignTimestampsAndWatermarks(
                        WatermarkStrategy.<DecodedRecord>forGenerator(context -> new LeastOfTheTopics()))
                .setParallelism(1);
    }

    private void add(EventStream stream, String key, SpecificRecord event) {
        add(stream, key, Events.encoded(event));
    }

    private void add(EventStream stream, String key, byte[] value) {
        log.add(new Record(
                stream.topic("vaiwg."), log.size(), key == null ? null : key.getBytes(StandardCharsets.UTF_8), value));
    }

    /** Lets so many pass, and none after them. */
    private static final class FirstOnly implements RateLimiter<NumberSequenceSource.NumberSequenceSplit> {
        private int left;

        FirstOnly(int left) {
            this.left = left;
        }

        @Override
        public CompletionStage<Void> acquire(int more) {
            left -= more;
            return left >= 0 ? CompletableFuture.completedFuture(null) : new CompletableFuture<>();
        }
    }

    /** A record as it stands in partition 0 of a topic. */
    private record Record(String topic, int offset, byte[] key, byte[] value) implements Serializable {
        ConsumerRecord<byte[], byte[]> received() {
            return ReceivedRecord.of(topic, 0, offset, END.toEpochMilli(), key, value);
        }
    }

    /** Decodes the records that it holds in the task that goes on with them, as the source does. */
    private static final class Decoding extends RichFlatMapFunction<Integer, DecodedRecord> {
        private static final long serialVersionUID = 1L;

        private final ArrayList<Record> log;
        private transient DecodingSchema schema;

        Decoding(List<Record> log) {
            this.log = new ArrayList<>(log);
        }

        @Override
        public void open(OpenContext context) {
            schema = new DecodingSchema("vaiwg.", EventOptions.of(Forces.any()));
            schema.open(null);
        }

        @Override
        public void flatMap(Integer index, Collector<DecodedRecord> out) {
            schema.deserialize(log.get(index).received(), out);
        }
    }

    /** What a source does with its splits, at every record, since a bounded source may end before the first period does. */
    private static final class LeastOfTheTopics implements WatermarkGenerator<DecodedRecord> {
        private final ClockWatermarks[] clocks = Stream.of(EventStream.values())
                .map(stream -> new ClockWatermarks(Clock.fixed(END, ZoneOffset.UTC)))
                .toArray(ClockWatermarks[]::new);
        private final long[] reached =
                LongStream.generate(() -> Long.MIN_VALUE).limit(clocks.length).toArray();

        @Override
        public void onEvent(DecodedRecord arrival, long timestamp, WatermarkOutput output) {
            ClockWatermarks clock = clocks[arrival.stream];
            clock.onEvent(arrival, timestamp, output);
            clock.onPeriodicEmit(new NeverIdle(watermark -> reached[arrival.stream] = watermark));
            output.emitWatermark(new Watermark(Arrays.stream(reached).min().orElseThrow()));
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            // Every record has told already.
        }
    }
}
