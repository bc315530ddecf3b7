package vaiwg.engine.contributions;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import vaiwg.kpis.cases.CodeQuestion;
import vaiwg.kpis.cases.ContactVersion;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.DimensionKey;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.time.LondonDays;
import vaiwg.kpis.time.WorkingDays;
import vaiwg.schemas.ContactKind;

/**
 * What a contact with a case's victim contributes: an audit, a referral, a survey or a review, with the facts of the case beside its own.
 *
 * @param facts of the case
 * @param reportedAt when the case was reported; recorded, where that is not known
 */
record ContactSteps(Catalogue catalogue, FactSet facts, long dimensionKey, long reportedAt)
        implements Step.Setting<ContactVersion> {
    private static final Fact[] MET = {
        Fact.CODE_ACKNOWLEDGED,
        Fact.CODE_UPDATES_TIMELY,
        Fact.CODE_STATEMENT_OFFERED,
        Fact.CODE_REFERRED_IN_TIME,
        Fact.CODE_EXPLAINED,
        Fact.CODE_END_TOLD
    };

    private static final int DAYS_TO_REVIEW = 30;

    private static final int AUDIT = ContactKind.AUDIT.ordinal();
    private static final int REFERRAL = ContactKind.REFERRAL.ordinal();
    private static final int SURVEY = ContactKind.SURVEY.ordinal();
    private static final int REVIEW = ContactKind.REVIEW.ordinal();

    @Override
    public List<Contribution> of(ContactVersion contact) {
        List<Contribution> found = new ArrayList<>();
        StepContributions contributions = new StepContributions(catalogue, dimensionKey, found);
        if (contact.kind == AUDIT) {
            addAudit(contact, contributions);
        } else if (contact.kind == SURVEY) {
            addSurvey(contact, contributions, found);
        } else if (contact.kind == REVIEW) {
            addReview(contact, contributions);
        } else if (contact.kind == REFERRAL) {
            contributions.addStep(
                    LondonDays.dayOf(contact.at), facts.plus(Fact.REFERRAL_MADE).plus(contributions.stated(contact)));
        }
        return found;
    }

    /** The audit itself, and each of its five questions of compliance as one more. */
    private void addAudit(ContactVersion audit, StepContributions contributions) {
        int day = LondonDays.dayOf(audit.at);
        FactSet found = facts.plus(Fact.CODE_AUDITED).plus(contributions.stated(audit));
        for (CodeQuestion question : CodeQuestion.values()) {
            found = found.plusIf(question.isMetBy(audit), MET[question.ordinal()]);
        }
        int referred = audit.answer(CodeQuestion.REFERRED_IN_TIME);
        contributions.addStep(
                day,
                found.plusIf(referred == ContactVersion.YES, Fact.CODE_REFERRAL_FOUND)
                        .plusIf(referred == ContactVersion.LATE, Fact.CODE_REFERRED_LATE));
        for (CodeQuestion question : CodeQuestion.values()) {
            if (question.isOfCompliance()) {
                addQuestion(day, audit, question, contributions);
            }
        }
    }

    private void addQuestion(int day, ContactVersion audit, CodeQuestion question, StepContributions contributions) {
        boolean applies = audit.answer(question) != ContactVersion.NOT_APPLICABLE;
        contributions.addStep(
                day,
                facts.plus(Fact.CODE_QUESTION)
                        .plusIf(question.isMetBy(audit), Fact.CODE_QUESTION_MET)
                        .plusIf(applies, Fact.CODE_QUESTION_APPLIES));
    }

    /** The survey on the day on which it was sent, and its answer on the day on which it came, told apart by when the case was reported. */
    private void addSurvey(ContactVersion survey, StepContributions contributions, List<Contribution> found) {
        int sent = LondonDays.dayOf(survey.at);
        FactSet stated = contributions.stated(survey);
        FactSet asked = facts.plus(Fact.SURVEY_SENT).plus(stated);
        if (survey.answeredAt == CrimeVersion.ABSENT) {
            contributions.addStep(sent, asked);
            return;
        }
        int answered = LondonDays.dayOf(survey.answeredAt);
        contributions.addStep(sent, asked.plus(Fact.SURVEY_ANSWERED), Math.max(0, answered - sent));
        FactSet answer = facts.plus(Fact.SURVEY_ANSWER).plus(stated);
        long ofReport = DimensionKey.ofAnswer(dimensionKey, reportedAt);
        new StepContributions(catalogue, ofReport, found).addStep(answered, answer);
    }

    private void addReview(ContactVersion review, StepContributions contributions) {
        if (review.answeredAt != CrimeVersion.ABSENT) {
            int day = LondonDays.dayOf(review.answeredAt);
            OptionalInt deadline = catalogue.maps().workingDays().deadline(LondonDays.dayOf(review.at), DAYS_TO_REVIEW);
            contributions.addStep(
                    day,
                    facts.plus(Fact.REVIEW_DECIDED)
                            .plus(contributions.stated(review))
                            .plusIf(deadline.isPresent(), Fact.REVIEW_DEADLINE_KNOWN)
                            .plusIf(WorkingDays.isInTime(day, deadline), Fact.REVIEW_DECIDED_WITHIN_30D));
        }
    }
}
