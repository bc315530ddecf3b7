package vaiwg.policeuk;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what one release changes, by force, month, crime type and cause. */
final class ChangeCounter {
    private record Key(String force, YearMonth month, String crimeType, CorrectionCause cause) {}

    private static final Comparator<Key> ORDER = Comparator.comparing(Key::force)
            .thenComparing(Key::month)
            .thenComparing(Key::crimeType)
            .thenComparing(Key::cause);

    /** Came, went, altered. */
    private final Map<Key, long[]> counts = new TreeMap<>(ORDER);

    /** @param before null where the crime was never sent */
    void crime(String force, Dossier.CrimeState before, Dossier.CrimeState after) {
        boolean was = before != null && before.active();
        if (!was) {
            came(force, after, before == null ? CorrectionCause.NEWLY_RECORDED : CorrectionCause.REINSTATED);
        } else if (!after.active()) {
            went(force, before, CorrectionCause.NOT_IN_RELEASE);
        } else if (!before.month().equals(after.month())) {
            went(force, before, CorrectionCause.MOVED_MONTH);
            came(force, after, CorrectionCause.MOVED_MONTH);
        } else if (!before.said().group().equals(after.said().group())) {
            went(force, before, CorrectionCause.RECLASSIFIED);
            came(force, after, CorrectionCause.RECLASSIFIED);
        } else {
            count(force, after, CorrectionCause.MOVED_PLACE)[2]++;
        }
    }

    /**
     * Counts a changed outcome by its crime.
     *
     * @param crime null where no file has the crime: then nothing is counted, as nothing moves
     * @param before null where no outcome was ever sent
     */
    void outcome(String force, Dossier.CrimeState crime, Dossier.OutcomeState before, Dossier.OutcomeState after) {
        if (crime == null || !crime.active()) {
            return;
        }
        boolean had = before != null && !before.equals(Dossier.OutcomeState.NONE);
        CorrectionCause withOutcome = had ? CorrectionCause.OUTCOME_CHANGED : CorrectionCause.OUTCOME_ADDED;
        boolean has = !after.equals(Dossier.OutcomeState.NONE);
        count(force, crime, has ? withOutcome : CorrectionCause.OUTCOME_WITHDRAWN)[2]++;
    }

    List<ReleaseChange> changes(Instant publishedAt) {
        List<ReleaseChange> changes = new ArrayList<>();
        counts.forEach((key, n) -> changes.add(
                new ReleaseChange(key.force, publishedAt, key.month, key.crimeType, key.cause, n[0], n[1], n[2])));
        return List.copyOf(changes);
    }

    private void came(String force, Dossier.CrimeState crime, CorrectionCause cause) {
        count(force, crime, cause)[0]++;
    }

    private void went(String force, Dossier.CrimeState crime, CorrectionCause cause) {
        count(force, crime, cause)[1]++;
    }

    private long[] count(String force, Dossier.CrimeState crime, CorrectionCause cause) {
        return counts.computeIfAbsent(new Key(force, crime.month(), crime.said().group(), cause), key -> new long[3]);
    }
}
