package vaiwg.board.grafana;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Window;

/**
 * How boards show a measure: on one basis and over one window. Of those that go to Prometheus it is the longest window on the first
 * basis declared, else likewise of all; measures of archives are for archives alone and are not shown.
 */
record Shown(Measure measure, Basis basis, Window window) {
    static Optional<Shown> of(Measure measure) {
        return all(measure)
                .filter(shown -> measure.isOnBoards(shown.basis(), shown.window()))
                .max(byLength())
                .or(() -> all(measure).max(byLength()));
    }

    /** Whether the values can be pushed to Prometheus and asked for there. */
    boolean isLive() {
        return measure.isOnBoards(basis, window);
    }

    /** Whether history can be summed from days: a stock and who is present have no days, a percentile no sums. */
    boolean isSummable() {
        return !measure.isPresence()
                && basis.kind() != Basis.Kind.STOCK
                && basis.kind() != Basis.Kind.MATURED
                && (measure.kind() == Measure.Kind.SHARE || measure.kind() == Measure.Kind.COUNT);
    }

    private static Stream<Shown> all(Measure measure) {
        return measure.bases().entrySet().stream()
                .filter(basis -> !basis.getKey().isMonthly())
                .flatMap(basis -> basis.getValue().stream().map(window -> new Shown(measure, basis.getKey(), window)));
    }

    /** Of those that are alike, {@code max} takes the first. */
    private static Comparator<Shown> byLength() {
        return Comparator.comparingInt(shown -> shown.window().length());
    }
}
