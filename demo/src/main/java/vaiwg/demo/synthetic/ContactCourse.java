package vaiwg.demo.synthetic;

import java.time.Duration;
import java.util.Optional;
import vaiwg.kpis.cases.PackedCode;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.reference.OutcomeGroup;
import vaiwg.schemas.ContactKind;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.Outcome;

/** The contacts with a case's victim beside the case itself: a referral to support, an audit, a survey, a review of a decision. */
final class ContactCourse {
    private static final long ASKED = 87;
    private static final long AWAKE = 91;

    private final CaseFile file;
    private final SimulatedCase simulated;
    private final Draw draw;
    private final CaseFigures figures;
    private double daysToReferral = Double.POSITIVE_INFINITY;

    ContactCourse(CaseFile file, SimulatedCase simulated, Draw draw) {
        this.file = file;
        this.figures = file.figures();
        this.simulated = simulated;
        this.draw = draw;
    }

    void add() {
        long recorded = file.incident().recordedAt();
        if (draw.chance(file.improved("referred"))) {
            double afterDays = draw.exponential(figures.of("days_to_referral"));
            long referredAt = file.incident().reportedAt() + ForceCalendar.days(afterDays);
            contact("referral", ContactKind.REFERRAL, Math.max(referredAt, recorded + ForceCalendar.MINUTE))
                    .ifPresent(referral -> {
                        referral.save(Math.max(referredAt, recorded) + 10 * ForceCalendar.MINUTE);
                        daysToReferral = afterDays;
                    });
        }
        if (draw.chance(isAuditedApart() ? Figures.of("audited_apart") : Figures.of("audited"))) {
            addAudit(recorded
                    + ForceCalendar.days(draw.uniform(Figures.of("audited_from_days"), Figures.of("audited_to_days"))));
        }
        if (isSafeToSurvey() && draw.chance(Figures.of("surveyed"))) {
            addSurvey(ForceCalendar.between(9, 20, recorded + ForceCalendar.days(draw.uniform(2, 12))));
        }
        addReview();
    }

    private void addAudit(long at) {
        contact("audit", ContactKind.AUDIT, at).ifPresent(audit -> {
            audit.drawAudit(figures, sooner(daysToReferral), Double.isInfinite(daysToReferral));
            audit.save(at + ForceCalendar.HOUR);
            if (draw.chance(Figures.of("audit_withdrawn"))) {
                audit.withdraw();
                audit.save(at + ForceCalendar.days(draw.uniform(1, 20)));
            } else {
                askOf(audit, at);
            }
        });
    }

    private void askOf(ContactRecord audit, long at) {
        Draw own = Draw.at(ASKED, at);
        long askedAt = ForceCalendar.between(9, 20, at + ForceCalendar.days(own.uniform(1, 10)));
        if (own.chance(Figures.of("asked_of_audit")) && !file.goneAt(askedAt)) {
            ContactRecord.ask(simulated, "survey-of-audit", askedAt, audit.felt(toldOf(askedAt)), own);
        }
    }

    private void addSurvey(long at) {
        contact("survey", ContactKind.SURVEY, at).ifPresent(survey -> {
            survey.save(at + ForceCalendar.MINUTE);
            if (draw.chance(survey.answerChance())) {
                long answeredAt = Math.max(at, awake(at + ForceCalendar.days(draw.exponential(3))));
                survey.answered(
                        answeredAt,
                        draw.chance(satisfaction(answeredAt).chance()),
                        draw.chance(Figures.of("demographics_given")));
                survey.save(answeredAt + ForceCalendar.MINUTE);
            }
        });
    }

    /** Few answer by night. By a chance of its own, so that all else is the same with it and without. */
    private static long awake(long instant) {
        return Draw.at(AWAKE, instant).chance(Figures.of("answered_by_day"))
                ? ForceCalendar.between(7, 23, instant)
                : instant;
    }

    /** By whether the victim was referred in time, and told in time of a decision that there is by then. */
    private Satisfaction satisfaction(long by) {
        boolean late = daysToReferral >= Figures.of("referred_late_from_days");
        return toldOf(by).duty(late, 1 - file.improved("referred") * sooner(Figures.of("referred_late_from_days")));
    }

    /** By whether the victim was told in time of a decision that there is by then. An audit says itself what came of a referral. */
    private Satisfaction toldOf(long by) {
        Satisfaction satisfaction = new Satisfaction(figures);
        decision()
                .filter(decision -> decision.getOutcomeType() != null
                        && decision.getAssignedAt().toEpochMilli() < by)
                .ifPresent(decision -> satisfaction.duty(isToldLate(decision), 1 - figures.share("told_in_time")));
        return satisfaction;
    }

    private static boolean isToldLate(Outcome decision) {
        return decision.getVictimInformedAt() == null
                || Duration.between(decision.getAssignedAt(), decision.getVictimInformedAt())
                                .toDays()
                        >= Figures.whole("told_late_from_days");
    }

    /** The outcome as it stands in the end. */
    private Optional<Outcome> decision() {
        return simulated.versions(Outcome.class).reduce((earlier, later) -> later);
    }

    /** The share of such victims who are referred to support sooner, of those who are. */
    private double sooner(double days) {
        return 1 - StrictMath.exp(-days / figures.of("days_to_referral"));
    }

    private void addReview() {
        Optional<Outcome> decision = decision().filter(ContactCourse::isReviewable);
        if (decision.isEmpty() || !draw.chance(Figures.of("review_requested"))) {
            return;
        }
        long at = decision.get().getVictimInformedAt().toEpochMilli() + ForceCalendar.days(draw.uniform(1, 85));
        contact("review", ContactKind.REVIEW, at).ifPresent(review -> {
            review.save(at + ForceCalendar.HOUR);
            long decidedAt = at + ForceCalendar.days(draw.uniform(7, 45));
            review.decided(decidedAt, draw.chance(Figures.of("review_overturned")));
            review.save(decidedAt + ForceCalendar.HOUR);
        });
    }

    private static boolean isReviewable(Outcome outcome) {
        return outcome.getOutcomeType() != null
                && CodeMaps.shipped().isOutcomeIn(PackedCode.pack(outcome.getOutcomeType()), OutcomeGroup.REVIEWABLE)
                && "POLICE".equals(outcome.getDecidedBy())
                && Boolean.TRUE.equals(outcome.getInterviewedUnderCaution())
                && outcome.getVictimInformedAt() != null;
    }

    private boolean isAuditedApart() {
        return simulated
                .versions(CrimeRecording.class)
                .anyMatch(crime -> OffenceCodes.isAuditedApart(crime.getOffenceCode()));
    }

    /** Not where contact may put the victim at risk, or be insensitive. */
    private boolean isSafeToSurvey() {
        OffenceGroup group = file.plan().group();
        return !file.domestic() && (group == OffenceGroup.HARASSMENT || group == OffenceGroup.STALKING);
    }

    /** Nothing follows a record that is gone. */
    private Optional<ContactRecord> contact(String id, ContactKind kind, long at) {
        return file.goneAt(at) ? Optional.empty() : Optional.of(new ContactRecord(simulated, id, kind, at, draw));
    }
}
