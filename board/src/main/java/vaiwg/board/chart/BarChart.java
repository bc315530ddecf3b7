package vaiwg.board.chart;

import java.util.StringJoiner;
import vaiwg.board.chart.Svg.Anchor;
import vaiwg.board.report.Block;
import vaiwg.board.report.Block.Bar;
import vaiwg.kpis.text.Digits;

/** Bars of people or cases: a name and a number above each, which is as long as its part of the whole. */
public final class BarChart {
    private static final double ROW = 23;
    private static final double BAR = 6;

    private BarChart() {}

    /** @param width of the picture, such as 703 of a whole page or 341 of a half */
    public static String draw(Block.Bars bars, double width) {
        Svg svg = Svg.chart("bars", width, ROW * bars.bars().size() + 2, bars.title(), said(bars));
        double most = bars.bars().stream().mapToInt(BarChart::whole).max().orElse(1);
        for (int i = 0; i < bars.bars().size(); i++) {
            Bar bar = bars.bars().get(i);
            double top = ROW * i;
            String number = number(bar);
            svg.text(Ink.TEXT, Anchor.START, 0, top + 12, fitting(bar.title(), width - Svg.width(number) - 12));
            svg.text(Ink.TEXT_STRONG, Anchor.END, width, top + 12, number);
            svg.rectangle(Ink.BAR_GROUND, 0, top + 15, width * whole(bar) / most, BAR);
            svg.rectangle(Ink.BAR, 0, top + 15, Math.max(1, width * bar.number() / most), BAR);
        }
        return svg.done();
    }

    /** The text, or as much of it as fits into a width with an ellipsis; the whole is in the chart's table. */
    private static String fitting(String text, double width) {
        if (Svg.width(text) <= width + 8) {
            return text;
        }
        int end = text.length();
        while (end > 1 && Svg.width(text.substring(0, end) + "…") > width) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    private static int whole(Bar bar) {
        Integer whole = bar.figure().denominator();
        return Math.max(1, whole == null ? bar.number() : whole);
    }

    /** "1,234 of 4,011 · 30.8%"; alone where the bar is the whole. */
    private static String number(Bar bar) {
        if (bar.part() == Block.Part.WHOLE || bar.figure().denominator() == null) {
            return Digits.count(bar.number());
        }
        return Digits.count(bar.number()) + " of " + Digits.count(whole(bar)) + " · "
                + Digits.decimal(100.0 * bar.number() / whole(bar), 1) + "%";
    }

    private static String said(Block.Bars bars) {
        StringJoiner said = new StringJoiner("; ", "", ".");
        bars.bars().forEach(bar -> said.add(bar.title() + ": " + number(bar)));
        return said.toString();
    }
}
