package vaiwg.engine.contributions;

import java.util.ArrayList;
import java.util.List;
import vaiwg.kpis.cases.ManagementVersion;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.facts.Quantity;
import vaiwg.kpis.time.LondonDays;

/**
 * What the management of a stalking perpetrator contributes with the facts of the crime: how soon an order was applied for.
 *
 * @param facts of the crime
 * @param recordedDay of the crime
 */
record ManagementSteps(Catalogue catalogue, FactSet facts, long dimensionKey, int recordedDay)
        implements Step.Setting<ManagementVersion> {
    @Override
    public List<Contribution> of(ManagementVersion application) {
        List<Contribution> found = new ArrayList<>(1);
        int day = LondonDays.dayOf(application.at);
        new StepContributions(catalogue, dimensionKey, found)
                .addQuantity(
                        Quantity.DAYS_TO_APPLY, day, facts.plus(Fact.ORDER_APPLIED), Math.max(0, day - recordedDay));
        return found;
    }
}
