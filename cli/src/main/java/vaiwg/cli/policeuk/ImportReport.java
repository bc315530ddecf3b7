package vaiwg.cli.policeuk;

import java.util.List;
import java.util.Optional;

/** What an import of an archive found, for the people who answer for the quality of the data. */
public final class ImportReport {
    private final List<ForceReport> forces;

    ImportReport(List<ForceReport> forces) {
        this.forces = List.copyOf(forces);
    }

    /** Every force in the files, by slug. */
    public List<ForceReport> forces() {
        return forces;
    }

    /** The force with this slug, if the files have it. */
    public Optional<ForceReport> force(String slug) {
        return forces.stream().filter(force -> force.force().equals(slug)).findFirst();
    }

    /** A count over all forces. */
    public long total(Count count) {
        return forces.stream().mapToLong(force -> force.count(count)).sum();
    }

    /** The report as plain text in columns, ending with a line break. */
    public String text() {
        return new ReportText(this).toString();
    }
}
