package vaiwg.kpis.signatures;

import java.util.OptionalInt;
import vaiwg.kpis.cases.CodeQuestion;
import vaiwg.kpis.cases.ContactVersion;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.facts.KnownCase;
import vaiwg.kpis.time.LondonDays;
import vaiwg.kpis.time.WorkingDays;
import vaiwg.schemas.ContactKind;

/** What the contacts with a case's victim contribute: audits, surveys and reviews, with the facts of the case beside their own. */
final class ContactSteps {
    private static final Fact[] MET = {
        Fact.CODE_ACKNOWLEDGED,
        Fact.CODE_UPDATES_TIMELY,
        Fact.CODE_STATEMENT_OFFERED,
        Fact.CODE_REFERRED_IN_TIME,
        Fact.CODE_EXPLAINED,
        Fact.CODE_END_TOLD
    };

    private static final int DAYS_TO_REVIEW = 30;

    private final KnownCase known;
    private final FactSet facts;
    private final StepSignatures signatures;

    ContactSteps(KnownCase known, FactSet facts, StepSignatures signatures) {
        this.known = known;
        this.facts = facts;
        this.signatures = signatures;
    }

    void add() {
        known.steps().contacts(ContactKind.AUDIT).forEach(this::addAudit);
        known.steps().contacts(ContactKind.SURVEY).forEach(this::addSurvey);
        known.steps().contacts(ContactKind.REVIEW).forEach(this::addReview);
        addReviewableDecision();
    }

    /** The audit itself, and each of its five questions of compliance as one more. */
    private void addAudit(ContactVersion audit) {
        int day = LondonDays.dayOf(audit.at);
        FactSet found = facts.plus(FactSet.of(Fact.CODE_AUDITED));
        for (CodeQuestion question : CodeQuestion.values()) {
            if (question.isMetBy(audit)) {
                found = found.plus(FactSet.of(MET[question.ordinal()]));
            }
        }
        if (audit.answer(CodeQuestion.REFERRED_IN_TIME) == ContactVersion.LATE) {
            found = found.plus(FactSet.of(Fact.CODE_REFERRED_LATE));
        }
        signatures.addStep(day, found);
        for (CodeQuestion question : CodeQuestion.values()) {
            if (question.isOfCompliance()) {
                addQuestion(day, audit, question);
            }
        }
    }

    private void addQuestion(int day, ContactVersion audit, CodeQuestion question) {
        FactSet found = facts.plus(FactSet.of(Fact.CODE_QUESTION));
        if (question.isMetBy(audit)) {
            found = found.plus(FactSet.of(Fact.CODE_QUESTION_MET));
        }
        if (audit.answer(question) != ContactVersion.NOT_APPLICABLE) {
            found = found.plus(FactSet.of(Fact.CODE_QUESTION_APPLIES));
        }
        signatures.addStep(day, found);
    }

    /** The survey on the day on which it was sent, and its answer on the day on which it came. */
    private void addSurvey(ContactVersion survey) {
        int sent = LondonDays.dayOf(survey.at);
        FactSet asked = facts.plus(FactSet.of(Fact.SURVEY_SENT));
        if (survey.answeredAt == CrimeVersion.ABSENT) {
            signatures.addStep(sent, asked);
            return;
        }
        int answered = LondonDays.dayOf(survey.answeredAt);
        signatures.addStep(sent, asked.plus(FactSet.of(Fact.SURVEY_ANSWERED)), Math.max(0, answered - sent));
        FactSet answer = facts.plus(FactSet.of(Fact.SURVEY_ANSWER));
        if (survey.satisfactionSaid) {
            answer = answer.plus(FactSet.of(Fact.SATISFACTION_SAID));
        }
        if (survey.satisfactionSaid && survey.satisfied) {
            answer = answer.plus(FactSet.of(Fact.SATISFIED));
        }
        if (survey.demographicsGiven) {
            answer = answer.plus(FactSet.of(Fact.DEMOGRAPHICS_GIVEN));
        }
        if (survey.freeTextKnown) {
            answer = answer.plus(FactSet.of(Fact.FREE_TEXT_KNOWN));
        }
        if (survey.freeTextGiven) {
            answer = answer.plus(FactSet.of(Fact.FREE_TEXT_GIVEN));
        }
        signatures.addStep(answered, answer);
    }

    private void addReview(ContactVersion review) {
        if (review.answeredAt != CrimeVersion.ABSENT) {
            FactSet decided = facts.plus(FactSet.of(Fact.REVIEW_DECIDED));
            int day = LondonDays.dayOf(review.answeredAt);
            if (review.overturned) {
                decided = decided.plus(FactSet.of(Fact.REVIEW_OVERTURNED));
            }
            OptionalInt deadline = known.maps().workingDays().deadline(LondonDays.dayOf(review.at), DAYS_TO_REVIEW);
            if (deadline.isPresent()) {
                decided = decided.plus(FactSet.of(Fact.REVIEW_DEADLINE_KNOWN));
            }
            if (WorkingDays.isInTime(day, deadline)) {
                decided = decided.plus(FactSet.of(Fact.REVIEW_DECIDED_WITHIN_30D));
            }
            signatures.addStep(day, decided);
        }
    }

    /** A decision that may be reviewed, on the day on which the victim was told of it; a review asked for before it was of another. */
    private void addReviewableDecision() {
        if (!known.isReviewable()) {
            return;
        }
        int told = LondonDays.dayOf(known.outcome().victimInformedAt);
        FactSet decision = facts.plus(FactSet.of(Fact.REVIEWABLE_DECISION));
        OptionalInt asked = known.steps()
                .contacts(ContactKind.REVIEW)
                .mapToInt(review -> LondonDays.dayOf(review.at))
                .filter(day -> day >= known.assignedDay())
                .min();
        if (asked.isPresent()) {
            int age = Math.max(0, asked.getAsInt() - told);
            signatures.addStep(told, decision.plus(FactSet.of(Fact.REVIEW_REQUESTED)), age);
        } else {
            signatures.addStep(told, decision);
        }
    }
}
