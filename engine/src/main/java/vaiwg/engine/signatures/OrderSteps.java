package vaiwg.engine.signatures;

import java.util.ArrayList;
import java.util.List;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.StepVersion;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.SliceTuple;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.StalkingStep;

/**
 * What a step towards a stalking protection order contributes: an application, a refusal, or a full order that was granted.
 *
 * @param breachedAt of a full order the first breach; {@link CrimeVersion#ABSENT} where there is none, and of other steps
 */
record OrderSteps(Catalogue catalogue, long breachedAt) implements Step.Setting<StepVersion> {
    @Override
    public List<Signature> of(StepVersion step) {
        List<Signature> found = new ArrayList<>(1);
        StepSignatures signatures = new StepSignatures(catalogue, SliceTuple.scopeOnly(), found);
        int day = LondonDays.dayOf(step.at);
        if (PerpetratorHistory.is(step, StalkingStep.ORDER_APPLIED)) {
            signatures.addStep(day, FactSet.of(Fact.ORDER_APPLIED));
        } else if (PerpetratorHistory.is(step, StalkingStep.ORDER_REFUSED)) {
            signatures.addStep(day, FactSet.of(Fact.ORDER_DECIDED));
        } else if (PerpetratorHistory.is(step, StalkingStep.FULL_ORDER_GRANTED)) {
            addOrder(day, signatures);
        }
        return found;
    }

    private void addOrder(int day, StepSignatures signatures) {
        FactSet order = FactSet.of(Fact.ORDER_DECIDED, Fact.ORDER_GRANTED);
        if (breachedAt == CrimeVersion.ABSENT) {
            signatures.addStep(day, order);
        } else {
            int age = LondonDays.dayOf(breachedAt) - day;
            signatures.addStep(day, order.plus(FactSet.of(Fact.ORDER_BREACHED)), age);
        }
    }
}
