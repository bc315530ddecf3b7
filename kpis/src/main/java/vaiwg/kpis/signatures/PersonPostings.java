package vaiwg.kpis.signatures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.kpis.cases.PersonNotice;
import vaiwg.kpis.cases.PersonRecord;
import vaiwg.kpis.cases.PersonState;
import vaiwg.kpis.catalogue.Catalogue;

/**
 * From what a record newly says of a person to the postings that it causes. What stands is at any time what the records that are kept come
 * to together, and what each other record comes to by itself.
 */
public final class PersonPostings {
    private final Catalogue catalogue;

    public PersonPostings(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The postings of a notice.
     *
     * @param after the person {@link PersonState#with with} the notice
     */
    public List<Posting> of(PersonState before, PersonState after, PersonNotice notice) {
        List<Posting> postings = new ArrayList<>(ofRefused(before, after, notice));
        if (after != before) {
            postings.addAll(ofKept(before, after));
        }
        return postings;
    }

    /** Those of them that are of records that are not kept: what these said before is known from the notice only. */
    public List<Posting> ofRefused(PersonState before, PersonState after, PersonNotice notice) {
        if (!before.refusesOneFor(notice)) {
            return List.of();
        }
        PersonRecord refused = after == before ? notice.record : before.last();
        return Differences.stampByStamp(
                new RefusedHistory(notice.earlier, catalogue),
                new RefusedHistory(refused.facts, catalogue),
                Long.MIN_VALUE);
    }

    private List<Posting> ofKept(PersonState before, PersonState after) {
        long from = firstDifference(before, after);
        return from == Long.MAX_VALUE
                ? List.of()
                : Differences.stampByStamp(
                        new PersonHistory(before, catalogue), new PersonHistory(after, catalogue), from);
    }

    /** All postings that the records that are kept cause together, whichever came first: what panes that know nothing of it need. */
    public List<Posting> anew(PersonState person) {
        return ofKept(new PersonState(), person);
    }

    /** The least stamp of a fact that only one of the two has: until then both know the same. */
    private static long firstDifference(PersonState before, PersonState after) {
        return Math.min(firstOnlyIn(before, after), firstOnlyIn(after, before));
    }

    private static long firstOnlyIn(PersonState one, PersonState other) {
        long first = Long.MAX_VALUE;
        for (PersonRecord record : one.records) {
            if (!isShared(record, other)) {
                List<PersonFact> here = Arrays.asList(record.facts);
                List<PersonFact> there = factsOf(record, other);
                CommonEnds common = CommonEnds.of(
                        here.size(), there.size(), (i, j) -> here.get(i).isLike(there.get(j)));
                for (PersonFact fact : common.without(here)) {
                    first = Math.min(first, fact.differsFrom(common.without(there)));
                }
            }
        }
        return first;
    }

    /** Whether both have the record as it is: states share what did not change. */
    private static boolean isShared(PersonRecord record, PersonState other) {
        for (PersonRecord same : other.records) {
            if (same.facts == record.facts) {
                return true;
            }
        }
        return false;
    }

    private static List<PersonFact> factsOf(PersonRecord record, PersonState person) {
        for (PersonRecord same : person.records) {
            if (record.isOneWith(same)) {
                return Arrays.asList(same.facts);
            }
        }
        return List.of();
    }
}
