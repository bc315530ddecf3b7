package vaiwg.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.FlinkException;
import org.apache.flink.util.function.SerializableSupplier;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.config.Configurator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.JobOptions;
import vaiwg.jobs.VaiwgJob;
import vaiwg.jobs.recovery.Checkpoints;
import vaiwg.jobs.rest.OperatorToken;
import vaiwg.jobs.store.DatabaseException;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

/** The job in this process, with Flink's web page. */
public final class LocalJob implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalJob.class);
    private static final long PATIENCE_SECONDS = 10;
    private static final String RUNTIME = "org.apache.flink.runtime";
    private static final String CAUSED_BY = "Caused by: ";
    /** Our own exceptions say all in their sentence. */
    private static final String OF_OURS = "^vaiwg\\.[\\w.$]+: ";
    /** How the name of the task that takes the snapshots begins. */
    private static final String PANES = "Panes";

    private final JobClient client;
    private final JobOptions options;

    private LocalJob(JobClient client, JobOptions options) {
        this.client = client;
        this.options = options;
    }

    private static LocalJob start(JobOptions options, SerializableSupplier<Catalogue> catalogue) throws Exception {
        VaiwgJob job = new VaiwgJob(options, catalogue);
        Configuration configuration = job.localConfiguration();
        if (isOwn(options)) {
            // The job then removes it when a newer one is complete; else every start would leave one for ever.
            configuration.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
        }
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironmentWithWebUI(configuration);
        job.buildInto(environment);
        return new LocalJob(environment.executeAsync("vaiwg"), options);
    }

    /** Whether what it goes on from lies in its own folder, and is not somebody's savepoint. */
    private static boolean isOwn(JobOptions options) {
        String folder = Checkpoints.address(options.checkpoints().folder()) + "/";
        return options.checkpoints()
                .restoreFrom()
                .filter(path -> path.startsWith(folder))
                .isPresent();
    }

    /** Builds and starts the job; what goes wrong is said in a sentence. */
    public static LocalJob startOrFail(JobOptions options) {
        return startOrFail(options, ShippedCatalogue::get);
    }

    /** Likewise with other measures than the shipped ones. */
    public static LocalJob startOrFail(JobOptions options, SerializableSupplier<Catalogue> catalogue) {
        try {
            return start(options, catalogue);
        } catch (SQLException e) {
            throw CommandFailure.unreachable(
                    "The job did not start: " + new DatabaseException(options.database(), e).getMessage(), e);
        } catch (Exception e) {
            throw CommandFailure.unreachable("The job did not start: " + reason(e), e);
        }
    }

    /** Our own code says it in a sentence; Flink says it in the deepest cause. */
    private static String reason(Exception failure) {
        Throwable reason = failure;
        while (failure instanceof FlinkException && reason.getCause() != null) {
            reason = reason.getCause();
        }
        return reason.getMessage();
    }

    public boolean isAlive() {
        return !client.getJobExecutionResult().isDone();
    }

    /** Whether it is at work, as far as the job knows: where a server is gone it may find out at any moment. */
    public boolean isRunning() throws ExecutionException, InterruptedException {
        return status() == JobStatus.RUNNING;
    }

    /** Why it failed last, in a few words: the deepest cause, without what follows its first line, which may hold values. */
    public String lastFailure() throws InterruptedException {
        return (isAlive() ? failureOnThePage() : end())
                .replaceFirst(OF_OURS, "")
                .replaceFirst("\\.$", "");
    }

    private String end() throws InterruptedException {
        try {
            client.getJobExecutionResult().get();
            return "it came to its end";
        } catch (ExecutionException e) {
            Throwable deepest = e;
            while (deepest.getCause() != null) {
                deepest = deepest.getCause();
            }
            return deepest.toString().lines().findFirst().orElseThrow();
        }
    }

    private String failureOnThePage() throws InterruptedException {
        try {
            String trace = page("/exceptions?maxExceptions=1")
                    .at("/exceptionHistory/entries/0/stacktrace")
                    .asText();
            return trace.lines()
                    .filter(line -> line.startsWith(CAUSED_BY))
                    .reduce((outer, inner) -> inner)
                    .map(line -> line.substring(CAUSED_BY.length()))
                    .or(() -> trace.lines().findFirst())
                    .orElse("for a reason that Flink does not give");
        } catch (IOException e) {
            LOG.debug("The job's page does not answer", e);
            return "for a reason that the job's page does not give";
        }
    }

    /** Whether this run of the job, and not only one before it, has counted all that is known by an instant. */
    public boolean hasCountedThrough(Instant instant) throws IOException, InterruptedException {
        for (JsonNode vertex : page("").path("vertices")) {
            if (vertex.path("name").asText().startsWith(PANES)) {
                JsonNode watermarks = page("/vertices/" + vertex.get("id").asText() + "/watermarks");
                return !watermarks.isEmpty()
                        && StreamSupport.stream(watermarks.spliterator(), false)
                                .allMatch(one -> one.path("value").asLong(Long.MIN_VALUE) >= instant.toEpochMilli());
            }
        }
        return false;
    }

    /** Asks for a checkpoint now, beside the regular ones. */
    public void checkpoint() throws IOException, InterruptedException {
        JsonNode answer = new OperatorToken(options.checkpoints().folder().resolve(OperatorToken.FILE))
                .lend(token -> ask(HttpRequest.newBuilder(address("/checkpoints"))
                        .header(OperatorToken.HEADER, token)
                        .POST(HttpRequest.BodyPublishers.ofString("{\"checkpointType\":\"CONFIGURED\"}"))));
        LOG.debug("Asked for a checkpoint: {}", answer);
    }

    private JsonNode page(String path) throws IOException, InterruptedException {
        return ask(HttpRequest.newBuilder(address(path)));
    }

    private URI address(String path) {
        return URI.create(
                "http://" + JobOptions.HOST + ":" + options.ports().web() + "/jobs/" + client.getJobID() + path);
    }

    private static JsonNode ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new ObjectMapper()
                .readTree(HttpClient.newHttpClient()
                        .send(request.build(), HttpResponse.BodyHandlers.ofString())
                        .body());
    }

    /** Whether it has failed and is starting again from its last checkpoint. */
    public boolean isRestarting() throws ExecutionException, InterruptedException {
        JobStatus status = status();
        return status == JobStatus.FAILING || status == JobStatus.RESTARTING;
    }

    private JobStatus status() throws ExecutionException, InterruptedException {
        try {
            return client.getJobStatus().get();
        } catch (IllegalStateException | ExecutionException e) {
            // Its cluster ends with it, a moment before the job says that it has ended, and is asked in vain from then
            // on.
            if (endsSoon()) {
                return JobStatus.FAILED;
            }
            throw e;
        }
    }

    private boolean endsSoon() throws InterruptedException {
        try {
            client.getJobExecutionResult().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException e) {
            LOG.debug("The job has ended", e);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    /** Waits until all that was read is written, keeps the state in a savepoint and ends; returns where it is. */
    public String stop() throws ExecutionException, InterruptedException {
        return client.stopWithSavepoint(
                        false, Checkpoints.address(options.checkpoints().folder()), SavepointFormatType.CANONICAL)
                .get();
    }

    /** Ends at once; the last checkpoint stays. */
    @Override
    public void close() throws InterruptedException {
        Level level = LogManager.getLogger(RUNTIME).getLevel();
        try {
            if (isAlive()) {
                // A checkpoint that is under way when the job is cancelled ends in errors of Flink's own, which are no
                // news of what was asked.
                if (System.getProperty("log.level") == null) {
                    Configurator.setLevel(RUNTIME, Level.OFF);
                }
                client.cancel().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
            client.getJobExecutionResult().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | IllegalStateException e) {
            LOG.debug("The job had ended, or ended as requested", e);
        } finally {
            Configurator.setLevel(RUNTIME, level);
        }
    }
}
