package vaiwg.demo.synthetic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The figures of measures as they are counted from made-up cases, one basis and window each. Days are civil days in London. */
final class TrueFigures {
    static final String RECORDED = "recorded";
    static final String ASSIGNED = "assigned";
    static final int YEAR = 365;

    private static final int MOST_KEPT = 9_999;

    private final int endDay;
    private final Map<Key, long[]> counts = new HashMap<>();
    private final Map<Key, Percentile> percentiles = new HashMap<>();

    private record Key(String kpi, String basis, String window, String slice) {
        Truth.Figure figure(long part, long whole) {
            return new Truth.Figure(kpi, basis, window, slice, part, whole);
        }
    }

    private record Percentile(int percent, List<Integer> numbers) {}

    /** @param endDay the day at whose beginning the figures are read, counted from 1970 */
    TrueFigures(int endDay) {
        this.endDay = endDay;
    }

    int endDay() {
        return endDay;
    }

    /** How a share, a count or a percentile is read: by days of a basis, over so many of them that end so many before the end. */
    record View(String basis, int horizon, int window) {
        static View recorded(int window) {
            return new View(RECORDED, 0, window);
        }

        static View assigned(int window) {
            return new View(ASSIGNED, 0, window);
        }

        static View settled(int horizon) {
            return new View("settled_" + horizon + "d", horizon, YEAR);
        }
    }

    /** One more of the whole on a day, and of the part. */
    void share(String kpi, View view, int day, boolean part) {
        share(kpi, "", view, day, part);
    }

    void share(String kpi, String slice, View view, int day, boolean part) {
        add(kpi, slice, view, day, part ? 1 : 0, 1);
    }

    /** One more of what is counted without a denominator, or above the line of a rate. */
    void count(String kpi, View view, int day) {
        add(kpi, "", view, day, 1, 0);
    }

    /** One more below the line of a rate. */
    void below(String kpi, View view, int day) {
        add(kpi, "", view, day, 0, 1);
    }

    /** For so many people. */
    void people(String kpi, View view, long number) {
        counts.computeIfAbsent(key(kpi, "", view), none -> new long[2])[1] = number;
    }

    /** Stocks in which nothing may be at the end. */
    void stocks(String... kpis) {
        for (String kpi : kpis) {
            counts.put(stock(kpi, ""), new long[2]);
        }
    }

    /** One more in a stock at the end, and in the part of it. */
    void stock(String kpi, boolean part) {
        stock(kpi, "", part);
    }

    void stock(String kpi, String slice, boolean part) {
        long[] count = counts.computeIfAbsent(stock(kpi, slice), none -> new long[2]);
        count[0] += part ? 1 : 0;
        count[1]++;
    }

    /** One more in a stock that is a count. */
    void standing(String kpi, String slice) {
        counts.computeIfAbsent(stock(kpi, slice), none -> new long[2])[0]++;
    }

    /** One more person, or crime at a place, in the whole that a view looks at, and in the part of it. */
    void person(String kpi, String slice, View view, boolean part) {
        long[] count = counts.computeIfAbsent(key(kpi, slice, view), none -> new long[2]);
        count[0] += part ? 1 : 0;
        count[1]++;
    }

    /** One more number of which a percentile is taken. */
    void number(String kpi, int percent, View view, int day, long number) {
        if (isIn(view, day)) {
            percentiles
                    .computeIfAbsent(key(kpi, "", view), none -> new Percentile(percent, new ArrayList<>()))
                    .numbers
                    .add((int) Math.min(number, MOST_KEPT));
        }
    }

    /** In the order of measures and slices. */
    List<Truth.Figure> list() {
        List<Truth.Figure> figures = new ArrayList<>();
        counts.forEach((key, count) -> figures.add(key.figure(count[0], count[1])));
        percentiles.forEach((key, percentile) -> {
            List<Integer> numbers = percentile.numbers;
            Collections.sort(numbers);
            int rank = (percentile.percent * numbers.size() + 99) / 100;
            figures.add(key.figure(numbers.get(rank - 1), numbers.size()));
        });
        figures.sort(Comparator.comparing(Truth.Figure::kpi).thenComparing(Truth.Figure::slice));
        return figures;
    }

    private void add(String kpi, String slice, View view, int day, int part, int whole) {
        long[] count = counts.computeIfAbsent(key(kpi, slice, view), none -> new long[2]);
        if (isIn(view, day)) {
            count[0] += part;
            count[1] += whole;
        }
    }

    /** Whether a view looks at a day. */
    boolean isIn(View view, int day) {
        int last = endDay - view.horizon - 1;
        return day <= last && day > last - view.window;
    }

    private static Key stock(String kpi, String slice) {
        return new Key(kpi, "stock", "all", slice);
    }

    private static Key key(String kpi, String slice, View view) {
        return new Key(kpi, view.basis, view.window + "d", slice);
    }
}
