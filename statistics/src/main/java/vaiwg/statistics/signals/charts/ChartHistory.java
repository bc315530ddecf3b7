package vaiwg.statistics.signals.charts;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.ChartPlan.Chart;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.SlotValues;
import vaiwg.kpis.time.LondonDays;

/** What is known of one chart of a force: its blocks as they were published, the days of their events too, and the signal that stands. */
final class ChartHistory {
    private final Chart chart;
    private final String definition;
    private final List<Integer> rebases;
    private final List<Block> blocks = new ArrayList<>();
    private String definitionOfNewest = "";
    private SignalStatus signal;

    /**
     * @param definition under which its values are counted now
     * @param rebases days from which on its limits are calculated again
     */
    ChartHistory(Chart chart, String definition, List<Integer> rebases) {
        this.chart = chart;
        this.definition = definition;
        this.rebases = rebases;
    }

    Chart chart() {
        return chart;
    }

    Optional<SignalStatus> signal() {
        return Optional.ofNullable(signal);
    }

    /** Replaces the open signal; by null where none is open. */
    void replaceSignal(SignalStatus now) {
        signal = now;
    }

    /**
     * Takes the block that ends at a cut-off, as it stands there. What begins before the history, or before the streams that tell it, tell
     * what they always will, or has fewer cases than the measure shows, is no point; the first block of a stock that is known is only what the next one changes.
     */
    void close(int cutOff, int historyFrom, SlotValues values) {
        Basis basis = chart.column().basis();
        int firstDay = BlockCalendar.firstDay(basis, cutOff);
        if ((chart.isStock() ? cutOff : firstDay)
                < beginning(basis, Math.max(historyFrom, values.toldFrom(chart.column())))) {
            return;
        }
        boolean count = chart.measure().isCount();
        SlotValues.Figure figure = figure(firstDay, values);
        if (count || figure.denominator() >= chart.measure().minimumN()) {
            add(new Block(
                    firstDay,
                    figure.numerator(),
                    count ? 0 : figure.denominator(),
                    days(firstDay, hasTimes(), day -> values.numeratorOn(chart.slot(), day) > 0),
                    days(firstDay, hasTimesOfRest(), day -> isUncountedOn(day, values)),
                    null,
                    isRedefined(),
                    false));
            definitionOfNewest = definition;
        }
    }

    boolean hasBegun() {
        return !blocks.isEmpty();
    }

    Optional<Block> block(int firstDay) {
        return blocks.stream().filter(block -> block.firstDay() == firstDay).findFirst();
    }

    /** The newest block speaks of the data: completeness or promptness moved in it. */
    void markNewestAsMoved() {
        blocks.set(blocks.size() - 1, newest().moved());
    }

    /** Its reading if its newest block is the one that ends at a cut-off. */
    Optional<ChartReading> readingAt(int cutOff) {
        return reading()
                .filter(reading -> reading.block().firstDay()
                        == BlockCalendar.firstDay(chart.column().basis(), cutOff));
    }

    /**
     * Its reading as of its newest block, whichever that is. Of what is rare there is one where an event came in the block, and two
     * times between events are known.
     */
    Optional<ChartReading> reading() {
        if (points().isEmpty()) {
            return Optional.empty();
        }
        SpcChart ofBlocks = ofBlocks();
        Optional<ChartKind> times = timesIn(ofBlocks.baseline());
        if (times.isEmpty()) {
            return Optional.of(new ChartReading(chart, hasSeasons() ? ofYears(ofBlocks) : ofBlocks));
        }
        return SpcChart.ofTimesBetween(
                        ofBlocks.present().stream().map(ChartPoint::block).toList(), times.get())
                .filter(ofTimes -> ofTimes.newest().block().equals(newest()))
                .map(ofTimes -> new ChartReading(chart, ofTimes));
    }

    /** Whether a side of its centre is more of what it counts (1) or less (-1), also where no event came in the newest block. */
    int amount(int side) {
        return timesIn(ofBlocks().baseline()).map(times -> times.amount(side)).orElse(side);
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(definitionOfNewest);
        out.writeBoolean(signal != null);
        if (signal != null) {
            signal.write(out);
        }
        out.writeInt(blocks.size());
        for (Block block : blocks) {
            block.write(out);
        }
    }

    void read(DataInput in) throws IOException {
        definitionOfNewest = in.readUTF();
        signal = in.readBoolean() ? SignalStatus.read(in) : null;
        blocks.clear();
        for (int left = in.readInt(); left > 0; left--) {
            add(Block.read(in));
        }
    }

    /** Whether the definition, or a code map, changed in a block that held any of some days: while it went on, whatever its cases. */
    boolean wasRedefinedIn(int firstDay, int lastDay) {
        int lag = chart.column().lag();
        boolean since = isRedefined() && lastDay >= newest().firstDay() + BlockCalendar.LENGTH + lag;
        return since
                || blocks.stream().anyMatch(block -> {
                    int began = block.firstDay() + lag;
                    return block.redefined() && firstDay < began + BlockCalendar.LENGTH && lastDay >= began;
                });
    }

    private List<Block> points() {
        return chart.isStock()
                ? blocks.stream().filter(block -> block.before() != null).toList()
                : blocks;
    }

    private SpcChart ofBlocks() {
        return SpcChart.of(points(), this::kind, rebases);
    }

    /** Takes a block, of a stock beside how it stood when the block began. */
    private void add(Block block) {
        blocks.add(chart != null && chart.isStock() && !blocks.isEmpty() ? block.after(newest()) : block);
    }

    /** What stands at the cut-off; of blocks what is published of them or, where that is only over longer windows, the same from their days. */
    private SlotValues.Figure figure(int firstDay, SlotValues values) {
        return chart.isPublished()
                ? new SlotValues.Figure(values.numerator(chart.slot()), values.denominator(chart.slot()))
                : values.ofDays(chart.slot(), firstDay, BlockCalendar.LENGTH);
    }

    private boolean isRedefined() {
        return !blocks.isEmpty() && !definition.equals(definitionOfNewest);
    }

    /** Of what has seasons: beside the year before, as soon as there are two such blocks since the last rebase; until then on trial. */
    private SpcChart ofYears(SpcChart ofBlocks) {
        List<Block> present = ofBlocks.present().stream().map(ChartPoint::block).toList();
        Map<Integer, Block> byDay = present.stream().collect(Collectors.toMap(Block::firstDay, Function.identity()));
        List<Block> besideAYear = present.stream()
                .flatMap(block ->
                        Optional.ofNullable(byDay.get(BlockCalendar.aYearBefore(chart.isMonthly(), block.firstDay())))
                                .map(block::beside)
                                .stream())
                .toList();
        return besideAYear.size() < 2
                ? ofBlocks.withProvisionalLimits()
                : SpcChart.of(besideAYear, baseline -> ChartKind.YEAR, List.of())
                        .ofBlocks(present.size());
    }

    /** Whether it is of how much there was, which follows the seasons. */
    private boolean hasSeasons() {
        return !chart.isStock()
                && switch (chart.measure().kind()) {
                    case COUNT, POPULATION_RATE -> true;
                    case SHARE, RATE, PERCENTILE -> false;
                };
    }

    private ChartKind kind(List<Block> baseline) {
        if (chart.isStock()) {
            return ChartKind.CHANGE;
        }
        return switch (chart.measure().kind()) {
            case COUNT, PERCENTILE -> ChartKind.XMR;
            case SHARE -> ChartKind.forShares(baseline);
            case RATE, POPULATION_RATE -> ChartKind.RATE;
        };
    }

    /** The chart of times by which it is told, where what is counted is rare, or what is not. */
    private Optional<ChartKind> timesIn(List<Block> baseline) {
        if (hasTimes() && RareEvents.areIn(baseline, Block::numerator)) {
            return Optional.of(ChartKind.T);
        }
        return hasTimesOfRest() && RareEvents.areIn(baseline, Block::rest)
                ? Optional.of(ChartKind.T_REST)
                : Optional.empty();
    }

    /**
     * Whether it is told by the days between its events where these are rare: what is counted on single days. How complete records are
     * is judged by blocks alone.
     */
    private boolean hasTimes() {
        Measure measure = chart.measure();
        return !chart.isMonthly()
                && !chart.column().isRunning()
                && !measure.tellsOfRecords()
                && switch (measure.kind()) {
                    case COUNT, SHARE, RATE, POPULATION_RATE -> true;
                    case PERCENTILE -> false;
                };
    }

    private boolean hasTimesOfRest() {
        return hasTimes() && chart.measure().kind() == Measure.Kind.SHARE;
    }

    private boolean isUncountedOn(int day, SlotValues values) {
        return values.denominatorOn(chart.slot(), day) > values.numeratorOn(chart.slot(), day);
    }

    private static int days(int firstDay, boolean told, IntPredicate happens) {
        if (!told) {
            return Block.UNKNOWN_DAYS;
        }
        int days = 0;
        for (int i = 0; i < BlockCalendar.LENGTH; i++) {
            days |= happens.test(firstDay + i) ? 1 << i : 0;
        }
        return days;
    }

    private Block newest() {
        return blocks.get(blocks.size() - 1);
    }

    private long beginning(Basis basis, int toldFrom) {
        return basis.isMonthly()
                ? LondonDays.firstOfMonth(toldFrom)
                : (long) toldFrom + chart.measure().runIn(basis, chart.column().variant());
    }
}
