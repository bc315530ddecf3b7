package vaiwg.cli.run;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutionException;
import vaiwg.jobs.kafka.Brokers;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.store.Database;

/**
 * Stays with a running job and tells of its troubles: one sentence when it begins to start again, one when it has been running for a
 * while, however often it tried in between.
 */
public final class JobWatch {
    private static final long POLL_MILLIS = 1_000;
    /** A job that finds its server still gone fails again within this many polls. */
    private static final int CALM_POLLS = 20;

    private static final int ASK_MILLIS = 5_000;

    private final LocalJob job;
    private final KafkaConnection kafka;
    private final Database database;
    private final PrintStream out;
    private boolean troubled;
    private int calm;

    public JobWatch(LocalJob job, KafkaConnection kafka, Database database, PrintStream out) {
        this.job = job;
        this.kafka = kafka;
        this.database = database;
        this.out = out;
    }

    /** Returns when the job has ended for good. */
    public void untilItEnds() throws ExecutionException, InterruptedException {
        while (job.isAlive()) {
            look();
            Thread.sleep(POLL_MILLIS);
        }
    }

    private void look() throws ExecutionException, InterruptedException {
        if (!job.isRunning()) {
            calm = 0;
            if (!troubled && job.isRestarting()) {
                troubled = true;
                say(cause() + "; the job goes on by itself from its last checkpoint, nothing is lost.");
            }
        } else if (troubled && ++calm >= CALM_POLLS) {
            troubled = false;
            say("The job runs again.");
        }
    }

    private String cause() throws InterruptedException {
        if (!databaseAnswers()) {
            return "PostgreSQL does not answer";
        }
        return Brokers.answers(kafka, Duration.ofMillis(ASK_MILLIS))
                ? "The job failed (" + job.lastFailure() + ")"
                : "Kafka does not answer";
    }

    private boolean databaseAnswers() {
        try (Connection connection = database.connect()) {
            return connection.isValid(ASK_MILLIS / 1_000);
        } catch (SQLException e) {
            return false;
        }
    }

    private void say(String sentence) {
        out.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + " " + sentence);
    }
}
