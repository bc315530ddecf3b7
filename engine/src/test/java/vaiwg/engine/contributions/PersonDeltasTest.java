package vaiwg.engine.contributions;

import static org.assertj.core.api.Assertions.assertThat;
import static vaiwg.kpis.RandomCases.stamped;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vaiwg.engine.panes.ForcePanes;
import vaiwg.kpis.Counted;
import vaiwg.kpis.RandomCases;
import vaiwg.kpis.Seed;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.PackedCode;
import vaiwg.kpis.cases.PersonCode;
import vaiwg.kpis.cases.PersonState;
import vaiwg.kpis.cases.StepVersion;
import vaiwg.kpis.cases.Subject;
import vaiwg.kpis.cases.UnitCode;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.cases.VersionKind;
import vaiwg.kpis.cases.VersionLog;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.ContributionType;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.PlaceType;

/** What persons and places come to does not depend on arrival, is taken back when records change, and is bounded. */
class PersonDeltasTest {
    private static final int RUNS = 30;
    private static final int CASES = 12;
    private static final long DAY = 86_400_000L;
    /** Days from one to the next of very many crimes. */
    private static final long SPACED = 60;

    private static final long FIRST = 1_700_000_000_000L;

    /** So many crimes of one person that not all are kept. */
    private static final int MANY = PersonState.MOST + 40;

    private static final long HUNDRED_A_DAY = DAY / 100;

    private final Catalogue catalogue = ShippedCatalogue.get();
    private final Standing standing = new Standing(catalogue);

    /** An event and the record to which it belongs. */
    private record Told(String record, Version event) {}

    @Test
    void in_any_order_of_arrival_delta_entries_come_to_the_same() {
        Random random = Seed.random("order of persons");
        int posted = 0;
        for (int run = 0; run < RUNS; run++) {
            List<Told> events = events(random);
            var inOrder = standing.byKnowledgeTime(entries(events));
            posted += inOrder.size();
            for (int order = 0; order < 3; order++) {
                Collections.shuffle(events, random);
                assertThat(standing.byKnowledgeTime(entries(events)))
                        .as("run %s", run)
                        .isEqualTo(inOrder);
            }
        }
        assertThat(posted).isGreaterThan(RUNS);
    }

    @Test
    void what_has_entered_by_an_instant_is_what_was_known_then() {
        Random random = Seed.random("persons known at an instant");
        for (int run = 0; run < RUNS; run++) {
            List<Told> events = events(random);
            Collections.shuffle(events, random);
            long instant = events.get(0).event.knownAt - random.nextInt(2);
            List<Told> known = events.stream()
                    .filter(told -> told.event.knownAt <= instant)
                    .toList();
            assertThat(standing.enteredBy(entries(events), instant))
                    .as("run %s", run)
                    .isEqualTo(standing.enteredBy(entries(known), instant));
        }
    }

    @Test
    void told_anew_persons_come_to_the_same_as_with_each_event() {
        Random random = Seed.random("persons told anew");
        for (int run = 0; run < RUNS; run++) {
            List<Told> events = events(random);
            List<DeltaEntry> entries = listened(events, new RandomPersons(catalogue));
            assertThat(standing.byKnowledgeTime(entries))
                    .as("run %s", run)
                    .isEqualTo(standing.byKnowledgeTime(entries(events)));
        }
    }

    @Test
    void a_crime_that_was_created_and_cancelled_never_happened_to_anybody() {
        CrimeVersion other = abuse("victim", FIRST, 0);
        CrimeVersion another = abuse("victim", FIRST + 10 * DAY, 1);
        CrimeVersion created = abuse("victim", FIRST + 20 * DAY, 0);
        CrimeVersion cancelled = stamped(RandomCases.copyOf(created), 2, FIRST + 30 * DAY);
        cancelled.status = CrimeVersion.CANCELLED;
        assertThat(standing.revised(entries(List.of(
                        new Told("one", other),
                        new Told("another", another),
                        new Told("two", created),
                        new Told("two", cancelled)))))
                .isNotEmpty()
                .isEqualTo(standing.revised(entries(List.of(new Told("one", other), new Told("another", another)))));
    }

    @Test
    void a_crime_of_another_victim_after_all_was_hers_from_the_start() {
        CrimeVersion earlier = abuse("victim", FIRST, 0);
        CrimeVersion linkedSo = abuse("somebody else", FIRST + 20 * DAY, 0);
        CrimeVersion corrected = stamped(RandomCases.copyOf(linkedSo), 2, FIRST + 30 * DAY);
        corrected.victim = PersonCode.of("victim");
        CrimeVersion createdSo = stamped(RandomCases.copyOf(corrected), 1, FIRST + 20 * DAY);
        assertThat(standing.revised(entries(
                        List.of(new Told("one", earlier), new Told("two", linkedSo), new Told("two", corrected)))))
                .isNotEmpty()
                .isEqualTo(standing.revised(entries(List.of(new Told("one", earlier), new Told("two", createdSo)))));
    }

    /** The earlier one is known later, and makes the other one a crime with one before: both are told of by one update. */
    @Test
    void two_crimes_of_one_day_in_two_areas_each_count_in_their_own() {
        CrimeVersion later = abuse("victim", FIRST, 0);
        later.unit = UnitCode.in("west-midlands", UnitCode.of("coventry"));
        CrimeVersion earlier = stamped(abuse("victim", FIRST - DAY / 24, 1), 1, FIRST + DAY);
        earlier.unit = UnitCode.of("birmingham-east");
        var standing = this.standing.revised(entries(List.of(new Told("one", later), new Told("two", earlier))));
        Map<Long, Integer> denominators = new HashMap<>();
        Map<Long, Integer> numerators = new HashMap<>();
        standing.forEach((place, times) -> {
            if (isOfCrimes(place) && slugOf(place).equals("repeat_victimisation")) {
                (place.numerator() ? numerators : denominators).merge(place.dimensionKey(), times, Integer::sum);
            }
        });
        assertThat(denominators)
                .hasSize(2)
                .allSatisfy((dimensionKey, times) -> assertThat(times).isEqualTo(1));
        Map<Long, Integer> ofTheLater = new HashMap<>(denominators);
        ofTheLater.keySet().removeAll(dimensionKeys(earlier));
        assertThat(numerators).isEqualTo(ofTheLater);
    }

    private Set<Long> dimensionKeys(CrimeVersion only) {
        return standing.revised(entries(List.of(new Told("only", only)))).keySet().stream()
                .filter(this::isOfCrimes)
                .map(Standing.Place::dimensionKey)
                .collect(Collectors.toSet());
    }

    @Test
    void what_says_nothing_new_to_anybody_sends_nothing() {
        CrimeVersion crime = abuse("victim", FIRST, 0);
        CaseState before = new CaseState().with(crime);
        CrimeVersion again = stamped(RandomCases.copyOf(crime), 2, FIRST + DAY);
        CountedField enhanced = CountedField.field(EventStream.CRIME_RECORDING, "victim.enhancedRights");
        Counted.set(again, enhanced.path(), !enhanced.isSetIn(crime));
        assertThat(new PersonUpdates(catalogue).of("one", before, before.with(again)))
                .isEmpty();
    }

    @Test
    void placeholders_are_nobody() {
        assertThat(List.of(
                        PersonCode.of(null), PersonCode.of(" "), PersonCode.of("unknown"), PersonCode.of(" Unknown ")))
                .containsOnly(PersonCode.NONE);
        assertThat(PersonCode.of("person-1")).isNotEqualTo(PersonCode.NONE).isEqualTo(PersonCode.of(" person-1 "));
    }

    /** A pseudonym that stands for very many people: the first that are known count, though some come in
     * another order; the rest is counted. */
    @Test
    void a_person_of_very_many_crimes_is_bounded_and_nothing_is_lost_silently() {
        List<Told> events = crimesOfOne(MANY, SPACED * DAY);
        RandomPersons inOrder = new RandomPersons(catalogue);
        var expected = standing.byKnowledgeTime(entries(events, inOrder));
        assertThat(inOrder.rejected).as("of the victim, and of the suspect").isEqualTo(2 * (MANY - PersonState.MOST));
        assertThat(state(inOrder, "everybody").facts).hasSize(PersonState.MOST);
        assertThat(expected.keySet())
                .filteredOn(place -> isOfCrimes(place) && place.numerator())
                .extracting(Standing.Place::day)
                .contains((int) ((FIRST + (PersonState.MOST - 1) * SPACED * DAY) / DAY))
                .doesNotContain((int) ((FIRST + PersonState.MOST * SPACED * DAY) / DAY));
        Random random = Seed.random("too many crimes");
        for (int i = 0; i + 4 <= MANY; i += 4) {
            Collections.shuffle(events.subList(i, i + 4), random);
        }
        RandomPersons shuffled = new RandomPersons(catalogue);
        assertThat(standing.byKnowledgeTime(entries(events, shuffled))).isEqualTo(expected);
        assertThat(shuffled.rejected).isEqualTo(inOrder.rejected);
    }

    @Test
    void who_has_more_crimes_than_are_kept_is_one_person_on_every_day() {
        List<Told> events = crimesOfOne(MANY, HUNDRED_A_DAY);
        OutcomeVersion outcome = new OutcomeVersion();
        outcome.type = PackedCode.pack("16");
        outcome.assignedAt = FIRST + 80 * DAY;
        events.add(new Told("crime-" + (MANY - 1), stamped(outcome, 1, FIRST + 80 * DAY)));
        ForcePanes panes = panes(events, entries(events));
        List<Column> people = catalogue.columns().stream()
                .filter(column -> List.of("victim_attrition_victims", "serial_perpetrators")
                        .contains(column.measure().slug()))
                .toList();
        assertThat(people).hasSize(5);
        int[] daysAsOne = new int[people.size()];
        for (int day = 0; day < 365 + 365 + 5; day++) {
            panes.advance();
            for (int i = 0; i < people.size(); i++) {
                int slot = people.get(i).slot(0, 0);
                assertThat(panes.denominator(slot))
                        .as("%s on day %s", people.get(i), day)
                        .isBetween(0, 1);
                assertThat(panes.numerator(slot)).isZero();
                daysAsOne[i] += panes.denominator(slot);
            }
        }
        int lastKept = LondonDays.dayOf(FIRST + (PersonState.MOST - 1) * HUNDRED_A_DAY) - LondonDays.dayOf(FIRST);
        assertThat(daysAsOne).containsOnly(lastKept + 365);
    }

    @Test
    void at_a_place_of_more_crimes_than_are_kept_every_crime_is_at_a_repeated_place() {
        int crimes = PersonState.MOST_AT_A_PLACE + 40;
        List<Told> events = new ArrayList<>();
        for (int i = 0; i < crimes; i++) {
            events.add(new Told("crime-" + i, stamped(inTheStreet(FIRST - i * DAY / 100), 1, FIRST)));
        }
        RandomPersons places = new RandomPersons(catalogue);
        ForcePanes panes = panes(events, listened(events, places));
        assertThat(places.rejected).isEqualTo(40);
        int slot = catalogue.columns().stream()
                .filter(column -> column.measure().slug().equals("repeat_location_share"))
                .findFirst()
                .orElseThrow()
                .slot(0, 0);
        panes.advance();
        assertThat(panes.denominator(slot)).isEqualTo(crimes);
        assertThat(panes.numerator(slot)).isEqualTo(crimes);
        for (int day = 0; day < 365; day++) {
            panes.advance();
            assertThat(panes.numerator(slot)).isEqualTo(panes.denominator(slot));
        }
        assertThat(panes.denominator(slot)).isZero();
    }

    /** Of the crimes that come last a few are kept; some prove to be known earlier, to be cancelled, or to be of somebody else. */
    @Test
    void rejected_records_come_to_the_same_in_any_order_of_arrival_and_told_anew() {
        Random random = Seed.random("order of rejected records");
        List<Told> first = crimesOfOne(PersonState.MOST - 6, 0);
        List<Told> last = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            CrimeVersion crime = abuse("everybody", FIRST + i * DAY, MANY + i);
            last.add(new Told("late-" + i, stamped(crime, 1, FIRST + (1 + i % 8) * DAY)));
            if (i % 4 != 0) {
                CrimeVersion next = RandomCases.copyOf(crime);
                next.status = i % 4 == 1 ? CrimeVersion.CANCELLED : CrimeVersion.ACTIVE;
                next.victim = i % 4 == 2 ? PersonCode.of("somebody else") : crime.victim;
                next.birthYear = 1990;
                last.add(new Told("late-" + i, stamped(next, 2, FIRST + (10 + i % 3) * DAY)));
            }
        }
        List<Told> all = new ArrayList<>(first);
        all.addAll(last);
        RandomPersons anew = new RandomPersons(catalogue);
        var expected = standing.byKnowledgeTime(listened(all, anew));
        assertThat(anew.rejected).as("of the victim, and of the suspect").isEqualTo(2 * 18);
        for (int order = 0; order < 3; order++) {
            RandomPersons persons = new RandomPersons(catalogue);
            List<DeltaEntry> entries = listened(first, persons);
            Collections.shuffle(last, random);
            entries.addAll(entries(last, persons));
            assertThat(standing.byKnowledgeTime(entries)).as("order %s", order).isEqualTo(expected);
            assertThat(persons.rejected).isEqualTo(anew.rejected);
        }
    }

    @Test
    void a_rejected_crime_that_is_cancelled_or_of_somebody_else_leaves_nothing() {
        List<Told> events = crimesOfOne(PersonState.MOST, 0);
        RandomPersons full = new RandomPersons(catalogue);
        entries(events, full);
        PersonState kept = state(full, "everybody");
        CrimeVersion created = abuse("everybody", FIRST + DAY, MANY);
        CrimeVersion cancelled = stamped(RandomCases.copyOf(created), 2, FIRST + 2 * DAY);
        cancelled.status = CrimeVersion.CANCELLED;
        CrimeVersion ofAnother = stamped(RandomCases.copyOf(created), 2, FIRST + 2 * DAY);
        ofAnother.victim = PersonCode.of("somebody else");
        ofAnother.suspectPersons = new long[] {PersonCode.of("another suspect")};
        List<DeltaEntry> rejected = entries(List.of(new Told("one more", created)), full);
        assertThat(standing.revised(rejected).keySet())
                .isNotEmpty()
                .allMatch(place -> isOfCrimes(place) && !place.numerator());
        assertThat(full.rejected).isEqualTo(2);
        CaseState before = new CaseState().with(created);
        List<DeltaEntry> isCancelled = new ArrayList<>(rejected);
        isCancelled.addAll(full.tell("one more", before, before.with(cancelled)));
        assertThat(standing.revised(isCancelled)).isEmpty();
        List<DeltaEntry> isOfAnother = new ArrayList<>(rejected);
        isOfAnother.addAll(full.tell("one more", before, before.with(ofAnother)));
        assertThat(standing.revised(isOfAnother))
                .isEqualTo(standing.revised(entries(List.of(new Told("one more", ofAnother)))));
        assertThat(full.rejected).as("counted when it was told first").isEqualTo(2);
        assertThat(state(full, "everybody")).isSameAs(kept);
    }

    /** Crimes of one victim and one suspect, known as they are recorded. */
    private static List<Told> crimesOfOne(int crimes, long apart) {
        List<Told> events = new ArrayList<>();
        for (int i = 0; i < crimes; i++) {
            events.add(new Told("crime-" + i, abuse("everybody", FIRST + i * apart, i)));
        }
        return events;
    }

    /** A crime of stalking of a woman whom nobody names, at one place. */
    private static CrimeVersion inTheStreet(long recordedAt) {
        CrimeVersion crime = abuse("unknown", recordedAt, 0);
        crime.suspectPersons = new long[0];
        crime.sex = CrimeVersion.FEMALE;
        crime.place = (byte) (PlaceType.STREET.ordinal() + 1);
        crime.cell = 1;
        crime.committedFrom = recordedAt;
        return crime;
    }

    /** What events, and those whom they name, come to in panes. */
    private ForcePanes panes(List<Told> events, List<DeltaEntry> ofPersons) {
        ForcePanes panes = new ForcePanes(catalogue);
        subjects(events)
                .values()
                .forEach(subject -> new SubjectDeltas(catalogue).all(subject).forEach(panes::add));
        ofPersons.forEach(panes::add);
        return panes;
    }

    /** What persons post who are told everything anew. */
    private List<DeltaEntry> listened(List<Told> events, RandomPersons persons) {
        PersonUpdates updates = new PersonUpdates(catalogue);
        List<DeltaEntry> entries = new ArrayList<>();
        subjects(events)
                .forEach((record, subject) ->
                        updates.all(record, subject).forEach(update -> entries.addAll(persons.listen(update))));
        entries.addAll(persons.all());
        return entries;
    }

    private static Map<String, Subject> subjects(List<Told> events) {
        Map<String, Subject> subjects = new HashMap<>();
        events.forEach(told -> subjects.put(told.record, next(subjects.get(told.record), told.event)));
        return subjects;
    }

    private boolean isOfCrimes(Standing.Place place) {
        return place.contributionType() == ContributionType.PEOPLE
                && !catalogue
                        .contributionType(place.contributionType())
                        .column(place.bit())
                        .isPresence();
    }

    private String slugOf(Standing.Place place) {
        return catalogue
                .contributionType(place.contributionType())
                .column(place.bit())
                .measure()
                .slug();
    }

    private static PersonState state(RandomPersons persons, String pseudonym) {
        return persons.states.get("false/" + PersonCode.of(pseudonym));
    }

    private List<Told> events(Random random) {
        RandomCases cases = new RandomCases(random, 400, 4);
        List<Told> events = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            for (Version event : RandomCases.withOneRepetitionAtMost(cases.history())) {
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

    private List<DeltaEntry> entries(List<Told> events) {
        return entries(events, new RandomPersons(catalogue));
    }

    private static List<DeltaEntry> entries(List<Told> events, RandomPersons persons) {
        Map<String, Subject> subjects = new HashMap<>();
        List<DeltaEntry> entries = new ArrayList<>();
        for (Told told : events) {
            Subject before = subjects.get(told.record);
            Subject after = next(before, told.event);
            subjects.put(told.record, after);
            if (after != before) {
                entries.addAll(persons.tell(told.record, before, after));
            }
        }
        return entries;
    }

    private static Subject next(Subject before, Version event) {
        Subject unknown = event instanceof StepVersion ? VersionLog.of(VersionKind.STEP) : new CaseState();
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
        return stamped(crime, 1, recordedAt);
    }
}
