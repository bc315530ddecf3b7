package vaiwg.engine.contributions;

import static org.assertj.core.api.Assertions.assertThat;
import static vaiwg.kpis.RandomCases.stamped;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.PackedCode;
import vaiwg.kpis.cases.PersonState;
import vaiwg.kpis.cases.PersonUpdate;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.schemas.PlaceType;

/**
 * What people and places cost, in bytes allocated, which no machine changes: an event of a crime with a victim, a suspect and a place, and
 * that it is the same after years.
 */
class PersonCostTest {
    private static final long FIRST = Instant.parse("2020-01-06T10:00:00Z").toEpochMilli();
    private static final long MONTH = 30 * 86_400_000L;
    private static final int MANY = 2_000;
    /** Of a crime: 4,210, and a tenth. */
    private static final long MOST_BYTES = 4_600;

    private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Catalogue catalogue = ShippedCatalogue.get();
    private final Map<Long, PersonState> persons = new HashMap<>();
    private long told;
    private long posted;

    private final PersonUpdates updates = new PersonUpdates(catalogue);
    private final PersonDeltas entries = new PersonDeltas(catalogue);

    @Test
    void a_crime_of_people_whom_no_other_names_costs_little() {
        bytes(MANY, number -> crime(number, number));
        told = 0;
        posted = 0;
        long bytes = bytes(MANY, number -> crime(MANY + number, number));
        assertThat(told).as("victim, suspect and place").isEqualTo(3 * MANY);
        assertThat(posted).isBetween(3L * MANY, 5L * MANY);
        assertThat(bytes / MANY).isLessThanOrEqualTo(MOST_BYTES);
    }

    /** Another crime each month, of one year and a half and of sixteen: of so many what is kept is copied, 16 bytes each. */
    @Test
    void another_crime_of_the_same_people_costs_the_same_after_years() {
        long young = 0;
        long old = 0;
        for (int month = 0; month < 200; month++) {
            int number = month;
            long bytes = bytes(1, any -> crime(7, number));
            young += month >= 12 && month < 20 ? bytes : 0;
            old += month >= 192 ? bytes : 0;
        }
        int people = 3;
        assertThat(old - young).isLessThanOrEqualTo(8L * people * 200 * 16);
        assertThat((double) old / young).isLessThanOrEqualTo(2);
    }

    @Test
    void an_outcome_of_which_no_measure_of_people_asks_tells_nobody() {
        CaseState before = new CaseState().with(crime(1, 1));
        CaseState after = before.with(notInThePublicInterest());
        updates.of("1", before, after);
        long began = allocated();
        for (int i = 0; i < MANY; i++) {
            told += updates.of("1", before, after).size();
        }
        assertThat((allocated() - began) / MANY).isLessThanOrEqualTo(150);
        assertThat(told).isZero();
    }

    @Test
    void where_no_measure_is_of_people_nobody_is_told() {
        Catalogue ofCases = new Catalogue(
                catalogue.measures().stream()
                        .filter(measure -> measure.slug().equals("victim_attrition"))
                        .toList(),
                catalogue.maps());
        assertThat(new PersonUpdates(ofCases).of("1", null, new CaseState().with(crime(1, 1))))
                .isEmpty();
    }

    /** What all crimes cost those whom they name. */
    private long bytes(int count, IntFunction<CrimeVersion> crimes) {
        CaseState[] cases = new CaseState[count];
        for (int i = 0; i < count; i++) {
            cases[i] = new CaseState().with(crimes.apply(i));
        }
        long bytes = 0;
        for (CaseState crime : cases) {
            String record = Long.toString(crime.crimes[0].eventLow);
            long began = allocated();
            List<PersonUpdate> all = updates.of(record, null, crime);
            bytes += allocated() - began;
            for (PersonUpdate update : all) {
                long key = update.place ? -update.person : update.person;
                PersonState before = persons.getOrDefault(key, new PersonState());
                began = allocated();
                PersonState after = before.with(update);
                posted += entries.of(before, after, update).size();
                bytes += allocated() - began;
                persons.put(key, after);
            }
            told += all.size();
        }
        return bytes;
    }

    private long allocated() {
        return thread.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    /** Rape that is domestic abuse, of a woman, in a street. */
    private static CrimeVersion crime(int people, int month) {
        CrimeVersion crime = new CrimeVersion();
        crime.recordedAt = FIRST + month % 200 * MONTH;
        crime.reportedAt = crime.recordedAt - 1;
        crime.committedFrom = crime.recordedAt - 2;
        crime.offence = PackedCode.pack("19C");
        crime.flags = CrimeVersion.DOMESTIC_ABUSE | CrimeVersion.VICTIM_LINKED;
        crime.victimKind = CrimeVersion.PERSON;
        crime.sex = CrimeVersion.FEMALE;
        crime.victim = 3L * people + 1;
        crime.suspectPersons = new long[] {3L * people + 2};
        crime.cell = 3L * people + 3;
        crime.place = (byte) (PlaceType.STREET.ordinal() + 1);
        crime.eventLow = month;
        return stamped(crime, 1, crime.recordedAt);
    }

    private static OutcomeVersion notInThePublicInterest() {
        OutcomeVersion outcome = new OutcomeVersion();
        outcome.type = PackedCode.pack("21");
        outcome.assignedAt = FIRST + 2 * MONTH;
        return stamped(outcome, 1, outcome.assignedAt);
    }
}
