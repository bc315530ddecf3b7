package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import vaiwg.demo.Await;
import vaiwg.jobs.decode.DecodingSchema;
import vaiwg.jobs.decode.DecodingSource;
import vaiwg.jobs.kafka.BrokenLogException;
import vaiwg.jobs.kafka.KafkaLog;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.schemas.EventStream;

/** The job's source alone, on a real broker. */
@Timeout(120)
@ExtendWith(InstallationExtension.class)
class LogSourceIT {
    private static final Instant MORNING = Instant.parse("2024-03-01T10:00:00Z");
    private static final int PARTITION = 0;

    @Test
    void what_a_transaction_wrote_counts_when_it_is_committed_and_never_when_it_is_aborted(Installation installation)
            throws Exception {
        EventLog log = installation.newLog();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", log.bootstrapServers(), "transactional.id", "a-producer"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(crime(log, "aborted"));
            producer.flush();
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(crime(log, "committed"));
            producer.commitTransaction();
        }
        log.sendTo(PARTITION, List.of(new SmallCase("plain").recorded(MORNING)));

        List<String> read = arrivals(log, Duration.ofMinutes(1))
                .map(arrival -> arrival.subject)
                .returns(String.class)
                .executeAndCollect(2);

        assertThat(read).containsExactly("committed", "plain");
    }

    @Test
    void partitions_that_are_added_while_it_runs_end_the_job_for_good(Installation installation) throws Exception {
        EventLog log = installation.newLog();
        DataStream<DecodedRecord> arrivals = arrivals(log, Duration.ofMillis(100));
        arrivals.sinkTo(new DiscardingSink<>());
        JobClient job = arrivals.getExecutionEnvironment().executeAsync("source");
        Await.until("the job runs", () -> job.getJobStatus().get() == JobStatus.RUNNING);

        String topic = log.topic(EventStream.OUTCOME);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", log.bootstrapServers()))) {
            admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(8)))
                    .all()
                    .get();
        }

        // Within the test's time, although the job is told to start again without end.
        assertThatThrownBy(() -> job.getJobExecutionResult().get(60, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .rootCause()
                .isInstanceOf(BrokenLogException.class)
                .hasMessageStartingWith("Topic " + topic + " has 8 partitions and had 2 when the job started: ");
    }

    private static DataStream<DecodedRecord> arrivals(EventLog log, Duration lookEvery) {
        Configuration configuration = new Configuration();
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
        return environment.fromSource(
                new DecodingSource(
                        new KafkaLog(log.connection(), Installation.PARTITIONS, lookEvery),
                        new DecodingSchema(log.prefix(), EventOptions.of(Forces.any()))),
                WatermarkStrategy.noWatermarks(),
                "Arrivals");
    }

    private static ProducerRecord<byte[], byte[]> crime(EventLog log, String reference) {
        return new ProducerRecord<>(
                log.topic(EventStream.CRIME_RECORDING),
                PARTITION,
                MORNING.toEpochMilli(),
                reference.getBytes(StandardCharsets.UTF_8),
                EventLog.encode(new SmallCase(reference).crime(MORNING)));
    }
}
