package vaiwg.board.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import vaiwg.board.chart.Ink;
import vaiwg.board.chart.Palette;

/** The style sheets: layout from a file, colours from the palette, charts from their inks. */
final class Stylesheet {
    private Stylesheet() {}

    /**
     * For browsers: light, dark and paper.
     *
     * @param foot what stands at the foot of each printed page
     */
    static String browser(String foot) {
        return root("color-scheme:light dark;", Palette::light)
                + "@media (prefers-color-scheme:dark){" + root("", Palette::dark) + "}\n"
                + Ink.rules()
                + resource("report.css")
                + "@page{@bottom-left{content:" + quoted(foot) + "}}\n"
                + "@media print{" + root("color-scheme:light;", Palette::paper) + "}\n";
    }

    /** What stands around a page that a server shows. */
    static String live() {
        return resource("live.css");
    }

    /** For the PDF, whose renderer knows no custom properties: the colours of paper are put in. */
    static String pdf(String head, String foot) {
        String css = resource("pdf.css");
        for (Palette colour : Palette.values()) {
            css = css.replace(colour.reference(), colour.paper());
        }
        return css.replace("\"HEAD\"", quoted(head)).replace("\"FOOT\"", quoted(foot));
    }

    /** A text as CSS writes it; whatever is not a letter or a digit by its number, so that it cannot end the style sheet. */
    static String quoted(String text) {
        return text.codePoints()
                .mapToObj(c -> c < 128 && Character.isLetterOrDigit(c)
                        ? Character.toString(c)
                        : "\\" + Integer.toHexString(c) + " ")
                .collect(Collectors.joining("", "\"", "\""));
    }

    private static String root(String more, Function<Palette, String> colour) {
        return Arrays.stream(Palette.values())
                .map(each -> each.variable() + ":" + colour.apply(each) + ";")
                .collect(Collectors.joining("", ":root{" + more, "}\n"));
    }

    private static String resource(String name) {
        try (InputStream in = Stylesheet.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the style sheet " + name + " is missing from the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
