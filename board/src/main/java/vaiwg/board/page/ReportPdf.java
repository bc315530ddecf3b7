package vaiwg.board.page;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.GregorianCalendar;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;
import vaiwg.board.report.Report;

/**
 * The report as a PDF of A4 sheets: tagged (PDF/UA-1), with bookmarks and its own fonts, the same bytes for the same report. It is made from
 * the same HTML, by a style sheet of its own.
 */
public final class ReportPdf {
    private static final String FONT = "Liberation Sans";

    static {
        // It reports its progress as information.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private ReportPdf() {}

    /**
     * Renders the report.
     *
     * @return a PDF; its date is that up to which owners' notes are in the report
     * @throws UncheckedIOException where it cannot be made
     */
    public static byte[] pdf(Report report) {
        Document document = PrintDocument.of(report);
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .useSVGDrawer(new PdfPictures())
                .withProducer("vaiwg")
                .withW3cDocument(document, null);
        font(builder, "LiberationSans-Regular.ttf", 400);
        font(builder, "LiberationSans-Bold.ttf", 700);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
                PDDocument pdf = renderer.createPDFKeepOpen()) {
            date(pdf, report.edition().notesUntil());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the PDF of the report cannot be made", e);
        }
    }

    /** Neither the clock nor chance is in the file. */
    private static void date(PDDocument pdf, Instant instant) {
        pdf.getDocumentInformation().setCreationDate(GregorianCalendar.from(instant.atZone(ZoneOffset.UTC)));
        pdf.setDocumentId(instant.getEpochSecond());
    }

    private static void font(PdfRendererBuilder builder, String file, int weight) {
        builder.useFont(
                () -> resource("/liberation/" + file),
                FONT,
                weight,
                FontStyle.NORMAL,
                true,
                EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG));
    }

    private static InputStream resource(String name) {
        InputStream in = ReportPdf.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("the font " + name + " is missing from the build");
        }
        return in;
    }
}
