package vaiwg.board.report;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vaiwg.board.figures.SignalChange;
import vaiwg.board.figures.SignalCourse;
import vaiwg.kpis.catalogue.Movement;

/**
 * Signals that are taken to have one cause.
 *
 * @param areas the policing areas where alone it shows; none where it shows in the whole force
 * @param theme empty where all themes, or several, show it
 * @param concern what they are about
 * @param movement the way in which the figures moved
 */
record SignalCause(List<String> areas, String theme, String concern, Movement movement, List<SignalCourse> signals) {
    boolean isOfAreas() {
        return !areas.isEmpty();
    }

    /** The first day of what the signal rests on that was raised first: a later one may rest on more, of which the cause is a part. */
    LocalDate since() {
        return oldest().since();
    }

    LocalDate raisedOn() {
        return oldest().asAt();
    }

    /** Its signals in the order in which they were raised: the first is the one that its matter is known by. */
    Stream<SignalCourse> oldestFirst() {
        return signals.stream()
                .sorted(Comparator.comparing(SignalCourse::raisedOn)
                        .thenComparing(signal -> signal.first().since())
                        .thenComparing(SignalCourse::id));
    }

    private SignalChange oldest() {
        return oldestFirst().findFirst().orElseThrow().first();
    }

    boolean hasState(String state) {
        return signals.stream().anyMatch(signal -> signal.newest().state().equals(state));
    }

    /** Whether any of its signals ever had a state. */
    boolean hasBeen(String state) {
        return signals.stream()
                .flatMap(signal -> signal.changes().stream())
                .anyMatch(change -> change.state().equals(state));
    }

    /** Whether two are about the same. */
    boolean isAlike(SignalCause other) {
        return areas.equals(other.areas)
                && theme.equals(other.theme)
                && concern.equals(other.concern)
                && movement == other.movement;
    }

    /** How many charts show it. */
    int charts() {
        return (int) signals.stream().map(SignalCourse::key).distinct().count();
    }
}
