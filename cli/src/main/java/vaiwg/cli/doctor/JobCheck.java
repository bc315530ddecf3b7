package vaiwg.cli.doctor;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import vaiwg.jobs.store.Database;

/** Whether a job is there: the one that publishes holds a lock of the database for as long as it is connected. */
public final class JobCheck implements Check {
    static final String NAME = "job";

    private static final String HOLDER = "SELECT coalesce(host(client_addr), 'a host that only an administrator sees'),"
            + " coalesce(to_char(backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI'), 'an unknown time')"
            + " FROM vaiwg.publication_lock_holder";

    private final Supplier<Database> database;

    public JobCheck(Supplier<Database> database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> needs() {
        return Set.of(TablesCheck.NAME);
    }

    @Override
    public void look(Findings found) {
        List<String> holders = DatabaseRows.ask(
                database.get(), HOLDER, row -> row.getString(1) + " since " + row.getString(2) + " UTC");
        if (holders.isEmpty()) {
            found.todo("No job publishes into this database: start it (./vaiwg run, or the cluster), or read in its log"
                    + " why it ends.");
        } else {
            found.ok("A job publishes into this database, from " + holders.get(0) + ".");
        }
    }
}
