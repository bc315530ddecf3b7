package vaiwg.engine.signatures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The difference between two histories of a subject, as postings. What a subject contributes over all time is, for each span
 * between two stamps, its signatures as known then: they enter at the span's begin and leave at its end. The difference is what
 * the new history has of these and the old has not, less the converse, each at its own stamp. So an event that arrives after one
 * with a later stamp re-sends the differences of that later stamp, and a late event never changes what counts before its stamp.
 */
final class Differences {
    private static final int EXPECTED = 16;
    private static final int FEW_SIGNATURES = 4;
    /** So few are compared with one another at less cost than by their places. */
    private static final int FEW = 64;

    private static final long[] NONE = {};

    private Differences() {}

    /**
     * @param before the history until now, null or without stamps where the subject is new
     * @param after the history with one more event
     * @param from the earliest stamp at which the two can differ
     */
    static List<Posting> between(History before, History after, long from) {
        List<Posting> postings = new ArrayList<>(EXPECTED);
        long[] old = before == null ? NONE : inOrder(before.stamps(from));
        long[] stamps = inOrder(after.stamps(from));
        int nextOld = firstSpan(old, from);
        int next = firstSpan(stamps, from);
        Known then = Known.NOTHING;
        Known now = Known.NOTHING;
        if (nextOld < old.length && old[nextOld] < from) {
            // A span that begins before they differ holds the same in both: only its end may have moved.
            then = before.knownAt(old[nextOld]);
            now = then;
            collect(span(before, old, nextOld++), then, span(after, stamps, next++), now, postings);
        }
        Map<Step<?>, Integer> last = Map.of();
        while (nextOld < old.length || next < stamps.length) {
            long stamp = Math.min(at(old, nextOld), at(stamps, next));
            Span ofOld = null;
            Span ofNew = null;
            if (at(old, nextOld) == stamp) {
                then = before.knownAt(stamp);
                ofOld = span(before, old, nextOld++);
            }
            if (at(stamps, next) == stamp) {
                now = after.knownAt(stamp);
                ofNew = span(after, stamps, next++);
            }
            collect(ofOld, then, ofNew, now, postings);
            Map<Step<?>, Integer> difference = now.steps().minus(then.steps());
            collectNew(difference, last, stamp, 1, postings);
            collectNew(last, difference, stamp, -1, postings);
            last = difference;
        }
        cancel(postings);
        postings.removeIf(Posting::isEmpty);
        return postings;
    }

    /**
     * The difference that an event makes which comes in order, after all that was known: what has counted until now goes when it comes,
     * and what was to count later does not.
     *
     * @param then what was known until now
     * @param now what is known from the event's stamp on
     * @param stamp the event's
     */
    static List<Posting> between(Known then, Known now, long stamp, RevisionCause cause) {
        List<Posting> postings = new ArrayList<>(FEW_SIGNATURES);
        List<Signature> old = new ArrayList<>(then.own());
        for (Signature signature : now.own()) {
            // What enters at the stamp itself enters because of the event; it was due otherwise.
            long enters = Math.max(stamp, signature.notBefore());
            RevisionCause why = enters > stamp ? RevisionCause.DUE : cause;
            Signature pair = takePair(signature, stamp, old);
            Posting.addMore(signature, pair, enters, 1, why, postings);
            if (pair != null) {
                Posting.addMore(pair, signature, enters, -1, why, postings);
            }
        }
        for (Signature signature : old) {
            long goes = Math.max(stamp, signature.notBefore());
            RevisionCause why = signature.notBefore() >= stamp ? RevisionCause.DUE : cause;
            Posting.addMore(signature, null, goes, -1, why, postings);
        }
        Map<Step<?>, Integer> difference = now.steps().minus(then.steps());
        if (!difference.isEmpty()) {
            collectNew(difference, Map.of(), stamp, 1, postings);
            cancel(postings);
            postings.removeIf(Posting::isEmpty);
        }
        return postings;
    }

    /** Takes out of a list the signature at the same place that counts from the same instant on, if there is one; null if not. */
    private static Signature takePair(Signature signature, long stamp, List<Signature> old) {
        for (int i = 0; i < old.size(); i++) {
            if (old.get(i).isAtPlaceOf(signature, stamp)) {
                return old.remove(i);
            }
        }
        return null;
    }

    private static long at(long[] stamps, int span) {
        return span < stamps.length ? stamps[span] : Long.MAX_VALUE;
    }

    /** Steps that differ as they did before need not be evaluated. */
    private static void collectNew(
            Map<Step<?>, Integer> some, Map<Step<?>, Integer> others, long stamp, int times, List<Posting> postings) {
        some.forEach((step, sign) -> {
            if (!sign.equals(others.get(step))) {
                step.signatures().forEach(signature -> postings.add(new Posting(signature, stamp, times * sign)));
            }
        });
    }

    /**
     * From when until when something is known of a subject, and why it begins and ends.
     *
     * @param end {@link Long#MAX_VALUE} where it does not end
     */
    private record Span(long begin, long end, RevisionCause atBegin, RevisionCause atEnd) {
        /** Adds to a list what a signature says in the span beyond another one, if there is one. */
        void add(Signature signature, Signature other, int sign, List<Posting> postings) {
            long enters = Math.max(begin, signature.notBefore());
            if (enters < end) {
                Posting.addMore(signature, other, enters, sign, enters > begin ? RevisionCause.DUE : atBegin, postings);
                if (end != Long.MAX_VALUE) {
                    Posting.addMore(signature, other, end, -sign, atEnd, postings);
                }
            }
        }
    }

    private static Span span(History history, long[] stamps, int span) {
        long begin = stamps[span];
        long end = at(stamps, span + 1);
        RevisionCause atBegin = history.causeAt(begin);
        return new Span(begin, end, atBegin, end == Long.MAX_VALUE ? atBegin : history.causeAt(end));
    }

    /**
     * What one span holds and the other does not. Where they are of the same time for the same reasons, which all are that a late event does
     * not bound, what both hold is left out at once; elsewhere it cancels later.
     *
     * @param old null where no span of the history until now begins here
     * @param of null where none of the new one does
     */
    private static void collect(Span old, Known then, Span of, Known now, List<Posting> postings) {
        List<Signature> gone = old == null ? List.of() : then.own();
        List<Signature> come = of == null ? List.of() : now.own();
        if (old != null && old.equals(of)) {
            gone = new ArrayList<>(gone);
            for (Signature signature : come) {
                Signature pair = takePair(signature, of.begin(), gone);
                of.add(signature, pair, 1, postings);
                if (pair != null) {
                    of.add(pair, signature, -1, postings);
                }
            }
            come = List.of();
        }
        for (Signature signature : gone) {
            old.add(signature, null, -1, postings);
        }
        for (Signature signature : come) {
            of.add(signature, null, 1, postings);
        }
    }

    /**
     * Some stamps in ascending order, each once.
     *
     * @param stamps an array that nobody else uses: it is sorted in place, as it may be long
     */
    static long[] inOrder(long[] stamps) {
        Arrays.sort(stamps);
        int count = 0;
        for (long stamp : stamps) {
            if (count == 0 || stamps[count - 1] != stamp) {
                stamps[count++] = stamp;
            }
        }
        return count == stamps.length ? stamps : Arrays.copyOf(stamps, count);
    }

    /** The span in force just before {@code from} is where two histories begin to differ: it may end at another stamp. */
    static int firstSpan(long[] stamps, long from) {
        int found = Arrays.binarySearch(stamps, from);
        int next = found >= 0 ? found : -found - 1;
        return Math.max(0, next - 1);
    }

    static void cancel(List<Posting> postings) {
        if (postings.size() <= FEW) {
            cancelAmong(postings);
            return;
        }
        // A person with very many crimes posts for each: only those at one place can cancel.
        Map<Object, List<Posting>> byPlace = new HashMap<>();
        for (Posting posting : postings) {
            byPlace.computeIfAbsent(posting.place(), place -> new ArrayList<>()).add(posting);
        }
        byPlace.values().forEach(Differences::cancelAtOnePlace);
    }

    private static void cancelAtOnePlace(List<Posting> postings) {
        if (postings.size() <= FEW) {
            cancelAmong(postings);
        } else {
            BitBalance.cancel(postings);
        }
    }

    private static void cancelAmong(List<Posting> postings) {
        for (int i = 0; i < postings.size(); i++) {
            Posting one = postings.get(i);
            for (int j = i + 1; j < postings.size() && !one.isEmpty(); j++) {
                Posting other = postings.get(j);
                if (one.sign != other.sign && one.isAtSamePlaceAs(other)) {
                    one.cancelAgainst(other);
                }
            }
        }
    }
}
