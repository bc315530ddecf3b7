package vaiwg.cli.doctor;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import vaiwg.jobs.store.Database;
import vaiwg.jobs.store.DatabaseException;
import vaiwg.jobs.store.Migrations;
import vaiwg.jobs.store.Query;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.DefinitionsVersion;
import vaiwg.kpis.time.LondonDays;

/**
 * Whether the database takes the login, has this build's tables and definitions, a job at work and its newest midnights.
 *
 * @param catalogue of this build, with the folders of the forces
 */
public record DatabaseChecks(Supplier<Database> database, Supplier<Catalogue> catalogue, Clock clock) {
    static final String DATABASE = "database";
    static final String JOB = "job";
    private static final String TABLES = "tables";
    private static final int OLDEST_VERSION = 15;
    private static final int NEWEST_VERSION = 17;
    private static final String VERSION = "SELECT current_setting('server_version_num')::int / 10000";
    private static final String PUBLICATION =
            "SELECT publication, version, catalogue FROM kpi_publication ORDER BY publication DESC LIMIT 1";
    private static final String LOGIN = "SELECT pg_has_role('vaiwg_writer', 'MEMBER'), rolsuper,"
            + " pg_has_role((SELECT relowner FROM pg_class WHERE oid = 'vaiwg.kpi_snapshot'::regclass), 'MEMBER')"
            + " FROM pg_roles WHERE rolname = current_user";
    private static final String DASHBOARDS = "SELECT string_agg(rolname, ', ' ORDER BY rolname) FROM pg_roles"
            + " WHERE rolcanlogin AND NOT rolsuper AND pg_has_role(oid, 'vaiwg_dashboard', 'MEMBER')"
            + " AND EXISTS (SELECT FROM unnest(ARRAY['vaiwg_reader', 'vaiwg_conduct', 'vaiwg_explain',"
            + " 'vaiwg_secretary', 'vaiwg_audit', 'vaiwg_writer']) other"
            + " WHERE pg_has_role(pg_roles.oid, other::name, 'MEMBER'))";
    private static final String LOCK_HOLDER =
            "SELECT coalesce(host(client_addr), 'a host that only an administrator sees'),"
                    + " coalesce(to_char(backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI'), 'an unknown time')"
                    + " FROM vaiwg.publication_lock_holder";
    private static final String MIDNIGHTS =
            "SELECT force, max(as_at) FROM kpi_snapshot WHERE complete GROUP BY force ORDER BY force";
    /** As the alert on stale snapshots: 24 hours old when the next is due, 25 where the clocks go back. */
    private static final Duration OLDEST_MIDNIGHT = Duration.ofHours(30);

    private record Definitions(int publication, int version, String catalogue) {}

    private record Login(boolean writes, boolean isSuperuser, boolean owns) {}

    private record Newest(String force, LocalDate asAt) {}

    /** Each behind those that it needs. */
    public List<Check> all() {
        return List.of(
                new Check(DATABASE, this::server),
                new Check(TABLES, this::tables, DATABASE),
                new Check("roles", this::roles, TABLES),
                new Check(JOB, this::job, TABLES),
                new Check("snapshots", this::snapshots, TABLES));
    }

    /** Whether it takes the login, and is of a version that the product is tested with. */
    private void server(Findings found) {
        int version = ask(database.get(), VERSION, row -> row.getInt(1)).get(0);
        if (version < OLDEST_VERSION || version > NEWEST_VERSION) {
            found.todo("PostgreSQL is of version " + version + ": use one from " + OLDEST_VERSION + " to "
                    + NEWEST_VERSION + ", with which this build is tested.");
        } else {
            found.ok("PostgreSQL " + version + " takes the login "
                    + database.get().user() + ".");
        }
    }

    /** Whether the tables and the definitions of the newest publication are those of this build. */
    private void tables(Findings found) {
        Migrations.require(database.get());
        List<Definitions> newest = ask(
                database.get(), PUBLICATION, row -> new Definitions(row.getInt(1), row.getInt(2), row.getString(3)));
        if (newest.isEmpty()) {
            found.ok("The tables are those of this build; nothing has been published yet.");
            return;
        }
        Definitions there = newest.get(0);
        if (there.catalogue().equals(catalogue.get().fingerprint())) {
            found.ok("The tables are those of this build, and so are the definitions of publication "
                    + there.publication() + ".");
        } else if (there.version() < DefinitionsVersion.NUMBER) {
            found.todo("Publication " + there.publication() + " has definitions of version " + there.version()
                    + ", and this build newer ones of version " + DefinitionsVersion.NUMBER
                    + ": its next start begins another publication; name the folders of the forces with --site where it"
                    + " should not.");
        } else {
            found.todo("Publication " + there.publication() + " has other definitions, of version " + there.version()
                    + ", than this build, of version " + DefinitionsVersion.NUMBER
                    + ": run the build, and with --site the folders, that began it.");
        }
    }

    /** Whether the job's login may write figures and nothing more, and no login of dashboards reads what Grafana must not have. */
    private void roles(Findings found) {
        String user = database.get().user();
        Login login = ask(
                        database.get(),
                        LOGIN,
                        row -> new Login(row.getBoolean(1), row.getBoolean(2), row.getBoolean(3)))
                .get(0);
        if (login.isSuperuser() || login.owns()) {
            found.todo("The login " + user + (login.isSuperuser() ? " is a superuser" : " owns the tables")
                    + ": let the job log in as a member of vaiwg_writer that owns nothing (docs/roles.sql makes one).");
        } else if (!login.writes()) {
            found.todo("The login " + user + " is not of the group vaiwg_writer: GRANT vaiwg_writer TO " + user
                    + ", or name the job's login with --database-user.");
        } else {
            found.ok("The login " + user + " writes figures and owns nothing.");
        }
        List<String> dashboards = ask(database.get(), DASHBOARDS, row -> row.getString(1));
        if (dashboards.get(0) != null) {
            found.todo("Who opens Grafana can ask for all that its login may read, and of the group vaiwg_dashboard is"
                    + " also of another: " + dashboards.get(0) + "; REVOKE the other groups (docs/security.md).");
        }
    }

    /** Whether one is there: the one that publishes holds a lock of the database for as long as it is connected. */
    private void job(Findings found) {
        List<String> holders =
                ask(database.get(), LOCK_HOLDER, row -> row.getString(1) + " since " + row.getString(2) + " UTC");
        if (holders.isEmpty()) {
            found.todo("No job publishes into this database: start it (./vaiwg run, or the cluster), or read in its log"
                    + " why it ends.");
        } else {
            found.ok("A job publishes into this database, from " + holders.get(0) + ".");
        }
    }

    /** Whether the last midnight of each force has been published. */
    private void snapshots(Findings found) {
        List<Newest> forces =
                ask(database.get(), MIDNIGHTS, row -> new Newest(row.getString(1), row.getObject(2, LocalDate.class)));
        if (forces.isEmpty()) {
            found.todo("No midnight has been published: see who holds back the watermark.");
        }
        for (Newest newest : forces) {
            Duration age = Duration.between(LondonDays.startOf(newest.asAt()), clock.instant());
            if (age.compareTo(OLDEST_MIDNIGHT) > 0) {
                found.todo("The newest midnight of " + newest.force() + " is that of " + newest.asAt() + ", "
                        + Spans.words(age) + " ago: docs/runbook.md, VaiwgSnapshotStale, says what to look at.");
            } else {
                found.ok("The newest midnight of " + newest.force() + " is that of " + newest.asAt() + ".");
            }
        }
    }

    /** What a login reads, and nothing that it could write. */
    static <T> List<T> ask(Database database, String query, Query.Reader<T> reader) {
        try (Connection connection = database.connect()) {
            connection.setReadOnly(true);
            return Query.rows(connection, query, reader);
        } catch (SQLException e) {
            throw new DatabaseException(database, e);
        }
    }
}
