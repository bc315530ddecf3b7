package vaiwg.kpis.signals.alarm;

/**
 * Something to put on record about an alarm.
 *
 * @param asAt the midnight at which it is published, by the day that the midnight begins
 */
public record AlarmChange(Alarm alarm, AlarmState state, int asAt) {}
