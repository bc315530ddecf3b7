package vaiwg.kpis.signatures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.kpis.cases.PersonRecord;
import vaiwg.kpis.cases.PersonState;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.schemas.EventStream;

/** A person, or a place, as a function of what was known when: what the records that name it come to together. */
record PersonHistory(PersonState state, Catalogue catalogue) implements History {
    @Override
    public long[] stamps(long from) {
        LongStream.Builder stamps = LongStream.builder();
        for (PersonRecord record : state.records) {
            addStamps(from, record.facts, stamps);
        }
        return stamps.build().toArray();
    }

    /** Adds the stamps at which facts begin and end, but for those that are less than {@code from}. */
    static void addStamps(long from, PersonFact[] facts, LongStream.Builder stamps) {
        long last = Long.MIN_VALUE;
        for (PersonFact fact : facts) {
            if (fact.from >= from && fact.from != last) {
                last = fact.from;
                stamps.add(last);
            }
            if (fact.until >= from && fact.until != Long.MAX_VALUE) {
                stamps.add(fact.until);
            }
        }
    }

    @Override
    public Known knownAt(long instant) {
        List<Signature> signatures = new ArrayList<>();
        List<CrimeOfPerson> victim = inRole(PersonFact.VICTIM, instant);
        List<CrimeOfPerson> suspect = inRole(PersonFact.SUSPECT, instant);
        StepsOfPerson steps = new StepsOfPerson(steps(instant));
        CrimesOfPerson crimes = new CrimesOfPerson(catalogue, signatures);
        crimes.addVictims(victim);
        crimes.addSuspects(suspect);
        People people = new People(catalogue, signatures);
        people.addVictim(victim);
        people.addSuspect(suspect, steps);
        people.addStaff(inRole(PersonFact.STAFF, instant));
        new FollowUp(catalogue, signatures).add(steps, suspect);
        new Places(catalogue, signatures).add(inRole(PersonFact.PLACE, instant));
        return Known.of(signatures);
    }

    /** Only the record of a perpetrator says which steps were taken, and a person has one at most. */
    private List<PersonFact> steps(long instant) {
        for (PersonRecord record : state.records) {
            if (record.stream == EventStream.STALKING.ordinal()) {
                List<PersonFact> steps = new ArrayList<>(Arrays.asList(record.facts));
                steps.removeIf(step -> !step.isKnownAt(instant));
                return steps;
            }
        }
        return List.of();
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
