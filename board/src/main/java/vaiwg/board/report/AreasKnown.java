package vaiwg.board.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.PublishedValue;
import vaiwg.board.figures.Reading;
import vaiwg.kpis.catalogue.Priority;

/**
 * Makes of each figure that is broken down by policing area, by theme where it is within themes, of how many of its cases the area is known.
 * Protected characteristics by area have a row of their own for an unknown one.
 */
final class AreasKnown {
    private static final String AREA = "lpa";
    private static final String UNKNOWN = "unknown";

    private final Material material;

    AreasKnown(Material material) {
        this.material = material;
    }

    List<AreaKnown> rows() {
        return Arrays.stream(Priority.values())
                .flatMap(area -> material.dictionary().ofArea(area.slug()).stream())
                // The whole of a rate of residents is people of the area, not cases.
                .filter(measure -> !measure.restricted() && measure.kind() != MeasureEntry.Kind.POPULATION_RATE)
                .flatMap(measure ->
                        ThemeTable.reading(material, measure).stream().flatMap(reading -> byTheme(measure, reading)))
                .toList();
    }

    private Stream<AreaKnown> byTheme(MeasureEntry measure, Reading reading) {
        var published = material.now().slices(measure.kpi(), reading);
        return Stream.concat(Stream.of(""), Slices.THEMES.stream())
                .map(Slices::ofTheme)
                .filter(slice -> published.stream().anyMatch(other -> isArea(other, slice)))
                .flatMap(slice -> row(measure, reading, slice).stream());
    }

    private static boolean isArea(String slice, String whole) {
        return Slices.part(slice, AREA)
                .filter(area -> slice.equals(Slices.cut(whole, AREA, area)))
                .isPresent();
    }

    private Optional<AreaKnown> row(MeasureEntry measure, Reading reading, String slice) {
        int unknown = cases(measure, reading, Slices.cut(slice, AREA, UNKNOWN));
        int all = cases(measure, reading, slice);
        Figure figure = Figures.of(measure, reading, slice, Optional.of(material.now()), material.asAt());
        return all == 0
                ? Optional.empty()
                : Optional.of(AreaKnown.of(AreaFigures.title(measure, slice), figure, unknown, all));
    }

    /** Zero of zero has no row. */
    private int cases(MeasureEntry measure, Reading reading, String slice) {
        Optional<PublishedValue> value = material.now().find(reading.of(measure.kpi(), slice));
        return value.map(
                        measure.kind() == MeasureEntry.Kind.COUNT
                                ? PublishedValue::numerator
                                : PublishedValue::denominator)
                .orElse(0);
    }
}
