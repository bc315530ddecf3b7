package vaiwg.cli.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.store.Database;

/** How a job is: whether it is at work, how old its last checkpoint is, whether its database answers. */
public final class JobHealth {
    /** A checkpoint may take ten minutes before it is given up; the next begins at once. */
    public static final Duration LONGEST_WITHOUT_CHECKPOINT = Duration.ofMinutes(15);

    private final LocalJob job;
    private final JobTroubles troubles;
    private final CheckpointAge age;

    public JobHealth(LocalJob job, KafkaConnection kafka, Database database, Path folder) {
        this.job = job;
        this.troubles = new JobTroubles(kafka, database, folder);
        this.age = new CheckpointAge(folder, System::nanoTime);
    }

    JobTroubles troubles() {
        return troubles;
    }

    /** Since the newest was complete, or the job began: what an earlier run left does not count. */
    Duration sinceCheckpoint() {
        return age.now();
    }

    /**
     * What is asked of a process by those who watch it, in the order in which it is told: that it lives, whether it is ready, and why.
     * Nothing of any figure.
     */
    Map<String, Object> now() throws ExecutionException, InterruptedException {
        boolean running = job.isRunning();
        Duration since = sinceCheckpoint();
        boolean database = troubles.databaseAnswers();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("live", true);
        told.put(HealthServer.READY, running && database && since.compareTo(LONGEST_WITHOUT_CHECKPOINT) <= 0);
        told.put("jobRuns", running);
        told.put("secondsSinceCheckpoint", since.toSeconds());
        told.put("databaseAnswers", database);
        return told;
    }
}
