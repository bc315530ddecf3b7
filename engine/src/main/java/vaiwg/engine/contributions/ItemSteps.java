package vaiwg.engine.contributions;

import java.util.ArrayList;
import java.util.List;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.ItemVersion;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.facts.Quantity;
import vaiwg.kpis.time.LondonDays;

/**
 * What an item of a case at a digital kiosk contributes: on the day of its examination, and on that of its return.
 *
 * @param facts of the case
 */
record ItemSteps(Catalogue catalogue, FactSet facts, long dimensionKey) implements Step.Setting<ItemVersion> {
    private static final long HOUR = 3_600_000L;
    private static final long DAY = 24 * HOUR;

    @Override
    public List<Contribution> of(ItemVersion item) {
        List<Contribution> found = new ArrayList<>(3);
        StepContributions contributions = new StepContributions(catalogue, dimensionKey, found);
        if (item.examinedAt != CrimeVersion.ABSENT) {
            contributions.addStep(LondonDays.dayOf(item.examinedAt), facts.plus(FactSet.of(Fact.ITEM_EXAMINED)));
        }
        if (item.returnedAt != CrimeVersion.ABSENT && item.returnedAt >= item.receivedAt) {
            int day = LondonDays.dayOf(item.returnedAt);
            long after = item.returnedAt - item.receivedAt;
            FactSet returned = facts.plus(FactSet.of(Fact.ITEM_RETURNED));
            contributions.addStep(
                    day, after <= DAY ? returned.plus(FactSet.of(Fact.ITEM_RETURNED_WITHIN_24H)) : returned);
            contributions.addQuantity(Quantity.HOURS_TO_RETURN, day, returned, after / HOUR);
        }
        return found;
    }
}
