package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import vaiwg.cli.terminal.CommandFailure;

/** A second job on the tables of a running one is rejected, and one that follows it begins at once. */
@Timeout(300)
@ExtendWith(InstallationExtension.class)
class OneJobIT {
    private static final String HELD =
            "SELECT FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE locktype = 'advisory' AND granted"
                    + " AND application_name = 'vaiwg job' AND datname = current_database()";

    @Test
    void one_job_publishes_at_a_time(Installation installation) throws Exception {
        EventLog log = installation.newLog();
        RunSettings settings = RunSettings.of(Instant.parse("2026-03-01T00:00:00Z"), 2);
        String savepoint;
        try (JobRun first = installation.start(log, settings)) {
            first.awaitRow("the job holds the lock", HELD);
            settings = settings.into(first.database());
            RunSettings second = settings;
            assertThatThrownBy(() -> installation.start(log, second))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageStartingWith(
                            "The job did not start: Another job publishes into this database: vaiwg job on"
                                    + " 127.0.0.1 since ")
                    .hasMessageEndingWith("end it, or give this job a database of its own.");
            assertThat(first.query("SELECT publication FROM kpi_publication")).containsExactly("1");
            savepoint = first.stop();
        }
        try (JobRun next = installation.start(log, settings.restoredFrom(savepoint))) {
            next.awaitRow("the next job holds the lock", HELD);
        }
    }
}
