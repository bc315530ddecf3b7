package vaiwg.bench.profile;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Stacks as a picture: a bar for each frame, as wide as the part of all samples in which it was met, on that of its caller. A name is read by
 * pointing at its bar.
 */
public final class FlameGraph {
    private static final int WIDTH = 1_200;
    private static final int ROW = 16;
    private static final int HEAD = 24;
    private static final double LETTER = 6.2;
    /** What is narrower is not drawn, nor is what stands on it. */
    private static final double LEAST_WIDTH = 1.5;
    /** Whose code a frame is, by the beginning of its name, and its colour. */
    private static final Map<String, String> COLOURS = Map.of(
            "vaiwg.", "#f4a261",
            "org.apache.flink.", "#8ecae6",
            "org.apache.kafka.", "#a7c957",
            "org.postgresql.", "#cdb4db");

    private static final String OTHERS = "#d9d9d9";

    private final StringBuilder svg = new StringBuilder();
    private final Frame all = new Frame();
    private final double scale;
    private final int height;

    private static final class Frame {
        private final Map<String, Frame> above = new TreeMap<>();
        private long samples;
    }

    private FlameGraph(Map<String, Long> stacks) {
        stacks.forEach(this::add);
        scale = (double) WIDTH / Math.max(1, all.samples);
        height = HEAD + depth(all) * ROW;
    }

    /**
     * The picture of some stacks, as SVG.
     *
     * @param stacks how often each was met, or what else it stands for, as {@link Stacks} has them
     */
    public static String svg(Map<String, Long> stacks, String title) {
        return new FlameGraph(stacks).draw(title);
    }

    private void add(String stack, long samples) {
        Frame frame = all;
        frame.samples += samples;
        for (String name : stack.split(Stacks.SEPARATOR, -1)) {
            frame = frame.above.computeIfAbsent(name, fresh -> new Frame());
            frame.samples += samples;
        }
    }

    private int depth(Frame frame) {
        return frame.above.values().stream()
                .filter(this::isDrawn)
                .mapToInt(above -> 1 + depth(above))
                .max()
                .orElse(0);
    }

    private boolean isDrawn(Frame frame) {
        return frame.samples * scale >= LEAST_WIDTH;
    }

    private String draw(String title) {
        line("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + WIDTH + "\" height=\"" + height
                + "\" font-family=\"sans-serif\" font-size=\"11\">");
        line("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
        line("<text x=\"4\" y=\"16\" font-size=\"13\">" + escaped(title) + "</text>");
        draw(all, 0, height);
        line("</svg>");
        return svg.toString();
    }

    /** What stands on a frame whose bar begins at a place and ends at a height. */
    private void draw(Frame frame, double from, int top) {
        double left = from;
        for (Map.Entry<String, Frame> entry : frame.above.entrySet()) {
            Frame above = entry.getValue();
            double width = above.samples * scale;
            if (isDrawn(above)) {
                bar(entry.getKey(), above, left, top - ROW, width);
                draw(above, left, top - ROW);
            }
            left += width;
        }
    }

    private void bar(String name, Frame frame, double left, int top, double width) {
        line("<g><title>" + escaped(name) + ", " + tenths(100.0 * frame.samples / all.samples) + " %</title>");
        line("<rect x=\"" + tenths(left) + "\" y=\"" + top + "\" width=\"" + tenths(width) + "\" height=\"" + ROW
                + "\" fill=\"" + colour(name) + "\" stroke=\"white\" stroke-width=\"0.5\"/>");
        String shown = shortened(name, (int) (width / LETTER));
        if (!shown.isEmpty()) {
            line("<text x=\"" + tenths(left + 2) + "\" y=\"" + (top + ROW - 4) + "\">" + escaped(shown) + "</text>");
        }
        line("</g>");
    }

    /** Type and method without the package, or nothing where there is room for a few letters only. */
    private static String shortened(String name, int letters) {
        String[] parts = name.split("\\.", -1);
        String shown = parts.length < 2 ? name : parts[parts.length - 2] + '.' + parts[parts.length - 1];
        if (letters < 4) {
            return "";
        }
        return shown.length() <= letters ? shown : shown.substring(0, letters - 1) + '…';
    }

    private static String colour(String name) {
        return COLOURS.entrySet().stream()
                .filter(colour -> name.startsWith(colour.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(OTHERS);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private void line(String text) {
        svg.append(text).append('\n');
    }
}
