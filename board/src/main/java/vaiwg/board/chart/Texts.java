package vaiwg.board.chart;

/** Names that must fit beside a chart. */
final class Texts {
    private Texts() {}

    /** The text, or as much of it as fits into a width with an ellipsis; the whole is in the chart's table. */
    static String fitting(String text, double width) {
        if (Svg.width(text) <= width + 8) {
            return text;
        }
        int end = text.length();
        while (end > 1 && Svg.width(text.substring(0, end) + "…") > width) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }
}
