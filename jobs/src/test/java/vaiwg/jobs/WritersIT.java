package vaiwg.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.CommonTestUtils;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.jobs.panes.DashboardSnapshot;
import vaiwg.jobs.panes.PaneOptions;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.time.LondonDays;

/** Days are counted while others are written; at a checkpoint all is written that was counted before it. */
class WritersIT {
    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(1)
            .build());

    private static final int FIRST = LondonDays.dayOf(Events.CHANGED.toEpochMilli()) + 1;
    private static final int LAST = LondonDays.dayOf(HandMadeLog.END.toEpochMilli());
    private static final int PATIENCE_MINUTES = 2;
    private static final String SENTENCE = "publishing snapshots failed; nothing of the batch was written";

    private static final Queue<Integer> WRITTEN = new ConcurrentLinkedQueue<>();
    private static volatile CountDownLatch open;
    private static volatile CountDownLatch shown;
    private static volatile CountDownLatch reached;
    private static volatile CountDownLatch closed;

    @BeforeEach
    void forget() {
        WRITTEN.clear();
        open = new CountDownLatch(1);
        shown = new CountDownLatch(LAST - FIRST + 1);
        reached = new CountDownLatch(1);
        closed = new CountDownLatch(1);
    }

    @Test
    void days_are_counted_while_the_first_waits_to_be_written_and_a_checkpoint_waits_for_all(
            @InjectMiniCluster MiniCluster cluster, @TempDir Path folder) throws Exception {
        JobClient job = start(context -> new Waiting());
        CommonTestUtils.waitForAllTaskRunning(cluster, job.getJobID(), false);
        assertThat(shown.await(PATIENCE_MINUTES, TimeUnit.MINUTES))
                .as("every midnight was counted")
                .isTrue();
        assertThat(WRITTEN).isEmpty();
        CompletableFuture<String> savepoint =
                job.triggerSavepoint(folder.toUri().toString(), SavepointFormatType.CANONICAL);
        open.countDown();
        savepoint.get(PATIENCE_MINUTES, TimeUnit.MINUTES);
        assertThat(WRITTEN)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(FIRST, LAST).boxed().toList());
        job.cancel().get();
    }

    @Test
    void a_job_that_is_ended_interrupts_its_writer_and_closes_it() throws Exception {
        JobClient job = start(context -> new Waiting());
        assertThat(reached.await(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
        job.cancel().get();
        assertThat(closed.await(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(WRITTEN).isEmpty();
    }

    @Test
    void what_cannot_be_written_fails_the_job_with_its_sentence() throws Exception {
        JobClient job = start(context -> new Failing());
        assertThatThrownBy(() -> job.getJobExecutionResult().get()).rootCause().hasMessage(SENTENCE);
    }

    /** Holds what it is given until it is flushed, and takes nothing before it may. */
    private static class Waiting implements SinkWriter<Snapshot> {
        private final List<Integer> held = new ArrayList<>();

        @Override
        public void write(Snapshot snapshot, Context context) throws IOException, InterruptedException {
            reached.countDown();
            open.await();
            held.add(snapshot.asAt);
        }

        @Override
        public void flush(boolean endOfInput) {
            WRITTEN.addAll(held);
            held.clear();
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    private static final class Failing extends Waiting {
        @Override
        public void write(Snapshot snapshot, Context context) throws IOException {
            throw new IOException(SENTENCE);
        }
    }

    private static JobClient start(Sink<Snapshot> snapshots) throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        environment.setParallelism(1);
        PaneOptions options = new PaneOptions(ShippedCatalogue::get, LAST + 1, true, Long.MAX_VALUE);
        Sink<DashboardSnapshot> dashboard = context -> new SinkWriter<>() {
            @Override
            public void write(DashboardSnapshot snapshot, Context writing) {
                shown.countDown();
            }

            @Override
            public void flush(boolean endOfInput) {
                // Nothing is held back.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        Pipeline.build(new HandMadeLog().decodedWithoutEnd(environment), "vaiwg.", 1, options)
                .publishTo(snapshots)
                .showTo("remote-write-sink", "Remote write", dashboard);
        return environment.executeAsync();
    }
}
