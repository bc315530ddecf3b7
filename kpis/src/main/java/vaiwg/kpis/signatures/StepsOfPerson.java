package vaiwg.kpis.signatures;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.ProgrammeArm;
import vaiwg.schemas.StalkingStep;

/** The steps in the management of a person, for what lasts: orders, places on the programme, custody. */
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
    int[] days() {
        return steps.stream().mapToInt(step -> LondonDays.dayOf(step.at)).toArray();
    }

    /** The last of {@link #days}; {@link Integer#MIN_VALUE} where there are none. */
    int lastDay() {
        return steps.stream().mapToInt(step -> LondonDays.dayOf(step.at)).max().orElse(Integer.MIN_VALUE);
    }

    /** When a stalking protection order is in force, interim or full. */
    Spells orders() {
        return new Spells(times(step -> isOf(ORDER, step)), times(step -> isOf(ORDER_OVER, step)));
    }

    /** When a place on the treatment arm is open. */
    Spells places() {
        return new Spells(
                times(step -> isOf(PLACE, step) && step.arm == TREATMENT), times(step -> isOf(PLACE_OVER, step)));
    }

    Spells custody() {
        return new Spells(times(step -> isOf(CUSTODY, step)), times(step -> isOf(CUSTODY_OVER, step)));
    }

    /** The first selection for the programme with a disposal from which to follow up: it decides the arm, whatever came of it. */
    Optional<PersonFact> selection() {
        return steps.stream()
                .filter(step -> isOf(PLACE, step) && step.arm != 0 && step.disposalAt != CrimeVersion.ABSENT)
                .min(FIRST);
    }

    private long[] times(Predicate<PersonFact> wanted) {
        return Spells.times(steps, wanted, step -> step.at);
    }

    private static boolean isOf(Set<StalkingStep> kinds, PersonFact step) {
        return kinds.contains(KINDS[step.step]);
    }
}
