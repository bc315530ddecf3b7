package vaiwg.kpis.facts;

import static vaiwg.kpis.cases.CountedField.field;
import static vaiwg.schemas.EventStream.CRIME_RECORDING;
import static vaiwg.schemas.EventStream.OUTCOME;

import java.util.function.ToLongFunction;
import org.apiguardian.api.API;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.time.LondonDays;

/**
 * The named whole numbers of a case from which medians and percentiles are taken: its unit, its words, its rule. Hours are elapsed
 * and whole, days are civil days in London. A case that has not got the number, or a negative one, is left out. The last ones, from
 * {@link #HOURS_TO_RETURN} on, are stated by steps, and no case has them.
 */
@API(status = API.Status.MAINTAINED)
public enum Quantity {
    HOURS_TO_REPORT(
            "from the end of the time in which it was committed to the report",
            k -> hours(k.crime().committedTo, k.crime().reportedAt)),
    HOURS_TO_RECORD("from the report to the record", k -> hours(k.crime().reportedAt, k.crime().recordedAt)),
    DAYS_TO_OUTCOME(
            "from the day of recording to the day of the current outcome; 0 where the outcome is dated earlier",
            k -> days(k.crime().recordedAt, assignedAt(k), 0)),
    DAYS_TO_RECORD(
            "from the day on which it was committed, the last one where it was several, to the day of recording",
            k -> days(committedAt(k.crime()), k.crime().recordedAt, Quantity.NONE)),
    DAYS_TO_STATEMENT(
            "from the day of the report, of recording where that is not known, to the day of the victim's first statement; 0 where that is "
                    + "earlier",
            k -> days(k.own().reportedAt(), Fields.at(Fields.STATEMENT_AT, k.crime()), 0)),
    DAYS_TO_PERSONAL_STATEMENT(
            "from the day of recording to the day of the victim personal statement; 0 where that is earlier",
            k -> days(k.crime().recordedAt, Fields.at(Fields.PERSONAL_STATEMENT_AT, k.crime()), 0)),
    DAYS_TO_EARLY_ADVICE(
            "from the day on which early advice of the CPS was asked for to the day on which it was given",
            k -> days(
                    Fields.ofOutcome(Fields.ADVICE_SOUGHT_AT, k),
                    Fields.ofOutcome(Fields.ADVICE_GIVEN_AT, k),
                    Quantity.NONE)),
    DAYS_TO_TRIAL(
            "from the day of the charge to the first day of the trial",
            k -> days(assignedAt(k), Fields.ofOutcome(Fields.TRIAL_AT, k), Quantity.NONE)),
    HOURS_TO_RETURN("from the receipt of an item to its return"),
    DAYS_TO_FINALISE("from the day of recording of a conduct matter to the day of its end"),
    DAYS_TO_APPLY(
            "from the day of recording of a crime to the day of the application for an order; 0 where that is earlier"),
    DAYS_TO_DECISION("from the day of a case's first submission to the CPS to the day of a decision"),
    HOURS_TO_HEARING("from a domestic violence or domestic abuse protection notice to the hearing of the order"),
    DAYS_TO_DISCLOSE("from the day on which a disclosure was asked for to the day on which it was made"),
    DAYS_TO_RETURN_PROPERTY(
            "from the day on which property was no longer needed to the day of its return; 0 where that is earlier"),
    DAYS_SINCE_SUBMISSION("from the day of a submission to the CPS to the midnight of the figure"),
    DAYS_OVERDUE("from the date of an action plan to the midnight of the figure"),
    DAYS_TO_RESULT("from the day of the charge to the day of the result at court; 0 where that is earlier");

    /** A case that has not got the number. */
    public static final int NONE = -1;
    /** The greatest number kept: over a year in hours, and over 27 years in days; what is greater counts as this. */
    public static final int MOST = 9_999;

    private static final long HOUR = 3_600_000L;

    private final String words;
    private final ToLongFunction<KnownCase> rule;

    /** One that steps state. */
    Quantity(String words) {
        this(words, none -> Quantity.NONE);
    }

    Quantity(String words, ToLongFunction<KnownCase> rule) {
        this.words = words;
        this.rule = rule;
    }

    /** Of a case: from 0 to {@link #MOST}, or {@link #NONE}. */
    public int of(KnownCase known) {
        return (int) Math.min(rule.applyAsLong(known), MOST);
    }

    /** Hours or days. */
    public String unit() {
        return name().startsWith("HOURS") ? "hours" : "days";
    }

    /** What it is, in plain words after its unit. */
    public String words() {
        return words;
    }

    /** The counted fields that quantities are between. */
    private static final class Fields {
        static final CountedField STATEMENT_AT = field(CRIME_RECORDING, "statementAt");
        static final CountedField PERSONAL_STATEMENT_AT = field(CRIME_RECORDING, "personalStatementAt");
        static final CountedField ADVICE_SOUGHT_AT = field(OUTCOME, "earlyAdviceSoughtAt");
        static final CountedField ADVICE_GIVEN_AT = field(OUTCOME, "earlyAdviceGivenAt");
        static final CountedField TRIAL_AT = field(OUTCOME, "trialAt");

        static long at(CountedField field, Version version) {
            return field.isIn(version) ? field.in(version) : CrimeVersion.ABSENT;
        }

        static long ofOutcome(CountedField field, KnownCase known) {
            return known.hasOutcome() ? at(field, known.outcome()) : CrimeVersion.ABSENT;
        }
    }

    private static long assignedAt(KnownCase known) {
        return known.hasOutcome() ? known.outcome().assignedAt : CrimeVersion.ABSENT;
    }

    private static long committedAt(CrimeVersion crime) {
        return crime.committedTo != CrimeVersion.ABSENT ? crime.committedTo : crime.committedFrom;
    }

    private static long hours(long from, long to) {
        return areKnown(from, to) && from <= to ? (to - from) / HOUR : NONE;
    }

    /** @param least what stands for fewer */
    private static long days(long from, long to, int least) {
        return areKnown(from, to) ? Math.max(least, LondonDays.dayOf(to) - LondonDays.dayOf(from)) : NONE;
    }

    private static boolean areKnown(long from, long to) {
        return from != CrimeVersion.ABSENT && to != CrimeVersion.ABSENT;
    }
}
