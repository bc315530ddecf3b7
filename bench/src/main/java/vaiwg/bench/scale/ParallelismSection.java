package vaiwg.bench.scale;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import vaiwg.bench.measure.EventLog;
import vaiwg.bench.measure.LogServer;
import vaiwg.bench.results.ResultsFile;
import vaiwg.cli.run.LocalJob;
import vaiwg.demo.embedded.EmbeddedDatabase;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.jobs.JobOptions;
import vaiwg.jobs.VaiwgJob;
import vaiwg.jobs.options.CheckpointOptions;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.FigureOutputs;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.options.LocalPorts;
import vaiwg.jobs.options.PublicationOptions;
import vaiwg.jobs.store.Database;
import vaiwg.jobs.store.Migrations;

/** The whole job with PostgreSQL on clusters of one, two and four TaskManagers: the tables that it leaves. */
final class ParallelismSection implements Section {
    static final String HEADER = "parallelism,table,rows,digest";
    static final String DAYS = "days";
    static final String RECORDS = "records";
    /** With the parallelism behind it. */
    static final String SECONDS = "seconds at parallelism ";

    private static final List<Integer> ALL = List.of(1, 2, 4);
    private static final List<Integer> FEW = List.of(1, 2);
    private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(30);
    private static final long POLL_MILLIS = 200;

    @Override
    public ResultsFile measure(Trial trial) throws Exception {
        int days = trial.of(15, 90);
        trial.say("a broker gets " + days + " days of the synthetic force");
        Map<String, String> facts = new LinkedHashMap<>();
        List<String> rows = new ArrayList<>();
        try (LogServer server =
                LogServer.start(trial.scratch().folder("kafka"), EventLog.FIRST_DAY, days, trial.seed())) {
            facts.put(DAYS, Integer.toString(days));
            facts.put(RECORDS, Long.toString(server.log().records(EventLog.ALL)));
            for (int parallelism : trial.of(FEW, ALL)) {
                Path folder = trial.scratch().folder("parallelism-" + parallelism);
                try (EmbeddedDatabase postgres =
                        trial.scratch().closedBefore(EmbeddedDatabase.start(folder.resolve("postgres")))) {
                    Migrations.apply(postgres.database());
                    long begin = System.nanoTime();
                    run(server.log(), postgres.database(), folder, parallelism);
                    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
                    facts.put(SECONDS + parallelism, Long.toString(seconds));
                    trial.say("parallelism " + parallelism + ": " + seconds + " s");
                    DatabaseTables.read(postgres.database())
                            .forEach((table, content) -> rows.add(String.join(
                                    ",",
                                    Integer.toString(parallelism),
                                    table,
                                    Long.toString(content.rows()),
                                    content.digest())));
                }
            }
        }
        return new ResultsFile(facts, HEADER, rows);
    }

    private static void run(EventLog log, Database database, Path folder, int parallelism) throws Exception {
        try (StandaloneCluster cluster =
                StandaloneCluster.start(Files.createDirectory(folder.resolve("flink")), parallelism)) {
            JobOptions options = new JobOptions(
                    log.connection(),
                    EventOptions.of(Forces.parse(SyntheticForce.FORCE)),
                    database,
                    FigureOutputs.none(),
                    new PublicationOptions(dailyFrom(log), true, Optional.of(log.end()), false),
                    new CheckpointOptions(folder.resolve("checkpoints"), CHECKPOINT_EVERY, Optional.empty()),
                    parallelism,
                    new LocalPorts(cluster.webPort(), 0));
            VaiwgJob job = new VaiwgJob(options);
            StreamExecutionEnvironment environment = StreamExecutionEnvironment.createRemoteEnvironment(
                    JobOptions.HOST, cluster.webPort(), job.configuration());
            job.buildInto(environment);
            try (LocalJob running = LocalJob.submitted(environment.executeAsync("vaiwg"), options)) {
                while (!running.hasCountedThrough(log.end())) {
                    cluster.requireAlive();
                    if (!running.isAlive()) {
                        throw new IllegalStateException("The job ended: " + running.lastFailure());
                    }
                    Thread.sleep(POLL_MILLIS);
                }
                running.stop();
            }
        }
    }

    private static LocalDate dailyFrom(EventLog log) {
        return log.endDay().minusDays(PublicationOptions.DAILY_DAYS - 1L);
    }
}
