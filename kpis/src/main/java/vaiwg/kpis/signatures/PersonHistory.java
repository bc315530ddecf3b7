package vaiwg.kpis.signatures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.kpis.cases.PersonRecord;
import vaiwg.kpis.cases.PersonState;
import vaiwg.kpis.catalogue.Catalogue;

/** A person, or a place, as a function of what was known when: what the records that name it come to together. */
record PersonHistory(PersonState state, Catalogue catalogue) implements History {
    @Override
    public long[] stamps(long from) {
        return Stream.of(state.records)
                .flatMap(record -> Stream.of(record.facts))
                .flatMapToLong(fact -> LongStream.of(fact.from, fact.until))
                .filter(stamp -> stamp != Long.MAX_VALUE)
                .toArray();
    }

    @Override
    public List<Signature> knownAt(long instant) {
        List<Signature> signatures = new ArrayList<>();
        List<CrimeOfPerson> victim = inRole(PersonFact.VICTIM, instant);
        List<CrimeOfPerson> suspect = inRole(PersonFact.SUSPECT, instant);
        StepsOfPerson steps = new StepsOfPerson(inRole(PersonFact.STEP, instant).stream()
                .map(CrimeOfPerson::fact)
                .toList());
        CrimesOfPerson crimes = new CrimesOfPerson(catalogue, signatures);
        crimes.addVictims(victim);
        crimes.addSuspects(suspect);
        People people = new People(catalogue, signatures);
        people.addVictim(victim);
        people.addSuspect(suspect, steps);
        people.addStaff(inRole(PersonFact.STAFF, instant));
        new FollowUp(catalogue, signatures).add(steps, suspect);
        new Places(catalogue, signatures).add(inRole(PersonFact.PLACE, instant));
        return signatures;
    }

    private List<CrimeOfPerson> inRole(byte role, long instant) {
        List<CrimeOfPerson> found = new ArrayList<>();
        for (PersonRecord record : state.records) {
            for (PersonFact fact : record.facts) {
                if (fact.role == role && fact.isKnownAt(instant)) {
                    found.add(CrimeOfPerson.of(
                            record.record, fact, catalogue.factsOfPersons().decode(fact.facts)));
                }
            }
        }
        found.sort(CrimeOfPerson.FIRST_RECORDED);
        return found;
    }
}
