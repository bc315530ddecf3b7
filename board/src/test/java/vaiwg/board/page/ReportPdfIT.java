package vaiwg.board.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.w3c.dom.Element;
import vaiwg.board.report.Report;
import vaiwg.board.report.SampleReport;

class ReportPdfIT {
    private static final Map<Report, byte[]> MADE = new HashMap<>();

    @BeforeAll
    static void initialise() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static List<Report> samples() {
        return ReportPageTest.samples();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_pdf_passes_every_check_of_pdf_ua_1(Report report) throws Exception {
        try (PDFAParser parser =
                Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf(report)), PDFAFlavour.PDFUA_1)) {
            ValidationResult result = Foundries.defaultInstance()
                    .createValidator(PDFAFlavour.PDFUA_1, false)
                    .validate(parser);
            assertThat(result.getTestAssertions().stream()
                            .filter(check -> check.getStatus() != TestAssertion.Status.PASSED)
                            .map(check -> check.getRuleId() + ": " + check.getMessage() + " at " + check.getLocation()))
                    .isEmpty();
            assertThat(result.getTotalAssertions()).isGreaterThan(1000);
            assertThat(result.isCompliant()).isTrue();
        }
    }

    @Test
    void the_same_report_is_the_same_bytes_dated_by_the_edition() throws Exception {
        byte[] first = pdf(SampleReport.usual());
        assertThat(ReportPdf.pdf(SampleReport.usual())).isEqualTo(first);
        try (PDDocument document = Loader.loadPDF(first)) {
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(SampleReport.usual().edition().notesUntil());
            assertThat(document.getDocumentInformation().getTitle())
                    .contains("West Midlands Police", "26 November 2026");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
        }
    }

    @Test
    void the_machines_language_and_time_zone_change_no_byte() {
        byte[] pdf = pdf(SampleReport.usual());
        String html = ReportPage.html(SampleReport.usual());
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            assertThat(ReportPage.html(SampleReport.usual())).isEqualTo(html);
            assertThat(ReportPdf.pdf(SampleReport.usual())).isEqualTo(pdf);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void each_page_begins_a_sheet_of_its_own_and_has_its_bookmark(Report report) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf(report))) {
            Map<String, Integer> starts = starts(document);
            List<Integer> expected =
                    IntStream.range(0, report.pages().size()).boxed().toList();
            assertThat(starts.values()).containsExactlyElementsOf(expected);
            assertThat(document.getNumberOfPages()).isEqualTo(report.pages().size());
        }
    }

    @Test
    void its_numbers_are_those_of_the_page() throws Exception {
        Report report = SampleReport.usual();
        String text;
        try (PDDocument document = Loader.loadPDF(pdf(report))) {
            text = new PDFTextStripper().getText(document);
        }
        String printed = ReportPage.html(report)
                .replaceAll("(?s)<(style|svg|details).*?</\\1>", " ")
                .replaceAll("<[^>]*>|&#[0-9]+;", " ");
        Pattern.compile("[0-9][0-9,]*[0-9](\\.[0-9])?%?")
                .matcher(printed)
                .results()
                .map(found -> found.group())
                .distinct()
                .forEach(number -> assertThat(text).contains(number));
    }

    @Test
    void a_picture_of_other_elements_is_rejected_rather_than_drawn_in_part() throws Exception {
        Element picture = ReportPageTest.parsed(
                        "<svg viewBox='0 0 28 28' width='28' height='28'><ellipse rx='3'/></svg>")
                .getDocumentElement();
        Graphics2D graphics = new BufferedImage(28, 28, BufferedImage.TYPE_INT_RGB).createGraphics();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PdfPicture(picture, null, null, null).draw(graphics))
                .withMessageContaining("ellipse");
    }

    @Test
    void hostile_words_do_not_stop_it() {
        assertThat(ReportPdf.pdf(SampleReport.titled(ReportPageTest.HOSTILE)))
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    }

    private static Map<String, Integer> starts(PDDocument document) throws Exception {
        Map<String, Integer> starts = new LinkedHashMap<>();
        for (PDOutlineItem item :
                document.getDocumentCatalog().getDocumentOutline().children()) {
            starts.put(item.getTitle(), document.getPages().indexOf(item.findDestinationPage(document)));
        }
        return starts;
    }

    /** Made once for all tests: it is the slow part. */
    private static synchronized byte[] pdf(Report report) {
        return MADE.computeIfAbsent(report, ReportPdf::pdf);
    }
}
