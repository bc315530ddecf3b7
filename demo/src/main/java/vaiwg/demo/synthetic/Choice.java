package vaiwg.demo.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Values with their shares, from which one is drawn; null may be one of them. */
final class Choice {
    private static final String REST = "rest";

    private final List<String> values = new ArrayList<>();
    private final double[] bounds;

    /** @param shares relative to their sum; {@code rest} is what remains to one */
    Choice(Map<?, ?> shares) {
        bounds = new double[shares.size()];
        shares.forEach((value, said) -> {
            double before = total();
            double share = REST.equals(said) ? 1 - before : ((Number) said).doubleValue();
            if (!(share > 0)) {
                throw new IllegalArgumentException("the share of " + value + " must be greater than zero");
            }
            bounds[values.size()] = before + share;
            values.add(value == null ? null : value.toString());
        });
    }

    /** The share of a value among all; 0 where it is none of them. */
    double share(String value) {
        int at = values.indexOf(value);
        return at < 0 ? 0 : (bounds[at] - (at == 0 ? 0 : bounds[at - 1])) / total();
    }

    /** The values that have a name, by alphabet. */
    List<String> names() {
        return values.stream().filter(Objects::nonNull).sorted().toList();
    }

    String draw(Draw draw) {
        return at(draw.unit());
    }

    /** The value at a place among all, from 0 to 1, where each takes up its share in the order of their naming. */
    String at(double place) {
        double at = place * total();
        for (int i = 0; i < bounds.length - 1; i++) {
            if (at < bounds[i]) {
                return values.get(i);
            }
        }
        return values.get(values.size() - 1);
    }

    /** A whole number within the value that is drawn, which is a range such as {@code 16-24}. */
    int within(Draw draw) {
        String[] ends = draw(draw).split("-", -1);
        int least = Integer.parseInt(ends[0]);
        return least + draw.below(Integer.parseInt(ends[1]) - least + 1);
    }

    private double total() {
        return values.isEmpty() ? 0 : bounds[values.size() - 1];
    }
}
