package vaiwg.engine.contributions;

import java.util.EnumSet;
import java.util.Set;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.kpis.cases.PersonState;
import vaiwg.schemas.ProgrammeArm;
import vaiwg.schemas.StalkingStep;

/** The steps in the management of a person that are known at an instant, walked day by day; there can be very many, and mostly are none. */
final class StepsOfPerson {
    private static final Set<StalkingStep> INTERIM_ORDER = EnumSet.of(StalkingStep.INTERIM_ORDER_GRANTED);
    /** Where the court says no to the full order, the interim one is over. */
    private static final Set<StalkingStep> INTERIM_ORDER_OVER =
            EnumSet.of(StalkingStep.ORDER_ENDED, StalkingStep.ORDER_REFUSED);

    private static final Set<StalkingStep> FULL_ORDER = EnumSet.of(StalkingStep.FULL_ORDER_GRANTED);
    private static final Set<StalkingStep> FULL_ORDER_OVER = EnumSet.of(StalkingStep.ORDER_ENDED);
    private static final Set<StalkingStep> PLACE = EnumSet.of(StalkingStep.PROGRAMME_SELECTED);
    private static final Set<StalkingStep> PLACE_OVER = EnumSet.of(StalkingStep.COMPLETED, StalkingStep.WITHDREW);
    private static final Set<StalkingStep> CUSTODY = EnumSet.of(StalkingStep.CUSTODY_FROM);
    private static final Set<StalkingStep> CUSTODY_OVER = EnumSet.of(StalkingStep.CUSTODY_TO);

    private static final byte TREATMENT = (byte) (ProgrammeArm.TREATMENT.ordinal() + 1);

    private final PersonFact[] facts;
    private final int end;
    private final long instant;
    private final Spells interimOrders = new Spells(INTERIM_ORDER, Spells.ANY_ARM, INTERIM_ORDER_OVER);
    private final Spells fullOrders = new Spells(FULL_ORDER, Spells.ANY_ARM, FULL_ORDER_OVER);
    private final Spells places = new Spells(PLACE, TREATMENT, PLACE_OVER);
    private final Spells custody = new Spells(CUSTODY, Spells.ANY_ARM, CUSTODY_OVER);
    private int next;

    StepsOfPerson(PersonState person, long instant) {
        this.facts = person.facts;
        this.next = firstOf(person);
        this.end = endOf(person);
        this.instant = instant;
        skipUnknown();
    }

    /** Whether any step is kept of a person, whenever it is known. */
    static boolean isAnyOf(PersonState person) {
        return firstOf(person) < endOf(person);
    }

    static int firstOf(PersonState person) {
        return person.firstFrom(PersonFact.STEP, Integer.MIN_VALUE);
    }

    static int endOf(PersonState person) {
        return person.firstFrom((byte) (PersonFact.STEP + 1), Integer.MIN_VALUE);
    }

    /** The first day on which another step was taken; {@link Integer#MAX_VALUE} where none was. */
    int nextDay() {
        return next < end ? facts[next].day : Integer.MAX_VALUE;
    }

    /** Takes the steps through a day. */
    void advanceTo(int day) {
        while (next < end && facts[next].day <= day) {
            interimOrders.take(facts[next]);
            fullOrders.take(facts[next]);
            places.take(facts[next]);
            custody.take(facts[next]);
            next++;
            skipUnknown();
        }
    }

    private void skipUnknown() {
        while (next < end && !facts[next].isKnownAt(instant)) {
            next++;
        }
    }

    /** Whether a stalking protection order is in force, interim or full, or a place on the treatment arm is open. */
    boolean isManaged() {
        return interimOrders.last() || fullOrders.last() || places.last();
    }

    boolean isInCustody() {
        return custody.last();
    }

    /**
     * The first selection for the programme with a disposal from which to follow up: it decides the arm, whatever came of it. Null where
     * there is none.
     */
    PersonFact selection() {
        PersonFact first = null;
        for (int i = next; i < end; i++) {
            PersonFact step = facts[i];
            if (step.isKnownAt(instant)
                    && step.step == StalkingStep.PROGRAMME_SELECTED.ordinal()
                    && step.arm != 0
                    && step.disposalAt != CrimeVersion.ABSENT
                    && (first == null || isBefore(step, first))) {
                first = step;
            }
        }
        return first;
    }

    private static boolean isBefore(PersonFact step, PersonFact other) {
        if (step.at != other.at) {
            return step.at < other.at;
        }
        return step.arm != other.arm ? step.arm < other.arm : step.disposalAt < other.disposalAt;
    }
}
