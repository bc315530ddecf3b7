package vaiwg.demo.synthetic;

import java.time.Instant;
import vaiwg.schemas.DateResolution;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Source;
import vaiwg.schemas.SupportEnded;

/** The outcome of a crime as it stands in the force's system, with what is noted beside it. */
final class OutcomeRecord {
    private static final long CONDITIONAL = 70;
    private static final long COURT = 75;
    private static final long ADVICE = 76;
    private static final long WITH_CPS = 77;

    private final String reference;
    private final String type;
    private final Instant assignedAt;
    private String decidedBy;
    private Boolean interviewed;
    private SupportEnded supportEnded;
    private String earlyAdvice;
    private Boolean conditional;
    private Instant adviceSoughtAt;
    private Instant adviceGivenAt;
    private Instant trialAt;
    private String courtResult;
    private Boolean contactsGiven;
    private Boolean meetingHeld;
    private Instant toldAt;

    /** An outcome; null and null where the case has none again. */
    OutcomeRecord(String reference, String type, Long assignedAt) {
        this.reference = reference;
        this.type = type;
        this.assignedAt = assignedAt == null ? null : Instant.ofEpochMilli(assignedAt);
    }

    /** Draws who decided, the interview, early advice, and stage and reason where the victim's support ended. */
    void describe(CaseFile file, Draw draw) {
        CaseEnding exit = new CaseEnding(type, 1, 1);
        boolean rape = file.plan().group() == OffenceGroup.RAPE;
        boolean byCps = type.equals("9")
                || (exit.charge() && (rape || draw.chance(WestMidlandsFigures.CPS_CHARGES)))
                || (rape && type.equals("15") && draw.chance(WestMidlandsFigures.CPS_RAPE_NO_ACTION));
        decidedBy = byCps ? "CPS" : "POLICE";
        interviewed = exit.suspectKnown()
                && draw.chance(
                        exit.supportEnded()
                                ? WestMidlandsFigures.INTERVIEWED_UNSUPPORTED
                                : WestMidlandsFigures.INTERVIEWED_SUPPORTED);
        earlyAdvice = rape ? WestMidlandsFigures.EARLY_ADVICE.draw(draw) : null;
        // By a chance of its own, so that all else is the same with it and without.
        conditional = type.equals("2") || type.equals("3")
                ? (Boolean)
                        Draw.at(CONDITIONAL, assignedAt.toEpochMilli()).chance(WestMidlandsFigures.CONDITIONAL_CAUTIONS)
                : null;
        if ("SOUGHT".equals(earlyAdvice)) {
            Draw own = Draw.at(ADVICE, assignedAt.toEpochMilli());
            adviceGivenAt = assignedAt.minusMillis(days(own.exponential(WestMidlandsFigures.DAYS_FROM_ADVICE)));
            adviceSoughtAt = adviceGivenAt.minusMillis(days(own.exponential(WestMidlandsFigures.DAYS_TO_ADVICE)));
        }
        if (rape && byCps) {
            Draw own = Draw.at(WITH_CPS, assignedAt.toEpochMilli());
            contactsGiven = own.chance(WestMidlandsFigures.CONTACTS_GIVEN);
            meetingHeld = exit.charge() ? null : (Boolean) own.chance(WestMidlandsFigures.MEETING_HELD);
        }
        if (exit.charge()) {
            trialAt = assignedAt.plusMillis(
                    days(Draw.at(COURT, assignedAt.toEpochMilli()).logNormal(WestMidlandsFigures.DAYS_TO_TRIAL, 0.5)));
        }
        if (exit.supportEnded()) {
            supportEnded = supportEnded(file, draw);
        }
    }

    /** When the court decides; {@link Long#MAX_VALUE} where there is no trial. */
    long courtAt() {
        return trialAt == null ? Long.MAX_VALUE : trialAt.toEpochMilli() + ForceCalendar.DAY;
    }

    /** Notes what the court decided. */
    void decidedByCourt(Draw own) {
        courtResult = WestMidlandsFigures.COURT_RESULTS.draw(own);
    }

    private static long days(double days) {
        return (long) (days * ForceCalendar.DAY);
    }

    /** Notes when the victim was told of the decision; {@link Long#MAX_VALUE} for not yet. */
    void told(long instant) {
        toldAt = instant == Long.MAX_VALUE ? null : Instant.ofEpochMilli(instant);
    }

    /** Notes that the victim's support ended at an instant after the charge. */
    void endedAfterCharge(long instant, Draw draw) {
        supportEnded =
                new SupportEnded("AFTER_CHARGE", WestMidlandsFigures.REASONS.draw(draw), Instant.ofEpochMilli(instant));
    }

    Outcome save(long version, long changedAt, String eventId) {
        Outcome event = new Outcome();
        event.setCrimeReference(reference);
        event.setForce(WestMidlandsFigures.FORCE);
        event.setEventId(eventId);
        event.setVersion(version);
        event.setChangedAt(Instant.ofEpochMilli(changedAt));
        event.setSource(Source.SYNTHETIC);
        event.setDateResolution(DateResolution.DAY);
        event.setOutcomeType(type);
        event.setAssignedAt(assignedAt);
        event.setDecidedBy(decidedBy);
        event.setInterviewedUnderCaution(interviewed);
        event.setSupportEnded(supportEnded);
        event.setEarlyAdvice(earlyAdvice);
        event.setConditional(conditional);
        event.setEarlyAdviceSoughtAt(adviceSoughtAt);
        event.setEarlyAdviceGivenAt(adviceGivenAt);
        event.setTrialAt(trialAt);
        event.setCourtResult(courtResult);
        event.setContactsGiven(contactsGiven);
        event.setMeetingHeld(meetingHeld);
        event.setVictimInformedAt(toldAt);
        return event;
    }

    private SupportEnded supportEnded(CaseFile file, Draw draw) {
        double at = draw.unit();
        if (at >= WestMidlandsFigures.STAGE_AND_REASON + WestMidlandsFigures.STAGE_ONLY) {
            return null;
        }
        long ended = assignedAt.toEpochMilli() - (long) (draw.exponential(4) * ForceCalendar.DAY);
        long reported = Math.min(file.incident().reportedAt(), assignedAt.toEpochMilli());
        return new SupportEnded(
                WestMidlandsFigures.STAGES.draw(draw),
                at < WestMidlandsFigures.STAGE_AND_REASON ? WestMidlandsFigures.REASONS.draw(draw) : null,
                Instant.ofEpochMilli(Math.max(reported, ended)));
    }
}
