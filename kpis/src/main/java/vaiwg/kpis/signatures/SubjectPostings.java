package vaiwg.kpis.signatures;

import java.util.List;
import java.util.stream.LongStream;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.PerpetratorState;
import vaiwg.kpis.catalogue.Catalogue;

/** From one event of a subject to the postings that it causes. */
public final class SubjectPostings {
    private final Catalogue catalogue;

    public SubjectPostings(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The postings of a case's change.
     *
     * @param before null where the case is new
     * @param admittedAt the stamp of the event that made the change
     */
    public List<Posting> ofCase(CaseState before, CaseState after, long admittedAt) {
        return between(
                before == null ? null : new CaseHistory(before, catalogue),
                new CaseHistory(after, catalogue),
                admittedAt);
    }

    /** The postings of a perpetrator's change, as for a case. */
    public List<Posting> ofPerpetrator(PerpetratorState before, PerpetratorState after, long admittedAt) {
        return between(
                before == null ? null : new PerpetratorHistory(before, catalogue),
                new PerpetratorHistory(after, catalogue),
                admittedAt);
    }

    /** Marks the force as known from the subject's first stamp, so that its first snapshot does not depend on arrival. */
    private static List<Posting> between(History before, History after, long admittedAt) {
        List<Posting> postings = Differences.between(before, after, admittedAt);
        boolean isFirst = before == null
                || admittedAt < LongStream.of(before.stamps()).min().orElse(Long.MAX_VALUE);
        if (isFirst) {
            postings.add(Posting.marker(admittedAt));
        }
        return postings;
    }
}
