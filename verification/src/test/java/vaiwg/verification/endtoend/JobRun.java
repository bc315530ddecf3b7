package vaiwg.verification.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.flink.runtime.checkpoint.CheckpointException;
import org.apache.flink.runtime.checkpoint.CheckpointFailureReason;
import vaiwg.cli.run.LocalJob;
import vaiwg.demo.Await;
import vaiwg.demo.WebPage;
import vaiwg.jobs.recovery.Checkpoints;
import vaiwg.jobs.recovery.Checkpoints.Checkpoint;
import vaiwg.jobs.store.Database;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.EventStream;

/** The job at work on a log, with its database. */
final class JobRun implements AutoCloseable {
    private static final int STANDSTILL = 100;

    private final LocalJob job;
    private final Database database;
    private final Path checkpoints;
    private final int metricsPort;
    private final Connection connection;

    JobRun(LocalJob job, Database database, Path checkpoints, int metricsPort) throws SQLException {
        this.job = job;
        this.database = database;
        this.checkpoints = checkpoints;
        this.metricsPort = metricsPort;
        this.connection = database.connect();
    }

    /** Where it offers its own metrics. */
    int metricsPort() {
        return metricsPort;
    }

    Database database() {
        return database;
    }

    /** Waits until a force's snapshot as at a midnight is published. */
    void awaitSnapshot(Instant midnight) throws Exception {
        LocalDate asAt = LocalDate.ofEpochDay(LondonDays.dayOf(midnight.toEpochMilli()));
        awaitRow(
                "the snapshot as at " + asAt + " is published",
                "SELECT FROM kpi_snapshot WHERE as_at = '" + asAt + "'");
    }

    /** Waits until the job has read a stream in all its partitions through an instant, to the minute. */
    void awaitFeed(EventStream stream, Instant through) throws Exception {
        awaitRow(
                "the " + stream.slug() + " stream is read through " + through,
                "SELECT FROM kpi_feed_row WHERE stream = '" + stream.slug() + "' AND complete_through > '" + through
                        + "'::timestamptz - interval '1 minute'");
    }

    /** Waits until a query has a row. */
    void awaitRow(String what, String query) throws Exception {
        Await.until(what, () -> {
            if (!job.isAlive()) {
                throw new AssertionError("the job ended before " + what);
            }
            return !query("SELECT 1 FROM (" + query + ") found LIMIT 1").isEmpty();
        });
    }

    /** The result of a query as lines of CSV. */
    List<String> query(String query) throws SQLException, IOException {
        return Figures.lines(connection, query);
    }

    /**
     * What a query tells once it has told the same a hundred times in a row, some seconds: what a silence would let loose, such as a
     * partition that were taken for idle, would be seen by then.
     */
    List<String> standstill(String query) throws Exception {
        List<List<String>> told = new ArrayList<>();
        Await.until("this stands still: " + query, () -> {
            List<String> now = query(query);
            if (!told.isEmpty() && !told.get(0).equals(now)) {
                told.clear();
            }
            told.add(now);
            return told.size() >= STANDSTILL;
        });
        return told.get(0);
    }

    /** Waits until the job has ended for good; returns why. */
    String awaitEnd() throws Exception {
        Await.until("the job ends", () -> !job.isAlive());
        return job.lastFailure();
    }

    Figures figures() throws SQLException, IOException {
        return Figures.read(connection);
    }

    /** The sum of one of the job's metrics over its subtasks, as its Prometheus reporter offers it. */
    double metric(String name) throws Exception {
        return metric(name, "");
    }

    /** The sum of those of a metric that have a label, such as {@code reason="empty"}. */
    double metric(String name, String label) throws Exception {
        return metric(metricsPort, name, label);
    }

    /** Likewise of a job that offers its metrics on a port. */
    static double metric(int port, String name, String label) throws Exception {
        String body = WebPage.get("http://127.0.0.1:" + port + "/metrics").body();
        return body.lines()
                .filter(line -> !line.startsWith("#")
                        && line.substring(0, line.indexOf('{') < 0 ? 0 : line.indexOf('{'))
                                .endsWith(name)
                        && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** The newest complete checkpoint, if there is one. */
    Optional<String> newestCheckpoint() throws IOException {
        return Checkpoints.newest(checkpoints).map(Checkpoint::location);
    }

    /** Ends after all that was read is written; returns the savepoint. One of which a task is still about to run is asked again. */
    String stop() throws ExecutionException, InterruptedException {
        while (true) {
            try {
                return job.stop();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof CheckpointException failure)
                        || failure.getCheckpointFailureReason()
                                != CheckpointFailureReason.NOT_ALL_REQUIRED_TASKS_RUNNING) {
                    throw e;
                }
            }
        }
    }

    /** Ends at once; returns the newest checkpoint, from which another run can go on. */
    String kill() throws SQLException, InterruptedException, IOException {
        close();
        return newestCheckpoint().orElseThrow(() -> new AssertionError("no checkpoint was taken"));
    }

    /** Ends at once, as if it were killed: what was not written yet is lost; the newest checkpoint stays. */
    @Override
    public void close() throws SQLException, InterruptedException {
        connection.close();
        job.close();
    }
}
