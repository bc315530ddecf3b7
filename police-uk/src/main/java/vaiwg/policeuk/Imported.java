package vaiwg.policeuk;

import java.util.List;

/**
 * What an import did.
 *
 * @param releases what each release was found to hold, in their order
 * @param events how many events were sent: none for what the topics held already
 * @param late how many of them belong before an instant through which the topics had been said to be complete
 */
public record Imported(List<ImportReport> releases, long events, long late) {
    /** What later releases changed of earlier ones. */
    public List<ReleaseChange> changes() {
        return releases.stream().flatMap(report -> report.changes().stream()).toList();
    }

    /** The reports as plain text, ending with a line break. */
    public String text() {
        return new ImportedText(this).toString();
    }
}
