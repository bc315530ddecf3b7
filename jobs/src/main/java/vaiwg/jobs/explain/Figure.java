package vaiwg.jobs.explain;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vaiwg.engine.panes.FigureDays;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.catalogue.Window;

/**
 * A figure as tables name it.
 *
 * @param window the index of one of the column's windows
 * @param row one of its slice rows
 */
public record Figure(String force, Column column, int window, int row) {
    /**
     * @param slice as tables have it, {@code theme=rape}; empty for the total
     * @throws IllegalArgumentException in one sentence, where nothing is counted under it
     */
    public static Figure find(
            Catalogue catalogue, String force, String kpi, String basis, String window, String slice) {
        List<Column> ofMeasure =
                of(catalogue.columns(), column -> column.measure().slug(), kpi);
        if (ofMeasure.isEmpty()) {
            throw new IllegalArgumentException("There is no measure " + kpi + ": ./vaiwg kpis lists them.");
        }
        Measure measure = ofMeasure.get(0).measure();
        if (measure.standard().isPresent()
                || measure.estimates().stream().anyMatch(one -> one.slug().equals(basis))) {
            throw new IllegalArgumentException(
                    "This figure is calculated from others and counts no case itself: name one by a counted basis, as ./vaiwg kpis has them.");
        }
        List<Column> onBasis = require(of(ofMeasure, column -> column.basis().slug(), basis), ofMeasure, kpi, "basis");
        return onBasis.stream()
                .flatMap(column -> find(force, column, window, slice).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s is not published by %s over %s for %s: its windows are %s; ./vaiwg kpis has its slices."
                                .formatted(
                                        kpi,
                                        basis,
                                        window,
                                        slice.isEmpty() ? "the total" : slice,
                                        onBasis.stream()
                                                .flatMap(column -> column.windows().stream())
                                                .map(Window::slug)
                                                .distinct()
                                                .collect(Collectors.joining(", ")))));
    }

    private static List<Column> of(List<Column> columns, Function<Column, String> name, String wanted) {
        return columns.stream()
                .filter(column -> name.apply(column).equals(wanted))
                .toList();
    }

    private static List<Column> require(List<Column> found, List<Column> all, String kpi, String what) {
        if (found.isEmpty()) {
            throw new IllegalArgumentException("%s has no such %s: choose %s."
                    .formatted(
                            kpi,
                            what,
                            all.stream()
                                    .map(column -> column.basis().slug())
                                    .distinct()
                                    .collect(Collectors.joining(", "))));
        }
        return found;
    }

    private static Optional<Figure> find(String force, Column column, String window, String slice) {
        return windows(column, window)
                .flatMap(index -> IntStream.range(0, column.rows().size())
                        .filter(row -> Slice.of(column.dimensions(row)).equals(slice))
                        .mapToObj(row -> new Figure(force, column, index, row)))
                .findFirst();
    }

    private static Stream<Integer> windows(Column column, String window) {
        return IntStream.range(0, column.windows().size())
                .filter(index -> column.windows().get(index).slug().equals(window))
                .boxed();
    }

    public String slice() {
        return Slice.of(column.dimensions(row));
    }

    /** Which days it adds up at the midnight that begins a day. */
    public FigureDays days(int cutOff) {
        return new FigureDays(column, window, cutOff);
    }

    /** Whether its denominator is a population's number, which no case makes. */
    public boolean isForPeople() {
        return column.measure().population().isPresent();
    }

    /** As it is said in a line: measure, basis, window, slice. */
    public String name() {
        return String.join(
                        " ",
                        column.measure().slug(),
                        column.basis().slug(),
                        column.windows().get(window).slug(),
                        slice())
                .strip();
    }
}
