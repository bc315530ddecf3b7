package vaiwg.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A few cases, and what three measures count of them by slices: two shares of the same cases, and the cases themselves. */
final class SmallTable {
    private static final List<String> EXCLUSIVE = List.of("rape", "other_sexual", "stalking", "harassment", "none");
    private static final List<String> AREAS = List.of("a", "b", "c");
    private static final List<String> GROUPS = List.of("white", "black", "unknown");

    private final Map<String, Integer> counts = new TreeMap<>();

    SmallTable(Random random) {
        int cases = 20 + random.nextInt(120);
        double[] shares =
                random.doubles(EXCLUSIVE.size()).map(share -> share * share).toArray();
        double ended = random.nextDouble();
        double charged = random.nextDouble() / 4;
        double female = 1 - random.nextDouble() / 5;
        double abuse = random.nextDouble();
        boolean withoutOthers = random.nextBoolean();
        for (int i = 0; i < cases; i++) {
            String kind = EXCLUSIVE.get(drawn(random, shares, withoutOthers ? EXCLUSIVE.size() - 1 : EXCLUSIVE.size()));
            List<String> themes = new ArrayList<>(List.of(kind));
            if (kind.equals("stalking") || kind.equals("harassment")) {
                themes.add("stalking_harassment");
            }
            if (kind.equals("none") || random.nextDouble() < abuse) {
                themes.add("domestic_abuse");
            }
            if (random.nextDouble() < female) {
                themes.add("vaiwg_female");
            }
            String area = AREAS.get(random.nextInt(random.nextInt(3) + 1));
            String group = GROUPS.get(random.nextInt(random.nextInt(3) + 1));
            boolean isEnded = random.nextDouble() < ended;
            boolean isCharged = random.nextDouble() < charged;
            count("", isEnded, isCharged);
            for (String theme : themes) {
                if (!theme.equals("none")) {
                    count("theme=" + theme, isEnded, isCharged);
                }
                if (List.of("rape", "other_sexual", "stalking_harassment", "domestic_abuse")
                        .contains(theme)) {
                    count("lpa=" + area + ";theme=" + theme, isEnded, isCharged);
                    count("ethnicity=" + group + ";theme=" + theme, isEnded, isCharged);
                }
            }
        }
    }

    private static int drawn(Random random, double[] shares, int kinds) {
        double sum = 0;
        for (int i = 0; i < kinds; i++) {
            sum += shares[i];
        }
        double left = random.nextDouble() * sum;
        int kind = 0;
        while (kind < kinds - 1 && left >= shares[kind]) {
            left -= shares[kind];
            kind++;
        }
        return kind;
    }

    private void count(String slice, boolean isEnded, boolean isCharged) {
        counts.merge("whole|" + slice, 1, Integer::sum);
        counts.merge("ended|" + slice, isEnded ? 1 : 0, Integer::sum);
        counts.merge("charged|" + slice, isCharged ? 1 : 0, Integer::sum);
    }

    /** By measure and slice, {@code whole} the cases themselves. */
    Map<String, Integer> counts() {
        return counts;
    }

    void insert(DashboardViewsIT published, String asAt, String window, String basis) throws SQLException {
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            String slice = slice(count.getKey());
            boolean isWhole = count.getKey().startsWith("whole");
            published.value(
                    isWhole ? "recorded" : measure(count.getKey()),
                    window,
                    slice,
                    basis,
                    asAt,
                    count.getValue(),
                    isWhole ? null : counts.get("whole|" + slice));
        }
    }

    /** Fails where a small count is known to be one of fewer than five numbers; returns how many are small. */
    int attacked(SumAttack attack, String name) {
        Map<String, Integer> guarded = new LinkedHashMap<>(counts);
        counts.forEach((count, number) -> {
            if (!count.startsWith("whole")) {
                guarded.put("rest of " + count, counts.get("whole|" + slice(count)) - number);
            }
        });
        guarded.putAll(remainders());
        attack.relate(counts.keySet());
        int small = 0;
        for (Map.Entry<String, Integer> count : guarded.entrySet()) {
            if (count.getValue() > 0 && count.getValue() < 5) {
                small++;
                assertThat(attack.possible(count.getKey()))
                        .as(name + ": " + count + " of " + counts)
                        .isGreaterThanOrEqualTo(5);
            }
        }
        return small;
    }

    /** What is left of a total beside its themes is a count too: by the names that the attack gives it. */
    private Map<String, Integer> remainders() {
        Map<String, Integer> left = new LinkedHashMap<>();
        for (String measure : List.of("whole|", "ended|", "charged|")) {
            left.put(
                    measure + "only abuse",
                    of(measure)
                            - of(measure + "theme=rape")
                            - of(measure + "theme=other_sexual")
                            - of(measure + "theme=stalking_harassment"));
            for (String theme : List.of("domestic_abuse", "vaiwg_female")) {
                if (counts.containsKey(measure + "theme=" + theme)) {
                    left.put(measure + "without " + theme, of(measure) - of(measure + "theme=" + theme));
                }
            }
        }
        return left;
    }

    private int of(String count) {
        return counts.getOrDefault(count, 0);
    }

    private static String slice(String count) {
        return count.substring(count.indexOf('|') + 1);
    }

    private static String measure(String count) {
        return count.substring(0, count.indexOf('|'));
    }
}
