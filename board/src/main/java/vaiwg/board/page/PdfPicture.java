package vaiwg.board.page;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Draws one picture from its elements and their attributes: lines, rectangles, circles, paths of M, L, C and z, and text. That is all that
 * {@code vaiwg.board.chart} writes; anything else is an error, so that nothing is left out of a PDF unseen.
 */
record PdfPicture(Element picture, Font font, TextWidth plain, TextWidth bold) {
    private static final Pattern STEP = Pattern.compile("([MLCz])([^MLCz]*)");
    private static final float TEXT_SIZE = 12;

    void draw(Graphics2D graphics) {
        String[] viewBox = picture.getAttribute("viewBox").split(" ");
        graphics.scale(
                number(picture, "width") / Double.parseDouble(viewBox[2]),
                number(picture, "height") / Double.parseDouble(viewBox[3]));
        for (Node node = picture.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                draw(graphics, element);
            }
        }
    }

    private void draw(Graphics2D graphics, Element element) {
        switch (element.getTagName()) {
            case "title", "desc" -> {}
            case "text" -> text(graphics, element);
            case "line" ->
                shape(
                        graphics,
                        element,
                        new Line2D.Double(
                                number(element, "x1"),
                                number(element, "y1"),
                                number(element, "x2"),
                                number(element, "y2")));
            case "rect" ->
                shape(
                        graphics,
                        element,
                        new Rectangle2D.Double(
                                number(element, "x"),
                                number(element, "y"),
                                number(element, "width"),
                                number(element, "height")));
            case "circle" -> {
                double radius = number(element, "r");
                shape(
                        graphics,
                        element,
                        new Ellipse2D.Double(
                                number(element, "cx") - radius,
                                number(element, "cy") - radius,
                                2 * radius,
                                2 * radius));
            }
            case "path" -> shape(graphics, element, path(element.getAttribute("d")));
            default -> throw new IllegalArgumentException("a picture holds " + element.getTagName());
        }
    }

    private static void shape(Graphics2D graphics, Element element, Shape shape) {
        String fill = element.getAttribute("fill");
        if (!fill.equals("none")) {
            graphics.setColor(Color.decode(fill));
            graphics.fill(shape);
        }
        String stroke = element.getAttribute("stroke");
        if (!stroke.isEmpty()) {
            graphics.setColor(Color.decode(stroke));
            graphics.setStroke(stroke(element));
            graphics.draw(shape);
        }
    }

    private static BasicStroke stroke(Element element) {
        boolean roundEnds = element.getAttribute("stroke-linecap").equals("round");
        boolean roundJoins = element.getAttribute("stroke-linejoin").equals("round");
        String dashes = element.getAttribute("stroke-dasharray");
        return new BasicStroke(
                (float) number(element, "stroke-width"),
                roundEnds ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT,
                roundJoins ? BasicStroke.JOIN_ROUND : BasicStroke.JOIN_MITER,
                4,
                dashes.isEmpty() ? null : numbers(dashes),
                0);
    }

    /** The family's name and the style choose the font in the PDF; the advances of that weight give the width. */
    private void text(Graphics2D graphics, Element element) {
        String text = element.getTextContent();
        boolean strong = element.getAttribute("font-weight").equals("bold");
        double width = (strong ? bold : plain).of(text, TEXT_SIZE);
        double before =
                switch (element.getAttribute("text-anchor")) {
                    case "end" -> width;
                    case "middle" -> width / 2;
                    default -> 0;
                };
        graphics.setColor(Color.decode(element.getAttribute("fill")));
        graphics.setFont(font.deriveFont(strong ? Font.BOLD : Font.PLAIN, TEXT_SIZE));
        graphics.drawString(text, (float) (number(element, "x") - before), (float) number(element, "y"));
    }

    private static Path2D path(String data) {
        Path2D path = new Path2D.Double();
        Matcher step = STEP.matcher(data);
        while (step.find()) {
            float[] to = numbers(step.group(2));
            switch (step.group(1)) {
                case "M" -> path.moveTo(to[0], to[1]);
                case "L" -> path.lineTo(to[0], to[1]);
                case "C" -> path.curveTo(to[0], to[1], to[2], to[3], to[4], to[5]);
                default -> path.closePath();
            }
        }
        return path;
    }

    private static float[] numbers(String text) {
        String[] parts = text.isBlank() ? new String[0] : text.strip().split(" ");
        float[] numbers = new float[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = Float.parseFloat(parts[i]);
        }
        return numbers;
    }

    /** The value of an attribute; 0 where there is none. */
    private static double number(Element element, String attribute) {
        String value = element.getAttribute(attribute);
        return value.isEmpty() ? 0 : Double.parseDouble(value);
    }
}
