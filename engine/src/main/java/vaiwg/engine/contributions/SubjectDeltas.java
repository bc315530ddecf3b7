package vaiwg.engine.contributions;

import java.util.List;
import java.util.stream.LongStream;
import vaiwg.kpis.cases.Subject;
import vaiwg.kpis.catalogue.Catalogue;

/**
 * From one event of a subject to the delta entries that it causes, or from a whole subject to all that it ever caused. May be used by one thread
 * at a time.
 */
public final class SubjectDeltas {
    private final Catalogue catalogue;
    private final RecentSubjects recent = new RecentSubjects();

    public SubjectDeltas(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The delta entries of a subject's change.
     *
     * @param before null where the subject is new
     * @param knownAt the knowledge time of the event that made the change
     */
    public List<DeltaEntry> of(Subject before, Subject after, long knownAt) {
        if (before == null && after.lastKnowledgeTime() == knownAt) {
            List<DeltaEntry> entries = inOrder(Known.NOTHING, after, knownAt);
            entries.add(DeltaEntry.marker(knownAt, 1));
            return entries;
        }
        long last = before == null ? Long.MIN_VALUE : before.lastKnowledgeTime();
        long from = before == null ? knownAt : after.differsFrom(before);
        if (last != Long.MIN_VALUE && last < from && from == knownAt) {
            return inOrder(knownAt(last, before), after, from);
        }
        History known = before == null ? null : history(before);
        List<DeltaEntry> entries = Differences.between(known, history(after), from);
        recent.remember(after, null);
        if (known == null || isBeforeAll(knownAt, known)) {
            // Marks the subject as known from its first knowledge time, once: where the history starts does not depend
            // on
            // arrival.
            entries.add(DeltaEntry.marker(knownAt, 1));
            if (known != null) {
                entries.add(DeltaEntry.marker(earliest(known), -1));
            }
        }
        return entries;
    }

    private List<DeltaEntry> inOrder(Known then, Subject after, long knowledgeTime) {
        History history = history(after);
        Known now = history.knownAt(knowledgeTime, then);
        recent.remember(after, now);
        return Differences.between(then, now, knowledgeTime, history.causeAt(knowledgeTime));
    }

    /** @param last knowledge time of the subject */
    private Known knownAt(long last, Subject subject) {
        Known known = recent.take(subject);
        return known == null ? history(subject).knownAt(last) : known;
    }

    /** Gives a subject's whole contribution, for panes that know nothing of it. */
    public List<DeltaEntry> all(Subject subject) {
        List<DeltaEntry> entries = of(null, subject, earliest(history(subject)));
        entries.forEach(entry -> entry.cause = (byte) RevisionCause.NOT_RECORDED.ordinal());
        return entries;
    }

    private static long earliest(History history) {
        return LongStream.of(history.knowledgeTimes(Long.MIN_VALUE)).min().orElse(Long.MAX_VALUE);
    }

    private static boolean isBeforeAll(long knowledgeTime, History history) {
        return LongStream.of(history.knowledgeTimes(knowledgeTime)).allMatch(known -> known > knowledgeTime);
    }

    private History history(Subject subject) {
        return SubjectType.of(subject.kind()).history(subject, catalogue);
    }
}
