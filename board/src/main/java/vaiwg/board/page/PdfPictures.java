package vaiwg.board.page;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.w3c.dom.Element;

/** Gives the renderer of the PDF the pictures of {@code vaiwg.board.chart}, as vectors and as text that can be searched. */
final class PdfPictures implements SVGDrawer {
    private static final int BOLD = 700;

    private Font font;
    private TextWidth plain;
    private TextWidth bold;

    @Override
    public SVGImage buildSVGImage(
            Element element, Box box, CssContext context, double cssWidth, double cssHeight, double dotsPerPixel) {
        double width = Double.parseDouble(element.getAttribute("width"));
        double height = Double.parseDouble(element.getAttribute("height"));
        PdfPicture picture = new PdfPicture(element, font, plain, bold);
        return new SVGImage() {
            @Override
            public int getIntrinsicWidth() {
                return (int) Math.round(width * dotsPerPixel);
            }

            @Override
            public int getIntrinsicHeight() {
                return (int) Math.round(height * dotsPerPixel);
            }

            @Override
            public void drawSVG(OutputDevice device, RenderingContext rendering, double x, double y) {
                device.drawWithGraphics((float) x, (float) y, (float) width, (float) height, picture::draw);
            }
        };
    }

    /** The fonts are measured here, to place text by its middle or its end; the PDF has its own copies. */
    @Override
    public void addFontStream(FSSupplier<InputStream> supplier, String family, Integer weight, FontStyle style)
            throws IOException, FontFormatException {
        try (InputStream measured = supplier.supply();
                InputStream named = supplier.supply()) {
            if (weight == BOLD) {
                bold = TextWidth.of(measured);
            } else {
                plain = TextWidth.of(measured);
                font = Font.createFont(Font.TRUETYPE_FONT, named);
            }
        }
    }

    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style) {
        throw new UnsupportedOperationException("fonts come as streams");
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> fontFaces, SharedContext shared) {
        // The style sheet declares no font.
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
