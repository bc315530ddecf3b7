package vaiwg.board.chart;

import static vaiwg.board.chart.Palette.AXIS;
import static vaiwg.board.chart.Palette.INK;
import static vaiwg.board.chart.Palette.PAPER;
import static vaiwg.board.chart.Palette.QUIET;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How an element of a chart is drawn. The rule of the style sheet and the attributes of the element both come from here. */
public enum Ink {
    GRID(stroke(Palette.FAINT, "1")),
    AXIS_LINE(stroke(AXIS, "1")),
    IN_BAND(fill(Palette.BAND)),
    SPARK_BAND(fill(Palette.SPARK_BAND)),
    LIMIT_LINE(stroke(Palette.LIMIT, "1").dashed("5 3")),
    CENTRE_LINE(stroke(Palette.LIMIT, "1")),
    VALUE_LINE(stroke(INK, "1.6").joined()),
    SPARK_LINE(stroke(INK, "1.3").joined()),
    ESTIMATE_LINE(stroke(INK, "1.6").dashed("2 3")),
    ESTIMATE_GROUND(fill(Palette.PROVISIONAL)),
    WHISKER(stroke(INK, "1.2")),
    HOLLOW(fill(PAPER).outlined(INK, "1.7")),
    YEAR_BEFORE(stroke(INK, "1")),
    REBASE_LINE(stroke(Palette.PROVISIONAL_LINE, "1.4").dashed("1.5 2.5")),
    DATED_LINE(stroke(Palette.LIMIT, "0.9").dashed("6 2 1 2")),
    BRACKET(stroke(Palette.LIMIT, "1")),
    POINT(fill(INK)),
    MARK_CONCERN(fill(Palette.CONCERN).outlined(PAPER, "1")),
    MARK_BETTER(fill(Palette.BETTER)),
    MARK_BETTER_RING(fill(PAPER).outlined(Palette.BETTER, "1.6")),
    MARK_WATCH(fill(PAPER).outlined(Palette.CONCERN, "1.8")),
    BAR(fill(Palette.PART2)),
    BAR_GROUND(fill(Palette.BAND)),
    TEXT(fill(INK)),
    TEXT_STRONG(fill(INK).bold()),
    TEXT_QUIET(fill(QUIET)),
    ICON_OPEN(fill(PAPER).outlined(Palette.LIMIT, "1.8")),
    ICON_DASHED(fill(PAPER).outlined(Palette.LIMIT, "1.8").dashed("3.2 2.6")),
    ICON_SIGN(stroke(INK, "2.2").rounded()),
    ICON_CONCERN(fill(Palette.CONCERN)),
    ICON_BETTER(fill(Palette.BETTER)),
    ICON_ARROW(stroke(Palette.ON_MARK, "2.7").rounded()),
    ICON_RING(fill(PAPER).outlined(Palette.BETTER, "1.9")),
    ICON_TICK(stroke(Palette.BETTER, "3").rounded()),
    ICON_MISS(fill(PAPER).outlined(INK, "2")),
    ICON_CROSS(stroke(INK, "3").rounded());

    private final Pen pen;

    Ink(Pen pen) {
        this.pen = pen;
    }

    String className() {
        return "k-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Class and attributes of an element that is drawn so, with the colours of paper. */
    String attributes() {
        return "class=\"" + className() + "\"" + pen.attributes();
    }

    /** The rules of all, for a style sheet that defines the palette's custom properties. */
    public static String rules() {
        return Arrays.stream(values())
                .map(ink -> "." + ink.className() + "{" + ink.pen.rule() + "}")
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static Pen fill(Palette colour) {
        return new Pen(colour, null, "", "", "", "");
    }

    private static Pen stroke(Palette colour, String width) {
        return new Pen(null, colour, width, "", "", "");
    }

    /** Fill and stroke; null for none, an empty text for what is not said. */
    private record Pen(Palette fill, Palette stroke, String width, String dashes, String ends, String weight) {
        Pen outlined(Palette colour, String lineWidth) {
            return new Pen(fill, colour, lineWidth, dashes, ends, weight);
        }

        Pen dashed(String pattern) {
            return new Pen(fill, stroke, width, pattern, ends, weight);
        }

        Pen joined() {
            return new Pen(fill, stroke, width, dashes, " stroke-linejoin=\"round\"", weight);
        }

        Pen rounded() {
            return new Pen(fill, stroke, width, dashes, " stroke-linecap=\"round\" stroke-linejoin=\"round\"", weight);
        }

        Pen bold() {
            return new Pen(fill, stroke, width, dashes, ends, "bold");
        }

        String attributes() {
            String text = " fill=\"" + (fill == null ? "none" : fill.paper()) + "\"";
            if (stroke != null) {
                text += " stroke=\"" + stroke.paper() + "\" stroke-width=\"" + width + "\"";
            }
            if (!dashes.isEmpty()) {
                text += " stroke-dasharray=\"" + dashes + "\"";
            }
            return text + ends + (weight.isEmpty() ? "" : " font-weight=\"" + weight + "\"");
        }

        /** Only the colours differ between light, dark and paper. */
        String rule() {
            return "fill:" + (fill == null ? "none" : fill.reference())
                    + (stroke == null ? "" : ";stroke:" + stroke.reference());
        }
    }
}
