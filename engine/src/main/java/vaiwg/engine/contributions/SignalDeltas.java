package vaiwg.engine.contributions;

import java.util.ArrayList;
import java.util.List;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.DimensionKey;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.time.LondonDays;

/** From a signal that was raised, and answered, to delta entries. No event tells of a signal: the panes themselves raise it. */
public final class SignalDeltas {
    private static final FactSet RAISED = FactSet.of(Fact.SIGNAL_RAISED);
    private static final FactSet ANSWERED = RAISED.plus(FactSet.of(Fact.SIGNAL_ANSWERED));

    private final Catalogue catalogue;

    public SignalDeltas(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param raised the midnight at which it was raised, by the day that the midnight begins */
    public List<DeltaEntry> raised(int raised) {
        List<DeltaEntry> entries = new ArrayList<>();
        contributions(raised, RAISED, 0)
                .forEach(contribution -> entries.add(new DeltaEntry(contribution, LondonDays.startOf(raised), 1)));
        return entries;
    }

    /**
     * What a first answer changes.
     *
     * @param answered the first midnight at which the answer was known, after {@code raised}
     */
    public List<DeltaEntry> answered(int raised, int answered) {
        List<DeltaEntry> entries = new ArrayList<>();
        long enters = LondonDays.startOf(answered);
        contributions(raised, RAISED, 0).forEach(contribution -> entries.add(new DeltaEntry(contribution, enters, -1)));
        contributions(raised, ANSWERED, answered - raised - 1)
                .forEach(contribution -> entries.add(new DeltaEntry(contribution, enters, 1)));
        Differences.cancel(entries);
        entries.removeIf(DeltaEntry::isEmpty);
        return entries;
    }

    private List<Contribution> contributions(int raised, FactSet facts, int age) {
        List<Contribution> found = new ArrayList<>();
        new StepContributions(catalogue, DimensionKey.scopeOnly(), found).addStep(raised, facts, age);
        return found;
    }
}
