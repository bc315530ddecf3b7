package vaiwg.engine.signatures;

import java.util.List;
import java.util.stream.LongStream;
import vaiwg.kpis.cases.Subject;
import vaiwg.kpis.catalogue.Catalogue;

/**
 * From one event of a subject to the postings that it causes, or from a whole subject to all that it ever caused. May be used by one thread
 * at a time.
 */
public final class SubjectPostings {
    private final Catalogue catalogue;
    private final RecentSubjects recent = new RecentSubjects();

    public SubjectPostings(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The postings of a subject's change.
     *
     * @param before null where the subject is new
     * @param admittedAt the stamp of the event that made the change
     */
    public List<Posting> of(Subject before, Subject after, long admittedAt) {
        if (before == null && after.lastStamp() == admittedAt) {
            List<Posting> postings = inOrder(Known.NOTHING, after, admittedAt);
            postings.add(Posting.marker(admittedAt, 1));
            return postings;
        }
        long last = before == null ? Long.MIN_VALUE : before.lastStamp();
        long from = before == null ? admittedAt : after.differsFrom(before);
        if (last != Long.MIN_VALUE && last < from && from == admittedAt) {
            return inOrder(knownAt(last, before), after, from);
        }
        History known = before == null ? null : history(before);
        List<Posting> postings = Differences.between(known, history(after), from);
        recent.remember(after, null);
        if (known == null || isBeforeAll(admittedAt, known)) {
            // Marks the subject as known from its first stamp, once: where the history starts does not depend on
            // arrival.
            postings.add(Posting.marker(admittedAt, 1));
            if (known != null) {
                postings.add(Posting.marker(earliest(known), -1));
            }
        }
        return postings;
    }

    private List<Posting> inOrder(Known then, Subject after, long stamp) {
        History history = history(after);
        Known now = history.knownAt(stamp);
        recent.remember(after, now);
        return Differences.between(then, now, stamp, history.causeAt(stamp));
    }

    /** @param last stamp of the subject */
    private Known knownAt(long last, Subject subject) {
        Known known = recent.take(subject);
        return known == null ? history(subject).knownAt(last) : known;
    }

    /** All postings that a subject's events cause together, whichever came first: what panes that know nothing of it need. */
    public List<Posting> anew(Subject subject) {
        List<Posting> postings = of(null, subject, earliest(history(subject)));
        postings.forEach(posting -> posting.cause = (byte) RevisionCause.NOT_RECORDED.ordinal());
        return postings;
    }

    private static long earliest(History history) {
        return LongStream.of(history.stamps(Long.MIN_VALUE)).min().orElse(Long.MAX_VALUE);
    }

    private static boolean isBeforeAll(long stamp, History history) {
        return LongStream.of(history.stamps(stamp)).allMatch(known -> known > stamp);
    }

    private History history(Subject subject) {
        return SubjectType.of(subject.kind()).history(subject, catalogue);
    }
}
