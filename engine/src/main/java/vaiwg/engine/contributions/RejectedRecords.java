package vaiwg.engine.contributions;

import java.util.ArrayList;
import java.util.List;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.kpis.cases.PersonState;
import vaiwg.kpis.cases.PersonUpdate;
import vaiwg.kpis.catalogue.ContributionType;
import vaiwg.kpis.facts.Fact;

/**
 * What records come to that are not kept, because the person or the place has too many: each by itself. They cannot be held against the
 * others, and need not be: so many others are there that it counts nobody new, and that its place is one that comes back.
 */
final class RejectedRecords {
    private final AskedOfPersons asked;
    private final long atRepeatedPlace;

    RejectedRecords(AskedOfPersons asked) {
        this.asked = asked;
        this.atRepeatedPlace = asked.code().of(Fact.AT_REPEATED_PLACE);
    }

    /** The delta entries of an update that they cause, in a list of the caller's own. */
    List<DeltaEntry> of(PersonState before, PersonState after, PersonUpdate update) {
        List<DeltaEntry> entries = new ArrayList<>(4);
        if (before.isFull(update.place)) {
            for (PersonFact fact : update.went) {
                addUnlessKept(before, fact, -1, entries);
            }
            for (PersonFact fact : update.came) {
                addUnlessKept(after, fact, 1, entries);
            }
            for (PersonFact fact : drivenOut(before, after)) {
                addUnlessKept(after, fact, 1, entries);
            }
            Differences.cancel(entries);
            entries.removeIf(DeltaEntry::isEmpty);
        }
        return entries;
    }

    /** What a full person keeps no more, because another record was known earlier. */
    static List<PersonFact> drivenOut(PersonState before, PersonState after) {
        List<PersonFact> last = before.last();
        return after.keeps(last.get(0)) ? List.of() : last;
    }

    private void addUnlessKept(PersonState person, PersonFact fact, int sign, List<DeltaEntry> entries) {
        if (!person.keeps(fact)) {
            add(fact, sign, fact.from, entries);
            if (fact.until != Long.MAX_VALUE) {
                add(fact, -sign, fact.until, entries);
            }
        }
    }

    private void add(PersonFact crime, int sign, long enters, List<DeltaEntry> entries) {
        boolean ofPlace = crime.role == PersonFact.PLACE;
        for (PersonContribution contributionType : ofPlace ? asked.places() : List.of(asked.crimes(crime.role))) {
            PersonContribution.Bits bits = new PersonContribution.Bits();
            contributionType.evaluate(ofPlace ? crime.facts | atRepeatedPlace : crime.facts, bits);
            entries.add(Runs.entry(
                    ofPlace ? ContributionType.PLACE : ContributionType.PEOPLE,
                    crime.day,
                    ofPlace ? Places.DAYS : 0,
                    crime.dimensionKey,
                    enters,
                    sign,
                    bits.numerator,
                    bits.denominator));
        }
    }
}
