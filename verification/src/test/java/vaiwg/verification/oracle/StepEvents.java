package vaiwg.verification.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.DateResolution;
import vaiwg.schemas.Programme;
import vaiwg.schemas.ProgrammeArm;
import vaiwg.schemas.ProgrammeRoute;
import vaiwg.schemas.Source;
import vaiwg.schemas.Stalking;
import vaiwg.schemas.StalkingStep;
import vaiwg.verification.oracle.RandomHistories.Period;

/**
 * The steps in the management of one perpetrator: orders, breached about when a year is over, or programmes that end about when six
 * sessions should be.
 */
record StepEvents(String force, Period period, Dice dice) {
    /** @param crimes some of which the steps name */
    List<Stalking> of(String perpetrator, List<CrimeRecording> crimes) {
        List<Stalking> events = new ArrayList<>();
        LocalDate start = Dice.day(period.start());
        int days = (int) (Dice.day(period.end()).toEpochDay() - start.toEpochDay());
        boolean orders = dice.chance(0.4);
        boolean trial = !orders && dice.chance(0.6);
        LocalDate day = start.plusDays(dice.between(orders ? -500 : -20, days / 2));
        boolean toTheDay = dice.chance(0.3);
        int steps = dice.between(3, 11);
        for (int i = 0; i < steps; i++) {
            Stalking step = step(perpetrator, i + 1, day, orders);
            if (trial && dice.chance(0.6)) {
                step.setStep(dice.oneOf(
                        StalkingStep.PROGRAMME_SELECTED,
                        StalkingStep.CUSTODY_FROM,
                        StalkingStep.CUSTODY_TO,
                        StalkingStep.COMPLETED,
                        StalkingStep.WITHDREW));
            }
            if (trial && i == 0 && dice.chance(0.7)) {
                step.setStep(StalkingStep.PROGRAMME_SELECTED);
                step.setProgramme(selectedAbout(day));
            }
            if (i > 0 && dice.chance(0.1)) {
                step.setAt(events.get(events.size() - 1).getAt());
            }
            if (dice.chance(0.5)) {
                follow(step, dice.oneOf(crimes));
            }
            events.add(step);
            if (dice.chance(0.1)) {
                events.add(conflicting(step));
            }
            day = day.plusDays(toTheDay && !orders ? dice.oneOf(11, 11, 11, 12) : gap(orders));
        }
        return events;
    }

    /** A screening or an application that follows a crime, about a week after its record. */
    private void follow(Stalking step, CrimeRecording crime) {
        step.setCrimeReference(dice.chance(0.05) ? " " : crime.getCrimeReference());
        if (dice.chance(0.7)) {
            step.setStep(dice.oneOf(StalkingStep.SCREENED, StalkingStep.SCREENED, StalkingStep.ORDER_APPLIED));
            step.setAt(dice.within(Dice.day(crime.getRecordedAt()).plusDays(dice.between(-1, 9))));
            step.setChangedAt(period.clamp(step.getAt().plus(Duration.ofMinutes(dice.mostlyLow(0, 5_000)))));
        }
    }

    private int gap(boolean orders) {
        if (dice.chance(0.1)) {
            return 0;
        }
        return orders && dice.chance(0.3) ? dice.between(363, 367) : dice.between(3, 14);
    }

    private Stalking step(String perpetrator, int version, LocalDate day, boolean orders) {
        Instant at = dice.within(day);
        Instant changedAt = at.plus(Duration.ofMinutes(dice.mostlyLow(0, 5_000)));
        if (dice.chance(0.2)) {
            changedAt = Dice.midnight(day.plusDays(1));
        }
        return Stalking.newBuilder()
                .setPerpetratorId(perpetrator)
                .setForce(force)
                .setEventId(dice.eventId())
                .setVersion(version)
                .setChangedAt(period.clamp(changedAt))
                .setSource(Source.SYNTHETIC)
                .setDateResolution(dice.chance(0.04) ? DateResolution.MONTH : DateResolution.DAY)
                .setStep(kind(orders))
                .setAt(at)
                .setProgramme(programme())
                .build();
    }

    private StalkingStep kind(boolean orders) {
        if (dice.chance(0.2)) {
            return dice.oneOf(StalkingStep.values());
        }
        return orders
                ? dice.oneOf(
                        StalkingStep.ORDER_APPLIED,
                        StalkingStep.INTERIM_ORDER_GRANTED,
                        StalkingStep.FULL_ORDER_GRANTED,
                        StalkingStep.FULL_ORDER_GRANTED,
                        StalkingStep.ORDER_BREACHED,
                        StalkingStep.ORDER_REFUSED,
                        StalkingStep.ORDER_ENDED)
                : dice.chance(0.1) ? StalkingStep.PROGRAMME_SELECTED : StalkingStep.SESSION_ATTENDED;
    }

    private Programme programme() {
        return dice.chance(0.2)
                ? null
                : Programme.newBuilder()
                        .setArm(dice.oneOf(ProgrammeArm.values()))
                        .setRoute(dice.oneOf(ProgrammeRoute.values()))
                        .setDisposalAt(
                                dice.chance(0.1)
                                        ? null
                                        : dice.within(Dice.day(period.start()).plusDays(dice.between(-400, 60))))
                        .build();
    }

    /** So that custody and further offences fall into the days of follow-up. */
    private Programme selectedAbout(LocalDate day) {
        return Programme.newBuilder()
                .setArm(dice.oneOf(ProgrammeArm.values()))
                .setRoute(dice.oneOf(ProgrammeRoute.values()))
                .setDisposalAt(dice.within(day.minusDays(dice.between(0, 60))))
                .build();
    }

    private Stalking conflicting(Stalking step) {
        Stalking other = Stalking.newBuilder(step)
                .setEventId(dice.eventId())
                .setStep(dice.chance(0.5) ? step.getStep() : kind(dice.chance(0.5)))
                .setProgramme(programme())
                .setAt(dice.within(Dice.day(step.getAt()).plusDays(dice.between(-9, 9))))
                .build();
        if (dice.chance(0.5)) {
            other.setChangedAt(period.clamp(step.getChangedAt().plus(Duration.ofMinutes(dice.between(-3000, 9000)))));
        }
        return other;
    }
}
