package vaiwg.verification.oracle;

import java.sql.SQLException;
import java.time.Instant;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import vaiwg.schemas.Audit;
import vaiwg.schemas.Conduct;
import vaiwg.schemas.CpsReferral;
import vaiwg.schemas.DeviceExamination;
import vaiwg.schemas.Note;
import vaiwg.schemas.ProtectiveOrder;
import vaiwg.schemas.Review;
import vaiwg.schemas.Safeguarding;
import vaiwg.schemas.Survey;
import vaiwg.schemas.VictimContact;

/** Writes the events of the streams beside crimes, outcomes and stalking into the oracle's raw tables, field by field. Derives nothing. */
final class RawSteps implements AutoCloseable {
    private final DuckDBAppender contacts;
    private final DuckDBAppender submissions;
    private final DuckDBAppender items;
    private final DuckDBAppender orders;
    private final DuckDBAppender safeguarding;
    private final DuckDBAppender conduct;
    private final DuckDBAppender notes;

    RawSteps(DuckDBConnection connection) throws SQLException {
        contacts = appender(connection, "contact_event");
        submissions = appender(connection, "submission_event");
        items = appender(connection, "item_event");
        orders = appender(connection, "order_event");
        safeguarding = appender(connection, "safeguarding_event");
        conduct = appender(connection, "conduct_event");
        notes = appender(connection, "note_event");
    }

    void add(LogRecord record) throws SQLException {
        if (record.value() instanceof VictimContact contact) {
            contact(contacts, record, contact);
        } else if (record.value() instanceof CpsReferral submission) {
            submission(submissions, record, submission);
        } else if (record.value() instanceof DeviceExamination item) {
            item(items, record, item);
        } else if (record.value() instanceof ProtectiveOrder order) {
            order(orders, record, order);
        } else if (record.value() instanceof Safeguarding known) {
            safeguarding(safeguarding, record, known);
        } else if (record.value() instanceof Conduct matter) {
            conduct(conduct, record, matter);
        } else {
            note(notes, record, (Note) record.value());
        }
    }

    @Override
    public void close() throws SQLException {
        contacts.close();
        submissions.close();
        items.close();
        orders.close();
        safeguarding.close();
        conduct.close();
        notes.close();
    }

    private static void contact(DuckDBAppender row, LogRecord record, VictimContact contact) throws SQLException {
        RawTables.place(row, record);
        row.append(contact.getForce())
                .append(contact.getEventId())
                .append(contact.getVersion())
                .append(contact.getChangedAt().toEpochMilli())
                .append(contact.getDateResolution().name())
                .append(contact.getCrimeReference())
                .append(contact.getContactId())
                .append(contact.getKind().name())
                .append(contact.getAt().toEpochMilli())
                .append(contact.getWithdrawn());
        audit(row, contact.getAudit());
        Survey survey = contact.getSurvey();
        row.append(survey == null ? null : millis(survey.getAnsweredAt()))
                .append(survey == null ? null : survey.getSatisfied())
                .append(survey == null ? null : (Boolean) survey.getDemographicsGiven());
        Review review = contact.getReview();
        row.append(review == null ? null : millis(review.getDecidedAt()))
                .append(review == null ? null : (Boolean) review.getOverturned())
                .append(survey == null ? null : survey.getFreeTextGiven())
                .endRow();
    }

    private static void audit(DuckDBAppender row, Audit audit) throws SQLException {
        if (audit == null) {
            row.appendNull().appendNull().appendNull().appendNull().appendNull().appendNull();
            return;
        }
        row.append(audit.getAcknowledged().name())
                .append(audit.getUpdatesTimely().name())
                .append(audit.getStatementOffered().name())
                .append(audit.getReferredInTime().name())
                .append(audit.getCodeInformed().name())
                .append(audit.getEndOfJourneyTold().name());
    }

    private static void submission(DuckDBAppender row, LogRecord record, CpsReferral submission) throws SQLException {
        RawTables.place(row, record);
        row.append(submission.getForce())
                .append(submission.getEventId())
                .append(submission.getVersion())
                .append(submission.getChangedAt().toEpochMilli())
                .append(submission.getDateResolution().name())
                .append(submission.getCrimeReference())
                .append(submission.getSubmissionId())
                .append(submission.getSubmittedAt().toEpochMilli())
                .append(submission.getWithdrawn())
                .append(millis(submission.getDecidedAt()))
                .append(millis(submission.getReturnedAt()))
                .append(millis(submission.getActionPlanDueAt()))
                .append(millis(submission.getResubmittedAt()))
                .endRow();
    }

    private static void item(DuckDBAppender row, LogRecord record, DeviceExamination item) throws SQLException {
        RawTables.place(row, record);
        row.append(item.getForce())
                .append(item.getEventId())
                .append(item.getVersion())
                .append(item.getChangedAt().toEpochMilli())
                .append(item.getDateResolution().name())
                .append(item.getCrimeReference())
                .append(item.getItemId())
                .append(item.getReceivedAt().toEpochMilli())
                .append(item.getWithdrawn())
                .append(millis(item.getExaminedAt()))
                .append(millis(item.getReturnedAt()))
                .endRow();
    }

    private static void order(DuckDBAppender row, LogRecord record, ProtectiveOrder order) throws SQLException {
        RawTables.place(row, record);
        row.append(order.getForce())
                .append(order.getEventId())
                .append(order.getVersion())
                .append(order.getChangedAt().toEpochMilli())
                .append(order.getDateResolution().name())
                .append(order.getOrderId())
                .append(order.getKind().name())
                .append(order.getWithdrawn())
                .append(millis(order.getNoticeAt()))
                .append(millis(order.getHeardAt()))
                .append(millis(order.getGrantedAt()))
                .append(millis(order.getEndsAt()))
                .endRow();
    }

    private static void safeguarding(DuckDBAppender row, LogRecord record, Safeguarding known) throws SQLException {
        RawTables.place(row, record);
        row.append(known.getForce())
                .append(known.getEventId())
                .append(known.getVersion())
                .append(known.getChangedAt().toEpochMilli())
                .append(known.getDateResolution().name())
                .append(known.getCaseId())
                .append(known.getKind().name())
                .append(known.getWithdrawn())
                .append(known.getHighRisk())
                .append(known.getReferredAt().toEpochMilli())
                .append(millis(known.getHeardAt()))
                .append(known.getRepeat())
                .endRow();
    }

    private static void conduct(DuckDBAppender row, LogRecord record, Conduct matter) throws SQLException {
        RawTables.place(row, record);
        row.append(matter.getForce())
                .append(matter.getEventId())
                .append(matter.getVersion())
                .append(matter.getChangedAt().toEpochMilli())
                .append(matter.getDateResolution().name())
                .append(matter.getCaseId())
                .append(matter.getKind().name())
                .append(matter.getWithdrawn())
                .append(matter.getFlagged())
                .append(matter.getUseOfForceOnly())
                .append(matter.getSuspectOfCrime())
                .append(matter.getProven())
                .append(matter.getRecordedAt().toEpochMilli())
                .append(millis(matter.getRestrictionDecidedAt()))
                .append(millis(matter.getFinalisedAt()))
                .append(matter.getPersonId())
                .endRow();
    }

    private static void note(DuckDBAppender row, LogRecord record, Note note) throws SQLException {
        RawTables.place(row, record);
        row.append(note.getForce())
                .append(note.getEventId())
                .append(note.getVersion())
                .append(note.getChangedAt().toEpochMilli())
                .append(note.getSignalId())
                .append(note.getKind().name())
                .endRow();
    }

    private static DuckDBAppender appender(DuckDBConnection connection, String table) throws SQLException {
        return connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table);
    }

    private static Long millis(Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
