package vaiwg.demo.synthetic;

import vaiwg.schemas.Audit;
import vaiwg.schemas.AuditAnswer;
import vaiwg.schemas.VictimContact;

/**
 * How likely a victim is to be satisfied: less with each duty that was missed and more with each that was met, so that in the mean of all
 * victims it is the same, whatever they are asked after.
 */
final class Satisfaction {
    private double chance;

    /** Of a victim of whom nothing is known yet. */
    Satisfaction(CaseFigures figures) {
        chance = figures.share("satisfied");
    }

    /** Where a duty was missed or met, and how often such a duty is missed. */
    Satisfaction duty(boolean missed, double often) {
        chance += Figures.of("less_satisfied") * (often - (missed ? 1 : 0));
        return this;
    }

    /** The duties that an audit asks about. */
    Satisfaction audited(VictimContact audited) {
        Audit audit = audited.getAudit();
        return duty(audit.getAcknowledged(), Figures.choice("acknowledged"))
                .duty(audit.getUpdatesTimely(), Figures.choice("updates_timely"))
                .duty(audit.getStatementOffered(), Figures.choice("statement"))
                .duty(audit.getReferredInTime(), Figures.choice("referral"))
                .duty(audit.getCodeInformed(), Figures.choice("code_informed"))
                .duty(audit.getEndOfJourneyTold(), Figures.choice("end_told"))
                .duty(isNo(audited.getInformedInTime()), 1 - Figures.of("informed_in_time"))
                .duty(isNo(audited.getCompensationTold()), 1 - Figures.of("compensation_told"))
                .duty(isNo(audited.getInterviewerChosen()), 1 - Figures.of("interviewer_chosen"))
                .duty(
                        isNo(audited.getViewsAsked()),
                        Figures.of("further_duty_applies") * (1 - Figures.of("views_asked")))
                .duty(
                        isNo(audited.getCourtVisitOffered()),
                        Figures.of("further_duty_applies") * (1 - Figures.of("court_visit_offered")));
    }

    private Satisfaction duty(AuditAnswer answer, Choice answers) {
        return duty(
                answer == AuditAnswer.NO || answer == AuditAnswer.LATE, answers.share("NO") + answers.share("LATE"));
    }

    private static boolean isNo(Boolean answer) {
        return Boolean.FALSE.equals(answer);
    }

    double chance() {
        return Math.max(0, Math.min(1, chance));
    }
}
