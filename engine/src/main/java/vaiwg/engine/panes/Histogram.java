package vaiwg.engine.panes;

import java.util.Arrays;

/** How often each whole number from 0 on occurs; cases are added and taken out again, and any percentile is read exactly. */
final class Histogram {
    private int[] times = new int[32];
    private int cases;

    void add(int number, int more) {
        if (number >= times.length) {
            times = Arrays.copyOf(times, Math.max(number + 1, times.length * 2));
        }
        times[number] += more;
        cases += more;
    }

    int cases() {
        return cases;
    }

    /** The nearest rank: the least number that at least {@code percent} of 100 cases do not exceed; 0 where there is no case. */
    int percentile(int percent) {
        long rank = ((long) percent * cases + 99) / 100;
        long seen = 0;
        for (int number = 0; number < times.length; number++) {
            seen += times[number];
            if (seen >= rank && seen > 0) {
                return number;
            }
        }
        return 0;
    }
}
