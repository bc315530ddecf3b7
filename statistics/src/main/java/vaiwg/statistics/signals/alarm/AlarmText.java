package vaiwg.statistics.signals.alarm;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vaiwg.statistics.signals.DataMoves;

/** An alarm in a plain paragraph. It speaks of the service and of the figures; it blames nobody, and a victim least of all. */
public final class AlarmText {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private static final String TO_THE_DATA =
            "It stands, and is to be taken otherwise: a block that has ended since tells that the data changed.";
    private static final String TO_ACT =
            "It stands, and calls for action now: the alarm that called for it before speaks of the data first, since a block"
                    + " that has ended tells that these changed.";

    private AlarmText() {}

    /** What has become of it, and what was seen when it was raised. */
    public static String of(AlarmChange change) {
        return switch (change.state()) {
            case RAISED -> of(change.alarm());
            case ACKNOWLEDGED ->
                "It was acknowledged, and the watch began anew. When it was raised: " + of(change.alarm());
            case ENDED ->
                "It has ended: the days have been ordinary again for " + AlarmPath.QUIET_DAYS
                        + " in a row. When it was raised: " + of(change.alarm());
            case TURNED ->
                (change.alarm().dataMoved() ? TO_THE_DATA : TO_ACT) + " When it was raised: " + of(change.alarm());
            case WITHDRAWN ->
                "It is withdrawn: corrections have taken away its evidence. When it was raised: " + of(change.alarm());
        };
    }

    /** What was seen, how often chance does the same, and what it does not say. */
    public static String of(Alarm alarm) {
        return String.format(
                Locale.UK,
                "From %s to %s, %,d cases of %s became known to have ended with %s; %,.1f were expected, going by the"
                        + " one to three years before, of the cases that were open (%,d on the last day). %s%s (The days"
                        + " of this series vary %s; \u03c3_z = %.2f.) It may be a change in how victims are supported, in how"
                        + " outcomes are entered, or in the mix of cases: look at these first. It measures the service,"
                        + " never a victim.",
                date(alarm.evidenceFrom()),
                date(alarm.day()),
                alarm.observed(),
                alarm.stratum().words(),
                alarm.outcomes().words(),
                alarm.expected(),
                alarm.atRisk(),
                alarm.dataMoved() ? DataMoves.WORDS + " " : "",
                falseAlarms(alarm.shift()),
                alarm.dispersion() > 1 ? "more than by chance alone, which is allowed for" : "as by chance alone",
                alarm.dispersion());
    }

    /** The rate of false alarms in words. */
    public static String falseAlarms(Shift shift) {
        return shift == Shift.RISE
                ? "In a series in which nothing changes, such an alarm comes by chance about once in two years."
                : "In a series in which nothing changes, such an alarm comes by chance about once in twenty years.";
    }

    private static String date(int day) {
        return LocalDate.ofEpochDay(day).format(DATE);
    }
}
