package vaiwg.board.chart;

import java.util.List;
import java.util.stream.Collectors;
import vaiwg.board.comparison.ComparedForce;
import vaiwg.board.comparison.ComparedMeasure;
import vaiwg.board.comparison.ForceMeasure;
import vaiwg.board.text.NumberText;

/** The funnel of forces in one measure, with their names. */
public final class ForceFunnel {
    private static final double HEIGHT = 290;
    private static final double TOP = 8;
    private static final double BOTTOM = 250;
    private static final double AXIS = 40;
    private static final double MARGIN = 6;

    private ForceFunnel() {}

    /** Draws it; the measure has one. */
    public static String draw(ComparedMeasure compared, ComparedMeasure.Curve funnel, double width) {
        ForceMeasure measure = compared.measure();
        Svg svg = Svg.chart("funnel", width, HEIGHT, measure.title() + ": " + compared.finding(), said(compared));
        List<FunnelPlot.Point> points = compared.forces().stream()
                .map(force ->
                        new FunnelPlot.Point(force.force(), force.denominator(), force.value(), force.isOutside()))
                .toList();
        double most = funnel.ranges().get(funnel.ranges().size() - 1).size();
        double from = Math.min(funnel.ranges().get(0).size(), 0.9 * most);
        new FunnelPlot(
                        new FunnelPlot.Field(AXIS, width - MARGIN, TOP, BOTTOM),
                        new FunnelPlot.Scale(measure.unit(), funnel.centre(), measure.sizes(), from, true),
                        funnel.ranges(),
                        points)
                .draw(svg);
        return svg.done();
    }

    private static String said(ComparedMeasure compared) {
        return compared.outside()
                + compared.forces().stream()
                        .filter(ComparedForce::isOutside)
                        .map(force -> " " + force.force() + " "
                                + NumberText.value(
                                        force.value(), compared.measure().unit()) + ", " + force.said() + ".")
                        .collect(Collectors.joining());
    }
}
