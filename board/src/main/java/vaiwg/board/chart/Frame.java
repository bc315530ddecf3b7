package vaiwg.board.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import vaiwg.board.Days;
import vaiwg.board.chart.Svg.Anchor;
import vaiwg.board.report.NumberText;
import vaiwg.board.report.Unit;

/**
 * Where on a picture a day and a value are.
 *
 * @param left, right, top, bottom of the plot
 * @param base where the time axis is: at the bottom, or below it where something stands between
 * @param from the first day
 * @param until the day after the last
 */
record Frame(
        double left, double right, double top, double bottom, double base, LocalDate from, LocalDate until, Axis axis) {
    /** The least distance of numbers that can be read. */
    private static final double A_NUMBER = 12;

    double x(LocalDate day) {
        return left + (right - left) * ChronoUnit.DAYS.between(from, day) / ChronoUnit.DAYS.between(from, until);
    }

    /** The middle of a period of whole days. */
    double middle(LocalDate firstDay, LocalDate lastDay) {
        return (x(firstDay) + x(lastDay.plusDays(1))) / 2;
    }

    double y(double value) {
        return bottom - (bottom - top) * (value - axis.low()) / axis.span();
    }

    /** Lines and numbers of the value axis, as many as there is room for; the highest has the unit where it is short. */
    void values(Svg svg, Unit unit) {
        List<Double> ticks = axis.ticks();
        int every = (int) Math.ceil(A_NUMBER * (ticks.size() - 1) / (bottom - top));
        for (int i = (ticks.size() - 1) % Math.max(1, every); i < ticks.size(); i += Math.max(1, every)) {
            double tick = ticks.get(i);
            double y = y(tick);
            svg.line(Ink.GRID, left, y, right, y);
            boolean highest = tick > axis.high() - axis.step() / 2;
            String text = NumberText.tick(tick, unit, axis.step()) + (highest && unit == Unit.SHARE ? "%" : "");
            svg.text(Ink.TEXT_QUIET, Anchor.END, left - 6, y + 4, text);
        }
    }

    /** The time axis with a tick at each quarter's first day; where there is no room for every label, years have one. */
    void quarters(Svg svg) {
        svg.line(Ink.AXIS_LINE, left, base, right, base);
        List<LocalDate> quarters = quarterStarts();
        boolean room = quarters.size() < 2 || (right - left) / quarters.size() >= 40;
        double free = left - 40;
        for (LocalDate day : quarters) {
            double x = x(day);
            svg.line(Ink.AXIS_LINE, x, base, x, base + 4);
            String text = room ? Days.tick(day) : String.valueOf(day.getYear());
            double half = Svg.width(text) / 2;
            boolean named = room || day.getMonthValue() == 1 || (day == quarters.get(0) && day.getMonthValue() < 7);
            if (named && x - half >= free) {
                svg.text(Ink.TEXT_QUIET, Anchor.MIDDLE, x, base + 18, text);
                free = x + half + 4;
            }
        }
    }

    private List<LocalDate> quarterStarts() {
        List<LocalDate> starts = new ArrayList<>();
        LocalDate day = from.withDayOfMonth(1).withMonth(3 * ((from.getMonthValue() - 1) / 3) + 1);
        for (; day.isBefore(until); day = day.plusMonths(3)) {
            if (!day.isBefore(from)) {
                starts.add(day);
            }
        }
        return starts;
    }
}
