package vaiwg.demo.synthetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Things waiting for their day, each day sorted only when it has come; so what waits is all that is held.
 *
 * @param <T> what waits
 */
final class DayBuckets<T> {
    private final List<List<T>> days;
    private final Comparator<T> order;

    /** Buckets for so many days, and one for all that lies beyond them. */
    DayBuckets(int days, Comparator<T> order) {
        this.days = new ArrayList<>(days + 1);
        for (int day = 0; day <= days; day++) {
            this.days.add(null);
        }
        this.order = order;
    }

    void add(int day, T item) {
        int bucket = Math.min(day, days.size() - 1);
        List<T> waiting = days.get(bucket);
        if (waiting == null) {
            waiting = new ArrayList<>();
            days.set(bucket, waiting);
        }
        waiting.add(item);
    }

    /** Takes what waits for a day, in order; the day after the last takes all that lies beyond. */
    List<T> take(int day) {
        List<T> waiting = days.set(day, null);
        if (waiting == null) {
            return List.of();
        }
        waiting.sort(order);
        return waiting;
    }
}
