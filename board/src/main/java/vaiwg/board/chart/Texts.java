package vaiwg.board.chart;

import java.util.List;

/** Names that must fit beside a chart. */
final class Texts {
    private Texts() {}

    /** The text in one line, or in two where it is longer; what does not fit into the second ends with an ellipsis. */
    static List<String> lines(String text, double width) {
        int space = text.length();
        while (space > 0 && Svg.width(text.substring(0, space)) > width) {
            space = text.lastIndexOf(' ', space - 1);
        }
        if (space == text.length() || space <= 0) {
            return List.of(fitting(text, width));
        }
        return List.of(text.substring(0, space), fitting(text.substring(space + 1), width));
    }

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
