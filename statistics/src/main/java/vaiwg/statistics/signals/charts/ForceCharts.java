package vaiwg.statistics.signals.charts;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.ChartPlan;
import vaiwg.kpis.catalogue.ChartPlan.Chart;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.SlotValues;
import vaiwg.statistics.signals.DataMoves;
import vaiwg.statistics.signals.Signal;

/**
 * The block charts of one force. At each midnight that ends a block the charts take its figure as it is published there, and never
 * change it; what is corrected later is in no point, and no signal comes of it.
 */
public final class ForceCharts {
    private static final byte FORMAT = 3;
    private static final int NEVER = Integer.MIN_VALUE;

    private final Map<String, ChartHistory> histories = new LinkedHashMap<>();
    private int closedDays = NEVER;
    private int closedMonths = NEVER;

    public ForceCharts(Catalogue catalogue, String force) {
        RebaseRegister register = RebaseRegister.of(catalogue.sites()).ofForce(force);
        for (Chart chart : ChartPlan.of(catalogue).charts()) {
            Measure measure = chart.measure();
            List<Integer> rebases = register.of(measure.slug(), chart.slice(), measure.isCount()).stream()
                    .map(RebaseRegister.Entry::day)
                    .toList();
            histories.put(key(chart), new ChartHistory(chart, catalogue.definition(measure), rebases));
        }
    }

    /**
     * A block of a measure: the charts that share its cases, total and themes, by their slots. Where a chart has no such block,
     * because it has too few cases, its numbers are 1.
     */
    public record Counts(int[] slots, int[] numerators, int[] denominators) {}

    /** Charts that were closed together, those with limits, and what is to be put on record. */
    public record Closing(List<ChartReading> readings, List<Signal> signals) {}

    /**
     * Closes the blocks that end at a cut-off, if any do.
     *
     * @param historyFrom the first day of the force's published history
     * @param values as published at the cut-off
     */
    public Closing close(int cutOff, int historyFrom, SlotValues values) {
        List<ChartHistory> ending = new ArrayList<>();
        for (ChartHistory history : histories.values()) {
            if (BlockCalendar.ends(history.chart().isMonthly(), cutOff)) {
                history.close(cutOff, historyFrom, values);
                ending.add(history);
            }
        }
        closedDays = BlockCalendar.ends(false, cutOff) ? cutOff : closedDays;
        closedMonths = BlockCalendar.ends(true, cutOff) ? cutOff : closedMonths;
        List<SignalJudge.Closed> closed = afterMoves(
                ending.stream().flatMap(history -> closedAt(cutOff, history)).toList(), cutOff);
        List<Signal> signals = SignalJudge.judge(cutOff, closed);
        List<ChartReading> readings = closed.stream()
                .map(SignalJudge.Closed::reading)
                .filter(ChartReading::hasLimits)
                .toList();
        return new Closing(readings, signals);
    }

    /** All charts of which signals come, as they stand now. */
    public List<ChartNow> now() {
        return histories.values().stream()
                .filter(history -> history.chart().signals())
                .map(history -> new ChartNow(history, history.chart().isMonthly() ? closedMonths : closedDays))
                .toList();
    }

    /** The blocks of which the sentence of a chart of the pack has numbers. */
    public List<Counts> counts(ChartNow now) {
        return now.newest().stream()
                .flatMap(ForceCharts::blocksIn)
                .map(firstDay -> counts(now.chart(), firstDay))
                .toList();
    }

    /** The first days of the blocks of which the sentence of a reading has numbers: the newest, and those that it is judged beside. */
    private static Stream<Integer> blocksIn(ChartReading reading) {
        int newest = reading.block().firstDay();
        return switch (reading.blocks().kind()) {
            case CHANGE -> Stream.of(newest, newest - BlockCalendar.LENGTH, BlockCalendar.aYearBefore(false, newest));
            case YEAR ->
                Stream.of(newest, BlockCalendar.aYearBefore(reading.chart().isMonthly(), newest));
            default -> Stream.of(newest);
        };
    }

    private Counts counts(Chart chart, int firstDay) {
        List<ChartHistory> together = histories.values().stream()
                .filter(other -> other.chart().column() == chart.column()
                        && other.chart().raisesAlerts())
                .toList();
        List<Block> blocks = together.stream()
                .map(other -> other.block(firstDay).orElse(new Block(firstDay, 1, 1)))
                .toList();
        return new Counts(
                together.stream().mapToInt(other -> other.chart().slot()).toArray(),
                blocks.stream().mapToInt(Block::numerator).toArray(),
                blocks.stream().mapToInt(Block::denominator).toArray());
    }

    /** The newest blocks of the charts whose limits go to Prometheus. */
    public List<ChartReading> newestOnDashboards() {
        return histories.values().stream()
                .filter(history -> history.chart().limitsOnDashboards())
                .flatMap(history -> history.readingAt(history.chart().isMonthly() ? closedMonths : closedDays).stream())
                // The points there are figures of blocks.
                .filter(reading -> reading.hasLimits() && !reading.isOfTimes())
                .toList();
    }

    /**
     * What the blocks of days that have ended tell of the data behind a figure that is judged by the day: each chart as of its own newest
     * block, for what it told before holds where the block that ended last has too few cases.
     */
    public DataMoves dataMoves() {
        RecordMoves records = new RecordMoves(histories.values().stream()
                .filter(history -> !history.chart().isMonthly() && tellsOfRecords(history.chart()))
                .flatMap(history -> history.reading().stream())
                .toList());
        return (kpi, theme, firstDay, lastDay) -> records.in(theme, firstDay, lastDay)
                || histories.values().stream()
                        .filter(history -> !history.chart().isMonthly()
                                && history.chart().signals()
                                && history.chart().measure().slug().equals(kpi)
                                && history.chart().slice().isEmpty())
                        .anyMatch(history -> history.wasRedefinedIn(firstDay, lastDay));
    }

    /**
     * All points and what stands, for a checkpoint.
     *
     * @throws UncheckedIOException where a write to memory fails
     */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeInt(closedDays);
            out.writeInt(closedMonths);
            out.writeInt(histories.size());
            for (Map.Entry<String, ChartHistory> entry : histories.entrySet()) {
                out.writeUTF(entry.getKey());
                entry.getValue().write(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Takes over what was stored; nothing where nothing was stored. Of a chart that is gone, the points are too.
     *
     * @throws IllegalArgumentException where it was stored in another format
     * @throws UncheckedIOException where it ends too early
     */
    public void restore(byte[] stored) {
        if (stored.length == 0) {
            return;
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(stored))) {
            byte format = in.readByte();
            if (format != FORMAT) {
                throw new IllegalArgumentException("charts were stored in format " + format + ", not " + FORMAT);
            }
            closedDays = in.readInt();
            closedMonths = in.readInt();
            for (int left = in.readInt(); left > 0; left--) {
                ChartHistory gone = new ChartHistory(null, "", List.of());
                histories.getOrDefault(in.readUTF(), gone).read(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The charts closed at a cut-off, where records moved with that said of the newest block. */
    private static List<SignalJudge.Closed> afterMoves(List<SignalJudge.Closed> closed, int cutOff) {
        RecordMoves moves = new RecordMoves(closed.stream()
                .map(SignalJudge.Closed::reading)
                .filter(reading -> tellsOfRecords(reading.chart()))
                .toList());
        return closed.stream()
                .flatMap(one -> {
                    if (!moves.in(one.reading())) {
                        return Stream.of(one);
                    }
                    one.history().markNewestAsMoved();
                    return closedAt(cutOff, one.history());
                })
                .toList();
    }

    private static boolean tellsOfRecords(Chart chart) {
        return chart.measure().tellsOfRecords() && chart.isOfTheme();
    }

    private static Stream<SignalJudge.Closed> closedAt(int cutOff, ChartHistory history) {
        return history.readingAt(cutOff).map(reading -> new SignalJudge.Closed(history, reading)).stream();
    }

    private static String key(Chart chart) {
        return String.join(
                "|",
                chart.measure().slug(),
                chart.column().basis().slug(),
                chart.window().slug(),
                chart.slice());
    }
}
