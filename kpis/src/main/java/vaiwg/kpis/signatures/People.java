package vaiwg.kpis.signatures;

import java.util.Arrays;
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
    /** For so many days a crime counts for its victim and its suspects. */
    static final int DAYS = 365;
    /** For so many days a complaint or conduct matter counts: five years. */
    static final int DAYS_OF_CONDUCT = 1_826;

    private final Presences presences;

    People(Catalogue catalogue, List<Signature> signatures) {
        this.presences = new Presences(catalogue, signatures);
    }

    void addVictim(List<CrimeOfPerson> crimes) {
        presences.add(crimes, DAYS, List.of(), (recent, day) -> {
            FactSet victim = FactSet.of(Fact.VICTIM_OF_CRIME);
            if (recent.size() > 1) {
                victim = victim.plus(records(recent));
            }
            return presences.anyOf(recent, victim);
        });
    }

    void addSuspect(List<CrimeOfPerson> crimes, StepsOfPerson steps) {
        presences.add(crimes, DAYS, steps.days(), (recent, day) -> {
            FactSet suspect = FactSet.of(Fact.SUSPECT_OF_CRIME);
            if (victims(recent) > 1) {
                suspect = suspect.plus(FactSet.of(Fact.OF_SEVERAL_VICTIMS));
            }
            if (steps.areManagementOn(day)) {
                suspect = suspect.plus(FactSet.of(Fact.UNDER_MANAGEMENT));
            }
            return presences.only(suspect);
        });
    }

    void addStaff(List<CrimeOfPerson> matters) {
        FactSet one = FactSet.of(Fact.SUBJECT_OF_MATTER);
        FactSet several = one.plus(FactSet.of(Fact.OF_SEVERAL_MATTERS));
        presences.add(
                matters,
                DAYS_OF_CONDUCT,
                List.of(),
                (recent, day) -> presences.only(recent.size() > 1 ? several : one));
    }

    private static long victims(List<CrimeOfPerson> crimes) {
        return crimes.stream()
                .flatMapToLong(crime -> Arrays.stream(crime.fact().others))
                .distinct()
                .count();
    }

    /** How a victim's records agree. */
    private static FactSet records(List<CrimeOfPerson> crimes) {
        boolean observed = crimes.stream().anyMatch(crime -> crime.fact().ethnicityObserved);
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
        long[] values = crimes.stream()
                .mapToLong(crime -> value.applyAsLong(crime.fact()))
                .filter(known -> known != 0)
                .toArray();
        if (values.length < 2) {
            return FactSet.NONE;
        }
        FactSet again = FactSet.of(CharacteristicFacts.recordedAgain(characteristic));
        boolean alike = sound && Arrays.stream(values).allMatch(other -> other == values[0]);
        return alike ? again.plus(FactSet.of(CharacteristicFacts.consistent(characteristic))) : again;
    }
}
