package vaiwg.kpis.signatures;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.kpis.cases.PersonRecord;
import vaiwg.kpis.cases.PersonState;
import vaiwg.kpis.catalogue.Catalogue;

/** From what a record newly says of a person to the postings that it causes. */
public final class PersonPostings {
    private final Catalogue catalogue;

    public PersonPostings(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The postings of a person's change. */
    public List<Posting> of(PersonState before, PersonState after) {
        long from = firstDifference(before, after);
        return from == Long.MAX_VALUE
                ? List.of()
                : Differences.stampByStamp(
                        new PersonHistory(before, catalogue), new PersonHistory(after, catalogue), from);
    }

    /** All postings that a person's records cause together, whichever came first: what panes that know nothing of it need. */
    public List<Posting> anew(PersonState person) {
        return of(new PersonState(), person);
    }

    /** The least stamp of a fact that only one of the two has: until then both know the same. */
    private static long firstDifference(PersonState before, PersonState after) {
        return LongStream.concat(onlyIn(before, after), onlyIn(after, before))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static LongStream onlyIn(PersonState one, PersonState other) {
        return Stream.of(one.records)
                .filter(record -> Stream.of(other.records).noneMatch(same -> same.facts == record.facts))
                .flatMapToLong(record -> onlyIn(record, other));
    }

    private static LongStream onlyIn(PersonRecord record, PersonState other) {
        PersonFact[] there = Stream.of(other.records)
                .filter(record::isOneWith)
                .flatMap(same -> Stream.of(same.facts))
                .toArray(PersonFact[]::new);
        return Stream.of(record.facts).mapToLong(fact -> fact.differsFrom(there));
    }
}
