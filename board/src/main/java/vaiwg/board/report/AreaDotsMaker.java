package vaiwg.board.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.board.Digits;
import vaiwg.board.figures.FunnelPoint;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.Reading;
import vaiwg.kpis.catalogue.SliceRows;

/** Makes the dots of policing areas beside the ranges of their size. */
final class AreaDotsMaker {
    private static final double BY_CHANCE = 0.05;
    /** The strategy's, after areas as a whole. */
    private static final List<String> THEMES =
            Stream.concat(Stream.of(""), Slices.THEMES.stream()).toList();

    private final Material material;

    AreaDotsMaker(Material material) {
        this.material = material;
    }

    /** Of a measure as the report reads it; empty where its areas were not compared. */
    Optional<AreaDots> of(MeasureEntry measure) {
        return ThemeTable.reading(material, measure).flatMap(reading -> of(measure, reading));
    }

    /** Of a measure as it is read; empty where its areas were not compared. */
    Optional<AreaDots> of(MeasureEntry measure, Reading reading) {
        List<FunnelPoint> points = material.funnels().stream()
                .filter(point ->
                        point.key().equals(reading.of(measure.kpi(), point.key().slice())))
                .filter(point -> THEMES.contains(point.theme()))
                .toList();
        if (points.isEmpty()) {
            return Optional.empty();
        }
        List<String> areas = bySize(points);
        List<AreaDots.Column> columns = THEMES.stream()
                .map(theme -> points.stream()
                        .filter(point -> point.theme().equals(theme))
                        .toList())
                .filter(column -> !column.isEmpty())
                .map(column -> column(measure, reading, column, areas))
                .toList();
        String finding = finding(ChartNames.of(measure, points.get(0).key()), points);
        return Optional.of(new AreaDots(
                finding,
                Bases.period(reading, material.asAt()) + ".",
                columns,
                outside(points),
                alternative(finding, points, Figures.unit(measure))));
    }

    private static List<String> bySize(List<FunnelPoint> points) {
        Map<String, Integer> sizes = points.stream()
                .collect(Collectors.groupingBy(
                        FunnelPoint::lpa, LinkedHashMap::new, Collectors.summingInt(FunnelPoint::denominator)));
        return sizes.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private AreaDots.Column column(
            MeasureEntry measure, Reading reading, List<FunnelPoint> points, List<String> areas) {
        Map<String, FunnelPoint> byArea = points.stream().collect(Collectors.toMap(FunnelPoint::lpa, point -> point));
        List<AreaDots.Dot> dots = new ArrayList<>();
        for (String area : areas) {
            Map<String, String> dimensions =
                    SliceRows.dimensions(points.get(0).key().slice());
            dimensions.put("lpa", area);
            String slice = SliceRows.text(dimensions);
            Figure figure = Figures.of(measure, reading, slice, Optional.of(material.now()), material.asAt());
            dots.add(byArea.containsKey(area) ? dot(figure, byArea.get(area)) : uncompared(figure, area));
        }
        return new AreaDots.Column(
                Slices.themeTitle(points.get(0).theme()),
                Figures.unit(measure).of(points.get(0).centre()),
                dots);
    }

    private static AreaDots.Dot dot(Figure figure, FunnelPoint point) {
        Unit unit = figure.unit();
        return new AreaDots.Dot(
                Slices.areaTitle(point.lpa()),
                figure,
                unit.of(point.lower95()),
                unit.of(point.upper95()),
                unit.of(point.lower998()),
                unit.of(point.upper998()),
                isBeyond(point),
                isFar(point));
    }

    private static AreaDots.Dot uncompared(Figure figure, String area) {
        return new AreaDots.Dot(
                Slices.areaTitle(area), figure, Double.NaN, Double.NaN, Double.NaN, Double.NaN, false, false);
    }

    private static boolean isBeyond(FunnelPoint point) {
        return point.value() < point.lower95() || point.value() > point.upper95();
    }

    private static boolean isFar(FunnelPoint point) {
        return point.value() < point.lower998() || point.value() > point.upper998();
    }

    private static String finding(String name, List<FunnelPoint> points) {
        List<String> far = points.stream()
                .filter(AreaDotsMaker::isFar)
                .map(AreaDotsMaker::place)
                .toList();
        return name
                + (far.isEmpty()
                        ? ": no policing area stands apart"
                        : ", beyond what chance explains: " + ReportWords.list(far));
    }

    private static String place(FunnelPoint point) {
        String theme = point.theme().isEmpty() ? "" : ", " + ReportWords.lower(Slices.themeTitle(point.theme()));
        return Slices.areaTitle(point.lpa()) + theme + " (" + (point.value() > point.centre() ? "above" : "below")
                + ")";
    }

    private static String outside(List<FunnelPoint> points) {
        int beyond = (int) points.stream().filter(AreaDotsMaker::isBeyond).count();
        double expected = points.size() * BY_CHANCE;
        int least = (int) Math.floor(expected);
        String byChance =
                expected < 1 ? "at most one" : ReportWords.small(least) + " or " + ReportWords.small(least + 1);
        return (beyond == 0 ? "None" : ReportWords.capital(ReportWords.small(beyond))) + " of " + points.size()
                + " dots " + (beyond < 2 ? "lies" : "lie") + " beyond the range of 19 of 20; by chance " + byChance
                + " would.";
    }

    private static String alternative(String finding, List<FunnelPoint> points, Unit unit) {
        String beyond = points.stream()
                .filter(AreaDotsMaker::isBeyond)
                .map(point -> place(point) + ", " + value(point, unit))
                .collect(Collectors.joining("; "));
        return finding + ". " + outside(points)
                + (beyond.isEmpty() ? "" : " Beyond the range of 19 of 20: " + beyond + ".");
    }

    private static String value(FunnelPoint point, Unit unit) {
        return unit == Unit.SHARE
                ? Digits.percent(point.numerator(), point.denominator())
                : Digits.decimal(unit.of(point.value()), 1) + " per " + unit.whole();
    }
}
