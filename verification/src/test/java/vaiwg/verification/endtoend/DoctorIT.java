package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.Answer;
import vaiwg.cli.doctor.Check;
import vaiwg.cli.doctor.Doctor;
import vaiwg.cli.doctor.Findings.State;
import vaiwg.cli.doctor.TimeChecks;
import vaiwg.jobs.store.Database;
import vaiwg.schemas.EventStream;

/** What {@code vaiwg doctor} says of servers that are there, of a job at work, and of one that has ended. */
@Timeout(300)
@ExtendWith(InstallationExtension.class)
class DoctorIT {
    private static final String SECRET = "Secret-of-the-header";

    @TempDir
    private Path folder;

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
        assertThat(states(atWork))
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
        Path token = Files.writeString(folder.resolve("token"), SECRET);
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
        arguments.addAll(List.of("--remote-write-header", "X-Token=@" + token));
        if (json) {
            arguments.add("--json");
        }
        return Answer.to(arguments.toArray(String[]::new));
    }

    /** The gravest of each check. */
    private static Map<String, String> states(Answer answer) throws Exception {
        JsonNode told = new ObjectMapper().readTree(answer.output());
        assertThat(told.get("well").asBoolean()).isFalse();
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
