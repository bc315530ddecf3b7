package vaiwg.cli.doctor;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import vaiwg.jobs.store.Database;
import vaiwg.jobs.store.Migrations;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.DefinitionsVersion;

/** Whether the tables and the definitions of the newest publication are those of this build. */
public final class TablesCheck implements Check {
    static final String NAME = "tables";

    private static final String NEWEST =
            "SELECT publication, version, catalogue FROM kpi_publication ORDER BY publication DESC LIMIT 1";

    private final Supplier<Database> database;
    private final Supplier<Catalogue> catalogue;

    /** @param catalogue of this build, with the folders of the forces */
    public TablesCheck(Supplier<Database> database, Supplier<Catalogue> catalogue) {
        this.database = database;
        this.catalogue = catalogue;
    }

    /** What a publication was begun with. */
    private record Definitions(int publication, int version, String catalogue) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> needs() {
        return Set.of(DatabaseCheck.NAME);
    }

    @Override
    public void look(Findings found) {
        Migrations.require(database.get());
        List<Definitions> newest = DatabaseRows.ask(
                database.get(), NEWEST, row -> new Definitions(row.getInt(1), row.getInt(2), row.getString(3)));
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
}
