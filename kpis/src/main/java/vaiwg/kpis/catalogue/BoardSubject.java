package vaiwg.kpis.catalogue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is reported to the Strategy Board in words: an area, by its lead and for a meeting; a commitment, by its owner; an action that a meeting
 * asked for; what was done to move a figure. A note names it where a note on a signal names the signal, whose own names begin otherwise.
 */
public final class BoardSubject {
    private static final String REPORT = "report/";
    private static final String COMMITMENT = "commitment/";
    private static final String ACTION = "action/";
    private static final String INTERVENTION = "intervention/";
    private static final Pattern REPORTED = Pattern.compile(REPORT + "[a-z][a-z0-9_]*/(\\d{4}-\\d{2})");
    private static final Pattern NUMBERED = Pattern.compile(ACTION + "(\\d{4}-\\d{2})/[1-9]\\d{0,2}");
    /** The board meets every two months (paper, 2.1.4); its months are January, March and so on. */
    private static final int MONTHS_BETWEEN = 2;

    private BoardSubject() {}

    public static String report(Priority area, YearMonth meeting) {
        return REPORT + area.slug() + "/" + meeting;
    }

    /** What the owner of a recommendation, a step or of posts says of it. */
    public static String commitment(String id) {
        return COMMITMENT + id;
    }

    /** What a meeting asked for: its month and a number of its own in it, such as 2026-11/1. */
    public static String action(String id) {
        return ACTION + id;
    }

    /** What was done: a day, a figure and an area, such as 2026-05-01/decision_told:theme=rape/coventry. */
    public static String intervention(String name) {
        return INTERVENTION + name;
    }

    /** Whether a note on it is none on a signal. */
    public static boolean is(String subject) {
        return isReport(subject) || isCommitment(subject) || isAction(subject) || isIntervention(subject);
    }

    /** Whether it is something that was done to move a figure. */
    public static boolean isIntervention(String subject) {
        return subject.startsWith(INTERVENTION);
    }

    /** What was done; empty of what is no intervention, or names no day and figure. */
    public static Optional<NotedIntervention> done(String subject) {
        return isIntervention(subject)
                ? NotedIntervention.of(subject.substring(INTERVENTION.length()))
                : Optional.empty();
    }

    /** Whether it is an action that a meeting asked for. */
    public static boolean isAction(String subject) {
        return subject.startsWith(ACTION);
    }

    /** The meeting that asked for an action; empty where the name has none. */
    public static Optional<YearMonth> askedAt(String subject) {
        Matcher action = NUMBERED.matcher(subject);
        return action.matches() ? month(action.group(1)).filter(BoardSubject::isMeeting) : Optional.empty();
    }

    public static boolean isCommitment(String subject) {
        return subject.startsWith(COMMITMENT);
    }

    /** Whether it is an area's report. */
    public static boolean isReport(String subject) {
        return subject.startsWith(REPORT);
    }

    /** Whether it is a report of this area's lead. */
    public static boolean isReportOf(Priority area, String subject) {
        return subject.startsWith(REPORT + area.slug() + "/");
    }

    /**
     * Whether it names an area, or is an action with a number, and there is a meeting in that month; or names a day and a figure on which something
     * was done. An area may be a site's, and a commitment or a figure in the registers of another build.
     */
    public static boolean isWellFormed(String subject) {
        return isCommitment(subject)
                || done(subject).isPresent()
                || askedAt(subject).isPresent()
                || meeting(subject).filter(BoardSubject::isMeeting).isPresent();
    }

    /** The newest meeting whose month has begun. */
    public static YearMonth meetingAt(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        return isMeeting(month) ? month : month.minusMonths(1);
    }

    /** The meeting to which a report of a day goes: that of its month, or else of the next. */
    public static YearMonth meetingFor(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        return isMeeting(month) ? month : month.plusMonths(1);
    }

    /**
     * The last day for a report to a meeting: that of its month. Dashboards ask the database alone, so {@code dashboard_owed} says it in SQL too;
     * {@code DashboardViewsIT} holds both to the same days.
     */
    public static LocalDate reportDue(YearMonth meeting) {
        return meeting.atEndOfMonth();
    }

    public static boolean beginsMeeting(LocalDate day) {
        return day.getDayOfMonth() == 1 && isMeeting(YearMonth.from(day));
    }

    private static boolean isMeeting(YearMonth month) {
        return month.getMonthValue() % MONTHS_BETWEEN == 1;
    }

    /** The month of the meeting to which an area reports; empty of what is no such report. */
    public static Optional<YearMonth> meeting(String subject) {
        Matcher report = REPORTED.matcher(subject);
        return report.matches() ? month(report.group(1)) : Optional.empty();
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
