package vaiwg.engine.contributions;

import java.util.ArrayList;
import java.util.List;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.StepVersion;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.DimensionKey;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.StalkingStep;

/**
 * What a step towards a stalking protection order contributes: an application, a rejection, a full order that was granted, a breach, an end.
 *
 * @param breachedAt of a full order the first breach; {@link CrimeVersion#ABSENT} where there is none, and of other steps
 * @param turns whether the person comes under an order by the step, or is under none any more
 */
record OrderSteps(Catalogue catalogue, long breachedAt, boolean turns) implements Step.Setting<StepVersion> {
    @Override
    public List<Contribution> of(StepVersion step) {
        List<Contribution> found = new ArrayList<>(2);
        StepContributions contributions = new StepContributions(catalogue, DimensionKey.scopeOnly(), found);
        int day = LondonDays.dayOf(step.at);
        if (PerpetratorHistory.is(step, StalkingStep.ORDER_APPLIED)) {
            contributions.addStep(day, FactSet.of(Fact.ORDER_APPLIED));
        } else if (PerpetratorHistory.is(step, StalkingStep.ORDER_REFUSED)) {
            contributions.addStep(day, FactSet.of(Fact.ORDER_DECIDED));
        } else if (PerpetratorHistory.is(step, StalkingStep.ORDER_BREACHED)) {
            contributions.addEntry(day, FactSet.of(Fact.STALKING_ORDER_BREACH));
        } else if (PerpetratorHistory.is(step, StalkingStep.ORDER_ENDED)) {
            contributions.addExit(day, FactSet.of(Fact.STALKING_ORDER_IN_FORCE));
        } else if (PerpetratorHistory.is(step, StalkingStep.FULL_ORDER_GRANTED)) {
            addOrder(day, contributions);
        }
        return found;
    }

    private void addOrder(int day, StepContributions contributions) {
        FactSet order = FactSet.of(Fact.ORDER_DECIDED, Fact.ORDER_GRANTED);
        if (breachedAt == CrimeVersion.ABSENT) {
            contributions.addStep(day, order);
        } else {
            int age = LondonDays.dayOf(breachedAt) - day;
            contributions.addStep(day, order.plus(Fact.ORDER_BREACHED), age);
        }
        if (turns) {
            contributions.addEntry(day, FactSet.of(Fact.STALKING_ORDER_IN_FORCE));
        }
    }
}
