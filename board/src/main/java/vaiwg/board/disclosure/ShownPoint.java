package vaiwg.board.disclosure;

import vaiwg.board.report.BlockChart;
import vaiwg.board.report.BlockPoint;
import vaiwg.board.report.ScoreRow;
import vaiwg.board.report.Unit;
import vaiwg.kpis.suppression.FigureKey;

/** A point of a chart or of a sparkline, by what it is of: the same point is drawn in several places. */
record ShownPoint(String kpi, String slice, Unit unit, BlockPoint point) {
    static ShownPoint of(ScoreRow row, BlockPoint point) {
        return new ShownPoint(
                row.figure().kpi(), row.figure().slice(), row.figure().unit(), point);
    }

    static ShownPoint of(BlockChart chart, BlockPoint point) {
        return new ShownPoint(chart.kpi(), chart.slice(), chart.unit(), point);
    }

    FigureKey key() {
        return new FigureKey(kpi, unit + " from " + point.firstDay() + " to " + point.lastDay(), slice);
    }
}
