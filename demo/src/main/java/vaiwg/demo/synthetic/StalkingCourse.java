package vaiwg.demo.synthetic;

import java.time.Instant;
import vaiwg.schemas.Programme;
import vaiwg.schemas.Stalking;
import vaiwg.schemas.StalkingStep;

/** Screening and protection orders that follow from one stalking crime with a known suspect. */
final class StalkingCourse {
    private static final long REFERRAL = 83;

    private StalkingCourse() {}

    static void addTo(SimulatedCase simulated, CaseFile file, Draw draw) {
        Steps steps = new Steps(simulated, file.people().suspect(), draw);
        long from = file.suspectAt();
        CaseFigures figures = file.figures();
        if (draw.chance(figures.share("screened"))) {
            long screenedAt = from + ForceCalendar.days(draw.exponential(figures.of("days_to_screening")));
            Stalking screening = steps.add(
                    StalkingStep.SCREENED, screenedAt, Figures.choice("risks").draw(draw), null);
            Draw own = Draw.at(REFERRAL, screenedAt);
            boolean referred = own.chance(Figures.of("referred_to_programme"));
            screening.setReferred(referred);
            screening.setEligible(referred && own.chance(Figures.of("eligible")));
        }
        double applied = file.people().serial() ? Figures.of("order_applied_serial") : Figures.of("order_applied");
        if (draw.chance(applied)) {
            addOrder(steps, from + ForceCalendar.days(draw.exponential(Figures.of("days_to_application"))), draw);
        }
    }

    private static void addOrder(Steps steps, long appliedAt, Draw draw) {
        steps.add(StalkingStep.ORDER_APPLIED, appliedAt);
        long decidedAt = appliedAt + ForceCalendar.days(7 + draw.exponential(Figures.of("days_to_order")));
        if (draw.chance(Figures.of("interim_granted"))) {
            steps.add(StalkingStep.INTERIM_ORDER_GRANTED, appliedAt + ForceCalendar.days(draw.uniform(1, 6)));
        }
        if (!draw.chance(Figures.of("order_granted"))) {
            steps.add(StalkingStep.ORDER_REFUSED, decidedAt);
            return;
        }
        steps.add(StalkingStep.FULL_ORDER_GRANTED, decidedAt);
        long breachedAt = decidedAt + ForceCalendar.days(draw.exponential(Figures.of("days_to_breach")));
        long endedAt = decidedAt + ForceCalendar.days(365.25 * Figures.of("order_years"));
        if (draw.chance(Figures.of("order_breached")) && breachedAt < endedAt) {
            steps.add(StalkingStep.ORDER_BREACHED, breachedAt);
        }
        steps.add(StalkingStep.ORDER_ENDED, endedAt);
    }

    /** Writes steps of one perpetrator; versions are given when the steps of all crimes meet in the order of their times. */
    record Steps(SimulatedCase simulated, String perpetrator, Draw draw) {
        Stalking add(StalkingStep step, long at) {
            return add(step, at, null, null);
        }

        Stalking add(StalkingStep step, long at, String risk, Programme programme) {
            double days = draw.exponential(Figures.of("days_to_enter_step"));
            long changedAt = at + ForceCalendar.MINUTE + ForceCalendar.days(days);
            Stalking event = Saved.begun(new Stalking());
            event.setPerpetratorId(perpetrator);
            event.setEventId(draw.uuid());
            event.setChangedAt(Instant.ofEpochMilli(changedAt));
            event.setCrimeReference(simulated.reference());
            event.setStep(step);
            event.setAt(Instant.ofEpochMilli(at));
            event.setRisk(risk);
            event.setProgramme(programme);
            simulated.add(changedAt, event);
            return event;
        }
    }
}
