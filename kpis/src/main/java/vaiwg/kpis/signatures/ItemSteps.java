package vaiwg.kpis.signatures;

import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.ItemVersion;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.facts.KnownCase;
import vaiwg.kpis.facts.Quantity;
import vaiwg.kpis.time.LondonDays;

/** What the items of a case at digital kiosks contribute: each on the day of its examination, and on that of its return. */
final class ItemSteps {
    private static final long HOUR = 3_600_000L;
    private static final long DAY = 24 * HOUR;

    private final KnownCase known;
    private final FactSet facts;
    private final StepSignatures signatures;

    ItemSteps(KnownCase known, FactSet facts, StepSignatures signatures) {
        this.known = known;
        this.facts = facts;
        this.signatures = signatures;
    }

    void add() {
        known.steps().items().forEach(this::add);
    }

    private void add(ItemVersion item) {
        if (item.examinedAt != CrimeVersion.ABSENT) {
            signatures.addStep(LondonDays.dayOf(item.examinedAt), facts.plus(FactSet.of(Fact.ITEM_EXAMINED)));
        }
        if (item.returnedAt != CrimeVersion.ABSENT && item.returnedAt >= item.receivedAt) {
            int day = LondonDays.dayOf(item.returnedAt);
            long after = item.returnedAt - item.receivedAt;
            FactSet returned = facts.plus(FactSet.of(Fact.ITEM_RETURNED));
            signatures.addStep(day, after <= DAY ? returned.plus(FactSet.of(Fact.ITEM_RETURNED_WITHIN_24H)) : returned);
            signatures.addQuantity(Quantity.HOURS_TO_RETURN, day, returned, after / HOUR);
        }
    }
}
