package vaiwg.board.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** How wide text is, by the font's own table of advances: the same on every machine, unlike what a system's font library measures. */
final class TextWidth {
    private final TrueTypeFont font;
    private final CmapLookup glyphs;

    private TextWidth(TrueTypeFont font) throws IOException {
        this.font = font;
        this.glyphs = font.getUnicodeCmapLookup();
    }

    static TextWidth of(InputStream trueType) throws IOException {
        return new TextWidth(new TTFParser().parse(new RandomAccessReadBuffer(trueType)));
    }

    /** The width in px of a text of a size in px. */
    double of(String text, double size) {
        try {
            double units = 0;
            for (int c : text.codePoints().toArray()) {
                units += font.getAdvanceWidth(glyphs.getGlyphId(c));
            }
            return units * size / font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException("the font of the PDF cannot be read", e);
        }
    }
}
