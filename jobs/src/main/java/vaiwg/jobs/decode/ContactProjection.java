package vaiwg.jobs.decode;

import java.util.Arrays;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.cases.CodeQuestion;
import vaiwg.kpis.cases.ContactVersion;
import vaiwg.kpis.cases.Duty;
import vaiwg.schemas.AuditAnswer;
import vaiwg.schemas.ContactKind;
import vaiwg.schemas.EventStream;

/** A contact with a victim in one of its versions. */
final class ContactProjection extends Projection {
    private static final CodeQuestion[] QUESTIONS = CodeQuestion.values();
    private static final int[] ANSWERS = Arrays.stream(AuditAnswer.values())
            .mapToInt(ContactProjection::answer)
            .toArray();

    private final int contactId = column("contactId");
    private final int kind = column("kind");
    private final int at = column("at");
    private final int withdrawn = column("withdrawn");
    private final int[] audit =
            Arrays.stream(QUESTIONS).mapToInt(this::question).toArray();
    private final int answeredAt = column("survey.answeredAt");
    private final int decidedAt = column("review.decidedAt");

    ContactProjection() {
        super(EventStream.VICTIM_CONTACT);
    }

    private int question(CodeQuestion question) {
        return column(
                switch (question) {
                    case ACKNOWLEDGED -> "audit.acknowledged";
                    case UPDATES_TIMELY -> "audit.updatesTimely";
                    case STATEMENT_OFFERED -> "audit.statementOffered";
                    case REFERRED_IN_TIME -> "audit.referredInTime";
                    case CODE_INFORMED -> "audit.codeInformed";
                    case END_OF_JOURNEY_TOLD -> "audit.endOfJourneyTold";
                });
    }

    private static int answer(AuditAnswer answer) {
        return switch (answer) {
            case YES -> ContactVersion.YES;
            case NO -> ContactVersion.NO;
            case LATE -> ContactVersion.LATE;
            case NOT_APPLICABLE -> ContactVersion.NOT_APPLICABLE;
        };
    }

    @Override
    void project(DecodedRecord record) throws Rejection {
        ContactVersion contact = step(new ContactVersion(), contactId, withdrawn);
        contact.kind = (byte) number(kind);
        contact.at = happened(at);
        if (Duty.field().isIn(contact)) {
            contact.kind = ContactVersion.DUTY;
            requireDutyAlone();
        } else if (is(ContactKind.AUDIT)) {
            audit(contact);
        } else if (is(ContactKind.SURVEY)) {
            contact.answeredAt = later(answeredAt, contact.at);
        } else if (is(ContactKind.REVIEW)) {
            contact.answeredAt = later(decidedAt, contact.at);
        }
        record.version = contact;
    }

    private boolean is(ContactKind sought) {
        return number(kind) == sought.ordinal();
    }

    private void requireDutyAlone() throws Rejection {
        if (!is(ContactKind.AUDIT) || has(audit[0])) {
            throw impossible("a duty in a contact of another kind than AUDIT, or beside an audit's answers");
        }
    }

    private void audit(ContactVersion contact) throws Rejection {
        for (CodeQuestion question : QUESTIONS) {
            int answer = audit[question.ordinal()];
            if (!has(answer)) {
                throw impossible("an audit without its answers");
            }
            int found = ANSWERS[(int) number(answer)];
            if (found == ContactVersion.LATE && question != CodeQuestion.REFERRED_IN_TIME) {
                throw impossible("LATE answers referredInTime only");
            }
            contact.answer(question, found);
        }
    }
}
