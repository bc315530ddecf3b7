package vaiwg.kpis.signatures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.kpis.catalogue.Catalogue;

/**
 * A record that is not kept, because the person or the place has too many, as a function of what was known when. It cannot be held against
 * the others, and need not be: so many others are there that it counts nobody new, and that its place is one that comes back.
 *
 * @param facts all that the record says of the person or the place
 */
record RefusedHistory(PersonFact[] facts, Catalogue catalogue) implements History {
    /** Nothing that a refused record comes to is in the order of records. */
    private static final String NO_REFERENCE = "";

    @Override
    public long[] stamps(long from) {
        LongStream.Builder stamps = LongStream.builder();
        PersonHistory.addStamps(from, facts, stamps);
        return stamps.build().toArray();
    }

    @Override
    public Known knownAt(long instant) {
        List<Signature> signatures = new ArrayList<>();
        Presences presences = new Presences(catalogue, signatures);
        Places places = new Places(catalogue, signatures);
        for (PersonFact fact : facts) {
            if (fact.isKnownAt(instant)) {
                CrimeOfPerson crime = CrimeOfPerson.of(
                        NO_REFERENCE, fact, catalogue.factsOfPersons().decode(fact.facts));
                if (fact.role == PersonFact.PLACE) {
                    places.addAtRepeated(crime, crime.day(), crime.day() + People.DAYS);
                } else if (fact.counted) {
                    presences.takeOut(crime, People.DAYS);
                }
            }
        }
        return Known.of(signatures);
    }
}
