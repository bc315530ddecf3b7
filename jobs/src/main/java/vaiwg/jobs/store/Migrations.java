package vaiwg.jobs.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.output.MigrateResult;

/** Brings a database to the tables, views and roles that the job writes and the dashboard reads, and tells whether it is there. */
public final class Migrations {
    private Migrations() {}

    /**
     * Applies the migrations that the database lacks, each in its own transaction. Applying them again changes nothing.
     *
     * @param database its user owns the tables, or may make them
     * @return a sentence on what was done
     * @throws DatabaseException if the server cannot be reached or rejects, or holds the tables of a newer build
     */
    public static String apply(Database database) {
        return with(database, flyway -> {
            requireNoneUnknown(flyway.info());
            MigrateResult result = flyway.migrate();
            String version =
                    "the tables are at version " + version(flyway.info().current());
            return result.migrationsExecuted == 0
                    ? "Nothing was to be done: " + version + "."
                    : "Migrations applied: " + result.migrationsExecuted + "; " + version + ".";
        });
    }

    /**
     * Looks whether the tables are those of this build, whatever their comments; changes nothing.
     *
     * @param database its user may be one who writes figures only
     * @throws DatabaseException in one sentence where they are older or newer, or the server does not answer
     */
    public static void require(Database database) {
        with(database, flyway -> {
            MigrationInfoService info = flyway.info();
            requireNoneUnknown(info);
            List<MigrationInfo> pending = versioned(info.pending());
            if (!pending.isEmpty()) {
                String there = Optional.ofNullable(info.current())
                        .map(current -> "the tables of version " + version(current))
                        .orElse("no tables");
                throw new DatabaseException("The database at " + database.address() + " has " + there
                        + ", and this build needs version "
                        + version(pending.get(pending.size() - 1))
                        + ": run ./vaiwg migrate as the owner of the tables.");
            }
            return info;
        });
    }

    private static void requireNoneUnknown(MigrationInfoService info) {
        if (Stream.of(info.all()).map(MigrationInfo::getState).anyMatch(MigrationState.FUTURE_SUCCESS::equals)) {
            throw new DatabaseException("The database has the tables of a newer build, version "
                    + version(info.current()) + ": run that build.");
        }
    }

    /** Without the comments, which are applied again when they change: a job does not need the newest ones. */
    private static List<MigrationInfo> versioned(MigrationInfo[] migrations) {
        return Stream.of(migrations)
                .filter(migration -> migration.getVersion() != null)
                .toList();
    }

    private static String version(MigrationInfo migration) {
        return migration.getVersion().getVersion();
    }

    private static <T> T with(Database database, Function<Flyway, T> work) {
        try {
            return work.apply(Flyway.configure()
                    .dataSource(database.url(), database.user(), database.password())
                    .locations("classpath:db")
                    .schemas(Database.SCHEMA)
                    .load());
        } catch (FlywayException e) {
            throw rejection(e)
                    .map(rejection -> new DatabaseException(database, rejection))
                    .orElseGet(() -> new DatabaseException(
                            "The database could not be prepared: " + DatabaseException.firstLine(e.getMessage()), e));
        }
    }

    private static Optional<SQLException> rejection(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst();
    }
}
