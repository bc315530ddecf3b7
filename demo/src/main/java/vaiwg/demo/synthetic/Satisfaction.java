package vaiwg.demo.synthetic;

import vaiwg.schemas.Audit;
import vaiwg.schemas.AuditAnswer;
import vaiwg.schemas.VictimContact;

/**
 * How likely a victim is to be satisfied: less with each duty that was missed and more with each that was met, so that in the mean of all
 * victims it is {@link ServiceFigures#SATISFIED}, whatever they are asked after.
 */
final class Satisfaction {
    private double chance = ServiceFigures.SATISFIED;

    /** Where a duty was missed or met, and how often such a duty is missed. */
    Satisfaction duty(boolean missed, double often) {
        chance += ServiceFigures.LESS_SATISFIED * (often - (missed ? 1 : 0));
        return this;
    }

    /** The duties that an audit asks about. */
    Satisfaction audited(VictimContact audited) {
        Audit audit = audited.getAudit();
        return duty(audit.getAcknowledged(), ServiceFigures.ACKNOWLEDGED)
                .duty(audit.getUpdatesTimely(), ServiceFigures.UPDATES_TIMELY)
                .duty(audit.getStatementOffered(), ServiceFigures.STATEMENT)
                .duty(audit.getReferredInTime(), ServiceFigures.REFERRAL)
                .duty(audit.getCodeInformed(), ServiceFigures.CODE_INFORMED)
                .duty(audit.getEndOfJourneyTold(), ServiceFigures.END_TOLD)
                .duty(isNo(audited.getInformedInTime()), 1 - ServiceFigures.INFORMED_IN_TIME)
                .duty(isNo(audited.getCompensationTold()), 1 - ServiceFigures.COMPENSATION_TOLD)
                .duty(isNo(audited.getInterviewerChosen()), 1 - ServiceFigures.INTERVIEWER_CHOSEN)
                .duty(
                        isNo(audited.getViewsAsked()),
                        ServiceFigures.FURTHER_DUTY_APPLIES * (1 - ServiceFigures.VIEWS_ASKED))
                .duty(
                        isNo(audited.getCourtVisitOffered()),
                        ServiceFigures.FURTHER_DUTY_APPLIES * (1 - ServiceFigures.COURT_VISIT_OFFERED));
    }

    private Satisfaction duty(AuditAnswer answer, Choice<AuditAnswer> answers) {
        return duty(
                answer == AuditAnswer.NO || answer == AuditAnswer.LATE,
                answers.share(AuditAnswer.NO) + answers.share(AuditAnswer.LATE));
    }

    private static boolean isNo(Boolean answer) {
        return Boolean.FALSE.equals(answer);
    }

    double chance() {
        return Math.max(0, Math.min(1, chance));
    }
}
