package vaiwg.jobs.panes;

import vaiwg.kpis.signals.Signal;
import vaiwg.kpis.signals.alarm.DailyReading;

/** The values of the board and alert set at an instant: of every midnight, and while live of every minute. */
public final class BoardSnapshot {
    public String force;
    /** As at which instant, epoch milliseconds. */
    public long asAt;
    /** Numerators in the order of the board and alert set. */
    public int[] parts;

    public int[] wholes;
    /** Estimates in the order of the set; {@link Double#NaN} where one cannot be made. */
    public double[] estimates = {};
    /** Limits and signals of the block charts. */
    public BoardCharts charts = new BoardCharts();
    /** What the daily alarm's series showed at the last midnight. */
    public DailyReading[] alarms = {};
    /** The signals that stand, each as it was raised. */
    public Signal[] standing = {};
    /** The signals that ended at the last midnight. */
    public Signal[] over = {};
    /** The sources of the events known by then; see {@link Sources}. */
    public int sources;
}
