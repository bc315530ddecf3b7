package vaiwg.kpis.signatures;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import vaiwg.kpis.time.LondonDays;

/**
 * The days on which something lasts that may begin and end often. What ends it ends all that had begun by then; a day on which it begins
 * is one of them, a day on which it ends is not.
 *
 * @param begins epoch milliseconds in ascending order
 * @param ends likewise
 */
record Spells(long[] begins, long[] ends) {
    /** What began last by then ends last, so nothing that began before it need be asked. */
    boolean include(int day) {
        long midnight = LondonDays.startOf(day + 1);
        long begin = lastBefore(begins, midnight);
        return begin != Long.MIN_VALUE && firstFrom(ends, begin) >= midnight;
    }

    /** When those steps were taken that are wanted, in ascending order. */
    static <S> long[] times(List<S> steps, Predicate<S> wanted, ToLongFunction<S> at) {
        long[] times = new long[(int) steps.stream().filter(wanted).count()];
        int count = 0;
        for (S step : steps) {
            if (wanted.test(step)) {
                times[count++] = at.applyAsLong(step);
            }
        }
        Arrays.sort(times);
        return times;
    }

    /** The first of some times in ascending order that is not before another one; {@link Long#MAX_VALUE} where there is none. */
    static long firstFrom(long[] inOrder, long time) {
        int found = Arrays.binarySearch(inOrder, time);
        int next = found >= 0 ? found : -found - 1;
        return next == inOrder.length ? Long.MAX_VALUE : inOrder[next];
    }

    private static long lastBefore(long[] inOrder, long time) {
        int found = Arrays.binarySearch(inOrder, time - 1);
        int last = found >= 0 ? found : -found - 2;
        return last < 0 ? Long.MIN_VALUE : inOrder[last];
    }
}
