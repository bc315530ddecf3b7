package vaiwg.kpis.signals.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A chart of closed blocks with locked limits. They are made from the first {@link #BASELINE} blocks, and from then on only an
 * entry in the rebase register makes them anew: limits that follow the points would learn every change as ordinary. With fewer
 * blocks they are trial limits, and nothing is signalled.
 */
public final class BlockChart {
    /** So many blocks make limits. */
    public static final int BASELINE = 12;

    private final ChartKind kind;
    private final List<ChartPoint> points;
    /** The first point of the present limits. */
    private final int segment;

    private BlockChart(ChartKind kind, List<ChartPoint> points, int segment) {
        this.kind = kind;
        this.points = List.copyOf(points);
        this.segment = segment;
    }

    /** A rule that a point completes, and on which side: 1 above, -1 below. */
    public record Completed(SpcRule rule, int side) {}

    /** The first block of what a rule looks at where the newest point completes it. */
    Block firstOf(SpcRule rule) {
        return points.get(Math.max(segment, points.size() - rule.length())).block();
    }

    /**
     * @param blocks in their order, at least one; limits need two after a rebase, see {@link #blocks}
     * @param kind the kind for the baseline of each segment
     * @param rebases days from which on limits are made anew, in their order
     */
    public static BlockChart of(List<Block> blocks, Function<List<Block>, ChartKind> kind, List<Integer> rebases) {
        List<ChartPoint> points = new ArrayList<>();
        int start = 0;
        ChartKind last = kind.apply(blocks.subList(0, Math.min(BASELINE, blocks.size())));
        for (int end : segmentEnds(blocks, rebases)) {
            List<Block> baseline = blocks.subList(start, Math.min(start + BASELINE, end));
            last = kind.apply(baseline);
            ChartKind.LimitsOf limits = last.limits(baseline);
            for (Block block : blocks.subList(start, end)) {
                points.add(new ChartPoint(block, last.value(block), limits.at(block)));
            }
            if (end < blocks.size()) {
                start = end;
            }
        }
        return new BlockChart(last, points, start);
    }

    public ChartKind kind() {
        return kind;
    }

    public List<ChartPoint> points() {
        return points;
    }

    /** How many blocks there are since the beginning, or the last rebase; one alone has no limits, they are {@link Double#NaN}. */
    public int blocks() {
        return points.size() - segment;
    }

    /** The points since the beginning, or the last rebase. */
    public List<ChartPoint> present() {
        return points.subList(segment, points.size());
    }

    /** The blocks that make, or will make, the present limits. */
    public List<Block> baseline() {
        return present().stream().limit(BASELINE).map(ChartPoint::block).toList();
    }

    public ChartPoint newest() {
        return points.get(points.size() - 1);
    }

    /** Whether there are too few blocks since the beginning, or the last rebase, for limits that signal. */
    public boolean hasTrialLimits() {
        return blocks() < BASELINE;
    }

    /** The rule that a point completes, the least likely where there are several; empty under trial limits. */
    public Optional<Completed> completedAt(int index) {
        if (hasTrialLimits() || index < segment) {
            return Optional.empty();
        }
        return Stream.of(SpcRule.values())
                .map(rule -> new Completed(rule, rule.sideAt(present(), index - segment)))
                .filter(completed -> completed.side() != 0)
                .min(Comparator.comparingDouble(completed -> completed.rule().probability(points.get(index))));
    }

    /** About how likely an undisturbed process signals at the newest point as this one does; 1 where it does not. */
    public double probability() {
        return completedAt(points.size() - 1)
                .map(completed -> completed.rule().probability(newest()))
                .orElse(1.0);
    }

    private static List<Integer> segmentEnds(List<Block> blocks, List<Integer> rebases) {
        List<Integer> ends = new ArrayList<>();
        for (int i = 1; i < blocks.size(); i++) {
            int before = blocks.get(i - 1).firstDay();
            int first = blocks.get(i).firstDay();
            if (rebases.stream().anyMatch(day -> before < day && day <= first)) {
                ends.add(i);
            }
        }
        ends.add(blocks.size());
        return ends;
    }
}
