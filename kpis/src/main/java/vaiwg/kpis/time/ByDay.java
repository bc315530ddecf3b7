package vaiwg.kpis.time;

import java.util.function.Supplier;

/**
 * What there is of each day, from the first on which there is anything to the last.
 *
 * @param <T> of one day
 */
public final class ByDay<T> {
    private static final int SPARE = 64;

    /**
     * Receives what there is of a day.
     *
     * @param <T> of one day
     */
    public interface DayConsumer<T> {
        void accept(int day, T ofDay);
    }

    private final Supplier<T> empty;
    private int first;
    private Object[] days = {};

    /** @param empty makes what {@link #at} gives first */
    public ByDay(Supplier<T> empty) {
        this.empty = empty;
    }

    /** What there is of a day, or null where there is nothing. */
    @SuppressWarnings("unchecked")
    public T get(int day) {
        int at = day - first;
        return at >= 0 && at < days.length ? (T) days[at] : null;
    }

    /** What there is of a day, an empty one where there was nothing. */
    public T at(int day) {
        T ofDay = get(day);
        if (ofDay == null) {
            ofDay = empty.get();
            put(day, ofDay);
        }
        return ofDay;
    }

    private void put(int day, T ofDay) {
        if (days.length == 0) {
            first = day;
        }
        int front = day < first ? first - day + SPARE : 0;
        int length = day - first < days.length ? days.length : day - first + 1 + SPARE;
        if (front > 0 || length > days.length) {
            Object[] more = new Object[front + length];
            System.arraycopy(days, 0, more, front, days.length);
            days = more;
            first -= front;
        }
        days[day - first] = ofDay;
    }

    /** Visits what there is in the order of days. */
    @SuppressWarnings("unchecked")
    public void forEach(DayConsumer<T> consumer) {
        for (int i = 0; i < days.length; i++) {
            if (days[i] != null) {
                consumer.accept(first + i, (T) days[i]);
            }
        }
    }
}
