package vaiwg.engine.contributions;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.kpis.cases.PersonState;
import vaiwg.kpis.catalogue.ContributionType;
import vaiwg.kpis.catalogue.DimensionKey;

/**
 * Distinct people: the victims of crimes, their suspects, and those whom complaints and conduct matters are about. Each is present on the
 * days after what happened: a union of intervals, in the total, in each theme and in each policing area apart.
 */
final class People {
    /** For so many days a crime counts for its victim and its suspects. */
    private static final int DAYS = 365;
    /** For so many days a complaint or conduct matter counts: five years. */
    private static final int DAYS_OF_CONDUCT = 1_826;

    private final AskedOfPersons asked;
    private final PresentPerson old;
    private final PresentPerson now;
    private final Runs runs = new Runs(ContributionType.PEOPLE);
    private final Runs runsOfAreas = new Runs(ContributionType.PEOPLE_OF_AREA);

    People(AskedOfPersons asked) {
        this.asked = asked;
        this.old = new PresentPerson(asked.code());
        this.now = new PresentPerson(asked.code());
    }

    /** For how many days what happened counts in a role. */
    static int days(byte role) {
        return role == PersonFact.STAFF ? DAYS_OF_CONDUCT : DAYS;
    }

    /**
     * Adds the delta entries of the days on which somebody in a role counts otherwise than until now.
     *
     * @param before what happened as known until now, in order
     * @param after as known from now on, likewise
     * @param change the days on which that may be
     */
    void add(
            byte role, PersonFact[] before, PersonFact[] after, Change change, long instant, List<DeltaEntry> entries) {
        if (!asked.people(role).isEmpty()) {
            add(asked.people(role), role, before, after, 0, change, instant, runs.of(entries, instant));
            runs.end();
        }
        // One record agrees with none, and of areas nothing else is asked.
        if (!asked.peopleOfAreas(role).isEmpty() && Math.max(before.length, after.length) > 1) {
            runsOfAreas.of(entries, instant);
            areas(before, after)
                    .forEach(area -> add(
                            asked.peopleOfAreas(role),
                            role,
                            in(area, before),
                            in(area, after),
                            area,
                            change,
                            instant,
                            runsOfAreas));
            runsOfAreas.end();
        }
    }

    /** @param area of all that happened, as in dimension keys; 0 where it is not asked for */
    private void add(
            PersonContribution contributionType,
            byte role,
            PersonFact[] before,
            PersonFact[] after,
            long area,
            Change change,
            long instant,
            Runs into) {
        long rest = slicesOfAny(before) | slicesOfAny(after);
        while (rest != 0) {
            long slice = Long.lowestOneBit(rest);
            long alike = alike(slice, alike(slice, rest, before), after);
            rest &= ~alike;
            old.begin(contributionType, role, before, slice, days(role), steps(role, change.personBefore(), instant));
            now.begin(contributionType, role, after, slice, days(role), steps(role, change.personAfter(), instant));
            into.begin(alike | area);
            int to = change.to();
            for (int day = change.from(); day < to; ) {
                old.advanceTo(day);
                now.advanceTo(day);
                int next = Runs.after(day, Math.min(to, Math.min(old.nextTurn(), now.nextTurn())));
                into.add(day, next, old.bits, now.bits);
                day = next;
            }
        }
    }

    private static LongStream areas(PersonFact[] before, PersonFact[] after) {
        return Stream.concat(Stream.of(before), Stream.of(after))
                .mapToLong(fact -> DimensionKey.area(fact.dimensionKey))
                .distinct();
    }

    private static PersonFact[] in(long area, PersonFact[] facts) {
        return Stream.of(facts)
                .filter(fact -> DimensionKey.area(fact.dimensionKey) == area)
                .toArray(PersonFact[]::new);
    }

    /** Null where no step makes a difference. */
    private static StepsOfPerson steps(byte role, PersonState person, long instant) {
        return role == PersonFact.SUSPECT && StepsOfPerson.isAnyOf(person) ? new StepsOfPerson(person, instant) : null;
    }

    private static long slicesOfAny(PersonFact[] facts) {
        long slices = 0;
        for (PersonFact fact : facts) {
            slices |= DimensionKey.themes(fact.dimensionKey);
        }
        return slices;
    }

    /** Of some slices those in which the same happened as in one. */
    private static long alike(long slice, long some, PersonFact[] facts) {
        long alike = some;
        for (PersonFact fact : facts) {
            alike &= (fact.dimensionKey & slice) != 0 ? fact.dimensionKey : ~fact.dimensionKey;
        }
        return alike;
    }
}
