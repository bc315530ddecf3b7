package vaiwg.kpis.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vaiwg.kpis.fields.FieldRecord;
import vaiwg.kpis.fields.Fields;

/**
 * All that is kept of a person, or of a place: what records say of it. Immutable, so that state may share its arrays.
 *
 * <p>Beside the steps in its management, no person has more than {@link #MOST} records in one role and recorded at one time each, and no
 * place more than {@link #MOST_AT_A_PLACE}: those are kept that came to be known first, whichever arrived first, so that a pseudonym that
 * stands for very many people costs little and every run rejects the same. A record that ever named the person keeps its place, also when
 * it names another one now. A rejected record comes back only where it turns out to have been known earlier.
 */
public final class PersonState implements FieldRecord {
    /** The greatest number of records of one person. */
    public static final int MOST = 256;
    /** The greatest number of one place: a square in a city has more crimes than a person. */
    public static final int MOST_AT_A_PLACE = 2_000;

    public static final PersonFact[] NOTHING = {};

    /** In the {@link PersonFact#compareTo order} of facts. */
    public PersonFact[] facts = NOTHING;

    /** This person with what a record says now. The last of too many records is left out; where that is this one, the same object. */
    public PersonState with(PersonUpdate update) {
        List<PersonFact> next = new ArrayList<>(facts.length + update.came.length + 1);
        for (PersonFact fact : facts) {
            next.add(fact);
        }
        boolean changed = false;
        for (PersonFact fact : update.went) {
            changed |= cut(next, fact);
        }
        int most = update.place ? MOST_AT_A_PLACE : MOST;
        for (PersonFact fact : update.came) {
            if (fact.role == PersonFact.STEP || keeps(next, fact) || makesRoom(next, fact, update.came, most)) {
                add(next, fact);
                changed = true;
            }
        }
        if (!changed) {
            return this;
        }
        PersonState after = new PersonState();
        after.facts = next.toArray(NOTHING);
        return after;
    }

    /** Whether there is no room for another record. */
    public boolean isFull(boolean place) {
        int most = place ? MOST_AT_A_PLACE : MOST;
        return facts.length >= most && records(Arrays.asList(facts)) >= most;
    }

    /** Whether the record of a fact is kept, in its role. */
    public boolean keeps(PersonFact fact) {
        return fact.role == PersonFact.STEP || keeps(Arrays.asList(facts), fact);
    }

    /** Whether an update makes the rejected records one more: a record that told something before is among them already. */
    public boolean rejectsOneMoreFor(PersonUpdate update) {
        return update.went.length == 0 && isFull(update.place) && !keeps(update.came[0]);
    }

    /** All facts of the record that became known last; it is not asked where no record is kept. */
    public List<PersonFact> last() {
        return last(Arrays.asList(facts));
    }

    /** The first place from which on facts are of a role and of a day or a later one. */
    public int firstFrom(byte role, int day) {
        int low = 0;
        int high = facts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            PersonFact fact = facts[middle];
            if (fact.role < role || (fact.role == role && fact.day < day)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public void pass(Fields fields) {
        facts = fields.records(facts, PersonFact::new);
    }

    /** Takes a fact out for a time, which lies in that for which it is kept. */
    private static boolean cut(List<PersonFact> facts, PersonFact went) {
        for (int i = place(facts, went); i < facts.size() && facts.get(i).compareTo(went) == 0; i++) {
            PersonFact kept = facts.get(i);
            if (kept.from <= went.from && went.until <= kept.until && kept.hasSameContent(went)) {
                facts.remove(i);
                if (went.until < kept.until) {
                    facts.add(i, kept.known(went.until, kept.until));
                }
                if (kept.from < went.from) {
                    facts.add(i, kept.known(kept.from, went.from));
                }
                return true;
            }
        }
        return false;
    }

    /** Adds a fact; it goes on with one that says the same until then. */
    private static void add(List<PersonFact> facts, PersonFact came) {
        int next = place(facts, came);
        for (; next < facts.size() && facts.get(next).compareTo(came) == 0; next++) {
            PersonFact kept = facts.get(next);
            // The same text, kept once.
            came.record = kept.record;
            if (kept.until == came.from && kept.hasSameContent(came)) {
                facts.set(next, kept.known(kept.from, came.until));
                return;
            }
        }
        facts.add(next, came);
    }

    /** Whether there is room for a record that is not kept yet, be it that another one goes out. */
    private static boolean makesRoom(List<PersonFact> facts, PersonFact came, PersonFact[] all, int most) {
        if (facts.size() < most || records(facts) < most) {
            return true;
        }
        long since = Long.MAX_VALUE;
        for (PersonFact fact : all) {
            since = fact.compareTo(came) == 0 ? Math.min(since, fact.from) : since;
        }
        List<PersonFact> last = last(facts);
        if (isLaterThan(since, came, last)) {
            return false;
        }
        last.clear();
        return true;
    }

    private static boolean isLaterThan(long since, PersonFact record, List<PersonFact> other) {
        long otherSince = since(other);
        if (since != otherSince) {
            return since > otherSince;
        }
        int byRecord = record.record.compareTo(other.get(0).record);
        return (byRecord != 0 ? byRecord : record.compareTo(other.get(0))) > 0;
    }

    private static long since(List<PersonFact> ofOne) {
        long since = Long.MAX_VALUE;
        for (PersonFact fact : ofOne) {
            since = Math.min(since, fact.from);
        }
        return since;
    }

    private static int records(List<PersonFact> facts) {
        int records = 0;
        for (int i = 0; i < facts.size(); i++) {
            boolean again = i > 0 && facts.get(i).compareTo(facts.get(i - 1)) == 0;
            records += again || facts.get(i).role == PersonFact.STEP ? 0 : 1;
        }
        return records;
    }

    /** Also as a part of the list, which clears it there. */
    private static List<PersonFact> last(List<PersonFact> facts) {
        List<PersonFact> last = List.of();
        for (int begin = 0, end; begin < facts.size(); begin = end) {
            end = begin + 1;
            while (end < facts.size() && facts.get(end).compareTo(facts.get(begin)) == 0) {
                end++;
            }
            List<PersonFact> one = facts.subList(begin, end);
            if (one.get(0).role != PersonFact.STEP && (last.isEmpty() || isLaterThan(since(one), one.get(0), last))) {
                last = one;
            }
        }
        return last;
    }

    private static boolean keeps(List<PersonFact> facts, PersonFact fact) {
        int place = place(facts, fact);
        return place < facts.size() && facts.get(place).compareTo(fact) == 0;
    }

    /** Where the first fact of the same record and role is, or would be. */
    private static int place(List<PersonFact> facts, PersonFact fact) {
        int low = 0;
        int high = facts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (facts.get(middle).compareTo(fact) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
