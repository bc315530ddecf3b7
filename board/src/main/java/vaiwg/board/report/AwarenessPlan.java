package vaiwg.board.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vaiwg.kpis.catalogue.Benchmark;
import vaiwg.kpis.catalogue.Benchmarks;

/**
 * The plan of places on the EASI programme: a straight line to its target.
 *
 * @param from the first day of its time
 * @param days how long that is
 * @param places the target
 */
record AwarenessPlan(LocalDate from, int days, double places) {
    static final String PLACES = "easi_places_filled";
    private static final String PLANNED = "easi_places_12m";
    private static final int A_YEAR = 365;
    private static final int EVALUATIONS = 3;

    /** Over the time that the target names, or else over a year from the first place filled; empty where there is no target. */
    static Optional<AwarenessPlan> of(Benchmarks benchmarks, LocalDate asAt, Optional<LocalDate> firstPlace) {
        return benchmarks.of(PLANNED, "", asAt).stream()
                .filter(entry -> entry.kind() == Benchmark.Kind.TARGET && entry.isComparable())
                .reduce((earlier, later) -> later)
                .flatMap(target -> target.from().or(() -> firstPlace).map(from -> of(target, from)));
    }

    private static AwarenessPlan of(Benchmark target, LocalDate from) {
        int days = target.from().isPresent() && target.to().isPresent()
                ? (int) (target.to().get().toEpochDay() - from.toEpochDay()) + 1
                : A_YEAR;
        return new AwarenessPlan(from, days, target.value());
    }

    /** The ends of its thirds. */
    List<LocalDate> evaluations() {
        return IntStream.rangeClosed(1, EVALUATIONS)
                .mapToObj(third -> from.plusDays((long) days * third / EVALUATIONS))
                .toList();
    }

    /** How many places it has by a day. */
    double at(LocalDate day) {
        double elapsed = day.toEpochDay() - from.toEpochDay();
        return Math.max(0, Math.min(places, places * elapsed / days));
    }
}
