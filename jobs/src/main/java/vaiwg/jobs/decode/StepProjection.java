package vaiwg.jobs.decode;

import java.time.Instant;
import vaiwg.jobs.decode.Refusal.Reason;
import vaiwg.kpis.cases.CaseStep;
import vaiwg.kpis.cases.CodeQuestion;
import vaiwg.kpis.cases.ContactVersion;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.ItemVersion;
import vaiwg.kpis.cases.ManagementVersion;
import vaiwg.kpis.cases.StepVersion;
import vaiwg.kpis.cases.SubmissionVersion;
import vaiwg.kpis.cases.UnitCode;
import vaiwg.kpis.cases.Version;
import vaiwg.schemas.Audit;
import vaiwg.schemas.AuditAnswer;
import vaiwg.schemas.ContactKind;
import vaiwg.schemas.CpsReferral;
import vaiwg.schemas.DateResolution;
import vaiwg.schemas.DeviceExamination;
import vaiwg.schemas.Review;
import vaiwg.schemas.Stalking;
import vaiwg.schemas.Survey;
import vaiwg.schemas.VictimContact;

/** From an event of the streams that follow a case to the flat version of its step. An impossible value is refused. */
public final class StepProjection {
    private static final long DAY = 86_400_000L;

    /** @throws Refusal where a value is impossible */
    public ContactVersion contact(VictimContact event) throws Refusal {
        ContactVersion contact = new ContactVersion();
        Projection.envelope(contact, event.getEventId(), event.getVersion(), event.getChangedAt());
        step(contact, "contactId", event.getContactId(), event.getDateResolution(), event.getWithdrawn());
        contact.kind = (byte) event.getKind().ordinal();
        contact.at = happened("at", event.getAt(), contact);
        if (event.getKind() == ContactKind.AUDIT) {
            audit(contact, event.getAudit());
        }
        if (event.getSurvey() != null && event.getKind() == ContactKind.SURVEY) {
            survey(contact, event.getSurvey());
        }
        if (event.getReview() != null && event.getKind() == ContactKind.REVIEW) {
            review(contact, event.getReview());
        }
        return contact;
    }

    /** @throws Refusal where a value is impossible */
    public SubmissionVersion submission(CpsReferral event) throws Refusal {
        SubmissionVersion submission = new SubmissionVersion();
        Projection.envelope(submission, event.getEventId(), event.getVersion(), event.getChangedAt());
        step(submission, "submissionId", event.getSubmissionId(), event.getDateResolution(), event.getWithdrawn());
        submission.submittedAt = happened("submittedAt", event.getSubmittedAt(), submission);
        submission.decidedAt = later("decidedAt", event.getDecidedAt(), submission.submittedAt, submission);
        submission.returnedAt = later("returnedAt", event.getReturnedAt(), submission.submittedAt, submission);
        submission.resubmittedAt = later("resubmittedAt", event.getResubmittedAt(), submission.returnedAt, submission);
        submission.actionPlanDueAt = Projection.instantIfAny("actionPlanDueAt", event.getActionPlanDueAt());
        return submission;
    }

    /** @throws Refusal where a value is impossible */
    public ItemVersion item(DeviceExamination event) throws Refusal {
        ItemVersion item = new ItemVersion();
        Projection.envelope(item, event.getEventId(), event.getVersion(), event.getChangedAt());
        step(item, "itemId", event.getItemId(), event.getDateResolution(), event.getWithdrawn());
        item.receivedAt = happened("receivedAt", event.getReceivedAt(), item);
        item.examinedAt = later("examinedAt", event.getExaminedAt(), item.receivedAt, item);
        item.returnedAt = later("returnedAt", event.getReturnedAt(), item.receivedAt, item);
        return item;
    }

    /**
     * A step of stalking management as the case of the crime that it names knows it; null where it names none.
     *
     * @param step the same as its perpetrator knows it
     */
    public ManagementVersion management(Stalking event, StepVersion step) {
        if (event.getCrimeReference() == null || event.getCrimeReference().isBlank()) {
            return null;
        }
        ManagementVersion management = new ManagementVersion();
        management.eventHigh = step.eventHigh;
        management.eventLow = step.eventLow;
        management.version = step.version;
        management.changedAt = step.changedAt;
        management.step = UnitCode.of(event.getPerpetratorId() + '/' + step.version);
        management.monthOnly = step.monthOnly;
        management.kind = step.step;
        management.at = step.at;
        return management;
    }

    private static void audit(ContactVersion contact, Audit audit) throws Refusal {
        if (audit == null) {
            throw new Refusal(Reason.IMPOSSIBLE_VALUE, "an audit without its answers");
        }
        answer(contact, CodeQuestion.ACKNOWLEDGED, audit.getAcknowledged());
        answer(contact, CodeQuestion.UPDATES_TIMELY, audit.getUpdatesTimely());
        answer(contact, CodeQuestion.STATEMENT_OFFERED, audit.getStatementOffered());
        answer(contact, CodeQuestion.REFERRED_IN_TIME, audit.getReferredInTime());
        answer(contact, CodeQuestion.CODE_INFORMED, audit.getCodeInformed());
        answer(contact, CodeQuestion.END_OF_JOURNEY_TOLD, audit.getEndOfJourneyTold());
    }

    private static void answer(ContactVersion contact, CodeQuestion question, AuditAnswer answer) throws Refusal {
        if (answer == AuditAnswer.LATE && question != CodeQuestion.REFERRED_IN_TIME) {
            throw new Refusal(Reason.IMPOSSIBLE_VALUE, "LATE answers referredInTime only");
        }
        contact.answer(
                question,
                switch (answer) {
                    case YES -> ContactVersion.YES;
                    case NO -> ContactVersion.NO;
                    case LATE -> ContactVersion.LATE;
                    case NOT_APPLICABLE -> ContactVersion.NOT_APPLICABLE;
                });
    }

    private static void survey(ContactVersion contact, Survey survey) throws Refusal {
        contact.answeredAt = later("survey.answeredAt", survey.getAnsweredAt(), contact.at, contact);
        contact.satisfactionSaid = survey.getSatisfied() != null;
        contact.satisfied = Boolean.TRUE.equals(survey.getSatisfied());
        contact.demographicsGiven = survey.getDemographicsGiven();
        contact.freeTextKnown = survey.getFreeTextGiven() != null;
        contact.freeTextGiven = Boolean.TRUE.equals(survey.getFreeTextGiven());
    }

    private static void review(ContactVersion contact, Review review) throws Refusal {
        contact.answeredAt = later("review.decidedAt", review.getDecidedAt(), contact.at, contact);
        contact.overturned = review.getOverturned();
    }

    private static void step(CaseStep step, String field, String id, DateResolution resolution, boolean withdrawn)
            throws Refusal {
        if (id.isBlank()) {
            throw new Refusal(Reason.IMPOSSIBLE_VALUE, field + " is blank");
        }
        step.step = UnitCode.of(id);
        step.monthOnly = resolution == DateResolution.MONTH;
        step.withdrawn = withdrawn;
    }

    /** What happened, in epoch milliseconds; not more than a day after it was entered. */
    static long happened(String field, Instant instant, Version version) throws Refusal {
        long millis = Projection.instant(field, instant);
        if (millis - version.changedAt > DAY) {
            throw new Refusal(Reason.IMPOSSIBLE_VALUE, field + " is more than a day after changedAt");
        }
        return millis;
    }

    /** Likewise where it happened at all; not more than the longest day before what it follows. */
    static long later(String field, Instant instant, long follows, Version version) throws Refusal {
        if (instant == null) {
            return CrimeVersion.ABSENT;
        }
        long millis = happened(field, instant, version);
        if (follows != CrimeVersion.ABSENT && follows - millis > Projection.LONGEST_DAY) {
            throw new Refusal(Reason.IMPOSSIBLE_VALUE, field + " is more than a day before what it follows");
        }
        return millis;
    }
}
