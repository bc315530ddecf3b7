package vaiwg.demo.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.catalogue.Commitment;
import vaiwg.kpis.catalogue.Commitments;
import vaiwg.schemas.ContactKind;
import vaiwg.schemas.VictimContact;
import vaiwg.statistics.intervals.InterruptedSeries;
import vaiwg.statistics.intervals.InterruptedSeries.Change;
import vaiwg.statistics.intervals.InterruptedSeries.Period;

/** The improvement that is planted in an area is found beside the areas without it, and what was done elsewhere and changes nothing is not. */
class PlantedImprovementTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 12, 1);
    private static final LocalDate END = FIRST_DAY.plusYears(3);
    private static final int LENGTH = 28;

    private static final SyntheticForce FORCE = SyntheticForce.westMidlands(7, FIRST_DAY, END);
    /** By area, crimes of domestic abuse and of how many the victim was referred to support within two days, by period. */
    private static final Map<String, int[][]> REFERRED = new HashMap<>();

    @BeforeAll
    static void count() {
        ForceCrimes.of(FORCE, simulated -> {
            if (simulated.file().domestic()) {
                add(simulated);
            }
        });
    }

    private static void add(SimulatedCase simulated) {
        Incident incident = simulated.file().incident();
        int[][] counts = REFERRED.computeIfAbsent(incident.area(), of -> new int[200][2]);
        int[] period = counts[simulated.day() / LENGTH];
        boolean referred = simulated
                .versions(VictimContact.class)
                .filter(contact -> contact.getKind() == ContactKind.REFERRAL)
                .anyMatch(contact -> contact.getAt().toEpochMilli() < incident.reportedAt() + 2 * ForceCalendar.DAY);
        period[0] += referred ? 1 : 0;
        period[1]++;
    }

    private static Change change(String id) {
        Commitment done = Commitments.of(FORCE.withInterventions(SyntheticForce.site())).stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow();
        List<Period> periods = new ArrayList<>();
        int first = (int) FIRST_DAY.toEpochDay();
        for (int period = 0; (period + 1) * LENGTH <= FORCE.calendar().days(); period++) {
            int[] own = REFERRED.get(done.addressed())[period];
            int[] others = new int[2];
            for (String area : SyntheticPlaces.AREAS) {
                if (!List.of("coventry", "walsall").contains(area)) {
                    others[0] += REFERRED.get(area)[period][0];
                    others[1] += REFERRED.get(area)[period][1];
                }
            }
            double apart = (double) own[0] / own[1] - (double) others[0] / others[1];
            periods.add(new Period(first + period * LENGTH, first + period * LENGTH + LENGTH - 1, apart));
        }
        int day = (int) done.day().orElseThrow().toEpochDay();
        return new InterruptedSeries(periods, day, 0).change().orElseThrow();
    }

    @Test
    void what_is_planted_is_found() {
        Change change = change("support-at-first-contact");
        assertThat(change.lower()).as("%s", change).isGreaterThan(0.05);
        assertThat(change.value()).as("odds that are twice as high").isCloseTo(0.16, within(0.06));
    }

    @Test
    void a_placebo_is_not() {
        Change change = change("posters-about-support");
        assertThat(change.lower()).as("%s", change).isNegative();
        assertThat(change.upper()).as("%s", change).isPositive();
    }
}
