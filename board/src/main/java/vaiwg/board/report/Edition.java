package vaiwg.board.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;
import vaiwg.board.Tier;

/**
 * Which report this is: all that decides what it says.
 *
 * @param force the slug; {@code forceTitle} is how people call it
 * @param asAt the London day at whose first midnight the snapshot was taken
 * @param publication the publication
 * @param number the edition's number within the force; empty for one that is not registered
 * @param previous the as-at of the report before, with which this one is compared
 * @param first whether no report and no meeting of the board was before
 * @param yearBefore the as-at nearest to a year before of which figures were kept
 * @param notesUntil owners' notes up to here are in it
 * @param approvedBy the post that approved it
 * @param correction what a re-issue corrects
 * @param catalogue the hash of the definitions
 * @param historyFrom the day of the force's first event
 * @param dataThrough what the snapshot says of its sources, by stream
 * @param complete whether the snapshot is whole and, as was known then, its sources had sent all that they had
 * @param reconstructed whether nobody was shown these figures on their day
 * @param themesOnly whether finer cuts than themes were not kept of that day
 * @param byMonth whether the source knows months only
 */
public record Edition(
        String force,
        String forceTitle,
        LocalDate asAt,
        int publication,
        Tier tier,
        Status status,
        Optional<Integer> number,
        Optional<LocalDate> previous,
        boolean first,
        Optional<LocalDate> yearBefore,
        Instant notesUntil,
        Optional<String> approvedBy,
        Optional<String> correction,
        String catalogue,
        Optional<LocalDate> historyFrom,
        NavigableMap<String, String> dataThrough,
        boolean complete,
        boolean synthetic,
        boolean reconstructed,
        boolean themesOnly,
        boolean byMonth) {
    /** The same, as it is registered. */
    public Edition registered(int edition, Status reached, Optional<String> post, Optional<String> corrected) {
        return new Edition(
                force,
                forceTitle,
                asAt,
                publication,
                tier,
                reached,
                Optional.of(edition),
                previous,
                first && edition == 1,
                yearBefore,
                notesUntil,
                post,
                corrected,
                catalogue,
                historyFrom,
                dataThrough,
                complete,
                synthetic,
                reconstructed,
                themesOnly,
                byMonth);
    }

    /** How far it has come. */
    public enum Status {
        /** Made for one's own use; of no number. */
        UNREGISTERED,
        DRAFT,
        APPROVED,
        ISSUED
    }
}
