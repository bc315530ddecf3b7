package vaiwg.kpis.facts;

import static vaiwg.kpis.cases.CountedField.field;
import static vaiwg.schemas.EventStream.CRIME_RECORDING;
import static vaiwg.schemas.EventStream.OUTCOME;

import java.util.function.ToLongFunction;
import org.apiguardian.api.API;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.time.LondonDays;

/**
 * The named whole numbers of a case from which medians and percentiles are taken: its unit, its words, its rule. Hours are elapsed
 * and whole, days are civil days in London. A case that has not got the number, or a negative one, is left out. The last ones, from
 * {@link #HOURS_TO_RETURN} on, are stated by steps, and no case has them.
 */
@API(status = API.Status.MAINTAINED)
public enum Quantity {
    HOURS_TO_REPORT(
            "hours",
            "from the end of the time in which it was committed to the report",
            k -> hours(k.crime().committedTo, k.crime().reportedAt)),
    HOURS_TO_RECORD("hours", "from the report to the record", k -> hours(k.crime().reportedAt, k.crime().recordedAt)),
    DAYS_TO_OUTCOME(
            "days",
            "from the day of recording to the day of the current outcome; 0 where the outcome is dated earlier",
            k -> k.hasOutcome() ? Math.max(0, k.assignedDay() - k.recordedDay()) : Quantity.NONE),
    DAYS_TO_RECORD(
            "days",
            "from the day on which it was committed, the last one where it was several, to the day of recording",
            Quantity::daysToRecord),
    DAYS_TO_STATEMENT(
            "days",
            "from the day of the report, of recording where that is not known, to the day of the victim's first statement; 0 where that is "
                    + "earlier",
            Quantity::daysToStatement),
    DAYS_TO_PERSONAL_STATEMENT(
            "days",
            "from the day of recording to the day of the victim personal statement; 0 where that is earlier",
            Quantity::daysToPersonalStatement),
    DAYS_TO_EARLY_ADVICE(
            "days",
            "from the day on which early advice of the CPS was asked for to the day on which it was given",
            Quantity::daysToEarlyAdvice),
    DAYS_TO_TRIAL("days", "from the day of the charge to the first day of the trial", Quantity::daysToTrial),
    HOURS_TO_RETURN("hours", "from the receipt of an item to its return", k -> Quantity.NONE),
    DAYS_TO_FINALISE("days", "from the day of recording of a conduct matter to the day of its end", k -> Quantity.NONE),
    DAYS_TO_APPLY(
            "days",
            "from the day of recording of a crime to the day of the application for an order; 0 where that is earlier",
            k -> Quantity.NONE),
    DAYS_TO_DECISION(
            "days",
            "from the day of a case's first submission to the CPS to the day of a decision",
            k -> Quantity.NONE),
    HOURS_TO_HEARING(
            "hours",
            "from a domestic violence or domestic abuse protection notice to the hearing of the order",
            k -> Quantity.NONE),
    DAYS_TO_DISCLOSE(
            "days",
            "from the day on which a disclosure was asked for to the day on which it was made",
            k -> Quantity.NONE),
    DAYS_TO_RETURN_PROPERTY(
            "days",
            "from the day on which property was no longer needed to the day of its return; 0 where that is earlier",
            k -> Quantity.NONE),
    DAYS_SINCE_SUBMISSION(
            "days", "from the day of a submission to the CPS to the midnight of the figure", k -> Quantity.NONE),
    DAYS_OVERDUE("days", "from the date of an action plan to the midnight of the figure", k -> Quantity.NONE),
    DAYS_TO_RESULT(
            "days",
            "from the day of the charge to the day of the result at court; 0 where that is earlier",
            k -> Quantity.NONE);

    /** A case that has not got the number. */
    public static final int NONE = -1;
    /** The greatest number kept: over a year in hours, and over 27 years in days; what is greater counts as this. */
    public static final int MOST = 9_999;

    private static final long HOUR = 3_600_000L;

    private final String unit;
    private final String words;
    private final ToLongFunction<KnownCase> rule;

    Quantity(String unit, String words, ToLongFunction<KnownCase> rule) {
        this.unit = unit;
        this.words = words;
        this.rule = rule;
    }

    /** Of a case: from 0 to {@link #MOST}, or {@link #NONE}. */
    public int of(KnownCase known) {
        return (int) Math.min(rule.applyAsLong(known), MOST);
    }

    /** Hours or days. */
    public String unit() {
        return unit;
    }

    /** What it is, in plain words after its unit. */
    public String words() {
        return words;
    }

    private static long daysToRecord(KnownCase known) {
        long committedTo = known.crime().committedTo;
        long committed = committedTo != CrimeVersion.ABSENT ? committedTo : known.crime().committedFrom;
        return committed == CrimeVersion.ABSENT
                ? NONE
                : Math.max(NONE, known.recordedDay() - LondonDays.dayOf(committed));
    }

    private static long daysToStatement(KnownCase known) {
        if (!Fields.STATEMENT_AT.isIn(known.crime())) {
            return NONE;
        }
        long reportedAt = known.crime().reportedAt;
        int from = reportedAt == CrimeVersion.ABSENT ? known.recordedDay() : LondonDays.dayOf(reportedAt);
        return Math.max(0, LondonDays.dayOf(Fields.STATEMENT_AT.in(known.crime())) - from);
    }

    private static long daysToPersonalStatement(KnownCase known) {
        return Fields.PERSONAL_STATEMENT_AT.isIn(known.crime())
                ? Math.max(0, LondonDays.dayOf(Fields.PERSONAL_STATEMENT_AT.in(known.crime())) - known.recordedDay())
                : NONE;
    }

    private static long daysToEarlyAdvice(KnownCase known) {
        if (!known.hasOutcome()
                || !Fields.ADVICE_SOUGHT_AT.isIn(known.outcome())
                || !Fields.ADVICE_GIVEN_AT.isIn(known.outcome())) {
            return NONE;
        }
        int sought = LondonDays.dayOf(Fields.ADVICE_SOUGHT_AT.in(known.outcome()));
        return Math.max(NONE, LondonDays.dayOf(Fields.ADVICE_GIVEN_AT.in(known.outcome())) - sought);
    }

    private static long daysToTrial(KnownCase known) {
        return known.hasOutcome() && Fields.TRIAL_AT.isIn(known.outcome())
                ? Math.max(NONE, LondonDays.dayOf(Fields.TRIAL_AT.in(known.outcome())) - known.assignedDay())
                : NONE;
    }

    /** The counted fields that quantities are between. */
    private static final class Fields {
        static final CountedField STATEMENT_AT = field(CRIME_RECORDING, "statementAt");
        static final CountedField PERSONAL_STATEMENT_AT = field(CRIME_RECORDING, "personalStatementAt");
        static final CountedField ADVICE_SOUGHT_AT = field(OUTCOME, "earlyAdviceSoughtAt");
        static final CountedField ADVICE_GIVEN_AT = field(OUTCOME, "earlyAdviceGivenAt");
        static final CountedField TRIAL_AT = field(OUTCOME, "trialAt");
    }

    private static long hours(long from, long to) {
        boolean inOrder = from != CrimeVersion.ABSENT && to != CrimeVersion.ABSENT && from <= to;
        return inOrder ? (to - from) / HOUR : NONE;
    }
}
