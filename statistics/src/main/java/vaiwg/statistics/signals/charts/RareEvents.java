package vaiwg.statistics.signals.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The times between rare events, in days. Days are the finest that is known, so an event is a day on which anything was counted:
 * several on one day are one, mostly of one occurrence, and a time of no days has no place on a scale of times.
 */
final class RareEvents {
    /** Below this mean number a block neither limits nor rules of blocks mean what they say. */
    static final int RAREST = 5;

    private static final int NONE = Integer.MIN_VALUE;

    private RareEvents() {}

    /**
     * The time from one event to the next.
     *
     * @param from the day of the event before
     * @param days to the next, 1 or more
     * @param block in which the next lies
     */
    record Gap(int from, int days, Block block) {
        /** As {@link ChartKind#T} reads it. */
        Block asBlock() {
            return new Block(from, days, 0);
        }
    }

    /** Whether so few are counted, by the mean of some blocks, that they are to be told by the days between them. */
    static boolean areIn(List<Block> blocks, ToIntFunction<Block> number) {
        return blocks.stream().mapToInt(number).average().orElseThrow() < RAREST;
    }

    /**
     * The times between events, in their order. Where a block is missing between two, or its days are not known, nobody can say
     * that nothing happened: the next event only begins a time.
     *
     * @param kind {@link ChartKind#T} between those that are counted, {@link ChartKind#T_REST} between the others
     */
    static List<Gap> gaps(List<Block> blocks, ChartKind kind) {
        List<Gap> gaps = new ArrayList<>();
        int before = NONE;
        int expected = NONE;
        for (Block block : blocks) {
            boolean known = kind.daysOf(block) != Block.UNKNOWN_DAYS;
            if (block.firstDay() != expected || !known) {
                before = NONE;
            }
            for (int bits = known ? kind.daysOf(block) : 0; bits != 0; bits &= bits - 1) {
                int day = block.firstDay() + Integer.numberOfTrailingZeros(bits);
                if (before != NONE) {
                    gaps.add(new Gap(before, day - before, block));
                }
                before = day;
            }
            expected = block.firstDay() + BlockCalendar.LENGTH;
        }
        return gaps;
    }
}
