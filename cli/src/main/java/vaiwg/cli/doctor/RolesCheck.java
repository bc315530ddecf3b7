package vaiwg.cli.doctor;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import vaiwg.jobs.store.Database;

/** Whether the job's login may write figures and nothing more, and no login of dashboards reads what Grafana must not have. */
public final class RolesCheck implements Check {
    private static final String OWN = "SELECT pg_has_role('vaiwg_writer', 'MEMBER'), rolsuper,"
            + " pg_has_role((SELECT relowner FROM pg_class WHERE oid = 'vaiwg.kpi_snapshot'::regclass), 'MEMBER')"
            + " FROM pg_roles WHERE rolname = current_user";
    private static final String DASHBOARDS = "SELECT string_agg(rolname, ', ' ORDER BY rolname) FROM pg_roles"
            + " WHERE rolcanlogin AND NOT rolsuper AND pg_has_role(oid, 'vaiwg_dashboard', 'MEMBER')"
            + " AND EXISTS (SELECT FROM unnest(ARRAY['vaiwg_reader', 'vaiwg_conduct', 'vaiwg_explain',"
            + " 'vaiwg_secretary', 'vaiwg_audit', 'vaiwg_writer']) other"
            + " WHERE pg_has_role(pg_roles.oid, other::name, 'MEMBER'))";

    private final Supplier<Database> database;

    public RolesCheck(Supplier<Database> database) {
        this.database = database;
    }

    /** What the login is. */
    private record Login(boolean writes, boolean isSuperuser, boolean owns) {}

    @Override
    public String name() {
        return "roles";
    }

    @Override
    public Set<String> needs() {
        return Set.of(TablesCheck.NAME);
    }

    @Override
    public void look(Findings found) {
        String user = database.get().user();
        Login login = DatabaseRows.ask(
                        database.get(), OWN, row -> new Login(row.getBoolean(1), row.getBoolean(2), row.getBoolean(3)))
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
        List<String> dashboards = DatabaseRows.ask(database.get(), DASHBOARDS, row -> row.getString(1));
        if (dashboards.get(0) != null) {
            found.todo("Who opens Grafana can ask for all that its login may read, and of the group vaiwg_dashboard is"
                    + " also of another: " + dashboards.get(0) + "; REVOKE the other groups (docs/security.md).");
        }
    }
}
