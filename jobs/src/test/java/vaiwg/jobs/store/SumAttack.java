package vaiwg.jobs.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a reader can reckon from the counts that are shown, by sums: each count lies between a least and a greatest number, and whatever adds up
 * narrows them, until nothing does any more. It knows nothing of how it was chosen what is shown.
 */
final class SumAttack {
    private static final int ANY = 1_000_000;
    private static final List<String> EXCLUSIVE = List.of("rape", "other_sexual", "stalking_harassment");

    private final Map<String, int[]> bounds = new HashMap<>();
    private final List<Sum> sums = new ArrayList<>();

    /** Parts are the whole. */
    private record Sum(String whole, List<String> parts) {}

    /** A row of the view. */
    void shown(String kpi, String slice, int numerator, String denominator) {
        if (kpi.equals("recorded")) {
            known("whole|" + slice, numerator);
            return;
        }
        known(kpi + "|" + slice, numerator);
        known("whole|" + slice, Integer.parseInt(denominator));
    }

    void known(String count, int number) {
        bounds.put(count, new int[] {number, number});
    }

    /** Uses all that adds up of the counts that there are: one that has no row is none. */
    void relate(Collection<String> counts) {
        for (String count : counts) {
            String measure = count.substring(0, count.indexOf('|'));
            String slice = count.substring(count.indexOf('|') + 1);
            if (!measure.equals("whole")) {
                sums.add(new Sum("whole|" + slice, List.of(count, "rest of " + count)));
            }
            for (String kind : measure.equals("whole") ? List.of("") : List.of("", "rest of ")) {
                String number = kind + measure + "|";
                for (String dimension : List.of("lpa=", "ethnicity=")) {
                    List<String> parts = counts.stream()
                            .filter(part -> part.startsWith(measure + "|" + dimension) && part.endsWith(";" + slice))
                            .map(part -> kind + part)
                            .toList();
                    if (!slice.isEmpty() && !parts.isEmpty()) {
                        sums.add(new Sum(number + slice, parts));
                    }
                }
                if (slice.isEmpty()) {
                    themes(counts, measure, number);
                }
            }
        }
        narrow();
    }

    private void themes(Collection<String> counts, String measure, String number) {
        List<String> all = new ArrayList<>();
        for (String theme : EXCLUSIVE) {
            if (counts.contains(measure + "|theme=" + theme)) {
                all.add(number + "theme=" + theme);
            }
        }
        // Domestic abuse of no other theme, which is a part of all domestic abuse.
        boolean abuse = counts.contains(measure + "|theme=domestic_abuse");
        if (abuse) {
            all.add(number + "only abuse");
            sums.add(
                    new Sum(number + "theme=domestic_abuse", List.of(number + "only abuse", number + "abuse besides")));
        }
        sums.add(new Sum(number, all));
        for (String part : List.of("domestic_abuse", "vaiwg_female")) {
            if (counts.contains(measure + "|theme=" + part)) {
                sums.add(new Sum(number, List.of(number + "theme=" + part, number + "without " + part)));
            }
        }
        List<String> detail = counts.stream()
                .filter(count ->
                        count.equals(measure + "|theme=stalking") || count.equals(measure + "|theme=harassment"))
                .map(count -> number + count.substring(count.indexOf('|') + 1))
                .toList();
        if (!detail.isEmpty()) {
            sums.add(new Sum(number + "theme=stalking_harassment", detail));
        }
    }

    private void narrow() {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Sum sum : sums) {
                moved |= narrow(sum);
            }
        }
    }

    private boolean narrow(Sum sum) {
        int least = 0;
        int most = 0;
        for (String part : sum.parts()) {
            least += of(part)[0];
            most = Math.min(ANY, most + of(part)[1]);
        }
        boolean moved = narrow(sum.whole(), least, most);
        for (String part : sum.parts()) {
            int[] own = of(part);
            int lower = most >= ANY ? 0 : of(sum.whole())[0] - (most - own[1]);
            int upper = of(sum.whole())[1] >= ANY ? ANY : of(sum.whole())[1] - (least - own[0]);
            moved |= narrow(part, lower, upper);
        }
        return moved;
    }

    private boolean narrow(String count, int lower, int upper) {
        int[] own = of(count);
        boolean moved = lower > own[0] || upper < own[1];
        own[0] = Math.max(own[0], lower);
        own[1] = Math.min(own[1], upper);
        if (own[0] > own[1]) {
            throw new IllegalStateException(count + " cannot be");
        }
        return moved;
    }

    private int[] of(String count) {
        return bounds.computeIfAbsent(count, none -> new int[] {0, ANY});
    }

    /** How many numbers are possible. */
    int possible(String count) {
        return of(count)[1] - of(count)[0] + 1;
    }
}
