package vaiwg.jobs.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vaiwg.kpis.time.LondonDays;

/**
 * A case that moved a figure between two midnights.
 *
 * @param before how it stood at the first
 * @param after how it stands at the second
 * @param cause why, in words
 * @param evidence the record that moved it; none where only its day came into the window, or went out of it
 */
public record Movement(Counted before, Counted after, String cause, Optional<Evidence> evidence) {
    private static final String CAME = "its day came into the window";
    private static final String WENT = "its day went out of the window";

    /** Who moved a figure, by cause. */
    public static List<Movement> between(Figure figure, int first, int second, List<Contributor> contributors) {
        List<Movement> movements = new ArrayList<>();
        for (Contributor contributor : contributors) {
            Counted before = Counted.of(contributor, figure.days(first));
            Counted after = Counted.of(contributor, figure.days(second));
            if (before.numerator() != after.numerator()
                    || before.denominator() != after.denominator()
                    || !before.numbers().equals(after.numbers())) {
                movements.add(of(figure, first, second, before, after));
            }
        }
        movements.sort(Comparator.comparing(Movement::cause)
                .thenComparing(movement -> movement.after().contributor().reference()));
        return movements;
    }

    /** A record that became known in between goes before the window, which moves every day. */
    private static Movement of(Figure figure, int first, int second, Counted before, Counted after) {
        long from = LondonDays.startOf(first);
        long until = LondonDays.startOf(second);
        Optional<Change> last = after.contributor().changes().stream()
                .filter(change -> change.enters() > from && change.enters() <= until)
                .filter(change -> figure.days(first).count(change.day())
                        || figure.days(second).count(change.day()))
                .max(Comparator.comparingLong(Change::enters).thenComparing(Change::evidence));
        String window = before.isIn() && !after.isIn() ? WENT : CAME;
        return new Movement(
                before,
                after,
                last.map(change -> Reasons.words(change.cause())).orElse(window),
                last.map(Change::evidence));
    }

    /** By how much it moved the numerator. */
    public int numerator() {
        return after.numerator() - before.numerator();
    }

    /** By how much it moved the denominator. */
    public int denominator() {
        return after.denominator() - before.denominator();
    }
}
