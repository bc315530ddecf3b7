package vaiwg.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vaiwg.board.web.Access;
import vaiwg.board.web.BoardServer;
import vaiwg.board.web.DatabaseAccessLog;
import vaiwg.board.web.ServerSettings;
import vaiwg.cli.feed.FeedProducer;
import vaiwg.cli.feed.note.NoteTopic;
import vaiwg.cli.options.ReaderConnections;
import vaiwg.cli.process.ShutdownSequence;
import vaiwg.cli.run.LocalJob;
import vaiwg.cli.terminal.ProgressLine;
import vaiwg.demo.DemoRecord.Stage;
import vaiwg.demo.embedded.DataFolder;
import vaiwg.demo.embedded.EmbeddedDatabase;
import vaiwg.demo.embedded.EmbeddedKafka;
import vaiwg.demo.embedded.EmbeddedPrometheus;
import vaiwg.demo.embedded.FreePorts;
import vaiwg.jobs.FigureOutputs;
import vaiwg.jobs.JobOptions;
import vaiwg.jobs.options.CheckpointOptions;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.options.LocalPorts;
import vaiwg.jobs.options.PublicationOptions;
import vaiwg.jobs.records.StateFormat;
import vaiwg.jobs.recovery.Checkpoints;
import vaiwg.jobs.recovery.Checkpoints.Checkpoint;
import vaiwg.jobs.store.BoardAddress;
import vaiwg.jobs.store.Database;
import vaiwg.jobs.store.Migrations;
import vaiwg.kpis.catalogue.Priority;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.time.LondonDays;
import vaiwg.policeuk.ReleaseChanges;

/** A whole installation in one process and one folder: a history is played through it, then it goes on live. */
public final class Demo {
    private static final String PREFIX = "vaiwg.";
    private static final int PARTITIONS = 2;
    private static final long POLL_MILLIS = 200;
    private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(30);

    private final DemoInput input;
    private final Settings settings;
    private final Clock clock;
    private final PrintStream console = System.out;
    private Scenario scenario;
    private DemoRecord record;
    private boolean resumed;

    /**
     * How a demo is run.
     *
     * @param data the folder in which all is kept
     * @param fresh starts over, whatever an earlier demo left there
     * @param parallelism of the job
     * @param once ends after the history
     * @param out where the tables of figures are left
     * @param csv leaves them as compressed CSV, and not as Parquet
     */
    public record Settings(Path data, boolean fresh, int parallelism, boolean once, Optional<Path> out, boolean csv) {}

    /** @param clock by which a made-up history ends today and goes on live; it may run faster than the wall's, not ahead of it */
    public Demo(DemoInput input, Settings settings, Clock clock) {
        this.input = input;
        this.settings = settings;
        this.clock = clock;
    }

    /** Runs until the history is over, or for ever; returns the exit code. */
    public int run() throws Exception {
        DataFolder folder = DataFolder.open(settings.data());
        LogFiles.to(folder.logs());
        try (ShutdownSequence parts = ShutdownSequence.install(() -> console.println("\nEnding ..."))) {
            parts.start("the data folder", () -> folder);
            try {
                begin(folder);
                play(folder, parts);
            } catch (Exception e) {
                if (!parts.isClosing()) {
                    throw e;
                }
                // The process was asked to end: what fails now is the end itself. The hook gives the exit code.
                Thread.currentThread().join();
            }
        }
        return 0;
    }

    /** Goes on with what the folder holds, or clears it, and says which. */
    private void begin(DataFolder folder) throws IOException {
        DemoRecord wanted = new DemoRecord(
                input.words(),
                ShippedCatalogue.get().fingerprint(),
                LocalDate.ofInstant(clock.instant(), LondonDays.ZONE),
                Stage.BEGUN);
        Optional<DemoRecord> found = DemoRecord.read(folder.record());
        Optional<String> obstacle =
                found.flatMap(earlier -> earlier.obstacleTo(wanted, settings.fresh(), settings.once()));
        resumed = found.isPresent() && obstacle.isEmpty();
        record = resumed ? found.get() : wanted;
        scenario = input.scenario().apply(record.end());
        console.println("Playing " + scenario.feed().describe() + ".");
        if (resumed) {
            console.println("Resuming the last run in " + settings.data() + " where it ended; --fresh starts over.");
        } else {
            obstacle.ifPresent(reason -> console.println("Starting over: " + reason + "."));
            folder.clear();
        }
        record.write(folder.record());
    }

    private void play(DataFolder folder, ShutdownSequence parts) throws Exception {
        EmbeddedKafka kafka = parts.start("Kafka", () -> EmbeddedKafka.start(folder.kafka()));
        kafka.createTopics(PREFIX, PARTITIONS);
        EmbeddedDatabase postgres = parts.start("PostgreSQL", () -> EmbeddedDatabase.start(folder.postgres()));
        Database database = postgres.database();
        Migrations.apply(database);
        Optional<BoardServer> pages =
                settings.once() ? Optional.empty() : Optional.of(startPages(parts, kafka, database));
        pages.ifPresent(
                server -> console.println("The report, which grows while the history is played: " + server.address()));
        // Its port is another at each start.
        Optional<BoardAddress> board =
                pages.map(server -> BoardAddress.parse(server.address().toString()));
        BoardAddress.keep(board, database);
        Optional<EmbeddedPrometheus> prometheus = EmbeddedPrometheus.program()
                .map(program -> parts.start(
                        "Prometheus",
                        () -> EmbeddedPrometheus.start(
                                program,
                                PrometheusFiles.configuration(),
                                folder.prometheus(),
                                PrometheusFiles.links(board))));
        JobOptions options = options(folder, kafka, database, prometheus);
        prometheus.ifPresent(server -> server.scrape(options.ports().metrics()));
        LocalJob job = parts.start("the job", () -> LocalJob.startOrFail(options, scenario.catalogue()));
        // What real input was found to hold is known only by reading it.
        if (record.stage() == Stage.BEGUN || scenario.report().isPresent()) {
            send(kafka, parts);
        }
        record = record.at(Stage.SENT);
        record.write(folder.record());
        try (Connection connection = database.connect()) {
            if (scenario.corrections().isPresent()) {
                ReleaseChanges.replace(connection, scenario.corrections().get().get());
            }
            new HistoryWatch(connection, job, folder.logs(), console).await(lastDay());
            if (settings.once()) {
                // The last snapshot may be an earlier run's; what was to follow it is written when this run is there
                // too.
                while (resumed && !job.hasCountedThrough(scenario.feed().end())) {
                    Thread.sleep(POLL_MILLIS);
                }
                job.stop();
                record.at(Stage.ENDED).write(folder.record());
            }
            report(connection, database);
            if (!settings.once()) {
                printAddresses(connection, folder, kafka, postgres, prometheus, options, pages.orElseThrow());
            }
        }
        if (!settings.once()) {
            goOnLive(kafka, folder);
        }
    }

    /** Sends the history, or what an earlier run had not sent of it. */
    private void send(EmbeddedKafka kafka, ShutdownSequence parts) {
        try (FeedProducer producer = new FeedProducer(kafka.connection(PREFIX))) {
            ProgressLine sending = ProgressLine.onStandardOutput(
                    "sending", "records", scenario.feed().expectedRecords());
            long written = producer.resume(scenario.feed(), records -> {
                parts.requireOpen();
                sending.update(records);
            });
            sending.finish(written);
        }
    }

    private JobOptions options(
            DataFolder folder, EmbeddedKafka kafka, Database database, Optional<EmbeddedPrometheus> prometheus)
            throws IOException {
        List<Integer> ports = FreePorts.find(3);
        return new JobOptions(
                kafka.connection(PREFIX),
                events(),
                database,
                FigureOutputs.to(prometheus.map(EmbeddedPrometheus::writes))
                        .and(Map.of("scrape", ports.get(0).toString())),
                new PublicationOptions(
                        lastDay().minusDays(PublicationOptions.DAILY_DAYS - 1L),
                        true,
                        Optional.of(scenario.feed().end()),
                        false),
                new CheckpointOptions(
                        folder.checkpoints(),
                        CHECKPOINT_EVERY,
                        resumed
                                ? Checkpoints.newest(folder.checkpoints())
                                        .map(Checkpoint::location)
                                        .filter(StateFormat::isCurrent)
                                : Optional.empty()),
                settings.parallelism(),
                new LocalPorts(ports.get(1), ports.get(2)));
    }

    private EventOptions events() {
        return EventOptions.of(Forces.of(scenario.forces()));
    }

    /** The day that the midnight at the history's end begins: as at which the last snapshot is. */
    private LocalDate lastDay() {
        return LocalDate.ofEpochDay(LondonDays.dayOf(scenario.feed().end().toEpochMilli()));
    }

    private void report(Connection connection, Database database)
            throws SQLException, IOException, InterruptedException {
        scenario.report().ifPresent(text -> console.println("\n" + text.get().strip()));
        for (PublishedFigures figures : PublishedFigures.asAt(connection, lastDay())) {
            console.println();
            console.println(scenario.closing().title());
            console.println("Force: " + figures.force()
                    + (figures.synthetic() ? " (SYNTHETIC: nobody in it exists)" : "")
                    + ". As at the beginning of " + lastDay() + ".");
            console.println();
            console.println(scenario.closing().text(figures).stripTrailing());
            console.println("Attrition measures the service that victims were given, never the victim.");
            console.println("Management information, not official statistics.");
        }
        if (settings.out().isPresent()) {
            TableExport.Format format = settings.csv() ? TableExport.Format.CSV : TableExport.Format.PARQUET;
            TableExport.write(database, settings.out().get(), format);
            console.println("\n" + format.fileOf("kpi_value") + " and " + format.fileOf("kpi_day") + " are in "
                    + settings.out().get() + ".");
            if (scenario.truth().isPresent()) {
                scenario.truth().get().get().writeTo(settings.out().get().resolve("truth.json"));
                console.println("truth.json beside them is what was made up, counted without the job.");
            }
        }
    }

    /** On invented or public data alone are pages shown to whoever is at this machine as they are. */
    private BoardServer startPages(ShutdownSequence parts, EmbeddedKafka kafka, Database database) throws Exception {
        DatabaseAccessLog log = parts.start("the access log", () -> ReaderConnections.READERS.log(database));
        List<String> posts = Priority.of(scenario.catalogue().get().sites()).stream()
                .map(Priority::owner)
                .toList();
        return parts.start(
                "the pages",
                () -> BoardServer.start(
                        new ServerSettings(JobOptions.HOST, 0, Access.Loopback.ofSyntheticData(posts)),
                        ReaderConnections.READERS.of(database),
                        log,
                        Optional.of(new NoteTopic(kafka.connection(PREFIX), events(), Clock.systemUTC()))));
    }

    private void printAddresses(
            Connection connection,
            DataFolder folder,
            EmbeddedKafka kafka,
            EmbeddedDatabase postgres,
            Optional<EmbeddedPrometheus> prometheus,
            JobOptions options,
            BoardServer pages)
            throws SQLException {
        Path password = EmbeddedDatabase.passwordFile(folder.postgres());
        console.println();
        console.println(
                scenario.live().isPresent()
                        ? "Live until Ctrl-C. Where to look:"
                        : "The history is over; all stays up until Ctrl-C. Where to look:");
        console.println("  the report      " + pages.address());
        console.println("  the job         http://" + JobOptions.HOST + ":"
                + options.ports().web());
        console.println("  newest figures  http://" + JobOptions.HOST + ":"
                + options.outputs().named().get(0).port() + "/metrics");
        console.println("  the tables      PGPASSWORD=$(cat '" + password + "') \\");
        console.println("    psql 'host=" + JobOptions.HOST + " port=" + postgres.port()
                + " user=postgres dbname=vaiwg options=-csearch_path=vaiwg'");
        console.println("  the topics      " + kafka.bootstrapServers());
        prometheus.ifPresent(server -> console.println("  Prometheus      " + server.url()));
        console.println("  the log         " + folder.logs().resolve(LogFiles.NEWEST));
        console.println("  to end it       Ctrl-C; in the background kill -TERM "
                + ProcessHandle.current().pid());
        console.println("The report as files, from another terminal:");
        for (PublishedFigures figures : PublishedFigures.asAt(connection, lastDay())) {
            console.println("  ./vaiwg report --database jdbc:postgresql://" + JobOptions.HOST + ":" + postgres.port()
                    + "/vaiwg \\");
            console.println("    --database-password-file '" + password + "' \\");
            console.println("    --force " + figures.force() + " --as-at " + lastDay() + " --out report");
        }
    }

    /** A history that has ended stays as it is: a heartbeat would take the clock on, and the figures with it, to empty days. */
    private void goOnLive(EmbeddedKafka kafka, DataFolder folder) throws Exception {
        if (scenario.live().isEmpty()) {
            Thread.currentThread().join();
        }
        new LivePhase(kafka.connection(PREFIX), clock).run(scenario.live().get().get(), folder.ticks());
    }
}
