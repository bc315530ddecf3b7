package vaiwg.kpis.signatures;

import java.util.List;
import java.util.stream.LongStream;
import vaiwg.kpis.cases.Subject;
import vaiwg.kpis.catalogue.Catalogue;

/** From one event of a subject to the postings that it causes, or from a whole subject to all that it ever caused. */
public final class SubjectPostings {
    private final Catalogue catalogue;

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
        History known = before == null ? null : history(before);
        long from = before == null ? admittedAt : after.differsFrom(before);
        long last = before == null ? Long.MIN_VALUE : before.lastStamp();
        if (last != Long.MIN_VALUE && last < from && from == admittedAt) {
            History now = history(after);
            return Differences.between(known.knownAt(last), now.knownAt(from), from, now.causeAt(from));
        }
        List<Posting> postings = Differences.between(known, history(after), from);
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
