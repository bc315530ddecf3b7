package vaiwg.board.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vaiwg.board.Tier;

/**
 * Which report to make. All that decides what it says is here and in the database.
 *
 * @param force the slug
 * @param asAt the London day at whose first midnight the snapshot was taken
 * @param publication the publication; empty for the newest that has a snapshot of that day
 * @param previous the as-at of the report before; empty for the first
 * @param notesUntil owners' notes that were known before are in it
 * @param restricted whether to make the restricted annex: conduct figures, and nothing else
 */
public record ReportRequest(
        String force,
        LocalDate asAt,
        Optional<Integer> publication,
        Tier tier,
        Optional<LocalDate> previous,
        Instant notesUntil,
        boolean restricted) {
    /** The same for other readers. */
    public ReportRequest with(Tier other) {
        return new ReportRequest(force, asAt, publication, other, previous, notesUntil, restricted);
    }
}
