package vaiwg.engine.signatures;

import java.util.ArrayList;
import java.util.List;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.SliceTuple;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.time.LondonDays;

/** From a signal that was raised, and answered, to postings. No event tells of a signal: the panes themselves raise it. */
public final class SignalPostings {
    private static final FactSet RAISED = FactSet.of(Fact.SIGNAL_RAISED);
    private static final FactSet ANSWERED = RAISED.plus(FactSet.of(Fact.SIGNAL_ANSWERED));

    private final Catalogue catalogue;

    public SignalPostings(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param raised the midnight at which it was raised, by the day that the midnight begins */
    public List<Posting> raised(int raised) {
        List<Posting> postings = new ArrayList<>();
        signatures(raised, RAISED, 0)
                .forEach(signature -> postings.add(new Posting(signature, LondonDays.startOf(raised), 1)));
        return postings;
    }

    /**
     * What a first answer changes.
     *
     * @param answered the first midnight at which the answer was known, after {@code raised}
     */
    public List<Posting> answered(int raised, int answered) {
        List<Posting> postings = new ArrayList<>();
        long enters = LondonDays.startOf(answered);
        signatures(raised, RAISED, 0).forEach(signature -> postings.add(new Posting(signature, enters, -1)));
        signatures(raised, ANSWERED, answered - raised - 1)
                .forEach(signature -> postings.add(new Posting(signature, enters, 1)));
        Differences.cancel(postings);
        postings.removeIf(Posting::isEmpty);
        return postings;
    }

    private List<Signature> signatures(int raised, FactSet facts, int age) {
        List<Signature> found = new ArrayList<>();
        new StepSignatures(catalogue, SliceTuple.scopeOnly(), found).addStep(raised, facts, age);
        return found;
    }
}
