package vaiwg.bench.contestants;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Optional;
import java.util.stream.LongStream;
import vaiwg.bench.measure.Contestant;
import vaiwg.bench.measure.EventLog;
import vaiwg.bench.measure.Laps;
import vaiwg.cli.run.LocalJob;
import vaiwg.demo.embedded.EmbeddedDatabase;
import vaiwg.demo.embedded.EmbeddedPrometheus;
import vaiwg.demo.embedded.FreePorts;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.jobs.FigureOutputs;
import vaiwg.jobs.JobOptions;
import vaiwg.jobs.options.CheckpointOptions;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.options.LocalPorts;
import vaiwg.jobs.options.PublicationOptions;
import vaiwg.jobs.options.StateBackend;
import vaiwg.jobs.store.Database;
import vaiwg.jobs.store.Migrations;

/** This job as {@code ./vaiwg run} starts it, with PostgreSQL and, where it is installed, Prometheus, until all is written. */
public final class JobWithSinks implements Contestant {
    private static final long POLL_MILLIS = 100;

    @Override
    public void run(EventLog log, Path folder, Laps laps) throws Exception {
        try (EmbeddedDatabase server = EmbeddedDatabase.start(folder.resolve("postgres"));
                EmbeddedPrometheus prometheus = prometheus(folder.resolve("prometheus"))) {
            Optional<EmbeddedPrometheus> there = Optional.ofNullable(prometheus);
            Database database = server.database();
            Migrations.apply(database);
            FigureOutputs outputs = FigureOutputs.to(there.map(EmbeddedPrometheus::writes));
            JobOptions options = options(log, folder, database, outputs, StateBackend.HEAP);
            laps.time(
                    () -> {
                        playThrough(log, options);
                        try (Connection connection = database.connect()) {
                            return Optional.of(Question.answer(connection));
                        }
                    },
                    LongStream.concat(
                                    LongStream.of(server.pid()), there.stream().mapToLong(EmbeddedPrometheus::pid))
                            .toArray());
        }
    }

    /** Null where this machine has none. */
    private static EmbeddedPrometheus prometheus(Path folder) {
        Path configuration = Path.of(System.getProperty("vaiwg.home", ".."), "prometheus", "embedded.yml");
        return EmbeddedPrometheus.program()
                .map(program -> EmbeddedPrometheus.start(program, configuration, folder))
                .orElse(null);
    }

    private static void playThrough(EventLog log, JobOptions options) throws Exception {
        try (LocalJob job = LocalJob.startOrFail(options)) {
            awaitEnd(log, job);
            job.stop();
        }
    }

    /**
     * Returns when the job has counted the log to its end.
     *
     * @throws IllegalStateException where the job ends before
     */
    public static void awaitEnd(EventLog log, LocalJob job) throws Exception {
        while (!job.hasCountedThrough(log.end())) {
            if (!job.isAlive()) {
                throw new IllegalStateException("The job ended: " + job.lastFailure());
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** The job as {@code ./vaiwg run} would have it, with snapshots of the whole log. */
    public static JobOptions options(
            EventLog log, Path folder, Database database, FigureOutputs outputs, StateBackend backend)
            throws IOException {
        return new JobOptions(
                log.connection(),
                EventOptions.of(Forces.parse(SyntheticForce.FORCE)),
                database,
                outputs,
                new PublicationOptions(
                        log.endDay().minusDays(PublicationOptions.DAILY_DAYS - 1L),
                        true,
                        Optional.of(log.end()),
                        false),
                new CheckpointOptions(
                        folder.resolve("checkpoints"), FlinkSettings.CHECKPOINT_EVERY, Optional.empty(), backend),
                FlinkSettings.PARALLELISM,
                new LocalPorts(FreePorts.find(1).get(0), 0));
    }
}
