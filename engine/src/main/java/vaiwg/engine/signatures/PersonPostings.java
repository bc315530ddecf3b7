package vaiwg.engine.signatures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.kpis.cases.PersonNotice;
import vaiwg.kpis.cases.PersonState;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.SliceTuple;

/**
 * From what a record newly says of a person to the postings that it causes: what the records that are kept come to together, on the days
 * that the notice can change and as known at its stamp. What comes late is asked again at each later stamp. May be used by one thread at a
 * time.
 */
public final class PersonPostings {
    private static final PersonState NOBODY = new PersonState();
    private static final int NONE = -1;

    private final AskedOfPersons asked;
    private final RefusedRecords refused;
    private final CrimesOfPerson crimes;
    private final People people;
    private final Places places;
    private final FollowUp followUp;

    public PersonPostings(Catalogue catalogue) {
        asked = new AskedOfPersons(catalogue);
        refused = new RefusedRecords(asked);
        crimes = new CrimesOfPerson(asked);
        people = new People(asked);
        places = new Places(asked);
        followUp = new FollowUp(catalogue);
    }

    /**
     * The postings of a notice.
     *
     * @param after the person {@link PersonState#with with} the notice
     */
    public List<Posting> of(PersonState before, PersonState after, PersonNotice notice) {
        List<Posting> postings = ofRefused(before, after, notice);
        if (after != before) {
            add(before, after, changed(before, after, notice), postings);
        }
        return postings;
    }

    /**
     * Those of them that are of records that are not kept, in a list of the caller's own: what these said before is known from the notice
     * only.
     */
    public List<Posting> ofRefused(PersonState before, PersonState after, PersonNotice notice) {
        return refused.of(before, after, notice);
    }

    /** All postings that the records that are kept cause together, whichever came first: what panes that know nothing of it need. */
    public List<Posting> anew(PersonState person) {
        List<Posting> postings = new ArrayList<>();
        add(NOBODY, person, Arrays.asList(person.facts), postings);
        return postings;
    }

    /** The facts that only one of the two has, as far as the person keeps them. */
    private static List<PersonFact> changed(PersonState before, PersonState after, PersonNotice notice) {
        List<PersonFact> changed = new ArrayList<>(notice.went.length + notice.came.length);
        if (!before.isFull(notice.place)) {
            addUnlessIn(notice.came, notice.went, changed);
            addUnlessIn(notice.went, notice.came, changed);
            return changed;
        }
        for (PersonFact fact : notice.went) {
            if (before.keeps(fact)) {
                changed.add(fact);
            }
        }
        for (PersonFact fact : notice.came) {
            if (after.keeps(fact)) {
                changed.add(fact);
            }
        }
        changed.addAll(RefusedRecords.drivenOut(before, after));
        return changed;
    }

    private static void addUnlessIn(PersonFact[] others, PersonFact[] facts, List<PersonFact> into) {
        for (PersonFact fact : facts) {
            boolean isIn = false;
            for (PersonFact other : others) {
                isIn |= fact.isLike(other);
            }
            if (!isIn) {
                into.add(fact);
            }
        }
    }

    private void add(PersonState before, PersonState after, List<PersonFact> changed, List<Posting> postings) {
        for (byte role = PersonFact.VICTIM; role <= PersonFact.STAFF; role++) {
            Change change = Change.of(role, changed, before, after);
            if (role != PersonFact.STEP && change != null) {
                add(role, change, postings);
            }
        }
    }

    private void add(byte role, Change change, List<Posting> postings) {
        long[] stamps = change.stamps();
        if (stamps.length == 1) {
            List<Posting> all = new ArrayList<>(4);
            add(role, change, stamps[0], all);
            addFolded(all, postings);
            return;
        }
        List<Posting> last = List.of();
        for (long stamp : stamps) {
            List<Posting> now = new ArrayList<>();
            add(role, change, stamp, now);
            Differences.cancel(now);
            now.removeIf(Posting::isEmpty);
            List<Posting> turned = new ArrayList<>();
            last.forEach(posting -> turned.add(posting.takenBackAt(stamp)));
            now.forEach(posting -> turned.add(posting.copy()));
            Differences.cancel(turned);
            turned.removeIf(Posting::isEmpty);
            postings.addAll(turned);
            last = now;
        }
    }

    /** One crime goes with the presence that begins on its day, in the same slices: of most crimes that is all there is to say. */
    private static void addFolded(List<Posting> all, List<Posting> postings) {
        for (int i = 0; i < all.size(); i++) {
            Posting crime = all.get(i);
            int presence = crime.quantity == 0 ? presenceBeside(crime, all, i + 1) : NONE;
            if (presence == NONE) {
                postings.add(crime);
            } else {
                Posting both = all.remove(presence);
                both.tuple = crime.tuple;
                both.part[0] |= crime.part[0];
                both.whole[0] |= crime.whole[0];
                postings.add(both);
            }
        }
    }

    /** Crimes come before presences. */
    private static int presenceBeside(Posting crime, List<Posting> all, int from) {
        for (int i = from; i < all.size(); i++) {
            Posting posting = all.get(i);
            if (posting.quantity != 0
                    && posting.lane == crime.lane
                    && posting.day == crime.day
                    && posting.sign == crime.sign
                    && posting.tuple == SliceTuple.themes(crime.tuple)) {
                return i;
            }
        }
        return NONE;
    }

    /** Adds what changes in a role as known at an instant. */
    private void add(byte role, Change change, long instant, List<Posting> postings) {
        PersonFact[] before = change.before(instant);
        PersonFact[] after = change.after(instant);
        if (role == PersonFact.PLACE) {
            places.add(before, after, change.from(), change.to(), instant, postings);
            return;
        }
        crimes.add(role, before, after, instant, postings);
        people.add(role, before, after, change, instant, postings);
        if (role == PersonFact.SUSPECT && asked.followUp() && change.hasSteps()) {
            followUp.add(change.personBefore(), instant, -1, postings);
            followUp.add(change.personAfter(), instant, 1, postings);
        }
    }
}
