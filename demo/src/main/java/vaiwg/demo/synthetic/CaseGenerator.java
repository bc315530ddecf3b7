package vaiwg.demo.synthetic;

/** Makes the life of a case from its plan: who, when, how it ends, then the courses of its streams. */
final class CaseGenerator {
    private static final long CASE = 1;
    private static final long STEPS = 2;
    private static final long DUTIES = 88;
    private static final long REFERRALS = 109;

    private final long seed;
    private final ForceCalendar calendar;
    private final PlantedRise rise;

    CaseGenerator(long seed, ForceCalendar calendar) {
        this.seed = seed;
        this.calendar = calendar;
        rise = new PlantedRise(seed, calendar);
    }

    SimulatedCase generate(CasePlan plan) {
        Draw draw = draw(plan);
        return generate(plan, Incident.recordingTime(plan.day(), calendar, draw), draw);
    }

    /** A case recorded at a given instant of its plan's day. */
    SimulatedCase generate(CasePlan plan, long recordedAt) {
        return generate(plan, recordedAt, draw(plan));
    }

    private Draw draw(CasePlan plan) {
        return Draw.at(seed, CASE, plan.day(), plan.group().ordinal(), plan.index());
    }

    private SimulatedCase generate(CasePlan plan, long recordedAt, Draw draw) {
        CaseFile file = open(plan, recordedAt, draw);
        SimulatedCase simulated = new SimulatedCase(file);
        new CrimeCourse(file, calendar, draw).addTo(simulated);
        new OutcomeCourse(file, calendar, draw).addTo(simulated);
        if (plan.group() == OffenceGroup.STALKING && file.suspectAt() != Long.MAX_VALUE) {
            StalkingCourse.addTo(simulated, file, draw);
        }
        addSteps(plan, file, simulated);
        return simulated;
    }

    /** By chances of their own, so that crimes and outcomes are the same with them and without. */
    private void addSteps(CasePlan plan, CaseFile file, SimulatedCase simulated) {
        Draw draw = Draw.at(seed, STEPS, plan.day(), plan.group().ordinal(), plan.index());
        new ContactCourse(file, simulated, draw).add();
        new InquiryCourse(file, simulated, draw).add();
        Draw ofReferrals = Draw.at(seed, REFERRALS, plan.day(), plan.group().ordinal(), plan.index());
        new ReferralCourse(file, simulated, ofReferrals).add();
        Draw ofDuties = Draw.at(seed, DUTIES, plan.day(), plan.group().ordinal(), plan.index());
        new DutyCourse(file, simulated, ofDuties).add();
    }

    private CaseFile open(CasePlan plan, long recordedAt, Draw draw) {
        boolean planned = plan.perpetrator() != null;
        boolean domestic = planned || draw.chance(plan.group().figure("domestic"));
        Incident incident = Incident.of(plan, recordedAt, calendar, draw);
        String ends = domestic ? "domestic_ends" : "other_ends";
        CaseFigures figures = new CaseFigures(plan.group(), incident.area());
        CaseEnding drawn = plan.exit() != null ? plan.exit() : CaseEnding.of(figures.drawn(ends, draw));
        boolean outcomeFirst = !planned && !drawn.open() && draw.chance(Figures.of("outcome_before_crime"));
        PlantedRise.Ending own = new PlantedRise.Ending(drawn, assignedAt(plan, drawn, incident, outcomeFirst, draw));
        PlantedRise.Ending ending = planned ? own : rise.of(plan, plan.group().choice(ends), recordedAt, own);
        CaseEnding exit = ending.exit();
        long assignedAt = ending.at();
        long removedAt = planned ? Long.MAX_VALUE : removedAt(recordedAt, draw);
        boolean reinstated = removedAt != Long.MAX_VALUE && draw.chance(Figures.of("reinstated"));
        CrimePeople people = CrimePeople.of(seed, plan, calendar, domestic, draw);
        return new CaseFile(
                plan,
                plan.reference(calendar),
                domestic,
                people,
                incident.of(people.victim(), plan.group()),
                exit,
                assignedAt,
                suspectAt(plan, exit, recordedAt, assignedAt, draw),
                removedAt,
                reinstated ? removedAt + ForceCalendar.days(1 + draw.exponential(20)) : Long.MAX_VALUE,
                outcomeFirst);
    }

    private long assignedAt(CasePlan plan, CaseEnding exit, Incident incident, boolean outcomeFirst, Draw draw) {
        if (plan.exit() != null) {
            return plan.exitAt();
        }
        if (outcomeFirst) {
            return Math.max(incident.reportedAt(), incident.recordedAt() - ForceCalendar.days(draw.uniform(0, 0.2)));
        }
        return exit.open() ? Long.MAX_VALUE : calendar.closingTime(incident.recordedAt(), exit.delay(draw), draw);
    }

    private static long removedAt(long recordedAt, Draw draw) {
        return draw.chance(Figures.removed())
                ? recordedAt + ForceCalendar.days(0.1 + draw.logNormal(Figures.of("cancelled_median_days"), 1))
                : Long.MAX_VALUE;
    }

    private static long suspectAt(CasePlan plan, CaseEnding exit, long recordedAt, long assignedAt, Draw draw) {
        boolean known = exit.suspectKnown() || (exit.open() && draw.chance(Figures.of("suspect_of_open_case")));
        if (plan.perpetrator() != null) {
            return recordedAt;
        }
        if (!known) {
            return Long.MAX_VALUE;
        }
        if (draw.chance(Figures.of("suspect_known_at_once"))) {
            return recordedAt;
        }
        long later = recordedAt + ForceCalendar.days(draw.exponential(Figures.of("days_to_suspect")));
        return Math.max(recordedAt, Math.min(later, assignedAt - ForceCalendar.HOUR));
    }
}
