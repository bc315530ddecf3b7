package vaiwg.cli.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vaiwg.cli.ProgressLine;
import vaiwg.cli.embedded.DataFolder;
import vaiwg.cli.embedded.EmbeddedDatabase;
import vaiwg.cli.embedded.EmbeddedKafka;
import vaiwg.cli.embedded.EmbeddedPrometheus;
import vaiwg.cli.embedded.FreePorts;
import vaiwg.cli.embedded.ShutdownSequence;
import vaiwg.cli.feed.FeedProducer;
import vaiwg.cli.feed.Heartbeat;
import vaiwg.cli.policeuk.ReleaseChanges;
import vaiwg.cli.synthetic.LiveForce;
import vaiwg.jobs.JobOptions;
import vaiwg.jobs.store.Database;
import vaiwg.kpis.time.LondonDays;

/** A whole installation in one process and one folder: a history is played through it, then it goes on live. */
public final class Demo {
    private static final String PREFIX = "vaiwg.";
    private static final int PARTITIONS = 2;
    private static final int DAILY_DAYS = 28;
    private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(10);
    private static final Duration HEARTBEAT_EVERY = Duration.ofSeconds(10);
    private static final long TICK_MILLIS = 1_000;

    private final Scenario scenario;
    private final Path data;
    private final int parallelism;
    private final boolean once;
    private final Optional<Path> out;
    private final Optional<Path> timingsFile;
    private final Timings timings = new Timings();
    private final PrintStream console = System.out;

    /**
     * @param data the folder in which all is kept; what an earlier demo left there is removed
     * @param once ends after the history
     * @param out where the tables of figures are left
     * @param timingsFile where the times of the phases are left
     */
    public Demo(
            Scenario scenario,
            Path data,
            int parallelism,
            boolean once,
            Optional<Path> out,
            Optional<Path> timingsFile) {
        this.scenario = scenario;
        this.data = data;
        this.parallelism = parallelism;
        this.once = once;
        this.out = out;
        this.timingsFile = timingsFile;
    }

    /** Runs until the history is over, or for ever; returns the exit code. */
    public int run() throws Exception {
        DataFolder folder = DataFolder.open(data);
        LogFiles.to(folder.logs());
        console.println("Playing " + scenario.feed().describe() + ".");
        try (ShutdownSequence parts = ShutdownSequence.install(() -> console.println("\nEnding ..."))) {
            parts.start("the data folder", () -> folder);
            try {
                play(folder, parts);
            } catch (Exception e) {
                if (!parts.isClosing()) {
                    throw e;
                }
                // The process was asked to end: what fails now is the end itself. The hook gives the exit code.
                Thread.currentThread().join();
            }
        }
        if (timingsFile.isPresent()) {
            timings.write(timingsFile.get());
        }
        return 0;
    }

    private void play(DataFolder folder, ShutdownSequence parts) throws Exception {
        folder.clear();
        EmbeddedKafka kafka = parts.start("Kafka", () -> EmbeddedKafka.start(folder.kafka()));
        kafka.createTopics(PREFIX, PARTITIONS);
        EmbeddedDatabase postgres = parts.start("PostgreSQL", () -> EmbeddedDatabase.start(folder.postgres()));
        Optional<EmbeddedPrometheus> prometheus = EmbeddedPrometheus.program()
                .map(program -> parts.start(
                        "Prometheus",
                        () -> EmbeddedPrometheus.start(program, PrometheusFiles.configuration(), folder.prometheus())));
        Database database = new Database(postgres.jdbcUrl(), "postgres", "");
        JobOptions options = options(folder, kafka, database, prometheus);
        LocalJob job = parts.start("the job", () -> LocalJob.startOrFail(options));
        timings.end("start");
        try (FeedProducer producer = new FeedProducer(kafka.bootstrapServers(), PREFIX)) {
            ProgressLine sending = ProgressLine.onStandardOutput(
                    "sending", "records", scenario.feed().expectedRecords());
            FeedProducer.Written written = producer.play(scenario.feed(), records -> {
                parts.requireOpen();
                sending.update(records);
            });
            sending.finish(written.records());
        }
        timings.end("send");
        try (Connection connection = database.connect()) {
            if (scenario.corrections().isPresent()) {
                ReleaseChanges.write(connection, scenario.corrections().get().get());
            }
            new HistoryWatch(connection, job, folder.logs(), console).await(lastDay());
            timings.end("count");
            if (once) {
                job.stop();
                timings.end("write");
            }
            report(connection);
            if (!once) {
                tellWhereToLook(connection, folder, kafka, postgres, prometheus, options);
            }
        }
        if (!once) {
            goOnLive(kafka);
        }
    }

    private JobOptions options(
            DataFolder folder, EmbeddedKafka kafka, Database database, Optional<EmbeddedPrometheus> prometheus)
            throws IOException {
        List<Integer> ports = FreePorts.find(3);
        return new JobOptions(
                kafka.bootstrapServers(),
                PREFIX,
                database,
                prometheus.map(server -> URI.create(server.url() + "/api/v1/write")),
                ports.get(0),
                parallelism,
                folder.checkpoints(),
                CHECKPOINT_EVERY,
                lastDay().minusDays(DAILY_DAYS - 1L),
                true,
                Optional.of(scenario.feed().end()),
                Optional.empty(),
                ports.get(1),
                ports.get(2));
    }

    /** The day that the midnight at the history's end begins: as at which the last snapshot is. */
    private LocalDate lastDay() {
        return LocalDate.ofEpochDay(LondonDays.dayOf(scenario.feed().end().toEpochMilli()));
    }

    private void report(Connection connection) throws SQLException, IOException {
        scenario.report().ifPresent(text -> console.println("\n" + text.get().strip()));
        for (PublishedFigures figures : PublishedFigures.asAt(connection, lastDay())) {
            console.println();
            console.println(scenario.closing().title());
            console.println("Force: " + figures.force()
                    + (figures.isSynthetic() ? " (SYNTHETIC: nobody in it exists)" : "")
                    + ". As at the beginning of " + lastDay() + ".");
            console.println();
            console.println(scenario.closing().text(figures).stripTrailing());
            console.println("Attrition measures the service that victims were given, never the victim.");
            console.println("Management information, not official statistics.");
        }
        if (out.isPresent()) {
            TableExport.write(connection, out.get());
            console.println("\nkpi_value.csv and kpi_day.csv are in " + out.get() + ".");
            if (scenario.truth().isPresent()) {
                scenario.truth().get().get().writeTo(out.get().resolve("truth.json"));
                console.println("truth.json beside them is what was made up, counted without the job.");
            }
            timings.end("export");
        }
    }

    private void tellWhereToLook(
            Connection connection,
            DataFolder folder,
            EmbeddedKafka kafka,
            EmbeddedDatabase postgres,
            Optional<EmbeddedPrometheus> prometheus,
            JobOptions options)
            throws SQLException {
        console.println();
        console.println(
                scenario.live().isPresent()
                        ? "Live until Ctrl-C. Where to look:"
                        : "The history is over; all stays up until Ctrl-C. Where to look:");
        console.println("  the job         http://" + JobOptions.HOST + ":" + options.webPort());
        console.println("  newest figures  http://" + JobOptions.HOST + ":" + options.scrapePort() + "/metrics");
        console.println("  the tables      psql 'host=" + JobOptions.HOST + " port=" + postgres.port()
                + " user=postgres dbname=vaiwg options=-csearch_path=vaiwg'");
        console.println("  the topics      " + kafka.bootstrapServers());
        prometheus.ifPresent(server -> console.println("  Prometheus      " + server.url()));
        console.println("  the log         " + folder.logs().resolve(LogFiles.NEWEST));
        console.println("A board pack, from another terminal:");
        for (PublishedFigures figures : PublishedFigures.asAt(connection, lastDay())) {
            console.println("  ./vaiwg snapshot --database jdbc:postgresql://" + JobOptions.HOST + ":" + postgres.port()
                    + "/vaiwg \\");
            console.println("    --force " + figures.force() + " --as-at " + lastDay() + " --out pack");
        }
    }

    /** A history that has ended stays as it is: a heartbeat would take the clock on, and the figures with it, to empty days. */
    private void goOnLive(EmbeddedKafka kafka) throws Exception {
        if (scenario.live().isEmpty()) {
            Thread.currentThread().join();
        }
        try (Heartbeat heartbeat =
                        Heartbeat.start(kafka.bootstrapServers(), PREFIX, HEARTBEAT_EVERY, Clock.systemUTC());
                FeedProducer producer = new FeedProducer(kafka.bootstrapServers(), PREFIX)) {
            LiveForce force = scenario.live().get().get();
            while (true) {
                force.tick(Clock.systemUTC().instant(), producer::send);
                producer.flush();
                Thread.sleep(TICK_MILLIS);
            }
        }
    }
}
