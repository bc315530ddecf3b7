package vaiwg.engine.contributions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes the difference between two histories of a subject, as delta entries. What a subject contributes over all time is, for each span
 * between two knowledge times, its contributions as known then: they enter at the span's begin and leave at its end. The difference is what
 * the new history has of these and the old has not, less the converse, each at its own knowledge time. So an event that arrives after one
 * with a later knowledge time re-sends the differences of that later knowledge time, and a late event never changes what counts before its knowledge time.
 *
 * <p>A crime is known on day 10 in area A, and on day 40 to be in area B. Then an outcome arrives that is known since day 20; numerator and
 * denominator of the share of crimes with an outcome, by area:
 *
 * <pre>
 * as known from day   10          20              40
 * until now           A: 0 of 1                   B: 0 of 1
 * with the outcome    A: 0 of 1   A: 1 of 1       B: 1 of 1
 * delta entries       none        A: +1, of +0    A: -1, of -0    B: +1, of +0
 * </pre>
 */
final class Differences {
    private static final int EXPECTED = 16;
    private static final int FEW_SIGNATURES = 4;
    /** So few are compared with one another at less cost than by their places. */
    private static final int FEW = 64;

    private static final long[] NONE = {};

    private Differences() {}

    /**
     * @param before the history until now, null or without knowledge times where the subject is new
     * @param after the history with one more event
     * @param from the earliest knowledge time at which the two can differ
     */
    static List<DeltaEntry> between(History before, History after, long from) {
        List<DeltaEntry> entries = new ArrayList<>(EXPECTED);
        long[] old = before == null ? NONE : inOrder(before.knowledgeTimes(from));
        long[] knowledgeTimes = inOrder(after.knowledgeTimes(from));
        int nextOld = firstSpan(old, from);
        int next = firstSpan(knowledgeTimes, from);
        Known then = Known.NOTHING;
        Known now = Known.NOTHING;
        if (nextOld < old.length && old[nextOld] < from) {
            // A span that begins before they differ holds the same in both: only its end may have moved.
            then = before.knownAt(old[nextOld]);
            now = then;
            collect(span(before, old, nextOld++), then, span(after, knowledgeTimes, next++), now, entries);
        }
        Map<Step<?>, Integer> last = Map.of();
        while (nextOld < old.length || next < knowledgeTimes.length) {
            long knowledgeTime = Math.min(at(old, nextOld), at(knowledgeTimes, next));
            Span ofOld = null;
            Span ofNew = null;
            if (at(old, nextOld) == knowledgeTime) {
                then = before.knownAt(knowledgeTime, then, now);
                ofOld = span(before, old, nextOld++);
            }
            if (at(knowledgeTimes, next) == knowledgeTime) {
                now = after.knownAt(knowledgeTime, then, now);
                ofNew = span(after, knowledgeTimes, next++);
            }
            collect(ofOld, then, ofNew, now, entries);
            Map<Step<?>, Integer> difference = now.steps().minus(then.steps());
            collectNew(difference, last, knowledgeTime, 1, entries);
            collectNew(last, difference, knowledgeTime, -1, entries);
            last = difference;
        }
        cancel(entries);
        entries.removeIf(DeltaEntry::isEmpty);
        return entries;
    }

    /**
     * The difference that an event makes which comes in order, after all that was known: what has counted until now goes when it comes,
     * and what was to count later does not.
     *
     * @param then what was known until now
     * @param now what is known from the event's knowledge time on
     * @param knowledgeTime the event's
     */
    static List<DeltaEntry> between(Known then, Known now, long knowledgeTime, RevisionCause cause) {
        List<DeltaEntry> entries = new ArrayList<>(FEW_SIGNATURES);
        List<Contribution> old = then.own().isEmpty() ? List.of() : new ArrayList<>(then.own());
        for (Contribution contribution : now.own()) {
            // What enters at the knowledge time itself enters because of the event; it was due otherwise.
            long enters = Math.max(knowledgeTime, contribution.notBefore());
            RevisionCause why = enters > knowledgeTime ? RevisionCause.DUE : cause;
            Contribution pair = takePair(contribution, knowledgeTime, old);
            DeltaEntry.addMore(contribution, pair, enters, 1, why, entries);
            if (pair != null) {
                DeltaEntry.addMore(pair, contribution, enters, -1, why, entries);
            }
        }
        for (Contribution contribution : old) {
            long goes = Math.max(knowledgeTime, contribution.notBefore());
            RevisionCause why = contribution.notBefore() >= knowledgeTime ? RevisionCause.DUE : cause;
            DeltaEntry.addMore(contribution, null, goes, -1, why, entries);
        }
        Map<Step<?>, Integer> difference = now.steps().minus(then.steps());
        if (!difference.isEmpty()) {
            collectNew(difference, Map.of(), knowledgeTime, 1, entries);
            cancel(entries);
            entries.removeIf(DeltaEntry::isEmpty);
        }
        return entries;
    }

    /** Takes out of a list the contribution at the same place that counts from the same instant on, if there is one; null if not. */
    private static Contribution takePair(Contribution contribution, long knowledgeTime, List<Contribution> old) {
        for (int i = 0; i < old.size(); i++) {
            if (old.get(i).isAtPlaceOf(contribution, knowledgeTime)) {
                return old.remove(i);
            }
        }
        return null;
    }

    private static long at(long[] knowledgeTimes, int span) {
        return span < knowledgeTimes.length ? knowledgeTimes[span] : Long.MAX_VALUE;
    }

    /** Steps that differ as they did before need not be evaluated. */
    private static void collectNew(
            Map<Step<?>, Integer> some,
            Map<Step<?>, Integer> others,
            long knowledgeTime,
            int times,
            List<DeltaEntry> entries) {
        some.forEach((step, sign) -> {
            if (!sign.equals(others.get(step))) {
                step.contributions()
                        .forEach(
                                contribution -> entries.add(new DeltaEntry(contribution, knowledgeTime, times * sign)));
            }
        });
    }

    /**
     * From when until when something is known of a subject, and why it begins and ends.
     *
     * @param end {@link Long#MAX_VALUE} where it does not end
     */
    private record Span(long begin, long end, RevisionCause atBegin, RevisionCause atEnd) {
        /** Adds to a list what a contribution says in the span beyond another one, if there is one. */
        void add(Contribution contribution, Contribution other, int sign, List<DeltaEntry> entries) {
            long enters = Math.max(begin, contribution.notBefore());
            if (enters < end) {
                DeltaEntry.addMore(
                        contribution, other, enters, sign, enters > begin ? RevisionCause.DUE : atBegin, entries);
                if (end != Long.MAX_VALUE) {
                    DeltaEntry.addMore(contribution, other, end, -sign, atEnd, entries);
                }
            }
        }
    }

    private static Span span(History history, long[] knowledgeTimes, int span) {
        long begin = knowledgeTimes[span];
        long end = at(knowledgeTimes, span + 1);
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
    private static void collect(Span old, Known then, Span of, Known now, List<DeltaEntry> entries) {
        List<Contribution> gone = old == null ? List.of() : then.own();
        List<Contribution> come = of == null ? List.of() : now.own();
        if (old != null && old.equals(of)) {
            gone = new ArrayList<>(gone);
            for (Contribution contribution : come) {
                Contribution pair = takePair(contribution, of.begin(), gone);
                of.add(contribution, pair, 1, entries);
                if (pair != null) {
                    of.add(pair, contribution, -1, entries);
                }
            }
            come = List.of();
        }
        for (Contribution contribution : gone) {
            old.add(contribution, null, -1, entries);
        }
        for (Contribution contribution : come) {
            of.add(contribution, null, 1, entries);
        }
    }

    /**
     * Some knowledge times in ascending order, each once.
     *
     * @param knowledgeTimes an array that nobody else uses: it is sorted in place, as it may be long
     */
    static long[] inOrder(long[] knowledgeTimes) {
        Arrays.sort(knowledgeTimes);
        int count = 0;
        for (long knowledgeTime : knowledgeTimes) {
            if (count == 0 || knowledgeTimes[count - 1] != knowledgeTime) {
                knowledgeTimes[count++] = knowledgeTime;
            }
        }
        return count == knowledgeTimes.length ? knowledgeTimes : Arrays.copyOf(knowledgeTimes, count);
    }

    /** The span in force just before {@code from} is where two histories begin to differ: it may end at another knowledge time. */
    static int firstSpan(long[] knowledgeTimes, long from) {
        int found = Arrays.binarySearch(knowledgeTimes, from);
        int next = found >= 0 ? found : -found - 1;
        return Math.max(0, next - 1);
    }

    static void cancel(List<DeltaEntry> entries) {
        if (entries.size() <= FEW) {
            cancelAmong(entries);
            return;
        }
        // A person with very many crimes posts for each: only those at one place can cancel.
        Map<Object, List<DeltaEntry>> byPlace = new HashMap<>();
        for (DeltaEntry entry : entries) {
            byPlace.computeIfAbsent(entry.place(), place -> new ArrayList<>()).add(entry);
        }
        byPlace.values().forEach(Differences::cancelAtOnePlace);
    }

    private static void cancelAtOnePlace(List<DeltaEntry> entries) {
        if (entries.size() <= FEW) {
            cancelAmong(entries);
        } else {
            BitBalance.cancel(entries);
        }
    }

    private static void cancelAmong(List<DeltaEntry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            DeltaEntry one = entries.get(i);
            for (int j = i + 1; j < entries.size() && !one.isEmpty(); j++) {
                DeltaEntry other = entries.get(j);
                if (one.sign != other.sign && one.isAtSamePlaceAs(other)) {
                    one.cancelAgainst(other);
                }
            }
        }
    }
}
