package vaiwg.demo;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vaiwg.cli.run.LocalJob;
import vaiwg.cli.terminal.ProgressLine;
import vaiwg.jobs.store.Query;
import vaiwg.kpis.time.LondonDays;

/** Waits for the last snapshot of a history, and shows how far the job is. */
record HistoryWatch(Connection connection, LocalJob job, Path logs, PrintStream console) {
    private static final long POLL_MILLIS = 200;
    private static final int POLLS_A_QUESTION = 5;
    private static final String PUBLISHED = "SELECT min(as_at), max(as_at) FROM kpi_snapshot";

    private record Range(long first, long last) {}

    /**
     * Returns when the snapshot as at that day is published.
     *
     * @throws IllegalStateException when the job has ended before
     */
    void await(LocalDate asAt) throws Exception {
        long end = asAt.toEpochDay();
        Instant midnight = Instant.ofEpochMilli(LondonDays.startOf((int) end));
        ProgressLine counting = null;
        boolean restarting = false;
        boolean counted = false;
        for (int poll = 0; ; poll++) {
            Optional<Range> published = published();
            if (published.isPresent()) {
                long first = published.get().first();
                if (counting == null) {
                    counting = ProgressLine.onStandardOutput("counting", "days", end - first + 1)
                            .startingAt(published.get().last() - first + 1);
                }
                counting.update(published.get().last() - first + 1);
                if (published.get().last() >= end) {
                    counting.finish(end - first + 1);
                    return;
                }
            }
            if (!job.isAlive()) {
                throw new IllegalStateException(
                        "The job ended before its history did; " + logs.resolve(LogFiles.NEWEST) + " says why.");
            }
            if (job.isRestarting() && !restarting) {
                console.println("\nThe job failed and starts again from its last checkpoint; "
                        + logs.resolve(LogFiles.NEWEST) + " says why.");
            }
            restarting = job.isRestarting();
            if (!counted && poll % POLLS_A_QUESTION == 0 && job.hasCountedThrough(midnight)) {
                // What is counted is published with a checkpoint: the next regular one would only be waited for.
                job.checkpoint();
                counted = true;
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private Optional<Range> published() throws SQLException {
        return Query.rows(connection, PUBLISHED, HistoryWatch::range).get(0);
    }

    private static Optional<Range> range(ResultSet found) throws SQLException {
        LocalDate first = found.getObject(1, LocalDate.class);
        return first == null
                ? Optional.empty()
                : Optional.of(new Range(
                        first.toEpochDay(), found.getObject(2, LocalDate.class).toEpochDay()));
    }
}
