package vaiwg.jobs.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vaiwg.kpis.cases.CountedField.field;

import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vaiwg.jobs.Events;
import vaiwg.kpis.cases.CodeQuestion;
import vaiwg.kpis.cases.ContactVersion;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.Duty;
import vaiwg.kpis.cases.ItemVersion;
import vaiwg.kpis.cases.RecordVersion;
import vaiwg.kpis.cases.SubmissionVersion;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.cases.VersionKind;
import vaiwg.schemas.Audit;
import vaiwg.schemas.AuditAnswer;
import vaiwg.schemas.Conduct;
import vaiwg.schemas.ConductKind;
import vaiwg.schemas.ContactKind;
import vaiwg.schemas.CpsReferral;
import vaiwg.schemas.DeviceExamination;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.OrderKind;
import vaiwg.schemas.ProtectiveOrder;
import vaiwg.schemas.Safeguarding;
import vaiwg.schemas.SafeguardingKind;
import vaiwg.schemas.Survey;
import vaiwg.schemas.VictimContact;

class StepProjectionTest {
    private static final Instant AT = Events.CHANGED.minusSeconds(3_600);
    private static final String ID = "step";

    private final Projected projected = new Projected();

    @Test
    void an_audit_keeps_each_answer() throws Rejection {
        ContactVersion audit = projected.contact(contact(ContactKind.AUDIT)
                .setAudit(new Audit(
                        AuditAnswer.YES,
                        AuditAnswer.NO,
                        AuditAnswer.NOT_APPLICABLE,
                        AuditAnswer.LATE,
                        AuditAnswer.NO,
                        AuditAnswer.YES))
                .build());
        assertThat(audit.answer(CodeQuestion.ACKNOWLEDGED)).isEqualTo(ContactVersion.YES);
        assertThat(audit.answer(CodeQuestion.UPDATES_TIMELY)).isEqualTo(ContactVersion.NO);
        assertThat(audit.answer(CodeQuestion.STATEMENT_OFFERED)).isEqualTo(ContactVersion.NOT_APPLICABLE);
        assertThat(audit.answer(CodeQuestion.REFERRED_IN_TIME)).isEqualTo(ContactVersion.LATE);
        assertThat(audit.answer(CodeQuestion.CODE_INFORMED)).isEqualTo(ContactVersion.NO);
        assertThat(audit.answer(CodeQuestion.END_OF_JOURNEY_TOLD)).isEqualTo(ContactVersion.YES);
    }

    @Test
    @Tag("pitfall-12")
    void not_applicable_meets_four_of_the_five_questions() {
        ContactVersion audit = new ContactVersion();
        for (CodeQuestion question : CodeQuestion.values()) {
            audit.answer(question, ContactVersion.NOT_APPLICABLE);
        }
        assertThat(CodeQuestion.values())
                .filteredOn(question -> question.isMetBy(audit))
                .containsExactly(
                        CodeQuestion.ACKNOWLEDGED,
                        CodeQuestion.STATEMENT_OFFERED,
                        CodeQuestion.REFERRED_IN_TIME,
                        CodeQuestion.END_OF_JOURNEY_TOLD);
    }

    /** A field that an older producer does not have says neither yes nor no. */
    @Test
    void what_a_record_does_not_say_of_a_new_field_is_not_known() throws Rejection {
        Survey.Builder answer = Survey.newBuilder().setAnsweredAt(AT);
        for (Boolean said : new Boolean[] {null, false, true}) {
            ContactVersion contact = projected.contact(contact(ContactKind.SURVEY)
                    .setSurvey(answer.setFreeTextGiven(said).build())
                    .build());
            assertSays(said, field(EventStream.VICTIM_CONTACT, "survey.freeTextGiven"), contact);
            RecordVersion known =
                    projected.safeguarding(safeguarding().setRepeat(said).build());
            assertSays(said, field(EventStream.SAFEGUARDING, "repeat"), known);
        }
    }

    private static void assertSays(Boolean said, CountedField field, Version version) {
        assertThat(field.isIn(version)).isEqualTo(said != null);
        assertThat(field.isSetIn(version)).isEqualTo(said != null && said);
    }

    @Test
    void a_duty_that_was_met_is_a_contact_of_its_own_kind() throws Rejection {
        ContactVersion informed = projected.contact(
                contact(ContactKind.AUDIT).setDuty("INFORMATION").build());
        assertThat(informed.kind).isEqualTo(ContactVersion.DUTY);
        assertThat(Duty.of(informed)).contains(Duty.INFORMATION);

        ContactVersion unknown =
                projected.contact(contact(ContactKind.AUDIT).setDuty("LETTER").build());
        assertThat(unknown.kind).isEqualTo(ContactVersion.DUTY);
        assertThat(Duty.of(unknown)).isEmpty();

        ContactVersion referral =
                projected.contact(contact(ContactKind.REFERRAL).setDuty(" ").build());
        assertThat(referral.kind).isEqualTo((byte) ContactKind.REFERRAL.ordinal());
        assertThat(Duty.of(referral)).isEmpty();
    }

    @Test
    void what_cannot_be_in_a_contact_is_rejected() {
        Audit late = allMet();
        late.setAcknowledged(AuditAnswer.LATE);
        rejected(
                "an audit without its answers",
                () -> projected.contact(contact(ContactKind.AUDIT).build()));
        rejected(
                "a duty in a contact of another kind than AUDIT, or beside an audit's answers",
                () -> projected.contact(
                        contact(ContactKind.REFERRAL).setDuty("INFORMATION").build()));
        rejected(
                "a duty in a contact of another kind than AUDIT, or beside an audit's answers",
                () -> projected.contact(contact(ContactKind.AUDIT)
                        .setDuty("LETTER")
                        .setAudit(allMet())
                        .build()));
        rejected(
                "LATE answers referredInTime only",
                () -> projected.contact(
                        contact(ContactKind.AUDIT).setAudit(late).build()));
        rejected(
                "contactId is blank",
                () -> projected.contact(
                        contact(ContactKind.REFERRAL).setContactId(" ").build()));
        rejected(
                "at is more than a day after changedAt",
                () -> projected.contact(contact(ContactKind.REFERRAL)
                        .setAt(Events.CHANGED.plus(Duration.ofHours(25)))
                        .build()));
        rejected(
                "survey.answeredAt is more than a day before what it follows",
                () -> projected.contact(contact(ContactKind.SURVEY)
                        .setSurvey(Survey.newBuilder()
                                .setAnsweredAt(AT.minus(Duration.ofHours(26)))
                                .build())
                        .build()));
    }

    @Test
    void a_submission_may_be_due_ahead_but_not_answered_ahead() throws Rejection {
        SubmissionVersion returned = projected.submission(submission()
                .setReturnedAt(AT)
                .setActionPlanDueAt(AT.plus(Duration.ofDays(30)))
                .build());
        assertThat(field(EventStream.CPS_REFERRAL, "actionPlanDueAt").in(returned))
                .isEqualTo(AT.plus(Duration.ofDays(30)).toEpochMilli());
        assertThat(returned.decidedAt).isEqualTo(CrimeVersion.ABSENT);
        rejected(
                "decidedAt is more than a day after changedAt",
                () -> projected.submission(
                        submission().setDecidedAt(AT.plus(Duration.ofDays(2))).build()));
    }

    @Test
    void an_item_keeps_its_times() throws Rejection {
        ItemVersion item = projected.item(DeviceExamination.newBuilder(Events.begun(new DeviceExamination(), ID))
                .setCrimeReference("crime")
                .setItemId("item")
                .setReceivedAt(AT)
                .setExaminedAt(AT.plusSeconds(60))
                .build());
        assertThat(item.receivedAt).isEqualTo(AT.toEpochMilli());
        assertThat(item.examinedAt).isEqualTo(AT.plusSeconds(60).toEpochMilli());
        assertThat(item.returnedAt).isEqualTo(CrimeVersion.ABSENT);
        assertThat(item.step).isNotZero();
    }

    @Test
    void an_order_ends_after_it_begins_and_may_end_ahead() throws Rejection {
        assertThat(projected
                        .order(order().setEndsAt(AT.plus(Duration.ofDays(900))).build())
                        .at(VersionKind.ORDER.date("endsAt")))
                .isEqualTo(AT.plus(Duration.ofDays(900)).toEpochMilli());
        rejected(
                "endsAt is before grantedAt",
                () -> projected.order(order().setEndsAt(AT.minusSeconds(1)).build()));
    }

    private static Safeguarding.Builder safeguarding() {
        return Safeguarding.newBuilder(Events.begun(new Safeguarding(), ID))
                .setCaseId("case")
                .setKind(SafeguardingKind.MARAC)
                .setHighRisk(true)
                .setReferredAt(AT);
    }

    @Test
    void a_case_is_not_heard_long_before_it_was_referred() throws Rejection {
        Safeguarding.Builder known = safeguarding();
        assertThat(field(EventStream.SAFEGUARDING, "highRisk").isSetIn(projected.safeguarding(known.build())))
                .isTrue();
        rejected(
                "heardAt is more than a day before what it follows",
                () -> projected.safeguarding(
                        known.setHeardAt(AT.minus(Duration.ofDays(2))).build()));
    }

    private static Conduct.Builder matter() {
        return Conduct.newBuilder(Events.begun(new Conduct(), ID))
                .setCaseId("case")
                .setKind(ConductKind.COMPLAINT)
                .setFlagged(true)
                .setProven(false)
                .setRecordedAt(AT);
    }

    @ParameterizedTest
    @CsvSource({
        "NO_CASE, true, result contradicts proven",
        "CASE_TO_ANSWER, false, result contradicts proven",
        "PROVEN, false, result contradicts proven",
        "DISMISSED, false, result contradicts proven",
        "WOULD_HAVE_BEEN_DISMISSED, false, result contradicts proven",
        "NO_CASE, false,",
        "DISMISSED, true,",
        "REFERRED, true,",
        "REFERRED, false,"
    })
    void a_result_is_of_a_finalised_matter_and_agrees_with_whether_it_is_proven(
            String result, boolean proven, String detail) throws Rejection {
        Conduct.Builder matter = matter().setProven(proven).setResult(result);
        rejected("a result of a matter that is not finalised", () -> projected.conduct(matter.build()));
        matter.setFinalisedAt(AT);
        if (detail == null) {
            assertThat(field(EventStream.CONDUCT, "result").isIn(projected.conduct(matter.build())))
                    .isTrue();
        } else {
            rejected(detail, () -> projected.conduct(matter.build()));
        }
    }

    @Test
    void a_matter_is_not_finalised_long_before_it_was_recorded() throws Rejection {
        Conduct.Builder matter = matter();
        assertThat(projected.conduct(matter.build()).complaint).isTrue();
        // What is known by its day alone may follow what came late on that day, also on the day of 25 hours.
        Instant late = Instant.parse("2023-10-29T23:59:59.999Z");
        matter.setRecordedAt(late).setFinalisedAt(Instant.parse("2023-10-28T23:00:00Z"));
        assertThat(projected.conduct(matter.build()).recordedAt).isEqualTo(late.toEpochMilli());
        rejected(
                "finalisedAt is more than a day before what it follows",
                () -> projected.conduct(
                        matter.setFinalisedAt(late.minus(Duration.ofDays(2))).build()));
    }

    private static void rejected(String detail, ThrowingCallable projection) {
        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(projection)
                .withMessage(detail)
                .matches(rejection -> rejection.reason() == Rejection.Reason.IMPOSSIBLE_VALUE);
    }

    private static Audit allMet() {
        return new Audit(
                AuditAnswer.YES, AuditAnswer.YES, AuditAnswer.YES, AuditAnswer.YES, AuditAnswer.YES, AuditAnswer.YES);
    }

    private static VictimContact.Builder contact(ContactKind kind) {
        return VictimContact.newBuilder(Events.begun(new VictimContact(), ID))
                .setCrimeReference("crime")
                .setContactId("contact")
                .setKind(kind)
                .setAt(AT);
    }

    private static CpsReferral.Builder submission() {
        return CpsReferral.newBuilder(Events.begun(new CpsReferral(), ID))
                .setCrimeReference("crime")
                .setSubmissionId("submission")
                .setSubmittedAt(AT);
    }

    private static ProtectiveOrder.Builder order() {
        return ProtectiveOrder.newBuilder(Events.begun(new ProtectiveOrder(), ID))
                .setOrderId("order")
                .setKind(OrderKind.SHPO)
                .setGrantedAt(AT);
    }
}
