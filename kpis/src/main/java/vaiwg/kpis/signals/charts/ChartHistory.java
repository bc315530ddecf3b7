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

/** What is known of one chart of a force: its blocks as they were published, and the signal that stands. */
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
            boolean redefined = !blocks.isEmpty() && !definition.equals(definitionOfNewest);
            blocks.add(new Block(firstDay, values.part(chart.slot()), whole, redefined));
            definitionOfNewest = definition;
        }
    }

    /** The newest block speaks of the data: completeness or promptness moved in it. */
    void markNewestAsMoved() {
        Block newest = blocks.get(blocks.size() - 1);
        blocks.set(blocks.size() - 1, new Block(newest.firstDay(), newest.part(), newest.whole(), true));
    }

    /** Its reading if its newest block is the one that ends at a boundary. */
    Optional<ChartReading> readingAt(int boundary) {
        boolean closed = !blocks.isEmpty()
                && blocks.get(blocks.size() - 1).firstDay()
                        == BlockCalendar.firstDay(chart.column().basis(), boundary);
        return closed
                ? Optional.of(new ChartReading(chart, BlockChart.of(blocks, this::kind, rebases)))
                : Optional.empty();
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
            out.writeBoolean(block.qualityMoved());
        }
    }

    void read(DataInput in) throws IOException {
        definitionOfNewest = in.readUTF();
        standing = in.readBoolean() ? Standing.read(in) : null;
        blocks.clear();
        for (int left = in.readInt(); left > 0; left--) {
            blocks.add(new Block(in.readInt(), in.readInt(), in.readInt(), in.readBoolean()));
        }
    }

    private ChartKind kind(List<Block> baseline) {
        return switch (chart.measure().kind()) {
            case COUNT, PERCENTILE -> ChartKind.XMR;
            case SHARE -> ChartKind.forShares(baseline);
            case RATE -> ChartKind.RATE;
            case POPULATION_RATE -> throw new IllegalStateException("a rate for a population is not charted");
        };
    }

    private static int beginning(Basis basis, int historyFrom) {
        if (basis.isMonthly()) {
            return LondonDays.firstOfMonth(historyFrom);
        }
        return basis.kind() == Basis.Kind.ASSIGNED ? historyFrom + RUN_IN_OF_OUTCOMES : historyFrom;
    }
}
