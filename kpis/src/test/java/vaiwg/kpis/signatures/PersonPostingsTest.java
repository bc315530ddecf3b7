package vaiwg.kpis.signatures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.RandomCases;
import vaiwg.kpis.Seed;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.PackedCode;
import vaiwg.kpis.cases.PerpetratorState;
import vaiwg.kpis.cases.PersonCode;
import vaiwg.kpis.cases.PersonState;
import vaiwg.kpis.cases.StepVersion;
import vaiwg.kpis.cases.Subject;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Lane;

/** What persons and places come to does not depend on arrival, is taken back when records change, and is bounded. */
class PersonPostingsTest {
    private static final int RUNS = 30;
    private static final int CASES = 12;
    private static final long DAY = 86_400_000L;
    /** Days from one to the next of very many crimes. */
    private static final long SPACED = 60;

    private static final long FIRST = 1_700_000_000_000L;

    private final Catalogue catalogue = Catalogue.shipped();
    private final Standing standing = new Standing(catalogue);

    /** An event and the record to which it belongs. */
    private record Told(String record, Version event) {}

    @Test
    void inAnyOrderOfArrivalPostingsComeToTheSame() {
        Random random = Seed.random("order of persons");
        int posted = 0;
        for (int run = 0; run < RUNS; run++) {
            List<Told> events = events(random);
            var inOrder = standing.byStamp(postings(events));
            posted += inOrder.size();
            for (int order = 0; order < 3; order++) {
                Collections.shuffle(events, random);
                assertThat(standing.byStamp(postings(events))).as("run %s", run).isEqualTo(inOrder);
            }
        }
        assertThat(posted).isGreaterThan(RUNS);
    }

    @Test
    void whatHasEnteredByAnInstantIsWhatWasKnownThen() {
        Random random = Seed.random("persons known at an instant");
        for (int run = 0; run < RUNS; run++) {
            List<Told> events = events(random);
            Collections.shuffle(events, random);
            long instant = events.get(0).event.admittedAt - random.nextInt(2);
            List<Told> known = events.stream()
                    .filter(told -> told.event.admittedAt <= instant)
                    .toList();
            assertThat(standing.enteredBy(postings(events), instant))
                    .as("run %s", run)
                    .isEqualTo(standing.enteredBy(postings(known), instant));
        }
    }

    @Test
    void toldAnewPersonsComeToTheSameAsWithEachEvent() {
        Random random = Seed.random("persons told anew");
        PersonNotices notices = new PersonNotices(catalogue);
        for (int run = 0; run < RUNS; run++) {
            List<Told> events = events(random);
            Map<String, Subject> subjects = new HashMap<>();
            events.forEach(told -> subjects.put(told.record, next(subjects.get(told.record), told.event)));
            RandomPersons anew = new RandomPersons(catalogue);
            subjects.forEach((record, subject) -> notices.anew(record, subject).forEach(anew::take));
            List<Posting> postings = new ArrayList<>();
            anew.states.values().forEach(person -> postings.addAll(new PersonPostings(catalogue).anew(person)));
            assertThat(standing.byStamp(postings)).as("run %s", run).isEqualTo(standing.byStamp(postings(events)));
        }
    }

    @Test
    void aCrimeThatWasCreatedAndCancelledNeverHappenedToAnybody() {
        CrimeVersion other = abuse("victim", FIRST, 0);
        CrimeVersion another = abuse("victim", FIRST + 10 * DAY, 1);
        CrimeVersion created = abuse("victim", FIRST + 20 * DAY, 0);
        CrimeVersion cancelled = version(RandomCases.copyOf(created), 2, FIRST + 30 * DAY);
        cancelled.status = CrimeVersion.CANCELLED;
        assertThat(standing.restated(postings(List.of(
                        new Told("one", other),
                        new Told("another", another),
                        new Told("two", created),
                        new Told("two", cancelled)))))
                .isNotEmpty()
                .isEqualTo(standing.restated(postings(List.of(new Told("one", other), new Told("another", another)))));
    }

    @Test
    void aCrimeOfAnotherVictimAfterAllWasHersFromTheStart() {
        CrimeVersion earlier = abuse("victim", FIRST, 0);
        CrimeVersion linkedSo = abuse("somebody else", FIRST + 20 * DAY, 0);
        CrimeVersion corrected = version(RandomCases.copyOf(linkedSo), 2, FIRST + 30 * DAY);
        corrected.victim = PersonCode.of("victim");
        CrimeVersion createdSo = version(RandomCases.copyOf(corrected), 1, FIRST + 20 * DAY);
        assertThat(standing.restated(postings(
                        List.of(new Told("one", earlier), new Told("two", linkedSo), new Told("two", corrected)))))
                .isNotEmpty()
                .isEqualTo(standing.restated(postings(List.of(new Told("one", earlier), new Told("two", createdSo)))));
    }

    @Test
    void whatSaysNothingNewToAnybodySendsNothing() {
        CrimeVersion crime = abuse("victim", FIRST, 0);
        CaseState before = new CaseState().with(crime);
        CrimeVersion again = version(RandomCases.copyOf(crime), 2, FIRST + DAY);
        again.enhancedRights = !crime.enhancedRights;
        assertThat(new PersonNotices(catalogue).of("one", before, before.with(again)))
                .isEmpty();
    }

    @Test
    void placeholdersAreNobody() {
        assertThat(List.of(
                        PersonCode.of(null), PersonCode.of(" "), PersonCode.of("unknown"), PersonCode.of(" Unknown ")))
                .containsOnly(PersonCode.NONE);
        assertThat(PersonCode.of("person-1")).isNotEqualTo(PersonCode.NONE).isEqualTo(PersonCode.of(" person-1 "));
    }

    /** A pseudonym that stands for very many people: the first that are known count, though some come in
     * another order; the rest is counted. */
    @Test
    void aPersonOfVeryManyCrimesIsBoundedAndNothingIsLostSilently() {
        int crimes = PersonState.MOST + 40;
        List<Told> events = new ArrayList<>();
        for (int i = 0; i < crimes; i++) {
            events.add(new Told("crime-" + i, abuse("everybody", FIRST + i * SPACED * DAY, i)));
        }
        RandomPersons inOrder = new RandomPersons(catalogue);
        var expected = standing.byStamp(postings(events, inOrder));
        assertThat(inOrder.refused).as("of the victim, and of the suspect").isEqualTo(2 * (crimes - PersonState.MOST));
        assertThat(state(inOrder, "everybody").records).hasSize(PersonState.MOST);
        assertThat(expected.keySet())
                .filteredOn(place -> place.lane() == Lane.CRIME_OF_PERSON && place.numerator())
                .extracting(Standing.Place::day)
                .contains((int) ((FIRST + (PersonState.MOST - 1) * SPACED * DAY) / DAY))
                .doesNotContain((int) ((FIRST + PersonState.MOST * SPACED * DAY) / DAY));
        Random random = Seed.random("too many crimes");
        for (int i = 0; i + 4 <= crimes; i += 4) {
            Collections.shuffle(events.subList(i, i + 4), random);
        }
        RandomPersons shuffled = new RandomPersons(catalogue);
        assertThat(standing.byStamp(postings(events, shuffled))).isEqualTo(expected);
        assertThat(shuffled.refused).isEqualTo(inOrder.refused);
    }

    private static PersonState state(RandomPersons persons, String pseudonym) {
        return persons.states.get("false/" + PersonCode.of(pseudonym));
    }

    private List<Told> events(Random random) {
        RandomCases cases = new RandomCases(random, 400, 4);
        List<Told> events = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            for (Version event : cases.history()) {
                events.add(new Told("case-" + i, event));
            }
        }
        for (int i = 0; i < 2; i++) {
            for (StepVersion step : cases.steps()) {
                events.add(new Told("person-" + i, step));
            }
        }
        return events;
    }

    private List<Posting> postings(List<Told> events) {
        return postings(events, new RandomPersons(catalogue));
    }

    private static List<Posting> postings(List<Told> events, RandomPersons persons) {
        Map<String, Subject> subjects = new HashMap<>();
        List<Posting> postings = new ArrayList<>();
        for (Told told : events) {
            Subject before = subjects.get(told.record);
            Subject after = next(before, told.event);
            subjects.put(told.record, after);
            if (after != before) {
                postings.addAll(persons.tell(told.record, before, after));
            }
        }
        return postings;
    }

    private static Subject next(Subject before, Version event) {
        Subject unknown = event instanceof StepVersion ? new PerpetratorState() : new CaseState();
        return (before == null ? unknown : before).with(event);
    }

    /** Domestic abuse that is a crime of stalking too. */
    private static CrimeVersion abuse(String victim, long recordedAt, long event) {
        CrimeVersion crime = new CrimeVersion();
        crime.recordedAt = recordedAt;
        crime.offence = PackedCode.pack("8Q");
        crime.flags = CrimeVersion.DOMESTIC_ABUSE | CrimeVersion.VICTIM_LINKED;
        crime.victimKind = CrimeVersion.PERSON;
        crime.victim = PersonCode.of(victim);
        crime.suspectPersons = new long[] {PersonCode.of("suspect")};
        crime.eventLow = event;
        return version(crime, 1, recordedAt);
    }

    private static CrimeVersion version(CrimeVersion crime, long number, long changedAt) {
        crime.version = number;
        crime.changedAt = changedAt;
        crime.admittedAt = changedAt;
        return crime;
    }
}
