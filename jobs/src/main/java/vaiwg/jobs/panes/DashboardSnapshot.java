package vaiwg.jobs.panes;

import java.util.List;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.alarm.DailyReading;
import vaiwg.statistics.signals.charts.ChartNow;
import vaiwg.statistics.signals.charts.ChartReading;
import vaiwg.statistics.signals.charts.ForceCharts.Counts;
import vaiwg.statistics.signals.charts.Limits;
import vaiwg.statistics.signals.charts.SignalText;
import vaiwg.statistics.streams.StreamReading;
import vaiwg.statistics.verdict.SeriesVerdict;
import vaiwg.statistics.verdict.Verdict;
import vaiwg.statistics.verdict.VerdictText;

/** The values of the dashboard and alert set at an instant: of every midnight, and while live of every minute. */
public final class DashboardSnapshot {
    /** The numerator of a measure that a stream tells which the force has not sent. */
    public static final int UNKNOWN = -1;

    public String force;
    /** As at which instant, epoch milliseconds. */
    public long asAt;
    /** Numerators in the order of the dashboard and alert set, or {@link #UNKNOWN}. */
    public int[] numerators;

    public int[] denominators;
    /** Estimates in the order of the set; {@link Double#NaN} where one cannot be made. */
    public double[] estimates = {};
    /** The newest limits of the block charts. */
    public Limit[] limits = {};
    /** Their signals that stand and by which the verdicts of their figures ask. */
    public ChartSignal[] chartSignals = {};
    /** The matters that are open since the last midnight, with their sentences; none that has a figure of conduct. */
    public SnapshotVerdicts.MatterRow[] matters = {};
    /** From which midnight on owners are asked about them, by the day that it begins; see {@link Sources#publishedFrom}. */
    public int publishedFrom;
    /** What the daily alarm's series showed at the last midnight. */
    public DailyReading[] alarms = {};
    /** The signals that stand, each as it was raised. */
    public Signal[] standing = {};
    /** The signals that ended at the last midnight, each as it was raised. */
    public Signal[] over = {};
    /** The sources of the events known by then; see {@link Sources}. */
    public int sources;
    /** How each stream came, as of the last midnight. */
    public StreamReading[] streams = {};

    /** The limits of a chart, by the slot of its figure. */
    public record Limit(int slot, double lower, double centre, double upper) {
        static Limit of(ChartReading reading) {
            Limits limits = reading.limits();
            return new Limit(reading.chart().slot(), limits.lower(), limits.centre(), limits.upper());
        }
    }

    /**
     * A signal of a chart.
     *
     * @param rule its name
     * @param amount 1 where the figure is more than usual, -1 where it is less
     * @param state {@code watch}, {@code act} or {@code data_quality}
     * @param since the day since which the figure differs, a day number
     * @param text two sentences
     * @param textWithoutCounts the same where a number of {@code counts} must not be shown
     * @param counts the blocks of which the text has numbers
     */
    public record ChartSignal(
            int slot,
            String rule,
            int amount,
            String state,
            int since,
            String text,
            String textWithoutCounts,
            Counts[] counts) {
        /** As the published verdict of its figure says it, of which it is the signal that speaks. */
        static ChartSignal of(SeriesVerdict verdict, ChartNow now, List<Counts> counts) {
            ChartNow.PublishedSignal signal = now.published().orElseThrow();
            Signal.State state = state(verdict.verdict());
            String what = VerdictText.what(verdict).orElseThrow();
            String ask = ". " + SignalText.howToTake(state);
            return new ChartSignal(
                    now.chart().slot(),
                    signal.rule().slug(),
                    signal.amount(),
                    state.slug(),
                    signal.since(),
                    what + ": " + VerdictText.figures(verdict).orElseThrow() + ask,
                    what + ", with too few cases to show numbers" + ask,
                    counts.toArray(Counts[]::new));
        }

        private static Signal.State state(Verdict verdict) {
            if (verdict.state() == Verdict.State.ACT) {
                return Signal.State.ACT;
            }
            return verdict.why() == Verdict.Why.DATA ? Signal.State.DATA_QUALITY : Signal.State.WATCH;
        }
    }
}
