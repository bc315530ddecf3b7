package vaiwg.cli.doctor;

import java.util.function.Supplier;
import vaiwg.jobs.store.Database;

/** Whether the database takes the login, and is of a version that the product is tested with. */
public final class DatabaseCheck implements Check {
    static final String NAME = "database";

    private static final int OLDEST = 15;
    private static final int NEWEST = 17;

    private final Supplier<Database> database;

    public DatabaseCheck(Supplier<Database> database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void look(Findings found) {
        int version = DatabaseRows.ask(
                        database.get(),
                        "SELECT current_setting('server_version_num')::int / 10000",
                        row -> row.getInt(1))
                .get(0);
        if (version < OLDEST || version > NEWEST) {
            found.todo("PostgreSQL is of version " + version + ": use one from " + OLDEST + " to " + NEWEST
                    + ", with which this build is tested.");
        } else {
            found.ok("PostgreSQL " + version + " takes the login "
                    + database.get().user() + ".");
        }
    }
}
