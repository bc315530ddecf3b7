package vaiwg.engine.contributions;

import static vaiwg.kpis.cases.CountedField.field;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import vaiwg.kpis.cases.ContactVersion;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.time.LondonDays;
import vaiwg.kpis.time.WorkingDays;
import vaiwg.schemas.EventStream;

/**
 * What a step of the investigation contributes of which the victim is to be told, on its day; who was told before it was told of something
 * else. Apart from other contacts: of these alone a change of the victim's rights makes something else.
 *
 * @param facts of the case
 * @param daysToTell within how many working days the victim is to be told
 */
record UpdateSteps(Catalogue catalogue, FactSet facts, long dimensionKey, int daysToTell)
        implements Step.Setting<ContactVersion> {
    private static final CountedField TOLD_AT = field(EventStream.VICTIM_CONTACT, "toldAt");

    @Override
    public List<Contribution> of(ContactVersion update) {
        List<Contribution> found = new ArrayList<>(1);
        StepContributions contributions = new StepContributions(catalogue, dimensionKey, found);
        int day = LondonDays.dayOf(update.at);
        OptionalInt deadline = catalogue.maps().workingDays().deadline(day, daysToTell);
        int told = TOLD_AT.isIn(update) ? LondonDays.dayOf(TOLD_AT.in(update)) : Integer.MAX_VALUE;
        contributions.addStep(
                day,
                facts.plus(contributions.stated(update))
                        .plusIf(deadline.isPresent(), Fact.UPDATE_DUE)
                        .plusIf(told >= day && WorkingDays.isInTime(told, deadline), Fact.UPDATED_IN_TIME));
        return found;
    }
}
