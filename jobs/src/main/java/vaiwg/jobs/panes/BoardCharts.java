package vaiwg.jobs.panes;

import java.util.List;
import vaiwg.kpis.signals.charts.ChartReading;
import vaiwg.kpis.signals.charts.ForceCharts.StandingSignal;

/** What of the block charts goes to boards: the newest limits, and the signals that stand, each by the slot of its figure. */
public final class BoardCharts {
    public int[] slots = {};
    public double[] lowers = {};
    public double[] centres = {};
    public double[] uppers = {};
    public Standing[] signals = {};

    /**
     * @param rule its name
     * @param state {@code watch}, {@code act} or {@code data_quality}
     */
    public record Standing(int slot, String rule, String state) {}

    public BoardCharts() {}

    BoardCharts(List<ChartReading> limits, List<StandingSignal> standing) {
        slots = limits.stream().mapToInt(reading -> reading.chart().slot()).toArray();
        lowers =
                limits.stream().mapToDouble(reading -> reading.limits().lower()).toArray();
        centres = limits.stream()
                .mapToDouble(reading -> reading.limits().centre())
                .toArray();
        uppers =
                limits.stream().mapToDouble(reading -> reading.limits().upper()).toArray();
        signals = standing.stream()
                .map(signal -> new Standing(
                        signal.chart().slot(),
                        signal.rule().slug(),
                        signal.state().slug()))
                .toArray(Standing[]::new);
    }
}
