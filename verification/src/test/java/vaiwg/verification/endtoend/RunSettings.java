package vaiwg.verification.endtoend;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import vaiwg.jobs.options.HttpEndpoint;
import vaiwg.jobs.options.StateBackend;
import vaiwg.jobs.store.Database;
import vaiwg.kpis.time.LondonDays;

/** How a log is read; never changed, only copied with something else. */
final class RunSettings {
    private static final int DAILY_DAYS = 3;

    /** The midnight at which the history ends: from there on days are revised. */
    final Instant historyEnd;

    final int parallelism;

    /** From when on all slices are kept daily. */
    LocalDate dailyFrom;

    /** Whether totals and themes are kept daily before that. */
    boolean totalsDaily = true;

    Duration checkpointEvery = Duration.ofMinutes(10);

    /** Where values are pushed. */
    Optional<HttpEndpoint> remoteWrite = Optional.empty();

    /** Where producers keep their schemas. */
    Optional<HttpEndpoint> schemaRegistry = Optional.empty();

    /** A database of an earlier run; else a new one is made. */
    Optional<Database> into = Optional.empty();

    /** A checkpoint or savepoint of an earlier run. */
    Optional<String> restoreFrom = Optional.empty();

    /** Where state is while the job runs. */
    StateBackend backend = StateBackend.HEAP;

    private RunSettings(Instant historyEnd, int parallelism) {
        this.historyEnd = historyEnd;
        this.parallelism = parallelism;
    }

    /** Into a new database, with totals daily, all slices on the last three days, and hardly a checkpoint. */
    static RunSettings of(Instant historyEnd, int parallelism) {
        RunSettings settings = new RunSettings(historyEnd, parallelism);
        LocalDate last = LocalDate.ofEpochDay(LondonDays.dayOf(historyEnd.toEpochMilli()));
        settings.dailyFrom = last.minusDays(DAILY_DAYS - 1L);
        return settings;
    }

    private RunSettings with(Consumer<RunSettings> change) {
        RunSettings copy = new RunSettings(historyEnd, parallelism);
        copy.dailyFrom = dailyFrom;
        copy.totalsDaily = totalsDaily;
        copy.checkpointEvery = checkpointEvery;
        copy.remoteWrite = remoteWrite;
        copy.schemaRegistry = schemaRegistry;
        copy.into = into;
        copy.restoreFrom = restoreFrom;
        copy.backend = backend;
        change.accept(copy);
        return copy;
    }

    RunSettings on(StateBackend other) {
        return with(copy -> copy.backend = other);
    }

    RunSettings withCheckpoints(Duration every) {
        return with(copy -> copy.checkpointEvery = every);
    }

    RunSettings withRemoteWrite(URI to) {
        return with(copy -> copy.remoteWrite = Optional.of(HttpEndpoint.of(to)));
    }

    RunSettings withSchemaRegistry(URI address) {
        return with(copy -> copy.schemaRegistry = Optional.of(HttpEndpoint.of(address)));
    }

    /** All slices daily from a day on; before it totals and themes daily or at month ends. */
    RunSettings withRows(LocalDate allFrom, boolean totals) {
        return with(copy -> {
            copy.dailyFrom = allFrom;
            copy.totalsDaily = totals;
        });
    }

    RunSettings into(Database database) {
        return with(copy -> copy.into = Optional.of(database));
    }

    RunSettings restoredFrom(String path) {
        return with(copy -> copy.restoreFrom = Optional.of(path));
    }
}
