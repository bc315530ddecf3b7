package vaiwg.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vaiwg.jobs.admission.ClockWatermarks;
import vaiwg.jobs.admission.DeadLetter;
import vaiwg.jobs.admission.FeedClock;
import vaiwg.jobs.admission.LateEvent;
import vaiwg.jobs.decode.ArrivalSchema;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.panes.BoardSnapshot;
import vaiwg.jobs.panes.DayBlock;
import vaiwg.jobs.panes.PaneOptions;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.jobs.records.OwnerNote;
import vaiwg.jobs.records.RecordType;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.SliceRows;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.CrimeStatus;
import vaiwg.schemas.EventStream;

/** The whole graph on a small cluster in this JVM, from records as they stand on topics to what its sinks receive. */
class PipelineTest {
    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(2)
            .build());

    /** Late enough for cohorts of 28 days, and before a history of so few subjects is dormant. */
    private static final Instant END = Events.CHANGED.plusSeconds(34 * 86_400L);

    private static final int LAST = LondonDays.dayOf(END.toEpochMilli());

    private final Catalogue catalogue = Catalogue.shipped();
    private final List<Record> log = new ArrayList<>();
    private final Collected<Snapshot> snapshots = new Collected<>();
    private final Collected<DayBlock> days = new Collected<>();
    private final Collected<BoardSnapshot> board = new Collected<>();
    private final Collected<DeadLetter> dead = new Collected<>();
    private final Collected<LateEvent> late = new Collected<>();
    private final Collected<OwnerNote> notes = new Collected<>();
    private final Collected<FeedClock> feeds = new Collected<>();

    @Test
    void fromRecordsToFigures() throws Exception {
        handMadeLog();
        run(1);
        Snapshot last = newest();
        assertThat(last.asAt).isEqualTo(LAST);
        assertThat(value(last, "recorded_offences", "recorded", "365d", "")).containsExactly(2, 0);
        assertThat(value(last, "recorded_offences", "recorded", "365d", "lpa=coventry;theme=rape"))
                .containsExactly(2, 0);
        assertThat(value(last, "victim_attrition", "settled_28d", "365d", "")).containsExactly(1, 2);
        assertThat(value(last, "victim_attrition", "assigned", "90d", "theme=rape"))
                .containsExactly(1, 1);
        assertThat(value(last, "orphan_outcomes", "assigned", "365d", "")).containsExactly(1, 0);
        assertThat(snapshots.values())
                .extracting(snapshot -> LocalDate.ofEpochDay(snapshot.asAt))
                .as("every day since the force is known")
                .containsExactlyElementsOf(LocalDate.of(2026, 6, 11)
                        .datesUntil(LocalDate.ofEpochDay(LAST + 1L))
                        .toList());
        assertThat(dead.values()).extracting(letter -> letter.reason).containsExactly("undecodable");
        assertThat(late.values()).extracting(event -> event.topic).containsExactly("vaiwg.crime-recording");
        assertThat(notes.values()).extracting(note -> note.cause).containsExactly("Staff moved");
        assertThat(board.values()).hasSameSizeAs(snapshots.values());
        assertThat(days.values()).isNotEmpty().allMatch(block -> block.force.equals(Events.FORCE));
        assertThat(feeds.values()).extracting(clock -> clock.clock).contains(END.toEpochMilli());
    }

    @Test
    void withMoreThanOneSubtaskTheFiguresAreTheSame() throws Exception {
        handMadeLog();
        run(1);
        List<String> one = snapshots.values().stream().map(PipelineTest::text).toList();
        PipelineTest again = new PipelineTest();
        again.handMadeLog();
        again.run(2);
        assertThat(again.snapshots.values().stream().map(PipelineTest::text)).containsExactlyElementsOf(one);
    }

    private void handMadeLog() {
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

    private void add(EventStream stream, String key, SpecificRecord event) {
        add(stream, key, Events.encoded(event));
    }

    private void add(EventStream stream, String key, byte[] value) {
        log.add(new Record(
                stream.topic("vaiwg."), log.size(), key == null ? null : key.getBytes(StandardCharsets.UTF_8), value));
    }

    /** A record as it stands in partition 0 of a topic. */
    private record Record(String topic, int offset, byte[] key, byte[] value) implements Serializable {
        ConsumerRecord<byte[], byte[]> received() {
            return new ConsumerRecord<>(
                    topic,
                    0,
                    offset,
                    END.toEpochMilli(),
                    TimestampType.CREATE_TIME,
                    0,
                    0,
                    key,
                    value,
                    new RecordHeaders(),
                    Optional.empty());
        }
    }

    /** Decodes the records that it holds in the task that goes on with them, as the source does. */
    private static final class Decoding extends RichFlatMapFunction<Integer, DecodedRecord> {
        private static final long serialVersionUID = 1L;

        private final ArrayList<Record> log;
        private transient ArrivalSchema schema;

        Decoding(List<Record> log) {
            this.log = new ArrayList<>(log);
        }

        @Override
        public void open(OpenContext context) {
            schema = new ArrivalSchema("vaiwg.", EventOptions.of(Forces.any()));
            schema.open(null);
        }

        @Override
        public void flatMap(Integer index, Collector<DecodedRecord> out) {
            schema.deserialize(log.get(index).received(), out);
        }
    }

    private void run(int parallelism) throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        environment.setParallelism(parallelism);
        environment.setMaxParallelism(128);
        DataStream<DecodedRecord> arrivals = environment
                .fromData(IntStream.range(0, log.size()).boxed().toList())
                .setParallelism(1)
                .flatMap(new Decoding(log))
                .returns(RecordType.ofClass(DecodedRecord.class))
                .setParallelism(1)
                .assignTimestampsAndWatermarks(
                        WatermarkStrategy.<DecodedRecord>forGenerator(context -> new LeastOfTheTopics()))
                .setParallelism(1);
        PaneOptions options = new PaneOptions(Catalogue::shipped, LAST - 5, true, END.toEpochMilli());
        Pipeline.build(arrivals, "vaiwg.", 1, options)
                .publishTo(snapshots)
                .restateTo(days)
                .pushTo(Optional.of(board))
                .refuseTo(dead)
                .listLateTo(late)
                .noteTo(notes)
                .tellFeedsTo(feeds);
        environment.execute();
    }

    private Snapshot newest() {
        return snapshots.values().stream()
                .max(java.util.Comparator.comparingInt(snapshot -> snapshot.asAt))
                .orElseThrow();
    }

    private int[] value(Snapshot snapshot, String kpi, String basis, String window, String slice) {
        return IntStream.range(0, snapshot.count)
                .filter(i -> {
                    Column column = catalogue.columnOfSlot(snapshot.slots[i]);
                    return column.measure().slug().equals(kpi)
                            && column.basis().slug().equals(basis)
                            && column.windowOfSlot(snapshot.slots[i]).slug().equals(window)
                            && SliceRows.text(column.dimensions(column.rowOfSlot(snapshot.slots[i])))
                                    .equals(slice);
                })
                .mapToObj(i -> new int[] {snapshot.parts[i], snapshot.wholes[i]})
                .findFirst()
                .orElseThrow();
    }

    private static String text(Snapshot snapshot) {
        return snapshot.force
                + snapshot.asAt
                + Arrays.toString(snapshot.slots)
                + Arrays.toString(snapshot.parts)
                + Arrays.toString(snapshot.wholes);
    }

    /** What a source does with its splits, at every record, since a bounded source may end before the first period does. */
    private static final class LeastOfTheTopics implements WatermarkGenerator<DecodedRecord> {
        private final ClockWatermarks[] clocks = Stream.of(EventStream.values())
                .map(stream -> new ClockWatermarks())
                .toArray(ClockWatermarks[]::new);
        private final long[] reached =
                LongStream.generate(() -> Long.MIN_VALUE).limit(clocks.length).toArray();

        @Override
        public void onEvent(DecodedRecord arrival, long timestamp, WatermarkOutput output) {
            ClockWatermarks clock = clocks[arrival.stream];
            clock.onEvent(arrival, timestamp, output);
            clock.onPeriodicEmit(new WatermarkOutput() {
                @Override
                public void emitWatermark(Watermark watermark) {
                    reached[arrival.stream] = watermark.getTimestamp();
                }

                @Override
                public void markIdle() {
                    throw new AssertionError("a partition is never idle");
                }

                @Override
                public void markActive() {
                    throw new AssertionError("a partition is never idle, and so never active again");
                }
            });
            output.emitWatermark(new Watermark(Arrays.stream(reached).min().orElseThrow()));
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            // Every record has told already.
        }
    }
}
