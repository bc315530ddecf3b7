package vaiwg.bench.contestants;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.function.SerializableSupplier;
import vaiwg.bench.measure.CaseRow;
import vaiwg.bench.measure.Contestant;
import vaiwg.bench.measure.EventLog;
import vaiwg.bench.measure.Laps;
import vaiwg.jobs.Pipeline;
import vaiwg.jobs.decode.DecodingSchema;
import vaiwg.jobs.knowledge.ClockWatermarks;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.options.PublicationOptions;
import vaiwg.jobs.options.StateBackend;
import vaiwg.jobs.panes.PaneOptions;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.schemas.EventStream;

/** This job's graph until the log's end has come through it: every snapshot is taken and dropped, and of the revised days the question's are kept. */
public record Job(
        Set<EventStream> streams, SerializableSupplier<Catalogue> catalogue, int parallelism, StateBackend backend)
        implements Contestant {
    /** As the job's own source has it. */
    private static final Duration AHEAD = Duration.ofDays(60);

    /** With the question as its only measure. */
    public static Job ofOneMeasure() {
        return new Job(CaseRow.STREAMS, Question::alone, FlinkSettings.PARALLELISM, StateBackend.HEAP);
    }

    public static Job ofAllMeasures(int parallelism, StateBackend backend) {
        return new Job(EventLog.ALL, ShippedCatalogue::get, parallelism, backend);
    }

    @Override
    public void run(EventLog log, Path folder, Laps laps) throws Exception {
        laps.time(() -> {
            Question question = new Question(catalogue.get());
            StreamExecutionEnvironment environment = FlinkSettings.environment(folder, parallelism, backend);
            DataStream<DecodedRecord> records = environment
                    .fromSource(
                            FlinkSettings.endless(
                                            log,
                                            streams,
                                            new DecodingSchema(EventLog.PREFIX, EventOptions.of(Forces.any())))
                                    .build(),
                            WatermarkStrategy.<DecodedRecord>forGenerator(
                                            context -> new ClockWatermarks(Clock.systemUTC()))
                                    .withWatermarkAlignment("partitions", AHEAD, FlinkSettings.WATERMARK_EVERY),
                            "Arrivals")
                    .uid("arrivals");
            KeptDays.clear(log.end().toEpochMilli(), parallelism);
            Pipeline.build(
                            records,
                            EventLog.PREFIX,
                            EventLog.PARTITIONS,
                            new PaneOptions(
                                    catalogue,
                                    (int) log.endDay().toEpochDay() - PublicationOptions.DAILY_DAYS + 1,
                                    true,
                                    log.end().toEpochMilli()))
                    .publishTo(new DiscardingSink<>())
                    .reviseTo(new KeptDays(question.firstCell(), question.cells()));
            JobClient client = environment.executeAsync("job");
            KeptDays.awaitEnd(client);
            client.cancel().get();
            return Optional.of(question.answer(KeptDays.take()));
        });
    }
}
