package vaiwg.jobs.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import vaiwg.engine.panes.FigureDays;
import vaiwg.kpis.time.LondonDays;

/**
 * How one contributor stands in a figure at a midnight.
 *
 * @param numerator how often it counts in the numerator; in a percentile with how many numbers
 * @param denominator likewise in the denominator
 * @param days the days on which it counts
 * @param numbers of which the percentile is taken
 * @param deciding what its records did to it by then, the first first
 */
public record Counted(
        Contributor contributor,
        int numerator,
        int denominator,
        List<Integer> days,
        List<Integer> numbers,
        List<Decision> deciding) {
    /**
     * What a record decided.
     *
     * @param day from which on that counts
     * @param why in words
     */
    public record Decision(Evidence evidence, int day, boolean comes, String why) {}

    private record Place(int day, int number, boolean numbered) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return Comparator.comparingInt(Place::day)
                    .thenComparingInt(Place::number)
                    .thenComparing(Place::numbered)
                    .compare(this, other);
        }
    }

    static Counted of(Contributor contributor, FigureDays midnight) {
        TreeMap<Place, int[]> places = new TreeMap<>();
        List<Decision> deciding = new ArrayList<>();
        long instant = LondonDays.startOf(midnight.cutOff());
        List<Change> changes = new ArrayList<>(contributor.changes());
        changes.sort(Comparator.comparingLong(Change::enters).thenComparing(Change::evidence));
        for (Change change : changes) {
            if (change.enters() <= instant && midnight.count(change.day())) {
                int[] sums = places.computeIfAbsent(
                        new Place(change.day(), change.number(), change.times() != 0), place -> new int[3]);
                sums[0] += change.numerator() * midnight.numeratorTimes(change.day());
                sums[1] += change.denominator() * midnight.denominatorTimes(change.day());
                sums[2] += change.times();
                deciding.add(new Decision(
                        change.evidence(),
                        LondonDays.dayOf(change.enters()),
                        change.comes(),
                        Reasons.words(change.cause())));
            }
        }
        return standing(contributor, places, deciding.stream().distinct().toList());
    }

    private static Counted standing(Contributor contributor, TreeMap<Place, int[]> places, List<Decision> deciding) {
        int numerator = 0;
        int denominator = 0;
        List<Integer> days = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (var place : places.entrySet()) {
            int[] sums = place.getValue();
            numerator += sums[0] + sums[2];
            denominator += sums[1] + sums[2];
            if (sums[0] != 0 || sums[1] != 0 || sums[2] != 0) {
                days.add(place.getKey().day());
            }
            for (int time = 0; time < sums[2]; time++) {
                numbers.add(place.getKey().number());
            }
        }
        return new Counted(
                contributor, numerator, denominator, days.stream().distinct().toList(), numbers, deciding);
    }

    /** Whether it counts in the figure at all. */
    public boolean isIn() {
        return numerator != 0 || denominator != 0;
    }

    /** Whether it is in the numerator; in a percentile, which has none, whether it counts. */
    public boolean isInNumerator() {
        return numerator != 0;
    }

    /** What was decided last. */
    public Optional<Decision> last() {
        return deciding.isEmpty() ? Optional.empty() : Optional.of(deciding.get(deciding.size() - 1));
    }
}
