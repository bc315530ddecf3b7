package vaiwg.engine.signatures;

import java.util.ArrayList;
import java.util.List;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.kpis.cases.PersonNotice;
import vaiwg.kpis.cases.PersonState;
import vaiwg.kpis.catalogue.Lane;
import vaiwg.kpis.facts.Fact;

/**
 * What records come to that are not kept, because the person or the place has too many: each by itself. They cannot be held against the
 * others, and need not be: so many others are there that it counts nobody new, and that its place is one that comes back.
 */
final class RefusedRecords {
    private final AskedOfPersons asked;
    private final long atRepeatedPlace;

    RefusedRecords(AskedOfPersons asked) {
        this.asked = asked;
        this.atRepeatedPlace = asked.code().of(Fact.AT_REPEATED_PLACE);
    }

    /** The postings of a notice that they cause, in a list of the caller's own. */
    List<Posting> of(PersonState before, PersonState after, PersonNotice notice) {
        List<Posting> postings = new ArrayList<>(4);
        if (before.isFull(notice.place)) {
            for (PersonFact fact : notice.went) {
                addUnlessKept(before, fact, -1, postings);
            }
            for (PersonFact fact : notice.came) {
                addUnlessKept(after, fact, 1, postings);
            }
            for (PersonFact fact : drivenOut(before, after)) {
                addUnlessKept(after, fact, 1, postings);
            }
            Differences.cancel(postings);
            postings.removeIf(Posting::isEmpty);
        }
        return postings;
    }

    /** What a full person keeps no more, because another record was known earlier. */
    static List<PersonFact> drivenOut(PersonState before, PersonState after) {
        List<PersonFact> last = before.last();
        return after.keeps(last.get(0)) ? List.of() : last;
    }

    private void addUnlessKept(PersonState person, PersonFact fact, int sign, List<Posting> postings) {
        if (!person.keeps(fact)) {
            add(fact, sign, fact.from, postings);
            if (fact.until != Long.MAX_VALUE) {
                add(fact, -sign, fact.until, postings);
            }
        }
    }

    private void add(PersonFact crime, int sign, long enters, List<Posting> postings) {
        boolean ofPlace = crime.role == PersonFact.PLACE;
        PersonLane lane = ofPlace ? asked.places() : asked.crimes(crime.role);
        PersonLane.Bits bits = new PersonLane.Bits();
        lane.evaluate(ofPlace ? crime.facts | atRepeatedPlace : crime.facts, bits);
        postings.add(Runs.posting(
                ofPlace ? Lane.PLACE : Lane.PEOPLE,
                crime.day,
                ofPlace ? Places.DAYS : 0,
                crime.tuple,
                enters,
                sign,
                bits.part,
                bits.whole));
    }
}
