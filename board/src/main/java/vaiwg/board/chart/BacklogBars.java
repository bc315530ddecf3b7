package vaiwg.board.chart;

import java.util.List;
import vaiwg.board.chart.Svg.Anchor;
import vaiwg.board.report.Backlog;
import vaiwg.board.text.Dates;
import vaiwg.board.text.NumberText;

/** What was overdue at the end of each period: bars from 0, each with its number; the newest is darker. */
public final class BacklogBars {
    private static final double WIDTH = 341;
    private static final double HEIGHT = 92;
    private static final double TOP = 18;
    private static final double BOTTOM = 70;

    private BacklogBars() {}

    /** Draws them; an empty text where no period is known. */
    public static String draw(Backlog backlog) {
        List<Backlog.Level> levels = backlog.periods();
        if (levels.isEmpty()) {
            return "";
        }
        Svg svg = Svg.chart("backlog", WIDTH, HEIGHT, backlog.title(), backlog.alternative());
        double most = Math.max(
                1, levels.stream().mapToInt(Backlog.Level::number).max().orElseThrow());
        double step = Math.min(40, WIDTH / levels.size());
        double start = WIDTH - step * levels.size();
        int every = labelEvery(levels, step);
        int newest = levels.size() - 1;
        for (int i = 0; i <= newest; i++) {
            Backlog.Level level = levels.get(i);
            double x = start + i * step;
            double height = (BOTTOM - TOP) * level.number() / most;
            svg.rectangle(i == newest ? Ink.BAR_NEWEST : Ink.BAR, x + 0.1 * step, BOTTOM - height, 0.8 * step, height);
            if ((newest - i) % every == 0) {
                Ink ink = i == newest ? Ink.TEXT_STRONG : Ink.TEXT;
                svg.text(ink, Anchor.MIDDLE, x + step / 2, BOTTOM - height - 4, NumberText.count(level.number()));
            }
        }
        svg.line(Ink.AXIS_LINE, start, BOTTOM, WIDTH, BOTTOM);
        days(svg, levels, start, step);
        return svg.done();
    }

    /** Every bar has its number where they fit, else every second or third, always the newest. */
    private static int labelEvery(List<Backlog.Level> levels, double step) {
        double widest = levels.stream()
                .mapToDouble(level -> Svg.width(NumberText.count(level.number())))
                .max()
                .orElseThrow();
        return Math.max(1, (int) Math.ceil((widest + 1) / step));
    }

    /** The newest day at the right, and others as far from one another as their names need. */
    private static void days(Svg svg, List<Backlog.Level> levels, double start, double step) {
        int newest = levels.size() - 1;
        int every = Math.max(1, (int) Math.ceil(70 / step));
        double edge = Double.MAX_VALUE;
        for (int i = newest; i >= 0; i -= every) {
            String text = i == newest
                    ? Dates.briefWithYear(levels.get(i).day())
                    : Dates.brief(levels.get(i).day());
            double half = Svg.width(text) / 2;
            double x = Math.min(start + (i + 0.5) * step, WIDTH - half + 2);
            x = Math.max(x, half - 2);
            if (x + half + 4 <= edge) {
                svg.text(Ink.TEXT_QUIET, Anchor.MIDDLE, x, BOTTOM + 16, text);
                edge = x - half;
            }
        }
    }
}
