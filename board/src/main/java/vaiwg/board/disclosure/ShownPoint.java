package vaiwg.board.disclosure;

import java.util.ArrayList;
import java.util.List;
import vaiwg.board.report.AreaPage;
import vaiwg.board.report.BlockChart;
import vaiwg.board.report.BlockPoint;
import vaiwg.board.report.CharacteristicsPage;
import vaiwg.board.report.Report;
import vaiwg.board.report.ScoreRow;
import vaiwg.board.report.Summary;
import vaiwg.board.report.Unit;

/** A point of a chart or of a sparkline, by what it is of: the same point is drawn in several places. */
record ShownPoint(String kpi, String slice, Unit unit, BlockPoint point) {
    static List<ShownPoint> of(Report report) {
        List<ShownPoint> points = new ArrayList<>();
        for (Summary.Group group : report.summary().groups()) {
            group.rows().forEach(row -> points.addAll(of(row)));
        }
        for (AreaPage area : report.areas()) {
            area.main().ifPresent(chart -> points.addAll(of(chart)));
            area.multiples().forEach(chart -> points.addAll(of(chart)));
            area.figures().forEach(row -> points.addAll(of(row)));
        }
        report.governance().ifPresent(page -> page.figures().forEach(row -> points.addAll(of(row))));
        report.characteristics().flatMap(CharacteristicsPage::chart).ifPresent(chart -> points.addAll(of(chart)));
        return points;
    }

    private static List<ShownPoint> of(ScoreRow row) {
        return row.spark().stream().map(point -> of(row, point)).toList();
    }

    static ShownPoint of(ScoreRow row, BlockPoint point) {
        return new ShownPoint(
                row.figure().kpi(), row.figure().slice(), row.figure().unit(), point);
    }

    private static List<ShownPoint> of(BlockChart chart) {
        List<ShownPoint> points = new ArrayList<>();
        chart.points().forEach(point -> points.add(of(chart, point)));
        chart.sameWeeksAYearBefore().ifPresent(point -> points.add(of(chart, point)));
        return points;
    }

    static ShownPoint of(BlockChart chart, BlockPoint point) {
        return new ShownPoint(chart.kpi(), chart.slice(), chart.unit(), point);
    }

    boolean isOfSamePeriod(ShownPoint other) {
        return kpi.equals(other.kpi)
                && slice.equals(other.slice)
                && unit == other.unit
                && point.firstDay().equals(other.point.firstDay())
                && point.lastDay().equals(other.point.lastDay());
    }
}
