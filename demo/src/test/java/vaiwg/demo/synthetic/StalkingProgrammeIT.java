package vaiwg.demo.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.Programme;
import vaiwg.schemas.ProgrammeArm;
import vaiwg.schemas.ProgrammeRoute;
import vaiwg.schemas.Stalking;
import vaiwg.schemas.StalkingStep;

class StalkingProgrammeIT {
    private static final LocalDate FIRST_DAY = LocalDate.of(2022, 1, 1);
    private static final Map<String, Programme> PLACES = new HashMap<>();
    private static final Map<StalkingStep, Set<String>> PEOPLE = new HashMap<>();
    /** By crime reference; only what is asked below, because three years of whole records are large. */
    private static final Map<String, Suspicion> SUSPICIONS = new HashMap<>();

    private record Suspicion(String suspect, Instant recordedAt) {}

    @BeforeAll
    static void play() {
        SyntheticForce.westMidlands(3, FIRST_DAY, FIRST_DAY.plusYears(3)).play(record -> {
            if (record.value() instanceof CrimeRecording crime) {
                crime.getSuspects()
                        .forEach(suspect -> SUSPICIONS.put(
                                crime.getCrimeReference(),
                                new Suspicion(suspect.getPersonId(), crime.getRecordedAt())));
            } else if (record.value() instanceof Stalking step) {
                PEOPLE.computeIfAbsent(step.getStep(), key -> new HashSet<>()).add(step.getPerpetratorId());
                if (step.getProgramme() != null) {
                    PLACES.put(step.getPerpetratorId(), step.getProgramme());
                    assertThat(step.getAt())
                            .isAfterOrEqualTo(step.getProgramme().getDisposalAt());
                    assertThat(SUSPICIONS.get(step.getCrimeReference()).suspect())
                            .isEqualTo(step.getPerpetratorId());
                }
            }
        });
    }

    @AfterAll
    static void forget() {
        SUSPICIONS.clear();
    }

    @Test
    void both_arms_have_a_hundred_places_by_both_routes() {
        assertThat(PLACES.values().stream().filter(place -> place.getArm() == ProgrammeArm.TREATMENT))
                .hasSize(100);
        assertThat(PLACES.values().stream().filter(place -> place.getArm() == ProgrammeArm.CONTROL))
                .hasSize(100);
        assertThat(PLACES.values().stream().map(Programme::getRoute))
                .contains(ProgrammeRoute.CONDITIONAL_CAUTION, ProgrammeRoute.CONVICTION);
    }

    @Test
    void about_sixty_of_a_hundred_complete_and_nobody_of_the_control_arm_attends() {
        assertThat(PEOPLE.get(StalkingStep.COMPLETED).size()).isBetween(45, 75);
        assertThat(PEOPLE.get(StalkingStep.SESSION_ATTENDED))
                .allMatch(person -> PLACES.get(person).getArm() == ProgrammeArm.TREATMENT);
        assertThat(PEOPLE.get(StalkingStep.COMPLETED)).doesNotContainAnyElementsOf(PEOPLE.get(StalkingStep.WITHDREW));
    }

    @Test
    void some_are_suspected_again_in_both_arms() {
        Map<ProgrammeArm, Set<String>> again = new HashMap<>();
        SUSPICIONS.values().forEach(suspicion -> {
            Programme place = PLACES.get(suspicion.suspect());
            if (place != null && suspicion.recordedAt().isAfter(place.getDisposalAt())) {
                again.computeIfAbsent(place.getArm(), arm -> new HashSet<>()).add(suspicion.suspect());
            }
        });
        assertThat(again.get(ProgrammeArm.TREATMENT).size()).isBetween(10, 45);
        assertThat(again.get(ProgrammeArm.CONTROL).size()).isBetween(20, 55);
    }

    @Test
    void orders_are_applied_for_granted_rejected_and_breached() {
        assertThat(PEOPLE.keySet()).containsExactlyInAnyOrder(StalkingStep.values());
        assertThat(PEOPLE.get(StalkingStep.ORDER_APPLIED))
                .containsAll(PEOPLE.get(StalkingStep.FULL_ORDER_GRANTED))
                .containsAll(PEOPLE.get(StalkingStep.ORDER_REFUSED));
    }
}
