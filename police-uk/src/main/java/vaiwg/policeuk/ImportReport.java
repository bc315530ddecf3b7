package vaiwg.policeuk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What an import of one release found, for the people who answer for the quality of the data. */
public final class ImportReport {
    private final Release release;
    private final List<ForceReport> forces;
    private final Optional<Correction> correction;

    /** @param correction applied; empty for a release that corrects none */
    ImportReport(Release release, List<ForceReport> forces, Optional<Correction> correction) {
        this.release = release;
        this.forces = List.copyOf(forces);
        this.correction = correction;
    }

    /** The names of the release's files or folders. */
    String name() {
        return release.name();
    }

    /** The day from which on its corrections are known. */
    LocalDate published() {
        return LondonMonth.day(release.publishedAt());
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

    /** Whether an earlier release had some of its files. */
    public boolean corrects() {
        return correction.isPresent();
    }

    /** What it changed of earlier releases, by force, month and crime type. */
    public List<ReleaseChange> changes() {
        return correction.map(Correction::changes).orElse(List.of());
    }

    /** Files that should not correct anything before somebody has looked at them, a sentence each. */
    List<String> doubts() {
        return correction.map(Correction::doubts).orElse(List.of());
    }

    /** The report as plain text in columns, ending with a line break. */
    public String text() {
        return new ReportText(this).toString();
    }
}
