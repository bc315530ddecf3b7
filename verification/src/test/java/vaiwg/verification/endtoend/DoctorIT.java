package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.Answer;
import vaiwg.cli.doctor.Check;
import vaiwg.cli.doctor.Doctor;
import vaiwg.cli.doctor.Findings.State;
import vaiwg.cli.doctor.TimeChecks;
import vaiwg.cli.feed.Heartbeat;
import vaiwg.demo.DemoProcess;
import vaiwg.demo.WebPage;
import vaiwg.demo.embedded.EmbeddedDatabase;
import vaiwg.demo.embedded.EmbeddedPrometheus;
import vaiwg.demo.embedded.FreePorts;
import vaiwg.jobs.recovery.Checkpoints;
import vaiwg.jobs.store.Database;
import vaiwg.jobs.store.Migrations;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.EventStream;
import vaiwg.verification.monitoring.RolesFile;

/** What {@code vaiwg doctor} says of an installation that is well, of a job at work, of one that has ended, and of servers that are away. */
@Timeout(300)
@ExtendWith(InstallationExtension.class)
class DoctorIT {
    private static final String SECRET = "Secret-of-the-header";
    /** With what each begins. */
    private static final String PASSWORD = "Password-of-";

    private static final String OWNER = "vaiwg_owner";
    private static final String JOB = "vaiwg_job";
    private static final String READER = "vaiwg_board";
    /** Of the database. */
    private static final String NAME = "vaiwg";

    @TempDir
    private Path folder;

    /** Groups and logins by the file of the documentation, and the servers and settings of a site: the job's login is no superuser. */
    @Test
    @Timeout(600)
    void an_installation_as_the_documentation_makes_it_is_well_and_says_so(Installation installation) throws Exception {
        EventLog log = installation.newLog();
        Instant recorded = Instant.now().minus(Duration.ofDays(3));
        log.send(List.of(new SmallCase("first").recorded(recorded), new SmallCase("second").recorded(recorded)));
        Path program = EmbeddedPrometheus.program()
                .orElseThrow(() -> new AssertionError("install prometheus: apt-get install prometheus"));
        List<Integer> ports = FreePorts.find(2);
        try (EmbeddedDatabase postgres = EmbeddedDatabase.start(folder.resolve("postgres"));
                EmbeddedPrometheus prometheus = EmbeddedPrometheus.start(
                        program,
                        QuickRules.writeTo(installation.newFolder("project"), ""),
                        installation.newFolder("prometheus"))) {
            makeLogins(postgres);
            List<String> settings = settings(log, postgres, prometheus);
            try (DemoProcess job = run(settings, ports);
                    DemoProcess pages = serve(postgres)) {
                prometheus.scrape(ports.get(1));
                awaitWell(job, postgres.database(), prometheus);

                List<String> arguments = new ArrayList<>(List.of("doctor", "--json", "--board-url", address(pages)));
                arguments.addAll(settings);
                Answer answer = Answer.to(arguments.toArray(String[]::new));
                assertThat(states(answer, true))
                        .as(answer.toString())
                        .isEqualTo(Map.ofEntries(
                                Map.entry("configuration", "ok"),
                                Map.entry("files", "ok"),
                                Map.entry("checkpoints", "ok"),
                                Map.entry("disk", "ok"),
                                Map.entry("kafka", "ok"),
                                Map.entry("topics", "ok"),
                                Map.entry("rights in kafka", "ok"),
                                Map.entry("schemas", "ok"),
                                Map.entry("database", "ok"),
                                Map.entry("tables", "ok"),
                                Map.entry("roles", "ok"),
                                Map.entry("job", "ok"),
                                Map.entry("snapshots", "ok"),
                                Map.entry("clocks", "ok"),
                                Map.entry("watermark", "ok"),
                                Map.entry("prometheus", "ok"),
                                Map.entry("pages", "ok"),
                                // There is no node exporter, no registry, and no server with TLS.
                                Map.entry("time to full", "skipped"),
                                Map.entry("schema registry", "skipped"),
                                Map.entry("certificates", "skipped")));
                assertThat(answer.exitCode()).isZero();
                assertThat(answer.output())
                        .contains("The login vaiwg_job writes figures and owns nothing.")
                        .doesNotContain(SECRET)
                        .doesNotContain(PASSWORD);
                assertThat(answer.errors()).doesNotContain(SECRET).doesNotContain(PASSWORD);
            }
        }
    }

    /** The tables are the owner's. */
    private void makeLogins(EmbeddedDatabase postgres) throws Exception {
        for (String login : List.of(OWNER, JOB, READER)) {
            ownFile(login, PASSWORD + login);
        }
        RolesFile.run(postgres, folder, NAME);
        Migrations.apply(new Database(postgres.database(NAME).url(), OWNER, PASSWORD + OWNER));
    }

    /** Of run and of doctor. */
    private List<String> settings(EventLog log, EmbeddedDatabase postgres, EmbeddedPrometheus prometheus)
            throws Exception {
        List<String> settings = new ArrayList<>(List.of("--forces", SmallCase.FORCE));
        settings.addAll(List.of("--kafka", log.bootstrapServers(), "--topic-prefix", log.prefix()));
        settings.addAll(login(postgres, JOB));
        settings.addAll(List.of("--checkpoints", checkpoints().toString()));
        settings.addAll(List.of("--remote-write", prometheus.url() + "/api/v1/write"));
        settings.addAll(List.of("--remote-write-header", "X-Token=@" + ownFile("token", SECRET)));
        return settings;
    }

    /** With its own heartbeat, which says that the streams are complete. */
    private DemoProcess run(List<String> settings, List<Integer> ports) throws Exception {
        List<String> command = DemoProcess.command(System.getProperty("java.class.path"));
        command.add("run");
        command.addAll(settings);
        command.addAll(List.of("--checkpoint-every", "1"));
        command.addAll(List.of("--web-port", ports.get(0).toString()));
        command.addAll(List.of("--metrics-port", ports.get(1).toString()));
        return DemoProcess.start(command, folder);
    }

    private DemoProcess serve(EmbeddedDatabase postgres) throws Exception {
        List<String> command = DemoProcess.command(System.getProperty("java.class.path"));
        command.addAll(List.of("serve", "--port", "0"));
        command.addAll(login(postgres, READER));
        return DemoProcess.start(command, folder);
    }

    private static String address(DemoProcess pages) throws Exception {
        pages.awaitOutput(". Ctrl-C ends it");
        Matcher address = Pattern.compile("The report is at (\\S+/)\\.").matcher(pages.output());
        assertThat(address.find()).as(pages.output()).isTrue();
        return address.group(1);
    }

    /** Until the last midnight is published, streams are complete, a checkpoint is, and Prometheus has the figures and the job. */
    private void awaitWell(DemoProcess job, Database database, EmbeddedPrometheus prometheus) throws Exception {
        LocalDate newest = LocalDate.ofInstant(Instant.now().minus(Heartbeat.ALLOWANCE), LondonDays.ZONE);
        awaitRows(job, database, "SELECT 1 FROM kpi_snapshot WHERE as_at = DATE '" + newest + "'", 1);
        awaitRows(
                job,
                database,
                "SELECT 1 FROM kpi_feed_row WHERE force = 'all' AND complete_through > now() - interval '30 minutes'",
                EventStream.values().length);
        job.awaitEffect(
                "a checkpoint is complete",
                () -> Checkpoints.newest(checkpoints()).isPresent());
        for (String query : List.of("last_over_time(vaiwg_snapshot_as_at_seconds[400d])", "up{job=\"flink\"} == 1")) {
            String page = prometheus.url() + "/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
            job.awaitEffect(
                    "Prometheus has " + query,
                    () -> !new ObjectMapper()
                            .readTree(WebPage.get(page).body())
                            .at("/data/result")
                            .isEmpty());
        }
    }

    private static void awaitRows(DemoProcess job, Database database, String query, int rows) throws Exception {
        job.awaitEffect(
                query + " has " + rows, () -> Figures.lines(database, query).size() >= rows);
    }

    private Path checkpoints() {
        return folder.resolve("checkpoints");
    }

    private List<String> login(EmbeddedDatabase postgres, String login) {
        return List.of(
                "--database",
                postgres.database(NAME).url(),
                "--database-user",
                login,
                "--database-password-file",
                folder.resolve(login).toString());
    }

    private Path ownFile(String name, String text) throws Exception {
        Path file = Files.writeString(folder.resolve(name), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void a_job_at_work_is_well_until_it_ends_and_no_secret_is_told(Installation installation) throws Exception {
        EventLog log = installation.newLog();
        Instant through = Instant.now().minus(Duration.ofMinutes(10));
        log.completeThrough(through);
        Database database;
        Answer atWork;
        try (JobRun run = installation.start(log, RunSettings.of(through, 1))) {
            for (EventStream stream : EventStream.values()) {
                run.awaitFeed(stream, through);
            }
            database = run.database();
            atWork = doctor(log, database, true);
        }
        assertThat(atWork.output()).doesNotContain(SECRET);
        assertThat(states(atWork, false))
                .containsEntry("kafka", "ok")
                .containsEntry("topics", "ok")
                .containsEntry("rights in kafka", "ok")
                .containsEntry("schemas", "ok")
                .containsEntry("database", "ok")
                .containsEntry("tables", "ok")
                .containsEntry("clocks", "ok")
                .containsEntry("job", "ok")
                .containsEntry("watermark", "ok")
                .containsEntry("pages", "skipped")
                .as("PostgreSQL is asked, and offers no TLS")
                .containsEntry("certificates", "skipped")
                .as("the login of the tests is a superuser, and nothing was sent that counts")
                .containsEntry("roles", "do")
                .containsEntry("snapshots", "do")
                .as("nobody listens there")
                .containsEntry("prometheus", "do");

        Answer ended = doctor(log, database, false);
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.output())
                .containsPattern("(?m)^do +job +No job publishes into this database: start it")
                .containsPattern("(?m)^skipped +watermark +Not looked at: first see to job\\.$")
                .containsPattern("(?m)^ok +files +.*/token is closed to others\\.$")
                .containsPattern("(?m)^do +prometheus +Prometheus at http://127\\.0\\.0\\.1:1 does not answer:"
                        + " start it, or correct --remote-write\\.$")
                .doesNotContain(SECRET)
                .doesNotContain(database.password());
        assertThat(ended.errors()).doesNotContain(SECRET).doesNotContain(database.password());
    }

    /** Half a minute more, since the span is told in whole minutes, and asking takes a moment of it. */
    @Test
    void a_clock_that_is_ten_minutes_ahead_is_told(Installation installation) throws Exception {
        EventLog log = installation.newLog();
        Database database = installation.newDatabase();
        Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10).plusSeconds(30));
        List<Check> clocks = new TimeChecks(log::connection, () -> database, ahead)
                .all().stream()
                        .filter(check -> check.name().equals("clocks"))
                        // Without the checks that it needs, which are not made here.
                        .map(check -> new Check(check.name(), check.look()))
                        .toList();

        assertThat(new Doctor(clocks).look(line -> {})).singleElement().satisfies(line -> {
            assertThat(line.state()).isEqualTo(State.DO);
            assertThat(line.says())
                    .startsWith("This machine's clock is 10 minutes ahead of that of PostgreSQL: correct the one");
        });
    }

    @Test
    void topics_that_are_missing_and_servers_that_are_away_are_named_each_with_what_to_do(Installation installation)
            throws Exception {
        EventLog log = installation.newLog();
        Answer answer = Answer.to(
                "doctor",
                "--kafka",
                log.bootstrapServers(),
                "--topic-prefix",
                "nobodys.",
                "--database",
                "jdbc:postgresql://127.0.0.1:1/vaiwg");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.output())
                .containsPattern("(?m)^do +configuration +Set --forces or VAIWG_FORCES")
                .containsPattern("(?m)^do +topics +Topic nobodys.outcome is missing: ./vaiwg topics creates it\\.$")
                .containsPattern("(?m)^do +database +The database at .* cannot be reached: start it")
                .containsPattern("(?m)^skipped +tables +Not looked at: first see to database\\.$");
    }

    private Answer doctor(EventLog log, Database database, boolean json) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("doctor", "--forces", "west-midlands"));
        arguments.addAll(List.of("--kafka", log.bootstrapServers(), "--topic-prefix", log.prefix()));
        arguments.addAll(DatabaseArguments.of(database, folder));
        Files.setPosixFilePermissions(
                folder.resolve("database-password"), PosixFilePermissions.fromString("rw-------"));
        arguments.addAll(List.of("--checkpoints", folder.toString()));
        arguments.addAll(List.of("--remote-write", "http://127.0.0.1:1/api/v1/write"));
        arguments.addAll(List.of("--remote-write-header", "X-Token=@" + ownFile("token", SECRET)));
        if (json) {
            arguments.add("--json");
        }
        return Answer.to(arguments.toArray(String[]::new));
    }

    /** The gravest of each check. */
    private static Map<String, String> states(Answer answer, boolean isWell) throws Exception {
        JsonNode told = new ObjectMapper().readTree(answer.output());
        assertThat(told.get("well").asBoolean()).as(answer.toString()).isEqualTo(isWell);
        Map<String, String> states = new TreeMap<>();
        for (JsonNode line : told.get("checks")) {
            states.merge(
                    line.get("check").asText(),
                    line.get("state").asText(),
                    (before, next) -> before.equals("do") ? before : next);
        }
        return states;
    }
}
