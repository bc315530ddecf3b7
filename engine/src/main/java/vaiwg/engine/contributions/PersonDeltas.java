package vaiwg.engine.contributions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.kpis.cases.PersonState;
import vaiwg.kpis.cases.PersonUpdate;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.DimensionKey;

/**
 * From what a record newly says of a person to the delta entries that it causes: what the records that are kept come to together, on the days
 * that the update can change and as known at its knowledge time. What comes late is asked again at each later knowledge time. May be used by one thread at a
 * time.
 */
public final class PersonDeltas {
    private static final PersonState NOBODY = new PersonState();
    private static final int NONE = -1;

    private final AskedOfPersons asked;
    private final RejectedRecords rejected;
    private final CrimesOfPerson crimes;
    private final People people;
    private final Places places;
    private final FollowUp followUp;
    /** Those of the role at hand. */
    private final List<DeltaEntry> ofRole = new ArrayList<>();

    public PersonDeltas(Catalogue catalogue) {
        asked = new AskedOfPersons(catalogue);
        rejected = new RejectedRecords(asked);
        crimes = new CrimesOfPerson(asked);
        people = new People(asked);
        places = new Places(asked);
        followUp = new FollowUp(catalogue);
    }

    /**
     * The delta entries of an update.
     *
     * @param after the person {@link PersonState#with with} the update
     */
    public List<DeltaEntry> of(PersonState before, PersonState after, PersonUpdate update) {
        List<DeltaEntry> entries = ofRejected(before, after, update);
        if (after != before) {
            add(before, after, changed(before, after, update), entries);
        }
        return entries;
    }

    /**
     * Those of them that are of records that are not kept, in a list of the caller's own: what these said before is known from the update
     * only.
     */
    public List<DeltaEntry> ofRejected(PersonState before, PersonState after, PersonUpdate update) {
        return rejected.of(before, after, update);
    }

    /** Gives the whole contribution of a person's records that are kept, for panes that know nothing of it. */
    public List<DeltaEntry> all(PersonState person) {
        List<DeltaEntry> entries = new ArrayList<>();
        add(NOBODY, person, Arrays.asList(person.facts), entries);
        return entries;
    }

    /** The facts that only one of the two has, as far as the person keeps them. */
    private static List<PersonFact> changed(PersonState before, PersonState after, PersonUpdate update) {
        List<PersonFact> changed = new ArrayList<>(update.went.length + update.came.length);
        if (!before.isFull(update.place)) {
            addUnlessIn(update.came, update.went, changed);
            addUnlessIn(update.went, update.came, changed);
            return changed;
        }
        for (PersonFact fact : update.went) {
            if (before.keeps(fact)) {
                changed.add(fact);
            }
        }
        for (PersonFact fact : update.came) {
            if (after.keeps(fact)) {
                changed.add(fact);
            }
        }
        changed.addAll(RejectedRecords.drivenOut(before, after));
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

    private void add(PersonState before, PersonState after, List<PersonFact> changed, List<DeltaEntry> entries) {
        for (byte role = PersonFact.VICTIM; role <= PersonFact.STAFF_OF_YEAR; role++) {
            Change change = Change.of(role, changed, before, after);
            if (role != PersonFact.STEP && change != null) {
                add(role, change, entries);
            }
        }
    }

    private void add(byte role, Change change, List<DeltaEntry> entries) {
        long[] knowledgeTimes = change.knowledgeTimes();
        if (knowledgeTimes.length == 1) {
            ofRole.clear();
            add(role, change, knowledgeTimes[0], ofRole);
            addFolded(ofRole, entries);
            return;
        }
        List<DeltaEntry> last = List.of();
        for (long knowledgeTime : knowledgeTimes) {
            List<DeltaEntry> now = new ArrayList<>();
            add(role, change, knowledgeTime, now);
            Differences.cancel(now);
            now.removeIf(DeltaEntry::isEmpty);
            List<DeltaEntry> turned = new ArrayList<>();
            last.forEach(entry -> turned.add(entry.takenBackAt(knowledgeTime)));
            now.forEach(entry -> turned.add(entry.copy()));
            Differences.cancel(turned);
            turned.removeIf(DeltaEntry::isEmpty);
            entries.addAll(turned);
            last = now;
        }
    }

    /** One crime goes with the presence that begins on its day, in the same slices: of most crimes that is all there is to say. */
    private static void addFolded(List<DeltaEntry> all, List<DeltaEntry> entries) {
        for (int i = 0; i < all.size(); i++) {
            DeltaEntry crime = all.get(i);
            int presence = crime.quantity == 0 ? presenceBeside(crime, all, i + 1) : NONE;
            if (presence == NONE) {
                entries.add(crime);
            } else {
                DeltaEntry both = all.remove(presence);
                both.dimensionKey = crime.dimensionKey;
                both.numerator = new long[] {both.numerator[0] | crime.numerator[0]};
                both.denominator = new long[] {both.denominator[0] | crime.denominator[0]};
                entries.add(both);
            }
        }
    }

    /** Crimes come before presences. */
    private static int presenceBeside(DeltaEntry crime, List<DeltaEntry> all, int from) {
        for (int i = from; i < all.size(); i++) {
            DeltaEntry entry = all.get(i);
            if (entry.quantity != 0
                    && entry.contributionType == crime.contributionType
                    && entry.day == crime.day
                    && entry.sign == crime.sign
                    && entry.dimensionKey == DimensionKey.themes(crime.dimensionKey)) {
                return i;
            }
        }
        return NONE;
    }

    private void add(byte role, Change change, long instant, List<DeltaEntry> entries) {
        PersonFact[] before = change.before(instant);
        PersonFact[] after = change.after(instant);
        if (role == PersonFact.PLACE) {
            places.add(before, after, change.from(), change.to(), instant, entries);
            return;
        }
        crimes.add(role, before, after, instant, entries);
        people.add(role, before, after, change, instant, entries);
        if (role == PersonFact.SUSPECT && asked.followUp() && change.hasSteps()) {
            followUp.add(change.personBefore(), instant, -1, entries);
            followUp.add(change.personAfter(), instant, 1, entries);
        }
    }
}
