package vaiwg.board.figures;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * A published snapshot, without its values.
 *
 * @param asAt the London day at whose first midnight it was taken
 * @param publication the publication
 * @param reconstructed whether nobody was shown these figures on their day
 * @param themesOnly whether finer cuts than themes were not kept
 * @param complete whether every source had reached the as-at
 * @param catalogue the hash of the definitions
 * @param historyFrom the day of the force's first event
 * @param dataThrough what the snapshot says of its sources, by stream
 */
public record PublishedSnapshot(
        String force,
        LocalDate asAt,
        int publication,
        boolean reconstructed,
        boolean themesOnly,
        boolean complete,
        String catalogue,
        Optional<LocalDate> historyFrom,
        NavigableMap<String, String> dataThrough) {
    public boolean isSynthetic() {
        return "SYNTHETIC".equals(dataThrough.get("source"));
    }
}
