package vaiwg.demo.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Values with their shares, from which one is drawn.
 *
 * @param <T> the values; null may be one of them
 */
final class Choice<T> {
    private final List<T> values = new ArrayList<>();
    private double[] bounds = new double[0];

    private Choice() {}

    static <T> Choice<T> of(T value, double share) {
        return new Choice<T>().or(value, share);
    }

    /** Adds a value; shares are relative to their sum. */
    Choice<T> or(T value, double share) {
        if (!(share > 0)) {
            throw new IllegalArgumentException("the share of " + value + " must be greater than zero");
        }
        Choice<T> more = new Choice<>();
        more.values.addAll(values);
        more.values.add(value);
        more.bounds = Arrays.copyOf(bounds, bounds.length + 1);
        more.bounds[bounds.length] = total() + share;
        return more;
    }

    /** Adds what remains to one. */
    Choice<T> rest(T value) {
        return or(value, 1 - total());
    }

    /** The share of a value among all; 0 where it is none of them. */
    double share(T value) {
        int at = values.indexOf(value);
        return at < 0 ? 0 : (bounds[at] - (at == 0 ? 0 : bounds[at - 1])) / total();
    }

    T draw(Draw draw) {
        return at(draw.unit());
    }

    /** The value at a place among all, from 0 to 1, where each takes up its share in the order of their naming. */
    T at(double place) {
        double at = place * total();
        for (int i = 0; i < bounds.length - 1; i++) {
            if (at < bounds[i]) {
                return values.get(i);
            }
        }
        return values.get(values.size() - 1);
    }

    private double total() {
        return bounds.length == 0 ? 0 : bounds[bounds.length - 1];
    }
}
