package vaiwg.verification.endtoend;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vaiwg.jobs.options.HttpEndpoint;
import vaiwg.jobs.options.StateBackend;
import vaiwg.jobs.store.Database;
import vaiwg.kpis.time.LondonDays;

/**
 * How a log is read.
 *
 * @param parallelism of the job
 * @param historyEnd the midnight at which the history ends: from there on days are revised
 * @param dailyFrom from when on all slices are kept daily
 * @param totalsDaily whether totals and themes are kept daily before that
 * @param checkpointEvery between checkpoints
 * @param remoteWrite where values are pushed
 * @param schemaRegistry where producers keep their schemas
 * @param into a database of an earlier run; else a new one is made
 * @param restoreFrom a checkpoint or savepoint of an earlier run
 * @param backend where state is while the job runs
 */
record RunSettings(
        int parallelism,
        Instant historyEnd,
        LocalDate dailyFrom,
        boolean totalsDaily,
        Duration checkpointEvery,
        Optional<HttpEndpoint> remoteWrite,
        Optional<HttpEndpoint> schemaRegistry,
        Optional<Database> into,
        Optional<String> restoreFrom,
        StateBackend backend) {
    private static final int DAILY_DAYS = 3;
    private static final Duration SELDOM = Duration.ofMinutes(10);

    /** Into a new database, with totals daily, all slices on the last three days, and hardly a checkpoint. */
    static RunSettings of(Instant historyEnd, int parallelism) {
        LocalDate last = LocalDate.ofEpochDay(LondonDays.dayOf(historyEnd.toEpochMilli()));
        return new RunSettings(
                parallelism,
                historyEnd,
                last.minusDays(DAILY_DAYS - 1L),
                true,
                SELDOM,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                StateBackend.HEAP);
    }

    RunSettings on(StateBackend other) {
        return new RunSettings(
                parallelism,
                historyEnd,
                dailyFrom,
                totalsDaily,
                checkpointEvery,
                remoteWrite,
                schemaRegistry,
                into,
                restoreFrom,
                other);
    }

    RunSettings withCheckpoints(Duration every) {
        return new RunSettings(
                parallelism,
                historyEnd,
                dailyFrom,
                totalsDaily,
                every,
                remoteWrite,
                schemaRegistry,
                into,
                restoreFrom,
                backend);
    }

    RunSettings withRemoteWrite(URI to) {
        return new RunSettings(
                parallelism,
                historyEnd,
                dailyFrom,
                totalsDaily,
                checkpointEvery,
                Optional.of(HttpEndpoint.of(to)),
                schemaRegistry,
                into,
                restoreFrom,
                backend);
    }

    RunSettings withSchemaRegistry(URI address) {
        return new RunSettings(
                parallelism,
                historyEnd,
                dailyFrom,
                totalsDaily,
                checkpointEvery,
                remoteWrite,
                Optional.of(HttpEndpoint.of(address)),
                into,
                restoreFrom,
                backend);
    }

    /** All slices daily from a day on; before it totals and themes daily or at month ends. */
    RunSettings withRows(LocalDate allFrom, boolean totals) {
        return new RunSettings(
                parallelism,
                historyEnd,
                allFrom,
                totals,
                checkpointEvery,
                remoteWrite,
                schemaRegistry,
                into,
                restoreFrom,
                backend);
    }

    RunSettings into(Database database) {
        return new RunSettings(
                parallelism,
                historyEnd,
                dailyFrom,
                totalsDaily,
                checkpointEvery,
                remoteWrite,
                schemaRegistry,
                Optional.of(database),
                restoreFrom,
                backend);
    }

    RunSettings restoredFrom(String path) {
        return new RunSettings(
                parallelism,
                historyEnd,
                dailyFrom,
                totalsDaily,
                checkpointEvery,
                remoteWrite,
                schemaRegistry,
                into,
                Optional.of(path),
                backend);
    }
}
