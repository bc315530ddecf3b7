package vaiwg.demo.synthetic;

import java.util.Set;
import java.util.stream.Stream;
import vaiwg.demo.synthetic.TrueFigures.View;
import vaiwg.schemas.Audit;
import vaiwg.schemas.AuditAnswer;
import vaiwg.schemas.ContactKind;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Review;
import vaiwg.schemas.Survey;
import vaiwg.schemas.VictimContact;

/** What followed with the victims: referrals, audits, surveys, reviews. */
final class TruthOfContacts {
    private static final Set<AuditAnswer> MET = Set.of(AuditAnswer.YES, AuditAnswer.NOT_APPLICABLE);
    private static final View YEAR = View.recorded(TrueFigures.YEAR);

    private final TrueFigures figures;
    private final WorkingWeek week;

    TruthOfContacts(TrueFigures figures, WorkingWeek week) {
        this.figures = figures;
        this.week = week;
    }

    /** Takes a crime of the strategy that stands. */
    void add(Ending ending) {
        if (ending.isOfPerson()) {
            ofPerson(ending);
        }
        ending.contacts(ContactKind.AUDIT).forEach(this::audit);
        ending.contacts(ContactKind.SURVEY).forEach(this::survey);
        for (VictimContact contact : ending.contacts(ContactKind.REVIEW)) {
            Review review = contact.getReview();
            if (review != null && review.getDecidedAt() != null) {
                int decided = Ending.day(review.getDecidedAt());
                figures.share("review_overturned", YEAR, decided, review.getOverturned());
                int deadline = week.after(Ending.day(contact.getAt()), 30);
                figures.share("review_decided_30d", YEAR, decided, decided <= deadline);
            }
        }
    }

    private void ofPerson(Ending ending) {
        int recorded = ending.recordedDay();
        int reported = ending.crime().getReportedAt() == null
                ? recorded
                : Ending.day(ending.crime().getReportedAt());
        int inTime = week.after(reported, 2);
        figures.share(
                "support_referral_2d",
                View.settled(7),
                recorded,
                days(ending, ContactKind.REFERRAL).anyMatch(day -> day <= inTime));
        figures.share(
                "survey_coverage",
                View.settled(90),
                recorded,
                days(ending, ContactKind.SURVEY).anyMatch(day -> day - recorded < 90));
        reviewable(ending);
    }

    private void reviewable(Ending ending) {
        Outcome outcome = ending.outcome();
        if (!ending.ended("10", "15", "21")
                || "CPS".equals(outcome.getDecidedBy())
                || !Boolean.TRUE.equals(outcome.getInterviewedUnderCaution())
                || outcome.getVictimInformedAt() == null) {
            return;
        }
        int decided = Ending.day(outcome.getAssignedAt());
        int told = Ending.day(outcome.getVictimInformedAt());
        boolean asked = days(ending, ContactKind.REVIEW).anyMatch(day -> day >= decided && day - told < 90);
        figures.share("review_takeup", View.settled(90), told, asked);
    }

    private void audit(VictimContact contact) {
        int day = Ending.day(contact.getAt());
        Audit audit = contact.getAudit();
        AuditAnswer[] duties = {
            audit.getAcknowledged(),
            audit.getUpdatesTimely(),
            audit.getStatementOffered(),
            audit.getReferredInTime(),
            audit.getEndOfJourneyTold()
        };
        String[] measures = {"acknowledged", "updates_timely", "vps_offered", "referred_2d", "end_of_journey_told"};
        boolean all = true;
        for (int i = 0; i < duties.length; i++) {
            boolean met = measures[i].equals("updates_timely") ? duties[i] == AuditAnswer.YES : MET.contains(duties[i]);
            all &= met;
            figures.share(measures[i], YEAR, day, met);
            figures.share("victims_code_mean", YEAR, day, met);
            if (duties[i] != AuditAnswer.NOT_APPLICABLE) {
                figures.share("victims_code_applicable", YEAR, day, met);
            }
        }
        figures.share("victims_code_all_five", YEAR, day, all);
        figures.share("referred_late", YEAR, day, audit.getReferredInTime() == AuditAnswer.LATE);
        figures.share("code_informed", YEAR, day, audit.getCodeInformed() == AuditAnswer.YES);
    }

    private void survey(VictimContact contact) {
        int sent = Ending.day(contact.getAt());
        Survey survey = contact.getSurvey();
        boolean isAnswered = survey != null && survey.getAnsweredAt() != null;
        figures.share(
                "survey_response",
                View.settled(28),
                sent,
                isAnswered && Ending.day(survey.getAnsweredAt()) - sent < 28);
        if (isAnswered) {
            int answered = Ending.day(survey.getAnsweredAt());
            figures.share("survey_demographics", YEAR, answered, survey.getDemographicsGiven());
            if (survey.getFreeTextGiven() != null) {
                figures.share("survey_free_text", YEAR, answered, survey.getFreeTextGiven());
            }
            if (survey.getSatisfied() != null) {
                figures.share("survey_satisfied", YEAR, answered, survey.getSatisfied());
            }
        }
    }

    private static Stream<Integer> days(Ending ending, ContactKind kind) {
        return ending.contacts(kind).stream().map(contact -> Ending.day(contact.getAt()));
    }
}
