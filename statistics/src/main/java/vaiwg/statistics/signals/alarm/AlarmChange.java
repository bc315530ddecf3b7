package vaiwg.statistics.signals.alarm;

import vaiwg.statistics.signals.Signal;

/**
 * Something to put on record about an alarm.
 *
 * @param asAt the midnight at which it is published, by the day that the midnight begins
 */
public record AlarmChange(Alarm alarm, Signal.Change state, int asAt) {
    /** What an alarm that turned stood as until then: one that calls for action now was joined to another, any other not yet of the data. */
    public Alarm turnedFrom() {
        return alarm.dataMoved() ? alarm.withDataMoved(false) : alarm.withJoined(true);
    }
}
