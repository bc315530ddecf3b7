package vaiwg.engine.panes;

/**
 * How often each whole number occurs; cases are added and taken out again, and any percentile is read exactly. It takes the room of the
 * numbers between the least and the greatest that ever occurred.
 */
final class Histogram {
    private static final int FIRST_CAPACITY = 32;

    private int[] times = {};
    /** The number that is first in the room. */
    private int first;

    private int cases;

    void add(int number, int more) {
        if (times.length == 0) {
            first = number;
            times = new int[FIRST_CAPACITY];
        } else if (number < first) {
            growTo(Math.min(number, first - times.length), first + times.length);
        } else if (number >= first + times.length) {
            growTo(first, Math.max(number + 1, first + 2 * times.length));
        }
        times[number - first] += more;
        cases += more;
    }

    private void growTo(int from, int end) {
        int[] grown = new int[end - from];
        System.arraycopy(times, 0, grown, first - from, times.length);
        times = grown;
        first = from;
    }

    int cases() {
        return cases;
    }

    /** The nearest rank: the least number that at least {@code percent} of 100 cases do not exceed; 0 where there is no case. */
    int percentile(int percent) {
        return atRank(rank(percent));
    }

    /** Likewise from the greatest number down, as of ages by the days from which they count; 0 where there is no case. */
    int percentileFromTheTop(int percent) {
        return atRank(cases + 1 - rank(percent));
    }

    private int rank(int percent) {
        return (int) (((long) percent * cases + 99) / 100);
    }

    private int atRank(int rank) {
        long seen = 0;
        for (int place = 0; place < times.length; place++) {
            seen += times[place];
            if (seen >= rank && seen > 0) {
                return first + place;
            }
        }
        return 0;
    }
}
