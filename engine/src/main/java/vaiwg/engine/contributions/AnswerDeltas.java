package vaiwg.engine.contributions;

import java.util.ArrayList;
import java.util.List;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.DimensionKey;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.time.LondonDays;

/** From something that an owner was asked for, and answered, to delta entries. No event tells that it was asked for: a midnight does. */
public final class AnswerDeltas {
    private final Catalogue catalogue;
    private final FactSet asked;
    private final FactSet answered;

    /**
     * @param asked the fact that it was asked for
     * @param answered the fact that it was answered
     */
    public AnswerDeltas(Catalogue catalogue, Fact asked, Fact answered) {
        this.catalogue = catalogue;
        this.asked = FactSet.of(asked);
        this.answered = this.asked.plus(FactSet.of(answered));
    }

    /** @param day of the midnight at which it was asked for, which begins the day */
    public List<DeltaEntry> asked(int day) {
        List<DeltaEntry> entries = new ArrayList<>();
        contributions(day, asked, 0)
                .forEach(contribution -> entries.add(new DeltaEntry(contribution, LondonDays.startOf(day), 1)));
        return entries;
    }

    /**
     * What a first answer changes.
     *
     * @param known the first midnight at which the answer was known, after {@code day}
     */
    public List<DeltaEntry> answered(int day, int known) {
        List<DeltaEntry> entries = new ArrayList<>();
        long enters = LondonDays.startOf(known);
        contributions(day, asked, 0).forEach(contribution -> entries.add(new DeltaEntry(contribution, enters, -1)));
        contributions(day, answered, known - day - 1)
                .forEach(contribution -> entries.add(new DeltaEntry(contribution, enters, 1)));
        Differences.cancel(entries);
        entries.removeIf(DeltaEntry::isEmpty);
        return entries;
    }

    private List<Contribution> contributions(int day, FactSet facts, int age) {
        List<Contribution> found = new ArrayList<>();
        new StepContributions(catalogue, DimensionKey.scopeOnly(), found).addStep(day, facts, age);
        return found;
    }
}
