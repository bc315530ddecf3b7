package vaiwg.engine.contributions;

import vaiwg.kpis.cases.Characteristic;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.kpis.facts.CharacteristicFacts;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactCode;

/**
 * A person in a role, in one slice, on day after day: present on the days after what happened, once however often it happened. What is
 * asked of a person on a day is asked of all that happened in the days before.
 */
final class PresentPerson {
    private static final Characteristic[] CHARACTERISTICS = Characteristic.values();

    private final long[] again = new long[CHARACTERISTICS.length];
    private final long[] consistent = new long[CHARACTERISTICS.length];
    private final long outcomes;
    private final long severalVictims;
    private final long managed;
    private final long severalMatters;

    /** The columns that count the person on the day. */
    final PersonContribution.Bits bits = new PersonContribution.Bits();

    private PersonContribution contributionType;
    private byte role;
    private int days;
    private PersonFact[] happened = {};
    private int count;
    private StepsOfPerson steps;
    private int first;
    private int next;
    private long[] codes;

    PresentPerson(FactCode code) {
        for (int i = 0; i < again.length; i++) {
            again[i] = code.of(CharacteristicFacts.recordedAgain(CHARACTERISTICS[i]));
            consistent[i] = code.of(CharacteristicFacts.consistent(CHARACTERISTICS[i]));
        }
        outcomes = code.outcomes();
        severalVictims = code.of(Fact.OF_SEVERAL_VICTIMS);
        managed = code.of(Fact.UNDER_MANAGEMENT);
        severalMatters = code.of(Fact.OF_SEVERAL_MATTERS);
    }

    /**
     * Begins before all days.
     *
     * @param inOrder all that happened
     * @param slice of one bit
     * @param lasting for how many days each counts, its own included
     * @param management null where there is none
     */
    void begin(
            PersonContribution of,
            byte inRole,
            PersonFact[] inOrder,
            long slice,
            int lasting,
            StepsOfPerson management) {
        contributionType = of;
        role = inRole;
        days = lasting;
        steps = management;
        codes = codes != null && codes.length == of.sets() ? codes : new long[of.sets()];
        happened = happened.length < inOrder.length ? new PersonFact[inOrder.length] : happened;
        count = 0;
        for (PersonFact fact : inOrder) {
            if ((fact.dimensionKey & slice) != 0) {
                happened[count++] = fact;
            }
        }
        first = 0;
        next = 0;
        bits.numerator = 0;
        bits.denominator = 0;
    }

    /** The next day on which anything may turn; {@link Integer#MAX_VALUE} where nothing does. */
    int nextTurn() {
        int turn = next < count ? happened[next].day : Integer.MAX_VALUE;
        if (first < next) {
            turn = Math.min(turn, happened[first].day + days);
            turn = steps == null ? turn : Math.min(turn, steps.nextDay());
        }
        return turn;
    }

    void advanceTo(int day) {
        int turned = first + next;
        while (next < count && happened[next].day <= day) {
            next++;
        }
        while (first < next && happened[first].day + days <= day) {
            first++;
        }
        boolean steppedOn = steps != null && steps.nextDay() <= day;
        if (steppedOn) {
            steps.advanceTo(day);
        }
        if (steppedOn || first + next != turned) {
            evaluate();
        }
    }

    private void evaluate() {
        if (first == next) {
            bits.numerator = 0;
            bits.denominator = 0;
            return;
        }
        long person = ofPerson();
        for (int set = 0; set < codes.length; set++) {
            codes[set] = person;
        }
        for (int i = first; i < next; i++) {
            PersonFact fact = happened[i];
            for (int set = 0; set < codes.length; set++) {
                codes[set] |= fact.outcomeAge < contributionType.daysOf(set) ? fact.facts : fact.facts & ~outcomes;
            }
        }
        contributionType.evaluate(codes, bits);
    }

    /** What holds of the person for all that happened together. */
    private long ofPerson() {
        return switch (role) {
            case PersonFact.VICTIM -> next - first > 1 ? records() : 0;
            case PersonFact.SUSPECT ->
                (isOfSeveralVictims() ? severalVictims : 0) | (steps != null && steps.isManaged() ? managed : 0);
            default -> next - first > 1 ? severalMatters : 0;
        };
    }

    private boolean isOfSeveralVictims() {
        long one = 0;
        for (int i = first; i < next; i++) {
            for (long victim : happened[i].others) {
                if (one != 0 && victim != one) {
                    return true;
                }
                one = victim;
            }
        }
        return false;
    }

    /** How a victim's records agree: for an ethnicity that an officer saw, not. */
    private long records() {
        long agreement = 0;
        for (int i = 0; i < again.length; i++) {
            agreement |= records(CHARACTERISTICS[i], again[i], consistent[i]);
        }
        return agreement;
    }

    private long records(Characteristic characteristic, long recordedAgain, long alike) {
        int values = 0;
        long one = 0;
        boolean agree = true;
        for (int i = first; i < next; i++) {
            long recorded = value(characteristic, happened[i]);
            agree &= characteristic != Characteristic.ETHNICITY || !happened[i].ethnicityObserved;
            if (recorded != 0) {
                agree &= values == 0 || recorded == one;
                one = recorded;
                values++;
            }
        }
        return values < 2 ? 0 : agree ? recordedAgain | alike : recordedAgain;
    }

    private static long value(Characteristic characteristic, PersonFact fact) {
        return switch (characteristic) {
            case AGE -> fact.birthYear;
            case SEX -> fact.sex;
            case DISABILITY -> fact.disability;
            case ETHNICITY -> fact.ethnicity;
            default -> characteristic.value(fact.values);
        };
    }
}
