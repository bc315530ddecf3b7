package vaiwg.kpis.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;

/** The versions of one stream of a subject, and how another joins them. Arrays are never changed in place: state may share them. */
public final class Versions {
    /** What became of an event that reached its subject. */
    public enum VersionStatus {
        /** A version not seen before. */
        NEW,
        /** The same event again, or the same version, or the next, saying the same: it may only be known earlier. */
        DUPLICATE,
        /** The same version saying something else: the later change, then the greater event id, wins. */
        CONFLICT,
        /** A version that is not kept: the subject has {@link Versions#MOST} of its stream. */
        TOO_MANY
    }

    /** How many versions, or steps of one kind, a subject keeps; those that come first in the partition of their stream. */
    public static final int MOST = 1_000;

    /** Orders by number and thing; of versions alike in both the one that wins comes last. */
    static final Comparator<Version> IN_ORDER = Comparator.<Version>comparingLong(version -> version.version)
            .thenComparingLong(Version::thing)
            .thenComparing((one, other) -> one.supersedes(other) ? 1 : other.supersedes(one) ? -1 : 0);

    /** Orders by thing, the lowest number first; of versions alike in number the one that wins comes last. */
    static final Comparator<Version> BY_THING =
            Comparator.comparingLong(Version::thing).thenComparing(IN_ORDER);

    private Versions() {}

    /**
     * When the versions of some streams became known, in their order; epoch milliseconds.
     *
     * @param from those before the last one that is less are left out
     */
    public static long[] knowledgeTimes(long from, Version[]... streams) {
        long first = Long.MIN_VALUE;
        for (Version[] stream : streams) {
            for (Version version : stream) {
                first = version.knownAt < from ? Math.max(first, version.knownAt) : first;
            }
        }
        int most = 0;
        for (Version[] stream : streams) {
            most += stream.length;
        }
        long[] knowledgeTimes = new long[most];
        int count = 0;
        for (Version[] stream : streams) {
            for (Version version : stream) {
                if (version.knownAt >= first && (count == 0 || version.knownAt != knowledgeTimes[count - 1])) {
                    knowledgeTimes[count++] = version.knownAt;
                }
            }
        }
        return count == most ? knowledgeTimes : Arrays.copyOf(knowledgeTimes, count);
    }

    /** The last knowledge time of some versions; {@link Long#MIN_VALUE} where there is none. */
    static long lastKnowledgeTime(Version[] some) {
        long last = Long.MIN_VALUE;
        for (Version version : some) {
            last = Math.max(last, version.knownAt);
        }
        return last;
    }

    public static boolean areKnownBy(long instant, Version[] some) {
        for (Version version : some) {
            if (version.knownAt > instant) {
                return false;
            }
        }
        return true;
    }

    /** How a version stands to those already there. */
    public static VersionStatus statusOf(Version[] known, Version next) {
        return statusOf(known, next, MOST);
    }

    static VersionStatus statusOf(Version[] known, Version next, int most) {
        boolean conflict = false;
        for (Version version : known) {
            if (version.isSameVersion(next)) {
                if (version.hasSameContent(next)) {
                    return VersionStatus.DUPLICATE;
                }
                conflict = true;
            }
        }
        boolean repeats = Repetitions.isRepetition(known, next);
        if (!repeats && isFull(known, most)) {
            return VersionStatus.TOO_MANY;
        }
        if (conflict) {
            return VersionStatus.CONFLICT;
        }
        return repeats ? VersionStatus.DUPLICATE : VersionStatus.NEW;
    }

    /**
     * The versions with one more. A copy of an event that is there is kept once, with the lesser knowledge time; of versions that repeat one, the
     * last is kept. The same array comes back where nothing changes, or no more is kept.
     */
    public static <V extends Version> V[] with(V[] known, V next) {
        return with(known, next, MOST);
    }

    static <V extends Version> V[] with(V[] known, V next, int most) {
        for (int i = 0; i < known.length; i++) {
            if (known[i].isCopyOf(next) && known[i].hasSameContent(next)) {
                if (known[i].knownAt <= next.knownAt) {
                    return known;
                }
                V[] earlier = known.clone();
                earlier[i] = next;
                return earlier;
            }
        }
        if (Repetitions.isBetweenRepetitions(known, next)
                || (isFull(known, most) && !Repetitions.isRepetition(known, next))) {
            return known;
        }
        V[] needed = Repetitions.withoutNeedless(known, next);
        if (needed.length > 0) {
            next.shareWith(needed[needed.length - 1]);
        }
        V[] more = Arrays.copyOf(needed, needed.length + 1);
        more[needed.length] = next;
        return more;
    }

    private static boolean isFull(Version[] known, int most) {
        return known.length >= most && Repetitions.countOthers(known) >= most;
    }

    /** The earliest knowledge time of a version that is in one of two arrays only; {@link Long#MAX_VALUE} where there is none. */
    static long earliestDifference(Version[] some, Version[] others) {
        long earliest = Long.MAX_VALUE;
        if (some == others) {
            return earliest;
        }
        for (int i = 0; i < Math.max(some.length, others.length); i++) {
            Version one = i < some.length ? some[i] : null;
            Version other = i < others.length ? others[i] : null;
            if (one != other) {
                earliest = one == null ? earliest : Math.min(earliest, one.knownAt);
                earliest = other == null ? earliest : Math.min(earliest, other.knownAt);
            }
        }
        return earliest;
    }

    /** The current version as known at an instant, or null where none is. */
    public static <V extends Version> V currentAt(V[] known, long instant) {
        V current = null;
        for (V version : known) {
            if (version.knownAt <= instant && (current == null || version.supersedes(current))) {
                current = version;
            }
        }
        return current;
    }

    /** The current version of each step as known at an instant, in the order of their codes. */
    public static <V extends CaseStep> List<V> currentOfEachAt(V[] known, long instant) {
        return lastOfEach(knownAt(known, instant), BY_THING, (one, other) -> one.step == other.step);
    }

    /**
     * The version in force in the source system just before {@code cutoff}, as known at an instant, or null where there was none.
     * A version counts from its own change or that of any lower version, whichever is later, so that history never runs backwards.
     */
    public static <V extends Version> V inForceBefore(V[] known, long cutoff, long instant) {
        return inForceBefore(winningAt(known, instant), cutoff);
    }

    /** Likewise of versions that win, the lowest first. */
    public static <V extends Version> V inForceBefore(List<V> winning, long cutoff) {
        int next = 0;
        while (next < winning.size() && winning.get(next).changedAt < cutoff) {
            next++;
        }
        return next == 0 ? null : winning.get(next - 1);
    }

    /** The versions believed at an instant, one of each number, the lowest first, in a list that is not changed. */
    public static <V extends Version> List<V> winningAt(V[] known, long instant) {
        return areInOrder(known, instant)
                ? Arrays.asList(known)
                : lastOfEach(knownAt(known, instant), IN_ORDER, Version::isSameVersion);
    }

    /** Whether all are known at an instant, and each has a higher number than the one that came before it: so most come. */
    private static boolean areInOrder(Version[] known, long instant) {
        for (int i = 0; i < known.length; i++) {
            if (known[i].knownAt > instant || (i > 0 && known[i].version <= known[i - 1].version)) {
                return false;
            }
        }
        return true;
    }

    /** Receives a version, from which knowledge time on it wins, and from which on another one of its number is instead. */
    public interface BeliefConsumer<V extends Version> {
        /** @param until {@link Long#MAX_VALUE} where it wins for ever */
        void accept(V version, long from, long until);
    }

    /** All versions that are ever believed, the highest first; of those of one number that which wins last. */
    public static <V extends Version> void forEachBelieved(V[] known, BeliefConsumer<V> consumer) {
        V[] inOrder = known.clone();
        Arrays.sort(inOrder, IN_ORDER);
        long until = Long.MAX_VALUE;
        for (int i = inOrder.length - 1; i >= 0; i--) {
            V version = inOrder[i];
            if (i + 1 < inOrder.length && !version.isSameVersion(inOrder[i + 1])) {
                until = Long.MAX_VALUE;
            }
            if (version.knownAt < until) {
                consumer.accept(version, version.knownAt, until);
                until = version.knownAt;
            }
        }
    }

    private static <V extends Version> List<V> knownAt(V[] known, long instant) {
        List<V> all = new ArrayList<>(known.length);
        for (V version : known) {
            if (version.knownAt <= instant) {
                all.add(version);
            }
        }
        return all;
    }

    /** Sorts a list in place, which may be long, and keeps of those that are of one kind, and so next to one another, the last. */
    private static <V> List<V> lastOfEach(List<V> all, Comparator<? super V> order, BiPredicate<V, V> areOfOneKind) {
        if (all.size() < 2) {
            return all;
        }
        all.sort(order);
        int kept = 0;
        for (int i = 0; i < all.size(); i++) {
            if (i + 1 == all.size() || !areOfOneKind.test(all.get(i), all.get(i + 1))) {
                all.set(kept++, all.get(i));
            }
        }
        return kept == all.size() ? all : all.subList(0, kept);
    }
}
