package vaiwg.board;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which published snapshot a report is made of.
 *
 * @param force the force's slug
 * @param asAt the London day at whose first midnight the snapshot was taken
 * @param publication the publication, or empty for the newest that has a snapshot of that day
 * @param tier who will read the report
 */
public record SnapshotRequest(String force, LocalDate asAt, Optional<Integer> publication, Tier tier) {}
