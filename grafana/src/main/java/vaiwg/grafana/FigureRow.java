package vaiwg.grafana;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Dimension;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Placement;
import vaiwg.kpis.catalogue.SliceFamily;
import vaiwg.kpis.catalogue.Variant;
import vaiwg.kpis.catalogue.View;

/**
 * A figure that a dashboard shows: how it is read, and the chart that judges it.
 *
 * @param view as the report reads it
 * @param chart the basis of its control chart, that of the figure itself where there is one; empty where it is not charted
 * @param name as rows of tables and titles call it
 */
record FigureRow(Measure measure, View view, Optional<Basis> chart, String name, Slice slice) {
    /** What a row shows of a figure: the slice of a part where it has no total, and what the row calls that. */
    private record Part(String slice, String name) {
        static Stream<Part> of(Measure measure) {
            if (measure.slices().contains(SliceFamily.HEADLINE)) {
                return Stream.of(new Part("headline=charge_rate", ": charge rate"));
            }
            Optional<Variant> forAll = measure.dimension().flatMap(Dimension::forAll);
            List<Optional<Variant>> shown = forAll.isPresent() ? List.of(forAll) : measure.variants();
            return shown.stream()
                    .map(variant -> variant.map(value -> new Part(value.slice(), ": " + value.title()))
                            .orElse(new Part("", "")));
        }

        Slice read() {
            return slice.isEmpty() ? Slice.CHOSEN : Slice.ofVariant(slice);
        }
    }

    /** Of a measure as its area shows it, a row for each value of its dimension; none where it is restricted or known by the month only. */
    static Stream<FigureRow> of(Measure measure) {
        if (measure.isRestricted()) {
            return Stream.empty();
        }
        Optional<Basis> chart = measure.chartedAsRead().or(measure::chartedByDay);
        Placement placement = measure.placement();
        return measure.readByDay().stream()
                .flatMap(view -> Part.of(measure)
                        .map(part -> new FigureRow(
                                measure,
                                view,
                                chart,
                                placement.isOnPageOne() ? placement.name() : measure.shortTitle() + part.name(),
                                part.read())));
    }

    /** Of a restricted measure, which has no chart; none where it is known by the month only. */
    static Stream<FigureRow> ofConduct(Measure measure) {
        return measure.readByDay().stream()
                .flatMap(view -> Part.of(measure)
                        .map(part -> new FigureRow(
                                measure, view, Optional.empty(), measure.shortTitle() + part.name(), part.read())));
    }

    FigureRow in(Slice other, String otherName) {
        return new FigureRow(measure, view, chart, otherName, other);
    }

    /** Beside the chart of the shortest horizon, the only one that stalking and harassment have apart from each other. */
    FigureRow chartedByDetail() {
        return new FigureRow(measure, view, measure.chartedByDay(), name, slice);
    }

    /** The name with an arrow for the better direction. */
    String arrowed() {
        return name
                + switch (measure.direction()) {
                    case RISING -> " ↑";
                    case FALLING -> " ↓";
                    case NONE -> " ↕";
                };
    }

    /** What a value is multiplied by to be shown: shares in percent, rates for each 100, 1,000 or 10,000. */
    int factor() {
        return switch (measure.kind()) {
            case SHARE, RATE -> 100;
            case POPULATION_RATE -> measure.readPer();
            case COUNT, PERCENTILE -> 1;
        };
    }

    /** Whether it is a part of a whole. */
    boolean isShare() {
        return measure.kind() == Measure.Kind.SHARE;
    }

    /** Its row among the VALUES of {@link FigureSql}. */
    String values(int place) {
        return Stream.of(
                        String.valueOf(place),
                        quoted(arrowed()),
                        quoted(measure.slug()),
                        quoted(view.basis().slug()),
                        quoted(view.window().slug()),
                        quoted(chart.map(Basis::slug).orElse("")),
                        String.valueOf(factor()),
                        String.valueOf(measure.isShownAsCount()),
                        String.valueOf(slice.isOfTheme()),
                        String.valueOf(measure.slices().contains(SliceFamily.LPA)),
                        String.valueOf(measure.slices().stream()
                                .anyMatch(family -> family.isOfAreas() && family != SliceFamily.LPA)),
                        "ARRAY[" + String.join(", ", slice.candidates()) + "]")
                .reduce((one, next) -> one + ", " + next)
                .map(row -> "(" + row + ")")
                .orElseThrow();
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
