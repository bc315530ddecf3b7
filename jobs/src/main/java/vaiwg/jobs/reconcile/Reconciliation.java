package vaiwg.jobs.reconcile;

import java.util.List;

/**
 * What came of a reconciliation.
 *
 * @param publication that was compared, the newest
 * @param midnights how many were compared
 * @param rows of tables that were compared
 * @param values that these hold
 * @param records of the log that were played
 * @param notYet midnights that the log gives and nobody has published yet
 * @param later midnights that were published, and that the log does not tell yet
 * @param differing midnights at which anything differs
 * @param differences that are named: of rows, all of the first midnights at which any differs
 */
public record Reconciliation(
        int publication,
        int midnights,
        long rows,
        long values,
        long records,
        int notYet,
        int later,
        int differing,
        List<Difference> differences) {
    /** Whether what was published is what the log says. */
    public boolean isGreen() {
        return differences.isEmpty() && differing == 0;
    }
}
