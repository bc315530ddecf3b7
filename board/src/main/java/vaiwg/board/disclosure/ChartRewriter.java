package vaiwg.board.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vaiwg.board.report.BlockChart;
import vaiwg.board.report.BlockPoint;

/** A chart without the points that a rule does not draw; a chart of fewer than two points is none. */
final class ChartRewriter {
    private static final int FEWEST = 2;

    private final DisclosureRule rule;
    private final DisclosedTexts words;

    ChartRewriter(DisclosureRule rule) {
        this.rule = rule;
        this.words = new DisclosedTexts(rule.sentences());
    }

    Optional<BlockChart> chart(BlockChart chart) {
        List<BlockPoint> points = new ArrayList<>();
        int baseline = 0;
        for (int i = 0; i < chart.points().size(); i++) {
            Optional<BlockPoint> point =
                    rule.point(ShownPoint.of(chart, chart.points().get(i)));
            point.ifPresent(points::add);
            baseline += point.isPresent() && i < chart.baseline() ? 1 : 0;
        }
        if (points.size() < FEWEST && points.size() < chart.points().size()) {
            return Optional.empty();
        }
        return Optional.of(new BlockChart(
                chart.kpi(),
                chart.slice(),
                words.title(chart.finding(), chart.subtitle()),
                rule.sentences().clean(chart.subtitle()),
                chart.name(),
                chart.unit(),
                points,
                chart.estimates(),
                chart.rebases(),
                dated(chart, points),
                baseline,
                chart.sameWeeksAYearBefore().flatMap(point -> rule.point(ShownPoint.of(chart, point))),
                rule.sentences().clean(chart.alternative())));
    }

    /** Points that are not drawn may be the first. */
    private static List<BlockChart.Dated> dated(BlockChart chart, List<BlockPoint> points) {
        LocalDate first = points.isEmpty() ? LocalDate.MIN : points.get(0).firstDay();
        return chart.dated().stream()
                .map(dated ->
                        new BlockChart.Dated(BlockChart.Dated.mark(dated.day(), first), dated.number(), dated.text()))
                .toList();
    }
}
