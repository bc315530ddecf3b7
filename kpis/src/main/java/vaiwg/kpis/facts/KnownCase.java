package vaiwg.kpis.facts;

import static vaiwg.kpis.cases.CountedField.field;
import static vaiwg.schemas.EventStream.CRIME_RECORDING;
import static vaiwg.schemas.EventStream.DEVICE_EXAMINATION;
import static vaiwg.schemas.EventStream.OUTCOME;

import java.util.OptionalInt;
import java.util.function.IntPredicate;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.Duty;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.reference.EndOfSupport;
import vaiwg.kpis.reference.OutcomeGroup;
import vaiwg.kpis.time.LondonDays;
import vaiwg.kpis.time.WorkingDays;
import vaiwg.schemas.ContactKind;

/**
 * A case as known at an instant: the current version of the crime, of its outcome and of its steps, and what the versions before
 * them tell. What facts are judged on.
 *
 * @param own what the current version of the crime says by itself
 */
public record KnownCase(KnownCrime own, OutcomeVersion outcome, KnownSteps steps, Past past) {
    private static final CountedField STATEMENT_AT = field(CRIME_RECORDING, "statementAt");
    private static final CountedField COURT_RESULT = field(OUTCOME, "courtResult");
    private static final CountedField COURT_RESULT_AT = field(OUTCOME, "courtResultAt");
    private static final CountedField TRIAL_AT = field(OUTCOME, "trialAt");
    private static final CountedField INTERVIEWED = field(OUTCOME, "interviewedUnderCaution");
    private static final CountedField PART_CHARGED = field(OUTCOME, "partCharged");
    private static final CountedField SUPPORT_ENDED_REASON = field(OUTCOME, "supportEnded.reason");
    private static final CountedField VICTIM_INFORMED_AT = field(OUTCOME, "victimInformedAt");
    private static final CountedField OTHER_PROPERTY = field(DEVICE_EXAMINATION, "otherProperty");
    private static final CountedField NEEDED_UNTIL = field(DEVICE_EXAMINATION, "neededUntil");

    /** A case of which nothing but the current versions is asked. */
    public KnownCase(KnownCrime own, OutcomeVersion outcome) {
        this(own, outcome, KnownSteps.NONE, Past.NOTHING);
    }

    public KnownCase withSteps(KnownSteps others) {
        return new KnownCase(own, outcome, others, past);
    }

    public CrimeVersion crime() {
        return own.version();
    }

    public CodeMaps maps() {
        return own.maps();
    }

    public int recordedDay() {
        return own.recordedDay();
    }

    public boolean hasOutcome() {
        return outcome != null && outcome.isAssigned();
    }

    /** Day on which the current outcome was assigned. */
    public int assignedDay() {
        return LondonDays.dayOf(outcome.assignedAt);
    }

    /** Assigned less than {@code days} civil days after the day of recording; an outcome before that has age 0. */
    public boolean assignedWithin(int days) {
        return hasOutcome() && isWithin(days, outcome.assignedAt);
    }

    /** Whether an instant lies less than {@code days} civil days after the day of recording. */
    boolean isWithin(int days, long instant) {
        return LondonDays.dayOf(instant) - recordedDay() < days;
    }

    /**
     * Last day on which the victim is told of the outcome in time: one working day with enhanced rights, else five; empty where bank
     * holidays are not known that far.
     */
    public OptionalInt tellingDeadline() {
        return maps().workingDays().deadline(assignedDay(), own.daysToInform());
    }

    /** Whether telling the victim was logged: what was said before the day of the outcome was not of it. */
    private boolean isTold() {
        return hasOutcome() && VICTIM_INFORMED_AT.isIn(outcome) && informedDay() >= assignedDay();
    }

    /** Whether telling the victim was logged in time. */
    public boolean toldInTime() {
        return isTold() && WorkingDays.isInTime(informedDay(), tellingDeadline());
    }

    /** Day on which the victim was told of the outcome, where that is known. */
    public int informedDay() {
        return LondonDays.dayOf(VICTIM_INFORMED_AT.in(outcome));
    }

    /** Whether the current outcome's type counts in a group. */
    public boolean outcomeIn(OutcomeGroup group) {
        return maps().isOutcomeIn(outcome.type, group);
    }

    /** Whether the current outcome is a charge or summons, or an archive's group for what follows one. */
    public boolean isCharged() {
        return outcomeIn(OutcomeGroup.CHARGED) || outcome.group == OutcomeVersion.CHARGED;
    }

    /** Whether it was charged and ended at court, on a day that is known. */
    public boolean isFinalised() {
        return hasOutcome() && isCharged() && COURT_RESULT.isIn(outcome) && COURT_RESULT_AT.isIn(outcome);
    }

    /** Day on which it ended at court, where that is known. */
    public int finalisedDay() {
        return LondonDays.dayOf(COURT_RESULT_AT.in(outcome));
    }

    /** Whether the victim's support ended for a reason, by the map of reasons. */
    public boolean supportEndedFor(EndOfSupport reason) {
        return maps().endOfSupport(SUPPORT_ENDED_REASON.in(outcome)) == reason;
    }

    /**
     * Whether the current outcome may be reviewed at the victim's request: the record says that the police decided, after an interview
     * under caution, and not that a part of the case was charged.
     */
    public boolean isReviewable() {
        return isTold()
                && outcomeIn(OutcomeGroup.REVIEWABLE)
                && outcome.decidedByPolice
                && INTERVIEWED.isSetIn(outcome)
                && !PART_CHARGED.isSetIn(outcome);
    }

    /** Whether the victim was referred to support, or a referral was declined, within two working days of the report. */
    public boolean referredInTime() {
        OptionalInt deadline = own.referralDeadline();
        return steps.hasContact(
                ContactKind.REFERRAL, referral -> WorkingDays.isInTime(LondonDays.dayOf(referral.at), deadline));
    }

    /** Whether the victim was referred to support, or a referral was declined, by the day of the current outcome. */
    boolean referredByDecision() {
        return hasOutcome() && isReferred(day -> day <= assignedDay());
    }

    /** Whether the victim was referred to support, or a referral was declined, on a day after that of the current outcome. */
    boolean referredAfterDecision() {
        return hasOutcome() && isReferred(day -> day > assignedDay());
    }

    private boolean isReferred(IntPredicate onDay) {
        return steps.hasContact(ContactKind.REFERRAL, referral -> onDay.test(LondonDays.dayOf(referral.at)));
    }

    /** Whether the victim was informed after the report in time. */
    boolean informedByDeadline() {
        int informed = steps.firstDayOf(Duty.INFORMATION);
        return informed != Integer.MAX_VALUE && WorkingDays.isInTime(informed, own.informationDeadline());
    }

    /** Whether the victim was told of compensation less than {@code days} civil days after the day of recording. */
    boolean toldOfCompensationWithin(int days) {
        return isMetBy(Duty.COMPENSATION, recordedDay() + days - 1);
    }

    /** Whether the victim was asked for views by the day of the decision. */
    boolean askedForViews() {
        return hasOutcome() && isMetBy(Duty.DISPOSAL_VIEWS, assignedDay());
    }

    /** Whether the victim was offered the choice of the interviewer by the day of the first statement. */
    boolean offeredInterviewer() {
        return STATEMENT_AT.isIn(crime()) && isMetBy(Duty.INTERVIEWER, LondonDays.dayOf(STATEMENT_AT.in(crime())));
    }

    /** Whether relatives were offered a visit to the court before the first day of the trial. */
    boolean offeredCourtVisit() {
        return hasOutcome()
                && TRIAL_AT.isIn(outcome)
                && isMetBy(Duty.COURT_VISIT, LondonDays.dayOf(TRIAL_AT.in(outcome)) - 1);
    }

    private boolean isMetBy(Duty duty, int lastDay) {
        return steps.firstDayOf(duty) <= lastDay;
    }

    /** Whether property other than devices was returned at most {@code days} civil days after it was no longer needed. */
    boolean propertyReturnedWithin(int days) {
        return steps.items().stream()
                .anyMatch(item -> OTHER_PROPERTY.isSetIn(item)
                        && item.returnedAt != CrimeVersion.ABSENT
                        && NEEDED_UNTIL.isIn(item)
                        && LondonDays.dayOf(item.returnedAt) - LondonDays.dayOf(NEEDED_UNTIL.in(item)) <= days);
    }
}
