package vaiwg.board.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vaiwg.board.chart.Svg.Anchor;
import vaiwg.board.report.Judgement;
import vaiwg.board.report.SignalsPage;
import vaiwg.board.report.Verdict;
import vaiwg.board.text.Dates;

/**
 * Verdicts of two years, one row a chart and one column a period. Head and rows are pictures of their own with the same columns, so that a
 * table can hold them and continue on the next page.
 */
public final class SignalGrid {
    private static final double WIDTH = 470;
    private static final double ROW = 18;

    private SignalGrid() {}

    /** The months above the columns. */
    public static String head(List<LocalDate> periodEnds) {
        Svg svg = Svg.chart("signals", WIDTH, 16, "Months in which periods became known", "");
        double free = -20;
        int quarter = -1;
        for (int i = 0; i < periodEnds.size(); i++) {
            LocalDate day = periodEnds.get(i);
            int its = day.getYear() * 4 + (day.getMonthValue() - 1) / 3;
            if (its == quarter) {
                continue;
            }
            boolean starts = quarter >= 0 || (day.getMonthValue() - 1) % 3 == 0;
            quarter = its;
            String text = Dates.tick(
                    day.withMonth(3 * ((day.getMonthValue() - 1) / 3) + 1).withDayOfMonth(1));
            double half = Svg.width(text) / 2;
            double x = Math.min(x(i, periodEnds.size()), WIDTH - half);
            if (starts && x - half > free) {
                svg.text(Ink.TEXT_QUIET, Anchor.MIDDLE, x, 12, text);
                free = x + half + 4;
            }
        }
        return svg.done();
    }

    /** One chart's verdicts; {@code said} is what they are, in words. */
    public static String row(SignalsPage.Line line, String said) {
        Svg svg = Svg.chart("signals", WIDTH, ROW, said, "");
        for (int i = 0; i < line.verdicts().size(); i++) {
            Optional<Judgement> judgement = line.verdicts().get(i);
            if (judgement.isPresent()) {
                mark(svg, judgement.get().verdict(), x(i, line.verdicts().size()));
            }
        }
        return svg.done();
    }

    private static void mark(Svg svg, Verdict verdict, double x) {
        if (verdict.isSignal()) {
            PointMarks.draw(svg, verdict, x, ROW / 2, 6);
        } else if (verdict == Verdict.NO_LIMITS || verdict == Verdict.TOO_FEW || verdict == Verdict.NOT_CHARTED) {
            svg.circle(Ink.SMALL_RING, x, ROW / 2, 2.6);
        } else {
            svg.circle(Ink.SMALL_DOT, x, ROW / 2, 1.8);
        }
    }

    private static double x(int column, int columns) {
        return 12 + (WIDTH - 24) * column / Math.max(25, columns - 1);
    }
}
