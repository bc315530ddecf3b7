package vaiwg.board.chart;

import java.util.List;
import java.util.StringJoiner;
import vaiwg.board.chart.Svg.Anchor;
import vaiwg.board.report.Composition;
import vaiwg.board.text.NumberText;

/** Parts of a whole: one bar a row, from dark to light, what is left is white; a number is printed where its part is wide enough. */
public final class CompositionBars {
    private static final double WIDTH = 341;
    private static final double LEFT = 118;
    private static final double ROW = 31;
    private static final double BAR = 24;
    private static final double GAP = 2;

    private static final List<Ink> PARTS = List.of(Ink.PART1, Ink.PART2, Ink.PART3, Ink.PART4, Ink.PART5);

    private CompositionBars() {}

    public static String draw(Composition composition) {
        int rows = composition.bars().size();
        Svg svg = Svg.chart("composition", WIDTH, ROW * rows + 2, composition.title(), said(composition));
        for (int i = 0; i < rows; i++) {
            bar(svg, composition.bars().get(i), 2 + ROW * i);
        }
        return svg.done();
    }

    /** The finding, and each bar's parts in hundredths. */
    private static String said(Composition composition) {
        StringJoiner bars = new StringJoiner("; ", composition.alternative() + " ", ".");
        for (Composition.Bar bar : composition.bars()) {
            StringJoiner parts = new StringJoiner(", ", bar.title() + ": ", "");
            for (int i = 0; i < bar.shares().size(); i++) {
                parts.add(composition.parts().get(i) + " "
                        + NumberText.decimal(100 * bar.shares().get(i), 0) + "%");
            }
            bars.add(parts.toString());
        }
        return bars.toString();
    }

    /** A part's field in the legend. */
    public static String swatch(int part, int parts) {
        Svg svg = Svg.icon(12, "Key");
        svg.rectangle(ink(part, parts), 1, 1, 26, 26);
        return svg.done();
    }

    private static void bar(Svg svg, Composition.Bar bar, double top) {
        double baseline = top + BAR / 2 + 4;
        Ink name = bar.total() ? Ink.TEXT_STRONG : Ink.TEXT;
        List<String> lines = Texts.lines(bar.title(), LEFT - 8);
        for (int i = 0; i < lines.size(); i++) {
            svg.text(name, Anchor.END, LEFT - 8, baseline + 14 * i - 7 * (lines.size() - 1), lines.get(i));
        }
        double x = LEFT;
        for (int i = 0; i < bar.shares().size(); i++) {
            double share = bar.shares().get(i);
            double width = share * (WIDTH - LEFT - 1);
            if (width < 0.5) {
                continue;
            }
            svg.rectangle(ink(i, bar.shares().size()), x, top, Math.max(1, width - GAP), BAR);
            String text = NumberText.decimal(100 * share, 0);
            if (width - GAP >= Svg.width(text) + 6) {
                boolean dark = i < 2 && i < bar.shares().size() - 1;
                svg.text(dark ? Ink.TEXT_ON_DARK : Ink.TEXT, Anchor.MIDDLE, x + (width - GAP) / 2, baseline, text);
            }
            x += width;
        }
    }

    private static Ink ink(int part, int parts) {
        return part == parts - 1 ? Ink.PART_LEFT : PARTS.get(Math.min(part, PARTS.size() - 1));
    }
}
