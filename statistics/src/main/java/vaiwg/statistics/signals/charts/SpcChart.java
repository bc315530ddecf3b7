package vaiwg.statistics.signals.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A chart of closed blocks with locked limits. They are made from the first {@link #BASELINE} blocks, and from then on only an
 * entry in the rebase register makes new ones: limits that follow the points would learn every change as ordinary. With fewer
 * blocks they are trial limits, and nothing is signalled.
 *
 * @param segment the first point of the present limits
 * @param blocks how many there are since the beginning, or the last rebase, or times between rare events where these are fewer; one alone
 *     has no limits, they are {@link Double#NaN}
 * @param hasTrialLimits whether there are too few of them for limits that signal
 */
public record SpcChart(ChartKind kind, List<ChartPoint> points, int segment, int blocks, boolean hasTrialLimits) {
    /** So many blocks make limits. */
    public static final int BASELINE = 12;

    public SpcChart {
        points = List.copyOf(points);
    }

    /** A rule that a point completes, and on which side: 1 above, -1 below. */
    public record Completed(SpcRule rule, int side) {}

    /** The first day of what a rule looks at where the newest block completes it. */
    int sinceOf(SpcRule rule) {
        return points.get(Math.max(segment, newestIndex() + 1 - rule.length())).since();
    }

    /**
     * @param blocks in their order, at least one; limits need two after a rebase, see {@link #blocks}
     * @param kind the kind for the baseline of each segment
     * @param rebases days from which on new limits are calculated, in their order
     */
    public static SpcChart of(List<Block> blocks, Function<List<Block>, ChartKind> kind, List<Integer> rebases) {
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
        int blocksOfSegment = points.size() - start;
        return new SpcChart(last, points, start, blocksOfSegment, blocksOfSegment < BASELINE);
    }

    /**
     * A chart of the times between rare events. Its limits are made of those that end in the first {@link #BASELINE} blocks, of so
     * many times at least, and are provisional until there are so many of both.
     *
     * @param blocks since the beginning, or the last rebase, in their order
     * @param kind {@link ChartKind#T} or {@link ChartKind#T_REST}
     * @return empty where fewer than two times are known
     */
    static Optional<SpcChart> ofTimesBetween(List<Block> blocks, ChartKind kind) {
        List<RareEvents.Gap> gaps = RareEvents.gaps(blocks, kind);
        if (gaps.size() < 2) {
            return Optional.empty();
        }
        int lastOfBaseline = blocks.get(Math.min(BASELINE, blocks.size()) - 1).firstDay();
        long inBaseline = gaps.stream()
                .filter(gap -> gap.block().firstDay() <= lastOfBaseline)
                .count();
        ChartKind.LimitsOf limits = kind.limits(gaps.stream()
                .limit(Math.max(BASELINE, inBaseline))
                .map(RareEvents.Gap::asBlock)
                .toList());
        List<ChartPoint> points = gaps.stream()
                .map(gap ->
                        new ChartPoint(gap.from(), gap.block(), kind.value(gap.asBlock()), limits.at(gap.asBlock())))
                .toList();
        int known = Math.min(blocks.size(), gaps.size());
        return Optional.of(new SpcChart(kind, points, 0, known, known < BASELINE));
    }

    /** The same chart where its limits are to be made of other blocks, which have yet to come. */
    SpcChart withProvisionalLimits() {
        return new SpcChart(kind, points, segment, blocks, true);
    }

    /** The same chart of so many blocks, some of which only show beside what others are judged. */
    SpcChart ofBlocks(int number) {
        return new SpcChart(kind, points, segment, number, hasTrialLimits);
    }

    /** The points since the beginning, or the last rebase. */
    public List<ChartPoint> present() {
        return points.subList(segment, points.size());
    }

    /** The blocks that make, or will make, the present limits. */
    public List<Block> baseline() {
        return present().stream().limit(BASELINE).map(ChartPoint::block).toList();
    }

    /** The point that stands for the newest block. */
    public ChartPoint newest() {
        return points.get(newestIndex());
    }

    /** The rule that a point completes, the least likely where there are several; empty under trial limits. */
    public Optional<Completed> completedAt(int index) {
        if (hasTrialLimits || index < segment) {
            return Optional.empty();
        }
        return kind.rules().stream()
                .map(rule -> new Completed(rule, rule.sideAt(present(), index - segment)))
                .filter(completed -> completed.side() != 0)
                .min(Comparator.comparingDouble(completed -> completed.rule().probability(points.get(index))));
    }

    /** The rule that the newest block completes. */
    public Optional<Completed> completed() {
        return completedAt(newestIndex());
    }

    /** Which of the {@link #present} points stands for the newest block. */
    int newestInPresent() {
        return newestIndex() - segment;
    }

    /** Which point stands for the newest block: of several that end in it the least likely that completes a rule, else the last. */
    int newestIndex() {
        return standingFor(points.size() - 1);
    }

    /** Which stands for the block before, likewise; -1 where there is none. */
    int indexBefore() {
        int first = firstOfBlock(points.size() - 1);
        return first == 0 ? -1 : standingFor(first - 1);
    }

    private int standingFor(int last) {
        int standing = last;
        for (int i = last - 1; i >= firstOfBlock(last); i--) {
            standing = likelihood(i) < likelihood(standing) ? i : standing;
        }
        return standing;
    }

    private double likelihood(int index) {
        return completedAt(index)
                .map(completed -> completed.rule().probability(points.get(index)))
                .orElse(1.0);
    }

    private int firstOfBlock(int index) {
        int first = index;
        int block = points.get(index).block().firstDay();
        while (first > 0 && points.get(first - 1).block().firstDay() == block) {
            first--;
        }
        return first;
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
