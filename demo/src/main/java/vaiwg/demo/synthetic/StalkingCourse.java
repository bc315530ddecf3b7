package vaiwg.demo.synthetic;

import java.time.Instant;
import vaiwg.schemas.DateResolution;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Programme;
import vaiwg.schemas.Source;
import vaiwg.schemas.Stalking;
import vaiwg.schemas.StalkingStep;

/** Screening and protection orders that follow from one stalking crime with a known suspect. */
final class StalkingCourse {
    private static final long REFERRAL = 83;

    private StalkingCourse() {}

    static void addTo(SimulatedCase simulated, CaseFile file, Draw draw) {
        Steps steps = new Steps(simulated, file.people().suspect(), draw);
        long from = file.suspectAt();
        if (draw.chance(WestMidlandsFigures.SCREENED)) {
            long screenedAt = from + days(draw.exponential(WestMidlandsFigures.DAYS_TO_SCREENING));
            Stalking screening =
                    steps.add(StalkingStep.SCREENED, screenedAt, WestMidlandsFigures.RISKS.draw(draw), null);
            // By chances of their own, so that all else is the same with them and without.
            Draw own = Draw.at(REFERRAL, screenedAt);
            boolean referred = own.chance(WestMidlandsFigures.REFERRED_TO_PROGRAMME);
            screening.setReferred(referred);
            screening.setEligible(referred && own.chance(WestMidlandsFigures.ELIGIBLE));
        }
        double applied =
                file.people().serial() ? WestMidlandsFigures.ORDER_APPLIED_SERIAL : WestMidlandsFigures.ORDER_APPLIED;
        if (draw.chance(applied)) {
            addOrder(steps, from + days(draw.exponential(WestMidlandsFigures.DAYS_TO_APPLICATION)), draw);
        }
    }

    private static void addOrder(Steps steps, long appliedAt, Draw draw) {
        steps.add(StalkingStep.ORDER_APPLIED, appliedAt, null, null);
        long decidedAt = appliedAt + days(7 + draw.exponential(WestMidlandsFigures.DAYS_TO_ORDER));
        if (draw.chance(WestMidlandsFigures.INTERIM_GRANTED)) {
            steps.add(StalkingStep.INTERIM_ORDER_GRANTED, appliedAt + days(draw.uniform(1, 6)), null, null);
        }
        if (!draw.chance(WestMidlandsFigures.ORDER_GRANTED)) {
            steps.add(StalkingStep.ORDER_REFUSED, decidedAt, null, null);
            return;
        }
        steps.add(StalkingStep.FULL_ORDER_GRANTED, decidedAt, null, null);
        long breachedAt = decidedAt + days(draw.exponential(WestMidlandsFigures.DAYS_TO_BREACH));
        long endedAt = decidedAt + days(365.25 * WestMidlandsFigures.ORDER_YEARS);
        if (draw.chance(WestMidlandsFigures.ORDER_BREACHED) && breachedAt < endedAt) {
            steps.add(StalkingStep.ORDER_BREACHED, breachedAt, null, null);
        }
        steps.add(StalkingStep.ORDER_ENDED, endedAt, null, null);
    }

    private static long days(double days) {
        return (long) (days * ForceCalendar.DAY);
    }

    /** Writes steps of one perpetrator; versions are given when the steps of all crimes meet in the order of their times. */
    record Steps(SimulatedCase simulated, String perpetrator, Draw draw) {
        private static final double ENTRY_DELAY_DAYS = 0.6;

        Stalking add(StalkingStep step, long at, String risk, Programme programme) {
            long changedAt = at + ForceCalendar.MINUTE + days(draw.exponential(ENTRY_DELAY_DAYS));
            Stalking event = new Stalking();
            event.setPerpetratorId(perpetrator);
            event.setForce(WestMidlandsFigures.FORCE);
            event.setEventId(draw.uuid());
            event.setChangedAt(Instant.ofEpochMilli(changedAt));
            event.setSource(Source.SYNTHETIC);
            event.setDateResolution(DateResolution.DAY);
            event.setCrimeReference(simulated.reference());
            event.setStep(step);
            event.setAt(Instant.ofEpochMilli(at));
            event.setRisk(risk);
            event.setProgramme(programme);
            simulated.add(EventStream.STALKING, perpetrator, changedAt, event);
            return event;
        }
    }
}
