package vaiwg.jobs.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.output.MigrateResult;

/** Brings a database to the tables, views and roles that the job writes and the dashboard reads, and tells whether it is there. */
public final class Migrations {
    private static final MigrationVersion BASELINE = MigrationVersion.fromVersion("1");

    private Migrations() {}

    /**
     * Applies the migrations that the database lacks, each in its own transaction, and writes the comments anew. Applying them again changes
     * nothing.
     *
     * @param database its user owns the tables, or may make them
     * @return a sentence on what was done
     * @throws DatabaseException if the server cannot be reached or rejects, or holds the tables of a newer build or of one before the baseline
     */
    public static String apply(Database database) {
        return with(database, flyway -> {
            requireKnown(flyway.info());
            MigrateResult result = flyway.migrate();
            String version =
                    "the tables are at version " + version(flyway.info().current());
            return result.migrationsExecuted == 0
                    ? "Nothing was to be done: " + version + "."
                    : "Migrations applied: " + result.migrationsExecuted + "; " + version + ".";
        });
    }

    /**
     * Looks whether the tables and views are those of this build; changes nothing.
     *
     * @param database its user may be one who writes figures only
     * @throws DatabaseException in one sentence where they are not, or the server does not answer
     */
    public static void require(Database database) {
        with(database, flyway -> {
            MigrationInfoService info = flyway.info();
            requireKnown(info);
            if (info.pending().length > 0) {
                String there = Optional.ofNullable(info.current())
                        .map(current -> "the tables or views of an older build, version " + version(current))
                        .orElse("no tables");
                throw new DatabaseException("The database at " + database.address() + " has " + there
                        + ": run ./vaiwg migrate of this build as the owner of the tables.");
            }
            return info;
        });
    }

    /** The migrations that the database has, by the names of their files: with them a later build makes the same tables. */
    public static Map<String, String> scripts(Database database) {
        return with(database, flyway -> {
            Map<String, String> scripts = new LinkedHashMap<>();
            for (MigrationInfo applied : flyway.info().applied()) {
                if (applied.getScript().endsWith(".sql")) {
                    scripts.computeIfAbsent(applied.getScript(), Migrations::text);
                }
            }
            return scripts;
        });
    }

    private static String text(String script) {
        try (InputStream in = Migrations.class.getResourceAsStream("/database/" + script)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(script + " cannot be read", e);
        }
    }

    /**
     * Makes the tables of the build that wrote the migrations of a folder, as {@link #scripts} gives them.
     *
     * @param database has no tables
     */
    public static void applyOf(Path folder, Database database) {
        with(database, "filesystem:" + folder.toAbsolutePath(), Flyway::migrate);
    }

    private static void requireKnown(MigrationInfoService info) {
        if (Stream.of(info.applied()).anyMatch(Migrations::isBeforeTheBaseline)) {
            throw new DatabaseException(
                    "The database has the tables of a build before the baseline, which this build does not read:"
                            + " make a new database, run ./vaiwg migrate and start the job, which reads the log again.");
        }
        if (Stream.of(info.all()).map(MigrationInfo::getState).anyMatch(MigrationState.FUTURE_SUCCESS::equals)) {
            throw new DatabaseException("The database has the tables of a newer build, version "
                    + version(info.current()) + ": run that build.");
        }
    }

    /** Its first migration had the same version and another description. */
    private static boolean isBeforeTheBaseline(MigrationInfo applied) {
        return BASELINE.equals(applied.getVersion()) && !"baseline".equals(applied.getDescription());
    }

    private static String version(MigrationInfo migration) {
        return migration.getVersion().getVersion();
    }

    private static <T> T with(Database database, Function<Flyway, T> work) {
        return with(database, "classpath:database", work);
    }

    private static <T> T with(Database database, String location, Function<Flyway, T> work) {
        try {
            return work.apply(Flyway.configure()
                    .dataSource(database.url(), database.user(), database.password())
                    .locations(location)
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
