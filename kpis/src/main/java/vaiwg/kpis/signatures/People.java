package vaiwg.kpis.signatures;

import java.util.List;
import java.util.function.ToLongFunction;
import vaiwg.kpis.cases.Characteristic;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.facts.CharacteristicFacts;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;

/** Distinct people: the victims of crimes, their suspects, and those whom complaints and conduct matters are about. */
final class People {
    /** For so many days a crime counts for its victim, its suspects and its place. */
    static final int DAYS = 365;
    /** For so many days a complaint or conduct matter counts: five years. */
    private static final int DAYS_OF_CONDUCT = 1_826;

    private static final FactSet ONE_MATTER = FactSet.of(Fact.SUBJECT_OF_MATTER);
    private static final FactSet SEVERAL_MATTERS = FactSet.of(Fact.SUBJECT_OF_MATTER, Fact.OF_SEVERAL_MATTERS);

    private static final int[] NO_BREAKS = {};

    private final Presences presences;

    People(Catalogue catalogue, List<Signature> signatures) {
        this.presences = new Presences(catalogue, signatures);
    }

    void addVictim(List<CrimeOfPerson> crimes) {
        presences.add(crimes, DAYS, NO_BREAKS, (recent, day) -> recent.size() > 1 ? records(recent) : FactSet.NONE);
    }

    void addSuspect(List<CrimeOfPerson> crimes, StepsOfPerson steps) {
        Spells orders = steps.orders();
        Spells places = steps.places();
        presences.add(crimes, DAYS, steps.days(), (recent, day) -> {
            FactSet several = areOfSeveralVictims(recent) ? FactSet.of(Fact.OF_SEVERAL_VICTIMS) : FactSet.NONE;
            return orders.include(day) || places.include(day)
                    ? several.plus(FactSet.of(Fact.UNDER_MANAGEMENT))
                    : several;
        });
    }

    void addStaff(List<CrimeOfPerson> matters) {
        presences.add(
                matters, DAYS_OF_CONDUCT, NO_BREAKS, (recent, day) -> recent.size() > 1 ? SEVERAL_MATTERS : ONE_MATTER);
    }

    private static boolean areOfSeveralVictims(List<CrimeOfPerson> crimes) {
        long one = 0;
        for (CrimeOfPerson crime : crimes) {
            for (long victim : crime.fact().others) {
                if (one != 0 && victim != one) {
                    return true;
                }
                one = victim;
            }
        }
        return false;
    }

    /** How a victim's records agree. */
    private static FactSet records(List<CrimeOfPerson> crimes) {
        boolean observed = false;
        for (CrimeOfPerson crime : crimes) {
            observed |= crime.fact().ethnicityObserved;
        }
        return agreement(Characteristic.AGE, crimes, fact -> fact.birthYear, true)
                .plus(agreement(Characteristic.SEX, crimes, fact -> fact.sex, true))
                .plus(agreement(Characteristic.DISABILITY, crimes, fact -> fact.disability, true))
                .plus(agreement(Characteristic.ETHNICITY, crimes, fact -> fact.ethnicity, !observed));
    }

    /** @param sound whether nothing but a difference can be wrong with the values */
    private static FactSet agreement(
            Characteristic characteristic,
            List<CrimeOfPerson> crimes,
            ToLongFunction<PersonFact> value,
            boolean sound) {
        int values = 0;
        long one = 0;
        boolean alike = sound;
        for (CrimeOfPerson crime : crimes) {
            long recorded = value.applyAsLong(crime.fact());
            if (recorded != 0) {
                alike &= values == 0 || recorded == one;
                one = recorded;
                values++;
            }
        }
        if (values < 2) {
            return FactSet.NONE;
        }
        FactSet again = FactSet.of(CharacteristicFacts.recordedAgain(characteristic));
        return alike ? again.plus(FactSet.of(CharacteristicFacts.consistent(characteristic))) : again;
    }
}
