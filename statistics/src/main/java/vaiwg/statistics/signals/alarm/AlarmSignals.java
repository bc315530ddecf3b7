package vaiwg.statistics.signals.alarm;

import vaiwg.kpis.catalogue.Slice;
import vaiwg.statistics.signals.Signal;

/** Daily alarms as signals of the measures that count the same outcomes. */
public final class AlarmSignals {
    /** The basis of a daily alarm: outcomes of open cases by the day on which they became known. */
    public static final String BASIS = "daily";

    /** Its window: a day. */
    public static final String WINDOW = "1d";

    private AlarmSignals() {}

    /**
     * What is to be said of an alarm.
     *
     * @param asAt the midnight at which it is published, by the day that the midnight begins
     */
    public static Signal of(AlarmChange change, int asAt) {
        Alarm alarm = change.alarm();
        return new Signal(
                asAt,
                alarm.outcomes().kpi(),
                BASIS,
                WINDOW,
                slice(alarm.stratum()),
                "daily_" + alarm.shift().slug(),
                state(alarm),
                change.state(),
                alarm.day(),
                alarm.evidenceFrom(),
                alarm.atRisk(),
                alarm.observed(),
                alarm.expected(),
                alarm.shift() == Shift.RISE ? 1 : -1,
                alarm.dispersion(),
                AlarmText.falseAlarms(alarm.shift()),
                AlarmText.of(change));
    }

    /** A rise calls for action, once for one cause; a fall asks for a second look; where the data changed, they are looked at first. */
    private static Signal.State state(Alarm alarm) {
        if (alarm.dataMoved()) {
            return Signal.State.DATA_QUALITY;
        }
        return alarm.calls() ? Signal.State.ACT : Signal.State.WATCH;
    }

    private static String slice(Stratum stratum) {
        return stratum == Stratum.VAIWG ? "" : Slice.ofTheme(stratum.slug());
    }
}
