package vaiwg.kpis.cases;

import java.util.Arrays;

/**
 * Versions that say what the one before said, as an export writes that gives a new number to each record it sends. They change no figure.
 * Of several in a row the last is kept: should another version turn out to belong before it, the subject said so again by then.
 */
final class Repetitions {
    private Repetitions() {}

    /** Whether a version repeats the one before it. */
    static boolean isRepetition(Version[] known, Version version) {
        return isRepetition(before(known, version), version, after(known, version));
    }

    /** Whether a version repeats the one before it, and is repeated by the one after it. */
    static boolean isBetweenRepetitions(Version[] known, Version version) {
        Version after = after(known, version);
        return after != null && after.hasSameContent(version) && isRepetition(known, version);
    }

    /** How many versions repeat none. */
    static int countOthers(Version[] known) {
        Version[] inOrder = known.clone();
        Arrays.sort(inOrder, Versions.BY_THING);
        int count = 0;
        for (int i = 0; i < inOrder.length; i++) {
            Version before = i > 0 && isOfOneThing(inOrder[i - 1], inOrder[i]) ? inOrder[i - 1] : null;
            boolean isLast = i + 1 == inOrder.length || !isOfOneThing(inOrder[i + 1], inOrder[i]);
            count += isRepetition(before, inOrder[i], isLast ? null : inOrder[i + 1]) ? 0 : 1;
        }
        return count;
    }

    /** The versions without those before a new one that it makes needless; the same array where there are none. */
    static <V extends Version> V[] withoutNeedless(V[] known, V next) {
        V[] needed = known;
        V before = before(needed, next);
        // Also as known without the new one: before that is known, one dated late may hold up a higher version.
        while (before != null
                && before.hasSameContent(next)
                && isRepetition(needed, before)
                && isRepetition(before(needed, before), before, next)) {
            int place = Arrays.asList(needed).indexOf(before);
            V[] fewer = Arrays.copyOf(needed, needed.length - 1);
            System.arraycopy(needed, place + 1, fewer, place, fewer.length - place);
            needed = fewer;
            before = before(needed, next);
        }
        return needed;
    }

    /**
     * What one knows from the version before is known from then on. A version that was made later than that before and that after it
     * holds up the one after: no version counts before a lower one was made.
     *
     * @param before null where there is none
     * @param after null where there is none
     */
    private static boolean isRepetition(Version before, Version version, Version after) {
        return before != null
                && before.knownAt <= version.knownAt
                && before.receivedAt() <= version.receivedAt()
                && (version.isSameVersion(before)
                        ? version.changedAt == before.changedAt
                        : after == null || version.changedAt <= Math.max(before.changedAt, after.changedAt))
                && before.hasSameContent(version);
    }

    private static <V extends Version> V before(V[] known, V version) {
        V before = null;
        for (V other : known) {
            if (isOfOneThing(other, version)
                    && version.supersedes(other)
                    && (before == null || other.supersedes(before))) {
                before = other;
            }
        }
        return before;
    }

    private static <V extends Version> V after(V[] known, V version) {
        V after = null;
        for (V other : known) {
            if (isOfOneThing(other, version)
                    && other.supersedes(version)
                    && (after == null || after.supersedes(other))) {
                after = other;
            }
        }
        return after;
    }

    private static boolean isOfOneThing(Version one, Version other) {
        return one.thing() == other.thing();
    }
}
