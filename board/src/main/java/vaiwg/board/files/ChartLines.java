package vaiwg.board.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vaiwg.board.files.ChartLine.Kind;
import vaiwg.board.report.AreaDots;
import vaiwg.board.report.AreaPage;
import vaiwg.board.report.Backlog;
import vaiwg.board.report.BlockChart;
import vaiwg.board.report.BlockPoint;
import vaiwg.board.report.CharacteristicsPage;
import vaiwg.board.report.Composition;
import vaiwg.board.report.EstimatePoint;
import vaiwg.board.report.GovernancePage;
import vaiwg.board.report.Report;
import vaiwg.board.report.ScoreRow;
import vaiwg.board.report.Summary;
import vaiwg.board.report.Unit;

/** Every drawn number of a report in the order of its pages. */
final class ChartLines {
    private final List<ChartLine> lines = new ArrayList<>();

    private ChartLines() {}

    static List<ChartLine> of(Report report) {
        ChartLines charts = new ChartLines();
        for (Summary.Group group : report.summary().groups()) {
            charts.sparks(Pages.SUMMARY, Pages.HEADLINES, group.rows());
        }
        report.areas().forEach(charts::add);
        report.characteristics().ifPresent(charts::add);
        report.governance().ifPresent(charts::add);
        return List.copyOf(charts.lines);
    }

    private void add(AreaPage area) {
        String page = Pages.of(area);
        area.main().ifPresent(chart -> add(page, chart));
        area.multiples().forEach(chart -> add(page, chart));
        area.composition().ifPresent(whole -> add(page, whole));
        area.areas().forEach(dots -> add(page, dots));
        area.backlogs().forEach(backlog -> add(page, backlog));
        sparks(page, Pages.OTHER_FIGURES, area.figures());
    }

    private void add(CharacteristicsPage characteristics) {
        characteristics.chart().ifPresent(chart -> add(Pages.CHARACTERISTICS, chart));
        characteristics.record().ifPresent(whole -> add(Pages.CHARACTERISTICS, whole));
        characteristics.areas().forEach(dots -> add(Pages.CHARACTERISTICS, dots));
    }

    private void add(GovernancePage governance) {
        for (GovernancePage.Group group : governance.groups()) {
            group.items().forEach(item -> sparks(Pages.GOVERNANCE, item.text(), item.figures()));
        }
    }

    private void sparks(String page, String table, List<ScoreRow> rows) {
        for (ScoreRow row : rows) {
            Position position = new Position(page, table, row.title(), "");
            row.spark().forEach(point -> add(position, Kind.PERIOD, row.figure().unit(), point));
        }
    }

    private void add(String page, BlockChart chart) {
        Position position = new Position(page, chart.finding(), chart.name(), "");
        chart.points().forEach(point -> add(position, Kind.PERIOD, chart.unit(), point));
        for (EstimatePoint point : chart.estimates()) {
            lines.add(new ChartLine(
                    position,
                    Kind.ESTIMATE,
                    chart.unit(),
                    point.firstDay(),
                    point.lastDay(),
                    point.value(),
                    point.lower(),
                    Double.NaN,
                    point.upper(),
                    null,
                    null,
                    null,
                    true));
        }
        Optional<BlockPoint> before = chart.sameWeeksAYearBefore();
        before.ifPresent(point -> add(position, Kind.SAME_WEEKS_A_YEAR_BEFORE, chart.unit(), point));
    }

    private void add(Position position, Kind kind, Unit unit, BlockPoint point) {
        lines.add(new ChartLine(
                position,
                kind,
                unit,
                point.firstDay(),
                point.lastDay(),
                point.value(),
                point.lower(),
                point.centre(),
                point.upper(),
                point.numerator(),
                point.denominator(),
                point.verdict().verdict(),
                point.trial()));
    }

    private void add(String page, Backlog backlog) {
        Position position = new Position(page, backlog.title(), backlog.title(), "");
        for (Backlog.Level level : backlog.periods()) {
            lines.add(new ChartLine(
                    position,
                    Kind.LEVEL,
                    Unit.COUNT,
                    null,
                    level.day(),
                    level.number(),
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    level.number(),
                    null,
                    null,
                    false));
        }
    }

    private void add(String page, Composition whole) {
        for (Composition.Bar bar : whole.bars()) {
            for (int i = 0; i < bar.shares().size(); i++) {
                Position position = new Position(
                        page, whole.title(), bar.title(), whole.parts().get(i));
                add(
                        position,
                        Kind.PART,
                        Unit.SHARE,
                        bar.shares().get(i),
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        null,
                        bar.of());
            }
        }
    }

    private void add(String page, AreaDots dots) {
        for (AreaDots.Column column : dots.columns()) {
            for (AreaDots.Dot dot : column.dots()) {
                Position position = new Position(page, dots.finding(), dot.title(), column.title());
                Unit unit = dot.figure().unit();
                double value = FigureNumbers.value(dot.figure());
                Integer numerator = FigureNumbers.numerator(dot.figure());
                Integer denominator = FigureNumbers.denominator(dot.figure());
                double centre = column.centre();
                add(
                        position,
                        Kind.RANGE_19_OF_20,
                        unit,
                        value,
                        dot.lower95(),
                        centre,
                        dot.upper95(),
                        numerator,
                        denominator);
                add(
                        position,
                        Kind.RANGE_499_OF_500,
                        unit,
                        value,
                        dot.lower998(),
                        centre,
                        dot.upper998(),
                        numerator,
                        denominator);
            }
        }
    }

    private void add(
            Position position,
            Kind kind,
            Unit unit,
            double value,
            double lower,
            double centre,
            double upper,
            Integer numerator,
            Integer denominator) {
        lines.add(new ChartLine(
                position, kind, unit, null, null, value, lower, centre, upper, numerator, denominator, null, false));
    }
}
