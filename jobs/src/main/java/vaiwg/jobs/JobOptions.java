package vaiwg.jobs;

import java.util.Optional;
import vaiwg.jobs.options.CheckpointOptions;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.options.LocalPorts;
import vaiwg.jobs.options.PublicationOptions;
import vaiwg.jobs.recovery.Checkpoints.Checkpoint;
import vaiwg.jobs.recovery.StartingPoint;
import vaiwg.jobs.store.Database;

/**
 * What a run of the job is configured with.
 *
 * @param kafka the event log
 * @param events how records are read as events
 * @param database where figures are kept
 * @param outputs where the newest figures are sent, beside the tables
 * @param publication which rows are published
 * @param checkpoints where and how often state is kept
 * @param parallelism of the job, from 1; sources are narrowed to the smallest partition count
 * @param ports of a job that runs in this JVM
 */
public record JobOptions(
        KafkaConnection kafka,
        EventOptions events,
        Database database,
        FigureOutputs outputs,
        PublicationOptions publication,
        CheckpointOptions checkpoints,
        int parallelism,
        LocalPorts ports) {
    /** The address on which this job's own servers listen. */
    public static final String HOST = "127.0.0.1";

    /** These, going on from the checkpoint that was found, if one was. */
    JobOptions startingAt(StartingPoint start) {
        Optional<String> restoreFrom =
                start.checkpoint().map(Checkpoint::location).or(checkpoints::restoreFrom);
        return new JobOptions(
                kafka,
                events,
                database,
                outputs,
                publication,
                new CheckpointOptions(checkpoints.folder(), checkpoints.every(), restoreFrom, checkpoints.backend()),
                parallelism,
                ports);
    }
}
