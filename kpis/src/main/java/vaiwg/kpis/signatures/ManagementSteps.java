package vaiwg.kpis.signatures;

import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.facts.KnownCase;
import vaiwg.kpis.facts.Quantity;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.StalkingStep;

/** What the management of a stalking perpetrator contributes with the facts of the crime: how soon an order was applied for. */
final class ManagementSteps {
    private final KnownCase known;
    private final FactSet facts;
    private final StepSignatures signatures;

    ManagementSteps(KnownCase known, FactSet facts, StepSignatures signatures) {
        this.known = known;
        this.facts = facts;
        this.signatures = signatures;
    }

    void add() {
        known.steps().management(StalkingStep.ORDER_APPLIED).forEach(application -> {
            int day = LondonDays.dayOf(application.at);
            signatures.addQuantity(
                    Quantity.DAYS_TO_APPLY,
                    day,
                    facts.plus(FactSet.of(Fact.ORDER_APPLIED)),
                    Math.max(0, day - known.recordedDay()));
        });
    }
}
