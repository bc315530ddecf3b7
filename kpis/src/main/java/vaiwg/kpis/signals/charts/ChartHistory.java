package vaiwg.kpis.signals.charts;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.ChartPlan.Chart;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.SlotValues;
import vaiwg.kpis.time.LondonDays;

/** What is known of one chart of a force: its blocks as they were published, the days of their events too, and the signal that stands. */
final class ChartHistory {
    /** Outcomes of cases that were recorded before the history are missing from its beginning, so that is left out. */
    static final int RUN_IN_OF_OUTCOMES = 365;

    private final Chart chart;
    private final String definition;
    private final List<Integer> rebases;
    private final List<Block> blocks = new ArrayList<>();
    private String definitionOfNewest = "";
    private Standing standing;

    /**
     * @param definition under which its values are counted now
     * @param rebases days from which on its limits are made anew
     */
    ChartHistory(Chart chart, String definition, List<Integer> rebases) {
        this.chart = chart;
        this.definition = definition;
        this.rebases = rebases;
    }

    Chart chart() {
        return chart;
    }

    Optional<Standing> standing() {
        return Optional.ofNullable(standing);
    }

    /** Lets a signal stand, or none. */
    void stand(Standing now) {
        standing = now;
    }

    /**
     * Takes the block that ends at a boundary, as it is published there. What begins before the history, or has fewer cases than the
     * measure shows, is no point.
     */
    void close(int boundary, int historyFrom, SlotValues values) {
        Basis basis = chart.column().basis();
        int firstDay = BlockCalendar.firstDay(basis, boundary);
        if (firstDay < beginning(basis, historyFrom)) {
            return;
        }
        boolean count = chart.measure().kind() == Measure.Kind.COUNT;
        int whole = count ? 0 : values.whole(chart.slot());
        if (count || whole >= chart.measure().minimumN()) {
            boolean redefined = isRedefined();
            blocks.add(new Block(
                    firstDay, values.part(chart.slot()), whole, eventDays(firstDay, values), redefined, false));
            definitionOfNewest = definition;
        }
    }

    /** The newest block speaks of the data: completeness or promptness moved in it. */
    void markNewestAsMoved() {
        blocks.set(blocks.size() - 1, newest().moved());
    }

    /** Its reading if its newest block is the one that ends at a boundary. */
    Optional<ChartReading> readingAt(int boundary) {
        return reading()
                .filter(reading -> newest().firstDay()
                        == BlockCalendar.firstDay(chart.column().basis(), boundary));
    }

    /**
     * Its reading as of its newest block, whichever that is. Of what is rare there is one where an event came in the block, and two
     * times between events are known.
     */
    Optional<ChartReading> reading() {
        if (blocks.isEmpty()) {
            return Optional.empty();
        }
        BlockChart ofBlocks = BlockChart.of(blocks, this::kind, rebases);
        if (!tellsTimes() || !RareEvents.areIn(ofBlocks.baseline())) {
            return Optional.of(new ChartReading(chart, ofBlocks));
        }
        return BlockChart.ofTimesBetween(
                        ofBlocks.present().stream().map(ChartPoint::block).toList())
                .filter(ofTimes -> ofTimes.newest().block().equals(newest()))
                .map(ofTimes -> new ChartReading(chart, ofTimes));
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(definitionOfNewest);
        out.writeBoolean(standing != null);
        if (standing != null) {
            standing.write(out);
        }
        out.writeInt(blocks.size());
        for (Block block : blocks) {
            out.writeInt(block.firstDay());
            out.writeInt(block.part());
            out.writeInt(block.whole());
            out.writeInt(block.eventDays());
            out.writeBoolean(block.redefined());
            out.writeBoolean(block.recordsMoved());
        }
    }

    void read(DataInput in) throws IOException {
        readStanding(in);
        for (int left = in.readInt(); left > 0; left--) {
            blocks.add(new Block(
                    in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readBoolean(), in.readBoolean()));
        }
    }

    /** Likewise what an earlier build stored, which kept neither the days of events nor in which way the data moved. */
    void readWithoutDays(DataInput in) throws IOException {
        readStanding(in);
        for (int left = in.readInt(); left > 0; left--) {
            blocks.add(
                    new Block(in.readInt(), in.readInt(), in.readInt(), Block.UNKNOWN_DAYS, false, in.readBoolean()));
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

    private boolean isRedefined() {
        return !blocks.isEmpty() && !definition.equals(definitionOfNewest);
    }

    private void readStanding(DataInput in) throws IOException {
        definitionOfNewest = in.readUTF();
        standing = in.readBoolean() ? Standing.read(in) : null;
        blocks.clear();
    }

    private ChartKind kind(List<Block> baseline) {
        return switch (chart.measure().kind()) {
            case COUNT, PERCENTILE -> ChartKind.XMR;
            case SHARE -> ChartKind.forShares(baseline);
            case RATE -> ChartKind.RATE;
            case POPULATION_RATE -> throw new IllegalStateException("a rate for a population is not charted");
        };
    }

    /**
     * Whether it is told by the days between its events where these are rare: what is counted on single days. How complete records are
     * is judged by blocks alone.
     */
    private boolean tellsTimes() {
        Measure measure = chart.measure();
        return !chart.isMonthly()
                && !chart.column().isRunning()
                && !measure.tellsOfRecords()
                && switch (measure.kind()) {
                    case COUNT, SHARE, RATE -> true;
                    case PERCENTILE, POPULATION_RATE -> false;
                };
    }

    private int eventDays(int firstDay, SlotValues values) {
        if (!tellsTimes()) {
            return Block.UNKNOWN_DAYS;
        }
        int days = 0;
        for (int i = 0; i < BlockCalendar.LENGTH; i++) {
            days |= values.partOn(chart.slot(), firstDay + i) > 0 ? 1 << i : 0;
        }
        return days;
    }

    private Block newest() {
        return blocks.get(blocks.size() - 1);
    }

    private static int beginning(Basis basis, int historyFrom) {
        if (basis.isMonthly()) {
            return LondonDays.firstOfMonth(historyFrom);
        }
        return basis.kind() == Basis.Kind.ASSIGNED ? historyFrom + RUN_IN_OF_OUTCOMES : historyFrom;
    }
}
