package vaiwg.engine.contributions;

import java.util.List;
import java.util.stream.LongStream;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.kpis.cases.PersonState;

/**
 * What an update can change of a person in one role: some days, by what happened on them and in the time before and after in which one
 * crime is asked of another.
 */
final class Change {
    private final byte role;
    private final PersonState before;
    private final PersonState after;
    private int first = Integer.MAX_VALUE;
    private int last = Integer.MIN_VALUE;
    private long known = Long.MAX_VALUE;

    private Change(byte role, PersonState before, PersonState after) {
        this.role = role;
        this.before = before;
        this.after = after;
    }

    /**
     * Null where nothing of the role changes.
     *
     * @param facts that only one of two states of the person has
     */
    static Change of(byte role, List<PersonFact> facts, PersonState before, PersonState after) {
        Change change = null;
        for (PersonFact fact : facts) {
            if (fact.role == role || (role == PersonFact.SUSPECT && fact.role == PersonFact.STEP)) {
                change = change == null ? new Change(role, before, after) : change;
                change.include(fact);
            }
        }
        return change;
    }

    /** A step may begin what lasts, and be followed up, for ever. */
    private void include(PersonFact fact) {
        first = Math.min(first, fact.day);
        last = Math.max(last, fact.role == PersonFact.STEP ? Integer.MAX_VALUE : fact.day);
        known = Math.min(known, fact.from);
    }

    PersonState personBefore() {
        return before;
    }

    PersonState personAfter() {
        return after;
    }

    /** The first day on which anything may change. */
    int from() {
        return first;
    }

    /** The day after the last on which anything may change. */
    int to() {
        int end = last == Integer.MAX_VALUE ? Math.max(lastDay(before), lastDay(after)) : last;
        return end == Integer.MIN_VALUE ? first : end + days();
    }

    /** What of the role matters as known until an instant, in order. */
    PersonFact[] before(long instant) {
        return knownAt(instant, before);
    }

    /** What of the role matters as known from an instant on, likewise. */
    PersonFact[] after(long instant) {
        return knownAt(instant, after);
    }

    /**
     * The knowledge times at which what matters is known otherwise, from the first at which anything changes on, in order: of an update that comes
     * in order that one.
     */
    long[] knowledgeTimes() {
        LongStream.Builder later = addLater(after, addLater(before, null));
        return later == null
                ? new long[] {known}
                : Differences.inOrder(later.add(known).build().toArray());
    }

    private LongStream.Builder addLater(PersonState person, LongStream.Builder some) {
        LongStream.Builder later = some;
        int end = end(person);
        for (int i = begin(person); i < end; i++) {
            later = addLater(person.facts[i], later);
        }
        int steps = role == PersonFact.SUSPECT ? StepsOfPerson.endOf(person) : 0;
        for (int i = StepsOfPerson.firstOf(person); i < steps; i++) {
            later = addLater(person.facts[i], later);
        }
        return later;
    }

    private LongStream.Builder addLater(PersonFact fact, LongStream.Builder later) {
        LongStream.Builder all = later;
        if (fact.from > known) {
            all = all == null ? LongStream.builder() : all;
            all.add(fact.from);
        }
        if (fact.until > known && fact.until != Long.MAX_VALUE) {
            all = all == null ? LongStream.builder() : all;
            all.add(fact.until);
        }
        return all;
    }

    private PersonFact[] knownAt(long instant, PersonState person) {
        int begin = begin(person);
        int end = end(person);
        int count = 0;
        for (int i = begin; i < end; i++) {
            count += person.facts[i].isKnownAt(instant) ? 1 : 0;
        }
        PersonFact[] facts = new PersonFact[count];
        for (int i = end - 1; count > 0; i--) {
            if (person.facts[i].isKnownAt(instant)) {
                facts[--count] = person.facts[i];
            }
        }
        return facts;
    }

    private int begin(PersonState person) {
        return person.firstFrom(role, isOfAllDays() ? Integer.MIN_VALUE : first - days());
    }

    private int end(PersonState person) {
        return isOfAllDays()
                ? person.firstFrom((byte) (role + 1), Integer.MIN_VALUE)
                : person.firstFrom(role, last + days() + 1);
    }

    /** Whether steps are kept in the management of the person. */
    boolean hasSteps() {
        return StepsOfPerson.isAnyOf(before) || StepsOfPerson.isAnyOf(after);
    }

    /** Follow-up asks all crimes of a suspect. */
    private boolean isOfAllDays() {
        return role == PersonFact.SUSPECT && hasSteps();
    }

    private int days() {
        return People.days(role);
    }

    private int lastDay(PersonState person) {
        int end = end(person);
        return begin(person) < end ? person.facts[end - 1].day : Integer.MIN_VALUE;
    }
}
