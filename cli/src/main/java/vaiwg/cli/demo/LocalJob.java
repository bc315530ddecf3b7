package vaiwg.cli.demo;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.function.SerializableSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.cli.CommandFailure;
import vaiwg.jobs.JobOptions;
import vaiwg.jobs.VaiwgJob;
import vaiwg.kpis.catalogue.Catalogue;

/** The job in this process, with Flink's web page. */
public final class LocalJob implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalJob.class);
    private static final long PATIENCE_SECONDS = 10;

    private final JobClient client;
    private final String checkpoints;

    private LocalJob(JobClient client, String checkpoints) {
        this.client = client;
        this.checkpoints = checkpoints;
    }

    private static LocalJob start(JobOptions options, SerializableSupplier<Catalogue> catalogue) throws Exception {
        VaiwgJob job = new VaiwgJob(options, catalogue);
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironmentWithWebUI(job.localConfiguration());
        job.buildInto(environment);
        return new LocalJob(
                environment.executeAsync("vaiwg"), options.checkpoints().toUri().toString());
    }

    /** Builds and starts the job; what goes wrong is said in a sentence. */
    public static LocalJob startOrFail(JobOptions options) {
        return startOrFail(options, Catalogue::shipped);
    }

    /** Likewise with other measures than the shipped ones. */
    public static LocalJob startOrFail(JobOptions options, SerializableSupplier<Catalogue> catalogue) {
        try {
            return start(options, catalogue);
        } catch (Exception e) {
            throw CommandFailure.unreachable("The job did not start: " + e.getMessage(), e);
        }
    }

    /** Whether the job still runs or is starting again. */
    public boolean isAlive() throws ExecutionException, InterruptedException {
        JobStatus status = client.getJobStatus().get();
        return !status.isGloballyTerminalState();
    }

    /** Whether it has failed and is starting again from its last checkpoint. */
    public boolean isRestarting() throws ExecutionException, InterruptedException {
        JobStatus status = client.getJobStatus().get();
        return status == JobStatus.FAILING || status == JobStatus.RESTARTING;
    }

    /** Waits until all that was read is written, keeps the state in a savepoint and ends; returns where it is. */
    public String stop() throws ExecutionException, InterruptedException {
        return client.stopWithSavepoint(false, checkpoints, SavepointFormatType.CANONICAL)
                .get();
    }

    /** Ends at once; the last checkpoint stays. */
    @Override
    public void close() throws InterruptedException {
        try {
            if (isAlive()) {
                client.cancel().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
            client.getJobExecutionResult().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | IllegalStateException e) {
            LOG.debug("The job had ended, or ended as it was told to", e);
        }
    }
}
