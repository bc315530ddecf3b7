package vaiwg.statistics.signals.alarm;

import vaiwg.kpis.text.Digits;
import vaiwg.statistics.signals.DataMoves;
import vaiwg.statistics.signals.SignalDays;

/**
 * An alarm in two sentences: what was seen, and what to do and how sure it is, or what became of it. They speak of the service and of the
 * figures; they blame nobody, and a victim least of all. The method is in docs/signals.md.
 */
public final class AlarmText {
    private static final String RISES = "by chance one series gives one in two years";
    private static final String FALLS = "by chance one series gives one in twenty years";

    private AlarmText() {}

    /** What has become of it, and what was seen when it was raised. */
    public static String of(AlarmChange change) {
        Alarm alarm = change.alarm();
        return switch (change.state()) {
            // No alarm is confirmed: what has been raised stands until it is over.
            case RAISED, CONFIRMED -> of(alarm);
            case ACKNOWLEDGED -> "It was acknowledged, and its watch has begun again. " + seen(alarm);
            case ENDED -> "It has ended: the last " + AlarmPath.QUIET_DAYS + " days were ordinary. " + seen(alarm);
            case TURNED ->
                alarm.dataMoved()
                        ? seen(alarm) + " " + DataMoves.WORDS + ", as a period that has ended since shows."
                        : seen(alarm)
                                + " It calls for action now, since the alarm that called before no longer does; "
                                + chance(alarm.shift()) + ".";
            case WITHDRAWN -> "It is withdrawn: corrections took away its evidence. " + seen(alarm);
        };
    }

    /** What was seen, how to take it, and how often chance does the same. */
    public static String of(Alarm alarm) {
        return seen(alarm) + " " + howToTake(alarm) + "; " + chance(alarm.shift()) + ".";
    }

    /** The rate of false alarms in a series in which nothing changes, in words. */
    public static String falseAlarms(Shift shift) {
        return "B" + chance(shift).substring(1) + ".";
    }

    private static String seen(Alarm alarm) {
        return Digits.count(alarm.observed()) + " cases of " + alarm.stratum().words()
                + " became known to have ended with " + alarm.outcomes().words() + " "
                + SignalDays.span(alarm.evidenceFrom(), alarm.day())
                + (alarm.shift() == Shift.RISE ? ", above the " : ", below the ")
                + Digits.decimal(alarm.expected(), 1) + " expected (" + Digits.count(alarm.atRisk())
                + " were open on the last day).";
    }

    private static String howToTake(Alarm alarm) {
        if (alarm.dataMoved()) {
            return DataMoves.WORDS;
        }
        if (alarm.shift() == Shift.FALL) {
            return "Look whether cases end another way instead";
        }
        return alarm.calls() ? "Find the cause" : "Watch: another alarm calls for the same cause";
    }

    private static String chance(Shift shift) {
        return shift == Shift.RISE ? RISES : FALLS;
    }
}
