package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.demo.Await;
import vaiwg.demo.DemoProcess;
import vaiwg.demo.WebPage;
import vaiwg.demo.embedded.FreePorts;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.jobs.store.Database;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Progress;
import vaiwg.schemas.Source;
import vaiwg.verification.Today;
import vaiwg.verification.command.SiteAccounts;

/**
 * {@code docs/go-live.md} as a person does it: each step is the command of the page, in a process of its own, and what the page says is to
 * be seen is seen. The figures are those of a job that reads the same events, which came without a line of JSON.
 */
@Timeout(600)
@ExtendWith(InstallationExtension.class)
class GoLiveCommandsIT {
    /** Near to now: the heartbeat says that all is told up to ten minutes ago, and each midnight until then has a snapshot. */
    private static final LocalDate END = Today.byTheClock();

    private static final LocalDate CUT_OVER = END.minusDays(3);
    private static final LocalDate FIRST = END.minusDays(30);
    private static final PartOf EVENTS = new PartOf(SyntheticForce.westMidlands(41, FIRST, END), 10);
    private static final long SEED = 5;
    private static final String SOURCE = "source";

    private static final String KINDS =
            "SELECT kind, count(*), min(as_at), max(as_at) FROM vaiwg.kpi_snapshot WHERE force = 'west-midlands' GROUP BY kind";
    private static final String RECONSTRUCTED = "reconstructed,27," + FIRST.plusDays(1) + "," + CUT_OVER;
    private static final String LATE = "SELECT count(*) FROM vaiwg.late_event";
    private static final String COMPLETE = "SELECT stream, complete_through FROM vaiwg.kpi_feed WHERE force = 'all'";

    @TempDir
    private Path folder;

    private final ObjectMapper json = new ObjectMapper();
    private final List<FeedRecord> history = new ArrayList<>();
    private final List<FeedRecord> live = new ArrayList<>();

    @BeforeEach
    void events() {
        long cutOver = LondonDays.startOf(CUT_OVER).toEpochMilli();
        EVENTS.records().stream()
                .filter(next -> !(next.value() instanceof Progress))
                .sorted(Comparator.comparingLong(GoLiveCommandsIT::changedAt))
                .forEach(next -> {
                    boolean past = changedAt(next) < cutOver;
                    next.value().put(position(next, SOURCE), past ? Source.LOAD : Source.FEED);
                    (past ? history : live).add(next);
                });
    }

    @Test
    void the_steps_of_the_page_lead_from_a_history_to_live_figures(Installation installation) throws Exception {
        requireOnThePage(KINDS, LATE, COMPLETE);
        EventLog log = installation.newLog();
        Database database = installation.newDatabase();
        List<Integer> ports = FreePorts.find(2);
        loadHistory(log);
        try (DemoProcess producers = verb(onLog(log, List.of("load", "--live"), List.of("-")))) {
            try (DemoProcess run = run(log, database, ports, "--no-heartbeat", "--daily-from", CUT_OVER.toString())) {
                awaitRow("SELECT FROM kpi_snapshot WHERE as_at = '" + CUT_OVER + "'", database, run);
                assertThat(Figures.lines(database, KINDS)).containsExactly(RECONSTRUCTED);
                assertThat(Figures.lines(database, LATE)).containsExactly("0");
                assertThat(deadLetters(ports.get(1))).isEmpty();

                producers.say(lines(live));
                awaitAllSent(log);
                awaitStreamsAfterTheCutOver(database, run);
                run.interrupt();
                assertThat(run.awaitEnd()).isEqualTo(130);
                assertThat(run.errors()).as("written to the log").isEmpty();
            }
            FeedRecord now = goLive(log, database, ports, producers);
            assertThat(Figures.lines(database, LATE)).containsExactly("0");
            requireReport(database);
            assertThat(Files.getPosixFilePermissions(folder.resolve("checkpoints")))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
            try (Connection connection = database.connect()) {
                assertThat(Figures.read(connection)
                                .withoutDigests()
                                .differencesFrom(direct(installation, now).withoutDigests()))
                        .isEmpty();
            }
        }
    }

    private void loadHistory(EventLog log) throws Exception {
        List<String> files = writeHistory();
        try (DemoProcess validate =
                verb(Stream.concat(Stream.of("validate"), files.stream()).toList())) {
            assertThat(validate.awaitEnd()).as(validate.output()).isZero();
        }
        List<String> load = onLog(log, List.of("load"), files);
        load.addAll(List.of("--complete-through", LondonDays.startOf(CUT_OVER).toString()));
        try (DemoProcess loading = verb(load)) {
            assertThat(loading.awaitEnd()).as(loading.output()).isZero();
        }
    }

    /** The job goes on with its heartbeat; what is known of the days since the cut-over is published, and a new crime counts. */
    private FeedRecord goLive(EventLog log, Database database, List<Integer> ports, DemoProcess producers)
            throws Exception {
        try (DemoProcess run = run(log, database, ports)) {
            run.awaitOutput("Resuming from the checkpoint of ");
            awaitRow("SELECT FROM kpi_snapshot WHERE as_at = '" + END + "'", database, run);
            assertThat(Figures.lines(database, KINDS))
                    .containsExactlyInAnyOrder(RECONSTRUCTED, "published,3," + CUT_OVER.plusDays(1) + "," + END);
            awaitRow("SELECT FROM kpi_day", database, run);
            FeedRecord now = crimeNow();
            producers.say(lines(List.of(now)));
            awaitRow(recordedOn(now), database, run);
            sayWhyOfASignal(log, database, run);
            producers.endInput();
            assertThat(producers.awaitEnd()).as(producers.output()).isZero();
            run.interrupt();
            assertThat(run.awaitEnd()).isEqualTo(130);
            assertThat(run.errors()).as("written to the log").isEmpty();
            return now;
        }
    }

    private void sayWhyOfASignal(EventLog log, Database database, DemoProcess run) throws Exception {
        Path cause = Files.writeString(folder.resolve("cause.txt"), "Staff moved\n");
        List<String> words = new ArrayList<>(SiteAccounts.options(folder, "Lead"));
        words.addAll(List.of("--force", "west-midlands", "--signal", "s-1"));
        words.addAll(List.of("--post", "Lead", "--cause-file", cause.toString()));
        try (DemoProcess note = verb(onLog(log, List.of("note"), words))) {
            assertThat(note.awaitEnd()).as(note.output()).isZero();
        }
        awaitRow(
                // No signal of that name is known: the note is restricted.
                "SELECT FROM kpi_note_conduct WHERE signal_id = 's-1' AND kind = 'note' AND cause = 'Staff moved' AND post = 'Lead' AND login = 'a.lead'"
                        + " AND known_at >= changed_at",
                database,
                run);
    }

    /** The same events straight from their maker to other topics, and read at once. */
    private Figures direct(Installation installation, FeedRecord now) throws Exception {
        EventLog log = installation.newLog();
        log.send(history);
        log.completeThrough(LondonDays.startOf(CUT_OVER));
        log.send(live);
        log.completeThrough(LondonDays.startOf(END));
        log.send(List.of(now));
        RunSettings settings = RunSettings.of(LondonDays.startOf(END), 1).withRows(CUT_OVER, true);
        try (JobRun run = installation.start(log, settings)) {
            run.awaitSnapshot(LondonDays.startOf(END));
            run.awaitRow("the live crime counts", recordedOn(now));
            run.stop();
            return run.figures();
        }
    }

    private static FeedRecord crimeNow() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        SmallCase small = new SmallCase("live-now");
        CrimeRecording crime = small.crime(now);
        crime.setForce("west-midlands");
        crime.setSource(Source.FEED);
        return small.delivered(crime, now);
    }

    /** The day of a crime after the made-up ones is revised with it. */
    private static String recordedOn(FeedRecord crime) {
        return "SELECT FROM kpi_day WHERE kpi = 'recorded_offences' AND slice = '' AND numerator = 1 AND day = '"
                + LocalDate.ofInstant(Instant.ofEpochMilli(crime.timestamp()), LondonDays.ZONE) + "'";
    }

    /** A file for each stream, in any order. */
    private List<String> writeHistory() throws Exception {
        List<String> files = new ArrayList<>();
        for (EventStream stream : EventStream.values()) {
            List<String> lines = new ArrayList<>();
            for (FeedRecord next : history) {
                if (next.stream() == stream) {
                    lines.add(line(next).toString());
                }
            }
            Collections.shuffle(lines, new Random(SEED));
            files.add(
                    Files.write(folder.resolve(stream.slug() + ".jsonl"), lines).toString());
        }
        return files;
    }

    /** Lines of several streams for one pipe. */
    private String lines(List<FeedRecord> records) throws Exception {
        StringBuilder lines = new StringBuilder();
        for (FeedRecord next : records) {
            lines.append(line(next).put("stream", next.stream().slug())).append('\n');
        }
        return lines.toString();
    }

    /** Without its source, which the command puts in. */
    private ObjectNode line(FeedRecord next) throws Exception {
        ObjectNode line = (ObjectNode) json.readTree(next.value().toString());
        line.remove(SOURCE);
        return line;
    }

    private DemoProcess verb(List<String> arguments) throws Exception {
        List<String> command = DemoProcess.command(System.getProperty("java.class.path"));
        command.addAll(arguments);
        return DemoProcess.start(command, folder);
    }

    private DemoProcess run(EventLog log, Database database, List<Integer> ports, String... more) throws Exception {
        List<String> arguments = onLog(log, List.of("run"), List.of(more));
        arguments.addAll(DatabaseArguments.of(database, folder));
        arguments.addAll(List.of("--checkpoint-every", "1"));
        arguments.addAll(List.of("--checkpoints", folder.resolve("checkpoints").toString()));
        arguments.addAll(List.of("--web-port", Integer.toString(ports.get(0))));
        arguments.addAll(List.of("--metrics-port", Integer.toString(ports.get(1))));
        return verb(arguments);
    }

    private static List<String> onLog(EventLog log, List<String> verb, List<String> more) {
        List<String> arguments = new ArrayList<>(verb);
        arguments.addAll(List.of("--forces", SyntheticForce.FORCE));
        arguments.addAll(List.of("--kafka", log.bootstrapServers(), "--topic-prefix", log.prefix()));
        arguments.addAll(more);
        return arguments;
    }

    private void awaitAllSent(EventLog log) throws Exception {
        int progress = Installation.PARTITIONS * EventStream.values().length;
        int wanted = history.size() + live.size() + progress;
        Await.until(
                "all " + wanted + " records are in the topics",
                () -> TopicReader.readAll(log.bootstrapServers(), log.prefix()).size() == wanted);
    }

    /** Of the stalking stream few days have news. */
    private static void awaitStreamsAfterTheCutOver(Database database, DemoProcess run) throws Exception {
        awaitRow(
                "SELECT count(*) FROM (" + COMPLETE + ") told WHERE stream IN ('crime-recording', 'outcome')"
                        + " AND complete_through > '" + LondonDays.startOf(CUT_OVER.plusDays(1))
                        + "' HAVING count(*) = 2",
                database,
                run);
    }

    private void requireReport(Database database) throws Exception {
        Path report = folder.resolve("report");
        List<String> arguments =
                new ArrayList<>(List.of("report", "--as-at", END.toString(), "--out", report.toString()));
        arguments.addAll(DatabaseArguments.of(database, folder));
        try (DemoProcess reporting = verb(arguments)) {
            assertThat(reporting.awaitEnd()).as(reporting.output()).isZero();
        }
        assertThat(Files.readString(report.resolve("index.html")))
                .contains("As at")
                .doesNotContain("Worked out later");
    }

    private static void requireOnThePage(String... statements) throws Exception {
        assertThat(Files.readString(Path.of("..", "docs", "go-live.md"))).contains(statements);
    }

    /** What the job's metrics tell of rejected records, above zero. */
    private static List<String> deadLetters(int metricsPort) throws Exception {
        String page =
                WebPage.get("http://127.0.0.1:" + metricsPort + "/metrics").body();
        assertThat(page).contains("vaiwg_");
        return page.lines()
                .filter(line -> line.contains("vaiwg_dead_letters_total") && !line.startsWith("#"))
                .filter(line -> !line.endsWith(" 0.0"))
                .toList();
    }

    /** The tables are there from the beginning. */
    private static void awaitRow(String query, Database database, DemoProcess run) throws Exception {
        run.awaitEffect(
                "there is a row: " + query,
                () -> !Figures.lines(database, "SELECT 1 FROM (" + query + ") found LIMIT 1")
                        .isEmpty());
    }

    private static long changedAt(FeedRecord event) {
        return ((Instant) event.value().get(position(event, "changedAt"))).toEpochMilli();
    }

    private static int position(FeedRecord event, String field) {
        return event.value().getSchema().getField(field).pos();
    }
}
