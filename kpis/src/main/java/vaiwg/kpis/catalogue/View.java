package vaiwg.kpis.catalogue;

import static vaiwg.kpis.catalogue.Basis.Kind.ASSIGNED;
import static vaiwg.kpis.catalogue.Basis.Kind.MATURED;
import static vaiwg.kpis.catalogue.Basis.Kind.RECORDED;
import static vaiwg.kpis.catalogue.Basis.Kind.SETTLED;
import static vaiwg.kpis.catalogue.Basis.Kind.STOCK;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** By which basis, and over which window, a figure is read. */
public record View(Basis basis, Window window) {
    private static final Window YEAR = Window.days(365);
    private static final Window YEAR_OF_MONTHS = Window.months(12);
    /** Revised figures first; frozen ones only where there are no others. Figures to date are for nobody to read. */
    private static final List<Basis.Kind> PREFERRED = List.of(SETTLED, RECORDED, ASSIGNED, MATURED);

    private static final Comparator<View> SHORTEST_HORIZON = Comparator.comparingInt(view -> view.basis.horizon());
    private static final Comparator<View> LONGEST_WINDOW = Comparator.comparingInt(view -> -view.window.length());

    /**
     * How a figure is read where a source knows days and nothing else is declared: settled over 365 days, else recorded or assigned over
     * 365 days, else frozen over 365 days, else as a stock, else over its longest window. Of several horizons it is the shortest, which
     * its charts show too.
     *
     * @return empty where it is known by the month only
     */
    static Optional<View> byDay(Map<Basis, List<Window>> readable) {
        List<View> views =
                views(readable).filter(view -> !view.basis.isMonthly()).toList();
        return first(views, YEAR)
                .or(() -> views.stream()
                        .filter(view -> view.basis.kind() == STOCK)
                        .findFirst())
                .or(() -> longest(views));
    }

    /**
     * The same where a source knows months only: over twelve months, settled at the horizon that is charted.
     *
     * @return empty where it needs days
     */
    static Optional<View> byMonth(Map<Basis, List<Window>> readable) {
        List<View> views = views(readable)
                .filter(view -> view.basis.isMonthly())
                .filter(view -> view.basis.kind() != SETTLED || view.basis.horizon() == ChartPlan.MONTHS_TO_SETTLE)
                .toList();
        return first(views, YEAR_OF_MONTHS).or(() -> longest(views));
    }

    private static Optional<View> first(List<View> views, Window window) {
        return PREFERRED.stream()
                .flatMap(kind -> views.stream()
                        .filter(view -> view.basis.kind() == kind && view.window.equals(window))
                        .sorted(SHORTEST_HORIZON))
                .findFirst();
    }

    private static Optional<View> longest(List<View> views) {
        return views.stream().min(LONGEST_WINDOW.thenComparing(SHORTEST_HORIZON));
    }

    private static Stream<View> views(Map<Basis, List<Window>> readable) {
        return readable.entrySet().stream()
                .filter(entry -> entry.getKey().matures())
                .flatMap(entry -> entry.getValue().stream().map(window -> new View(entry.getKey(), window)));
    }
}
