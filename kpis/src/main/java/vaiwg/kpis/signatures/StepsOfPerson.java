package vaiwg.kpis.signatures;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.ProgrammeArm;
import vaiwg.schemas.StalkingStep;

/**
 * The steps in the management of a person, for what lasts: orders, places on the programme, custody. What ends one ends all of its kind
 * that had begun by then; a day on which one begins is in it, a day on which it ends is not.
 */
record StepsOfPerson(List<PersonFact> steps) {
    private static final Set<StalkingStep> ORDER =
            EnumSet.of(StalkingStep.INTERIM_ORDER_GRANTED, StalkingStep.FULL_ORDER_GRANTED);
    private static final Set<StalkingStep> ORDER_OVER =
            EnumSet.of(StalkingStep.ORDER_ENDED, StalkingStep.ORDER_REFUSED);
    private static final Set<StalkingStep> PLACE = EnumSet.of(StalkingStep.PROGRAMME_SELECTED);
    private static final Set<StalkingStep> PLACE_OVER = EnumSet.of(StalkingStep.COMPLETED, StalkingStep.WITHDREW);
    private static final Set<StalkingStep> CUSTODY = EnumSet.of(StalkingStep.CUSTODY_FROM);
    private static final Set<StalkingStep> CUSTODY_OVER = EnumSet.of(StalkingStep.CUSTODY_TO);

    private static final StalkingStep[] KINDS = StalkingStep.values();
    private static final byte TREATMENT = (byte) (ProgrammeArm.TREATMENT.ordinal() + 1);
    private static final Comparator<PersonFact> FIRST = Comparator.comparingLong((PersonFact step) -> step.at)
            .thenComparingInt(step -> step.arm)
            .thenComparingLong(step -> step.disposalAt);

    /** The days on which anything may begin or end. */
    List<Integer> days() {
        return steps.stream().map(step -> LondonDays.dayOf(step.at)).toList();
    }

    /** The last of {@link #days}; {@link Integer#MIN_VALUE} where there are none. */
    int lastDay() {
        return days().stream().mapToInt(day -> day).max().orElse(Integer.MIN_VALUE);
    }

    /** A stalking protection order is in force, interim or full, or a place on the treatment arm is open. */
    boolean areManagementOn(int day) {
        return of(ORDER).anyMatch(order -> isOpenOn(day, order, ORDER_OVER))
                || of(PLACE).anyMatch(place -> place.arm == TREATMENT && isOpenOn(day, place, PLACE_OVER));
    }

    boolean areCustodyOn(int day) {
        return of(CUSTODY).anyMatch(custody -> isOpenOn(day, custody, CUSTODY_OVER));
    }

    /** The first selection for the programme with a disposal from which to follow up: it decides the arm, whatever came of it. */
    Optional<PersonFact> selection() {
        return of(PLACE)
                .filter(step -> step.arm != 0 && step.disposalAt != CrimeVersion.ABSENT)
                .min(FIRST);
    }

    private boolean isOpenOn(int day, PersonFact begin, Set<StalkingStep> over) {
        return LondonDays.dayOf(begin.at) <= day
                && of(over).noneMatch(end -> end.at >= begin.at && LondonDays.dayOf(end.at) <= day);
    }

    private Stream<PersonFact> of(Set<StalkingStep> kinds) {
        return steps.stream().filter(step -> kinds.contains(KINDS[step.step]));
    }
}
