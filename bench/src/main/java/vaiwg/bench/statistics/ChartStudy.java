package vaiwg.bench.statistics;

import java.util.ArrayList;
import java.util.List;
import vaiwg.demo.synthetic.Draw;
import vaiwg.statistics.signals.charts.Block;
import vaiwg.statistics.signals.charts.BlockChart;
import vaiwg.statistics.signals.charts.ChartKind;
import vaiwg.statistics.signals.charts.FalseDiscovery;
import vaiwg.statistics.signals.charts.SignalState;

/** A pack of block charts of shares that never change: what it asks to watch and to act upon, and how soon it sees a rise. */
final class ChartStudy {
    static final int CHARTS = 40;
    static final double SHARE = 0.4;
    private static final long PURPOSE = 6;
    private static final int BLOCKS_A_YEAR = 13;
    private static final int MONTHS_A_YEAR = 12;
    private static final int PATIENCE = 60;

    private final Sample watchAMonth = new Sample();
    private final Sample actAMonth = new Sample();
    private final Sample discoveriesAMonth = new Sample();

    /** Packs of {@link #CHARTS} charts, of 200 to 4,000 cases a block. */
    ChartStudy(int runs, int years, long seed) {
        for (int run = 0; run < runs; run++) {
            pack(years, Draw.at(seed, PURPOSE, run));
        }
    }

    Sample watchAMonth() {
        return watchAMonth;
    }

    Sample actAMonth() {
        return actAMonth;
    }

    /** Signals to act upon that are singled out among those of the whole pack. */
    Sample discoveriesAMonth() {
        return discoveriesAMonth;
    }

    /** Blocks until a share higher by a fifth is to be acted upon. */
    static Sample blocksToAct(int whole, int runs, long seed) {
        Sample blocks = new Sample();
        for (int run = 0; run < runs; run++) {
            Draw draw = Draw.at(seed, PURPOSE, whole, run);
            List<Block> chart = new ArrayList<>();
            for (int i = 0; i < BlockChart.BASELINE; i++) {
                chart.add(block(i, whole, SHARE, draw));
            }
            int after = 0;
            do {
                chart.add(block(chart.size(), whole, SHARE * (1 + Conditions.RISE), draw));
                after++;
            } while (after < PATIENCE && SignalState.of(chart(chart)) != SignalState.ACT);
            blocks.add(after);
        }
        return blocks;
    }

    private void pack(int years, Draw draw) {
        List<List<Block>> charts = new ArrayList<>();
        for (int i = 0; i < CHARTS; i++) {
            charts.add(new ArrayList<>());
        }
        int watch = 0;
        int act = 0;
        int discoveries = 0;
        int blocks = years * BLOCKS_A_YEAR;
        for (int index = 0; index < BlockChart.BASELINE + blocks; index++) {
            double[] probabilities = new double[CHARTS];
            SignalState[] states = new SignalState[CHARTS];
            for (int i = 0; i < CHARTS; i++) {
                charts.get(i).add(block(index, 200 + 3_800 * i / (CHARTS - 1), SHARE, draw));
                if (index >= BlockChart.BASELINE) {
                    BlockChart chart = chart(charts.get(i));
                    states[i] = SignalState.of(chart);
                    probabilities[i] = chart.probability();
                }
            }
            if (index >= BlockChart.BASELINE) {
                double threshold = FalseDiscovery.threshold(probabilities, FalseDiscovery.RATE);
                for (int i = 0; i < CHARTS; i++) {
                    watch += states[i] == SignalState.WATCH ? 1 : 0;
                    act += states[i] == SignalState.ACT ? 1 : 0;
                    discoveries += states[i] == SignalState.ACT && probabilities[i] <= threshold ? 1 : 0;
                }
            }
        }
        double months = (double) years * MONTHS_A_YEAR;
        watchAMonth.add(watch / months);
        actAMonth.add(act / months);
        discoveriesAMonth.add(discoveries / months);
    }

    private static BlockChart chart(List<Block> blocks) {
        return BlockChart.of(blocks, ChartKind::forShares, List.of());
    }

    private static Block block(int index, int whole, double share, Draw draw) {
        int part = 0;
        for (int i = 0; i < whole; i++) {
            part += draw.chance(share) ? 1 : 0;
        }
        return new Block(28 * index, part, whole);
    }
}
