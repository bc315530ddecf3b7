package vaiwg.demo.synthetic;

import java.time.Instant;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.SupportEnded;

/** The outcome of a crime as it stands in the force's system, with what is noted beside it. */
final class OutcomeRecord {
    private static final long CONDITIONAL = 70;
    private static final long COURT = 75;
    private static final long ADVICE = 76;
    private static final long WITH_CPS = 77;
    private static final long SUPPORT = 106;
    private static final long NO_ACTION = 110;

    private final Outcome state = Saved.begun(new Outcome());

    /** An outcome; null and null where the case has none again. */
    OutcomeRecord(String reference, String type, Long assignedAt) {
        state.setCrimeReference(reference);
        state.setOutcomeType(type);
        state.setAssignedAt(assignedAt == null ? null : Instant.ofEpochMilli(assignedAt));
    }

    /** Draws who decided, the interview, early advice, and stage and reason where the victim's support ended. */
    void describe(CaseFile file, Draw draw) {
        String type = state.getOutcomeType();
        Instant assignedAt = state.getAssignedAt();
        CaseEnding exit = new CaseEnding(type, 1, 1);
        boolean rape = file.plan().group() == OffenceGroup.RAPE;
        boolean byCps = isDecidedByCps(file.plan().group(), exit, draw);
        state.setDecidedBy(byCps ? "CPS" : "POLICE");
        String interviewed = exit.supportEnded() ? "interviewed_unsupported" : "interviewed_supported";
        state.setInterviewedUnderCaution(
                exit.suspectKnown() && draw.chance(file.figures().share(interviewed)));
        state.setEarlyAdvice(rape ? Figures.choice("early_advice").draw(draw) : null);
        if (type.equals("2") || type.equals("3")) {
            state.setConditional(own(CONDITIONAL).chance(Figures.of("conditional_cautions")));
        }
        if ("SOUGHT".equals(state.getEarlyAdvice())) {
            Draw own = own(ADVICE);
            Instant givenAt =
                    assignedAt.minusMillis(ForceCalendar.days(own.exponential(Figures.of("days_from_advice"))));
            state.setEarlyAdviceGivenAt(givenAt);
            state.setEarlyAdviceSoughtAt(
                    givenAt.minusMillis(ForceCalendar.days(own.exponential(Figures.of("days_to_advice")))));
        }
        if (rape && byCps) {
            Draw own = own(WITH_CPS);
            state.setContactsGiven(own.chance(Figures.of("contacts_given")));
            state.setMeetingHeld(exit.charge() ? null : (Boolean) own.chance(Figures.of("meeting_held")));
        }
        if (rape) {
            state.setSupportedInvestigation(own(SUPPORT).chance(Figures.of("supported_investigation")));
        }
        if (exit.charge()) {
            state.setTrialAt(assignedAt.plusMillis(
                    ForceCalendar.days(own(COURT).logNormal(file.figures().of("days_to_trial"), 0.5))));
        }
        if (exit.supportEnded()) {
            state.setSupportEnded(supportEnded(file, assignedAt.toEpochMilli(), draw));
        }
    }

    private boolean isDecidedByCps(OffenceGroup group, CaseEnding exit, Draw draw) {
        boolean rape = group == OffenceGroup.RAPE;
        if (exit.charge()) {
            return rape || draw.chance(group.figure("cps_charges"));
        }
        if (!"15".equals(exit.type())) {
            return "9".equals(exit.type());
        }
        // Of other groups by a chance of its own, so that all else is the same with it and without.
        Draw chances = rape ? draw : own(NO_ACTION);
        return chances.chance(group.figure("cps_no_action"));
    }

    private Draw own(long purpose) {
        return Draw.at(purpose, state.getAssignedAt().toEpochMilli());
    }

    /** When the court decides; {@link Long#MAX_VALUE} where there is no trial. */
    long courtAt() {
        return state.getTrialAt() == null ? Long.MAX_VALUE : state.getTrialAt().toEpochMilli() + ForceCalendar.DAY;
    }

    void decidedByCourt(CaseFile file, Draw own) {
        state.setCourtResult(file.figures().drawn("court_results", own));
        state.setCourtResultAt(Instant.ofEpochMilli(courtAt()));
        if (file.plan().group() == OffenceGroup.RAPE) {
            Draw support = Draw.at(SUPPORT, courtAt());
            state.setSupportedAtCourt(support.chance(Figures.of("supported_at_court")));
            state.setSupportedAfter(support.chance(Figures.of("supported_after")));
        }
    }

    /** Notes when the victim was told of the decision; {@link Long#MAX_VALUE} for not yet. */
    void told(long instant) {
        state.setVictimInformedAt(instant == Long.MAX_VALUE ? null : Instant.ofEpochMilli(instant));
    }

    /** Notes that the victim's support ended at an instant after the charge. */
    void endedAfterCharge(CaseFile file, long instant, Draw draw) {
        String reason = file.figures().drawn("reasons", draw);
        state.setSupportEnded(new SupportEnded("AFTER_CHARGE", reason, Instant.ofEpochMilli(instant)));
    }

    /** Writes its whole current state as the case's version after that one. */
    void save(SimulatedCase simulated, long lastVersion, long changedAt, String eventId) {
        state.setVersion(lastVersion);
        Saved.next(simulated, state, changedAt, eventId);
    }

    private static SupportEnded supportEnded(CaseFile file, long assignedAt, Draw draw) {
        CaseFigures figures = file.figures();
        double at = draw.unit();
        double both = figures.share("stage_and_reason");
        if (at >= both + Figures.of("stage_only")) {
            return null;
        }
        long ended = assignedAt - ForceCalendar.days(draw.exponential(4));
        long reported = Math.min(file.incident().reportedAt(), assignedAt);
        return new SupportEnded(
                figures.drawn("stages", draw),
                at < both ? figures.drawn("reasons", draw) : null,
                Instant.ofEpochMilli(Math.max(reported, ended)));
    }
}
