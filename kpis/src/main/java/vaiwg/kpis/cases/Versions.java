package vaiwg.kpis.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The versions of one stream of a subject, and how another joins them. Arrays are never changed in place: state may share them. */
public final class Versions {
    /** What became of an event that reached its subject. */
    public enum Arrival {
        /** A version not seen before. */
        NEW,
        /** The same event again, or the same version saying the same: it may only be known earlier. */
        DUPLICATE,
        /** The same version saying something else: the later change, then the greater event id, is believed. */
        CONFLICT
    }

    private Versions() {}

    /** When each version of some streams became known, in their order; epoch milliseconds. */
    public static long[] stamps(Version[]... streams) {
        int count = 0;
        for (Version[] stream : streams) {
            count += stream.length;
        }
        long[] stamps = new long[count];
        int next = 0;
        for (Version[] stream : streams) {
            for (Version version : stream) {
                stamps[next++] = version.admittedAt;
            }
        }
        return stamps;
    }

    /** How a version stands to those already there. */
    public static Arrival arrivalOf(Version[] known, Version next) {
        boolean conflict = false;
        for (Version version : known) {
            if (version.isOneWith(next)) {
                if (version.saysTheSameAs(next)) {
                    return Arrival.DUPLICATE;
                }
                conflict = true;
            }
        }
        return conflict ? Arrival.CONFLICT : Arrival.NEW;
    }

    /**
     * The versions with one more. A copy of an event that is there is kept once, with the lesser stamp; the same array comes back
     * where nothing changes.
     */
    public static <V extends Version> V[] with(V[] known, V next) {
        for (int i = 0; i < known.length; i++) {
            if (known[i].isCopyOf(next) && known[i].saysTheSameAs(next)) {
                if (known[i].admittedAt <= next.admittedAt) {
                    return known;
                }
                V[] earlier = known.clone();
                earlier[i] = next;
                return earlier;
            }
        }
        V[] more = Arrays.copyOf(known, known.length + 1);
        more[known.length] = next;
        return more;
    }

    /** The current version as known at an instant, or null where none is. */
    public static <V extends Version> V currentAt(V[] known, long instant) {
        V current = null;
        for (V version : known) {
            if (version.admittedAt <= instant && (current == null || version.supersedes(current))) {
                current = version;
            }
        }
        return current;
    }

    /** Of each of several steps the current version as known at an instant, in no order that matters. */
    public static <V extends CaseStep> List<V> currentOfEachAt(V[] known, long instant) {
        List<V> current = new ArrayList<>(known.length);
        for (V version : known) {
            if (version.admittedAt <= instant && isCurrent(known, version, instant)) {
                current.add(version);
            }
        }
        return current;
    }

    private static boolean isCurrent(CaseStep[] known, CaseStep version, long instant) {
        for (CaseStep other : known) {
            if (other.step == version.step && other.admittedAt <= instant && other.supersedes(version)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The version in force in the source system just before {@code cutoff}, as known at an instant, or null where there was none.
     * A version counts from its own change or that of any lower version, whichever is later, so that history never runs backwards.
     */
    public static <V extends Version> V inForceBefore(V[] known, long cutoff, long instant) {
        V inForce = null;
        for (V candidate : known) {
            if (isBelieved(known, candidate, instant)
                    && (inForce == null || candidate.version > inForce.version)
                    && isReachedBefore(known, candidate, cutoff, instant)) {
                inForce = candidate;
            }
        }
        return inForce;
    }

    /** Whether a version is known at an instant, and no other of the same number is believed instead. */
    public static boolean isBelieved(Version[] known, Version version, long instant) {
        if (version.admittedAt > instant) {
            return false;
        }
        for (Version other : known) {
            if (other.isOneWith(version) && other.admittedAt <= instant && other.supersedes(version)) {
                return false;
            }
        }
        return true;
    }

    /** The versions believed at an instant, one of each number, the lowest first. */
    public static <V extends Version> List<V> believedAt(V[] known, long instant) {
        List<V> believed = new ArrayList<>(known.length);
        for (V version : known) {
            if (isBelieved(known, version, instant)) {
                believed.add(version);
            }
        }
        believed.sort(Comparator.comparingLong(version -> version.version));
        return believed;
    }

    private static boolean isReachedBefore(Version[] known, Version candidate, long cutoff, long instant) {
        for (Version version : known) {
            if (version.version <= candidate.version
                    && version.changedAt >= cutoff
                    && isBelieved(known, version, instant)) {
                return false;
            }
        }
        return true;
    }
}
