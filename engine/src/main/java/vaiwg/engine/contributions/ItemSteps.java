package vaiwg.engine.contributions;

import static vaiwg.kpis.cases.CountedField.field;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.ItemVersion;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.facts.Quantity;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.EventStream;

/**
 * What an item of a case contributes: a device on the day of its examination, and on that of its return; other property from when it was no longer needed.
 *
 * @param facts of the case
 */
record ItemSteps(Catalogue catalogue, FactSet facts, long dimensionKey) implements Step.Setting<ItemVersion> {
    private static final long HOUR = 3_600_000L;
    private static final long DAY = 24 * HOUR;
    private static final int DAYS_TO_RETURN = 7;
    private static final CountedField OTHER_PROPERTY = field(EventStream.DEVICE_EXAMINATION, "otherProperty");
    private static final CountedField KIND = field(EventStream.DEVICE_EXAMINATION, "itemKind");
    private static final CountedField AT_KIOSK = field(EventStream.DEVICE_EXAMINATION, "atKiosk");
    private static final Predicate<Version> EXAMINED_AT_KIOSKS =
            KIND.isOneOf("TELEPHONE", "STORAGE").holds();
    private static final CountedField NEEDED_UNTIL = field(EventStream.DEVICE_EXAMINATION, "neededUntil");

    @Override
    public List<Contribution> of(ItemVersion item) {
        List<Contribution> found = new ArrayList<>(3);
        StepContributions contributions = new StepContributions(catalogue, dimensionKey, found);
        if (OTHER_PROPERTY.isSetIn(item)) {
            addProperty(item, contributions);
            return found;
        }
        if (item.examinedAt != CrimeVersion.ABSENT) {
            FactSet examined = facts.plus(Fact.ITEM_EXAMINED).plus(contributions.stated(item));
            contributions.addStep(
                    LondonDays.dayOf(item.examinedAt), examined.plusIf(isOfKiosk(item), Fact.KIOSK_ITEM_EXAMINED));
        }
        if (item.returnedAt != CrimeVersion.ABSENT && item.returnedAt >= item.receivedAt) {
            int day = LondonDays.dayOf(item.returnedAt);
            long after = item.returnedAt - item.receivedAt;
            FactSet returned = facts.plus(Fact.ITEM_RETURNED);
            contributions.addStep(day, returned.plusIf(after <= DAY, Fact.ITEM_RETURNED_WITHIN_24H));
            contributions.addQuantity(Quantity.HOURS_TO_RETURN, day, returned, after / HOUR);
        }
        return found;
    }

    /** The first version of the stream was of kiosks alone, so a record that does not say where, or what it is, is of one. */
    private static boolean isOfKiosk(ItemVersion item) {
        return !AT_KIOSK.isUnsetIn(item) && (!KIND.isIn(item) || EXAMINED_AT_KIOSKS.test(item));
    }

    /** Of property other than devices what is held and the return, and only where it is known from when it was due. */
    private void addProperty(ItemVersion property, StepContributions contributions) {
        if (!NEEDED_UNTIL.isIn(property)) {
            return;
        }
        int due = LondonDays.dayOf(NEEDED_UNTIL.in(property));
        contributions.addStock(due, due, property.returnedAt, facts.plus(Fact.PROPERTY_HELD));
        contributions.addStock(due + DAYS_TO_RETURN, due, property.returnedAt, facts.plus(Fact.PROPERTY_HELD_OVER_7D));
        if (property.returnedAt == CrimeVersion.ABSENT) {
            return;
        }
        int day = LondonDays.dayOf(property.returnedAt);
        int after = Math.max(0, day - due);
        FactSet returned = facts.plus(Fact.PROPERTY_RETURNED);
        contributions.addStep(day, returned.plusIf(after <= DAYS_TO_RETURN, Fact.PROPERTY_RETURNED_WITHIN_7D));
        contributions.addQuantity(Quantity.DAYS_TO_RETURN_PROPERTY, day, returned, after);
    }
}
