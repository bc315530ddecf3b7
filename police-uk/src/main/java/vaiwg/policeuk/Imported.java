package vaiwg.policeuk;

import java.util.List;
import java.util.Optional;

/**
 * What an import did.
 *
 * @param releases what each release was found to hold, in their order
 * @param events how many events were sent: none for what the topics held already
 * @param late how many of them belong before an instant through which the topics had been said to be complete
 */
public record Imported(List<OfRelease> releases, long events, long late) {
    /**
     * What a release was found to hold.
     *
     * @param forces every force in its files, by slug
     * @param correction of earlier releases, applied; none where it has no file that they had
     */
    record OfRelease(Release release, List<ForceReport> forces, Optional<Correction> correction) {}

    /** What later releases changed of earlier ones, by force, month and crime type. */
    public List<ReleaseChange> changes() {
        return releases.stream()
                .flatMap(release -> release.correction.stream())
                .flatMap(correction -> correction.changes().stream())
                .toList();
    }

    /** The reports as plain text in columns, ending with a line break. */
    public String text() {
        return new ImportText(this).toString();
    }
}
