package vaiwg.demo.synthetic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vaiwg.schemas.Programme;
import vaiwg.schemas.ProgrammeArm;
import vaiwg.schemas.ProgrammeRoute;
import vaiwg.schemas.Stalking;
import vaiwg.schemas.StalkingStep;

/**
 * The early awareness of stalking intervention (EASI) as a trial: a hundred perpetrators on the programme and a hundred as
 * control, all of them suspects of a stalking crime that ended in a conditional caution or a conviction. Follow-up is counted
 * from that disposal in both arms. Some are recorded as suspects again.
 */
final class StalkingProgramme {
    private static final long PROGRAMME = 31;
    private static final long FURTHER = 84;
    private static final long AGAIN = 86;
    private static final double DAYS_TO_DISPOSAL = 30;
    private static final int SLOTS = 8;
    private static final double RETURN_WITHIN_DAYS = 360;
    /** Crimes of the programme are numbered from here, out of the way of the day's others. */
    private static final int FIRST_INDEX = CasePlan.A_DAY_AND_GROUP - 1_000;

    private final long seed;
    private final ForceCalendar calendar;
    private final Map<Integer, List<CasePlan>> plans = new HashMap<>();
    private final Map<CasePlan, Place> places = new HashMap<>();

    private record Place(int number, ProgrammeArm arm, ProgrammeRoute route, long disposalAt) {}

    StalkingProgramme(long seed, ForceCalendar calendar) {
        this.seed = seed;
        this.calendar = calendar;
        if (calendar.days() <= Figures.whole("selection_from_day")) {
            return;
        }
        for (int number = 0; number < 2 * Figures.whole("places_an_arm"); number++) {
            plan(number);
        }
    }

    /** The crimes of the programme's perpetrators that are recorded on a day. */
    List<CasePlan> plansOf(int day) {
        return plans.getOrDefault(day, List.of());
    }

    /** Adds the steps of the programme, where the plan is that of a crime which led to it. */
    void addTo(SimulatedCase simulated, CasePlan plan) {
        Place place = places.get(plan);
        if (place != null) {
            Draw draw = Draw.at(seed, PROGRAMME, place.number(), 1);
            new Attendance(place, new StalkingCourse.Steps(simulated, plan.perpetrator(), draw), draw).follow();
        }
    }

    private void plan(int number) {
        Draw draw = Draw.at(seed, PROGRAMME, number);
        double spread = (double) number / (2 * Figures.whole("places_an_arm"));
        int day = Figures.whole("selection_from_day") + (int) (spread * Figures.whole("selection_days"));
        long disposalAt = calendar.hourOf(day, draw.uniform(9, 17));
        ProgrammeRoute route = ProgrammeRoute.valueOf(Figures.choice("routes").draw(draw));
        String perpetrator = Person.pseudonym(Draw.hash(seed, PROGRAMME, number, 2));
        int charge = day - (int) DAYS_TO_DISPOSAL;
        boolean convicted = route == ProgrammeRoute.CONVICTION;
        CasePlan crime = new CasePlan(
                charge - 5 - draw.below(30),
                OffenceGroup.STALKING,
                FIRST_INDEX + number,
                perpetrator,
                new CaseEnding(convicted ? "1" : "3", 1, 1),
                convicted ? calendar.hourOf(charge, draw.uniform(9, 17)) : disposalAt);
        add(crime);
        ProgrammeArm arm = number % 2 == 0 ? ProgrammeArm.TREATMENT : ProgrammeArm.CONTROL;
        places.put(crime, new Place(number, arm, route, disposalAt));
        boolean again = draw.chance(
                arm == ProgrammeArm.TREATMENT ? Figures.of("reoffends_treatment") : Figures.of("reoffends_control"));
        int againOn = day + 3 + (int) Math.min(draw.exponential(Figures.of("days_to_reoffending")), RETURN_WITHIN_DAYS);
        if (again && againOn < calendar.days()) {
            OffenceGroup group = draw.chance(0.6) ? OffenceGroup.DOMESTIC : OffenceGroup.HARASSMENT;
            add(new CasePlan(againOn, group, FIRST_INDEX + number, perpetrator, null, 0));
        }
    }

    private void add(CasePlan plan) {
        plans.computeIfAbsent(plan.day(), day -> new ArrayList<>()).add(plan);
    }

    /** What one person does after the disposal: custody, selection, consent, weekly sessions. */
    private record Attendance(Place place, StalkingCourse.Steps steps, Draw draw) {
        void follow() {
            long startAt = place.disposalAt() + ForceCalendar.days(draw.uniform(1, 6));
            if (place.route() == ProgrammeRoute.CONVICTION && draw.chance(Figures.of("custody_after_conviction"))) {
                add(StalkingStep.CUSTODY_FROM, place.disposalAt(), null);
                startAt += ForceCalendar.days(10 + draw.exponential(40));
                add(StalkingStep.CUSTODY_TO, startAt, null);
            }
            add(StalkingStep.PROGRAMME_SELECTED, startAt, null);
            if (place.arm() == ProgrammeArm.CONTROL) {
                assessAgain(startAt);
                return;
            }
            long consentAt = startAt + ForceCalendar.days(draw.uniform(1, 10));
            if (draw.chance(Figures.of("consented"))) {
                add(StalkingStep.CONSENTED, consentAt, null);
                attend(consentAt + ForceCalendar.days(draw.uniform(4, 14)));
            } else {
                add(StalkingStep.WITHDREW, consentAt, null);
            }
        }

        /** Perpetrators of the control arm are assessed again when those of the programme have had their sessions. */
        private void assessAgain(long startAt) {
            Draw own = Draw.at(AGAIN, place.number());
            if (own.chance(Figures.of("assessed_again"))) {
                long at = startAt + ForceCalendar.days(own.uniform(60, 90));
                Stalking event = new StalkingCourse.Steps(steps.simulated(), steps.perpetrator(), own)
                        .add(StalkingStep.SCREENED, at, Figures.choice("risks").draw(own), null);
                score(event, Figures.choice("scores_of_controls"), own);
            }
        }

        private void attend(long firstAt) {
            int attended = 0;
            for (int week = 0; week < SLOTS && attended < Figures.whole("sessions"); week++) {
                long at = firstAt + ForceCalendar.days(7 * week);
                if (draw.chance(Figures.of("session_attended"))) {
                    attended++;
                    add(StalkingStep.SESSION_ATTENDED, at, attended);
                } else {
                    add(StalkingStep.SESSION_MISSED, at, attended + 1);
                    if (draw.chance(Figures.of("leaves_after_missing"))) {
                        add(StalkingStep.WITHDREW, at + ForceCalendar.days(1), null);
                        return;
                    }
                }
            }
            if (attended == Figures.whole("sessions")) {
                add(StalkingStep.COMPLETED, firstAt + ForceCalendar.days(7 * SLOTS), null);
            }
        }

        private void add(StalkingStep step, long at, Integer session) {
            Instant disposalAt = Instant.ofEpochMilli(place.disposalAt());
            Stalking event = steps.add(step, at, null, new Programme(place.arm(), place.route(), disposalAt, session));
            Draw own = Draw.at(FURTHER, place.number(), step.ordinal());
            if (step == StalkingStep.PROGRAMME_SELECTED) {
                event.setReferred(true);
                event.setEligible(true);
                event.setSex(own.chance(Figures.of("male_stalkers")) ? "MALE" : "FEMALE");
                event.setAgeBand(Figures.choice("stalkers_ages").draw(own));
                event.setRisk(Figures.choice("risks").draw(own));
                event.setRelationship(Figures.choice("stalkers_relationships").draw(own));
            } else if (step == StalkingStep.COMPLETED) {
                event.setRisk(Figures.choice("risks_after").draw(own));
                score(event, Figures.choice("scores"), own);
            }
        }

        private static void score(Stalking event, Choice scores, Draw draw) {
            event.setRiskFactors(scores.draw(draw));
            event.setDistress(scores.draw(draw));
            event.setFunctioning(scores.draw(draw));
            event.setVictimSafety(scores.draw(draw));
        }
    }
}
