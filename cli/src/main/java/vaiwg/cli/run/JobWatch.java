package vaiwg.cli.run;

import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutionException;

/**
 * Stays with a running job and tells of its troubles: one sentence when it begins to start again or to stand still, one when it has been
 * running for a while, however often it tried in between.
 */
public final class JobWatch {
    private static final long POLL_MILLIS = 1_000;
    /** A job that finds its server still gone fails again within this many polls. */
    private static final int CALM_POLLS = 20;

    private final LocalJob job;
    private final JobHealth health;
    private final JobTroubles troubles;
    private final PrintStream out;
    private boolean troubled;
    private boolean still;
    private int calm;

    public JobWatch(LocalJob job, JobHealth health, PrintStream out) {
        this.job = job;
        this.health = health;
        this.troubles = health.troubles();
        this.out = out;
    }

    /** Returns when the job has ended for good. */
    public void untilItEnds() throws ExecutionException, InterruptedException {
        try (PauseWatch pauses = PauseWatch.start(this::say)) {
            while (job.isAlive()) {
                look();
                Thread.sleep(POLL_MILLIS);
            }
        }
    }

    private void look() throws ExecutionException, InterruptedException {
        if (!job.isRunning()) {
            calm = 0;
            if (!troubled && job.isRestarting()) {
                troubled = true;
                say(troubles.of(job.lastFailure()));
            }
        } else if (troubled && ++calm >= CALM_POLLS) {
            troubled = false;
            say("The job runs again.");
        }
        lookAtCheckpoints();
    }

    /** Without them a restart reads ever more of the log again, and where none even begins, nothing is published. */
    private void lookAtCheckpoints() {
        Duration since = health.sinceCheckpoint();
        boolean now = since.compareTo(JobHealth.LONGEST_WITHOUT_CHECKPOINT) > 0;
        if (now && !still) {
            say("The job has completed no checkpoint for " + since.toMinutes() + " minutes: "
                    + troubles.found().orElse("its page shows which operator is busy or waits (docs/development.md)."));
        } else if (!now && still) {
            say("The job completes checkpoints again.");
        }
        still = now;
    }

    private synchronized void say(String sentence) {
        out.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + " " + sentence);
    }
}
