package vaiwg.board.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vaiwg.board.report.Report;
import vaiwg.board.report.SampleReport;

/** WCAG 2.2 AA as axe-core sees it, in a browser: light and dark, at 200 % zoom (half the window) and at 400 %. */
class AccessibilityIT {
    private static final int ZOOMED = 640;
    /** What WCAG 1.4.10 asks for: 1280 px at 400 %. */
    private static final int NARROW = 320;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"false, 1280", "true, 1280", "false, " + ZOOMED, "true, " + NARROW})
    void a_report_violates_no_rule_and_needs_no_scrolling_aside(boolean dark, int width) throws Exception {
        check(SampleReport.usual(), dark, width);
    }

    @ParameterizedTest
    @CsvSource({"false, 1280", "true, " + ZOOMED})
    void so_does_one_of_a_force_that_has_just_begun(boolean dark, int width) throws Exception {
        check(SampleReport.little(), dark, width);
    }

    @Test
    void printed_by_a_browser_each_page_is_one_sheet_and_every_sheet_says_that_the_data_are_invented()
            throws Exception {
        Report report = SampleReport.usual();
        try (Browser tab = Browser.tab(1280, false);
                PDDocument document = Loader.loadPDF(printed(tab, report))) {
            List<String> sheets = new ArrayList<>();
            for (int i = 1; i <= document.getNumberOfPages(); i++) {
                PDFTextStripper text = new PDFTextStripper();
                text.setStartPage(i);
                text.setEndPage(i);
                sheets.add(text.getText(document));
            }
            assertThat(sheets).hasSameSizeAs(report.pages());
            assertThat(sheets).allSatisfy(sheet -> assertThat(sheet).contains("SYNTHETIC DATA", "Page "));
        }
    }

    private byte[] printed(Browser tab, Report report) throws Exception {
        tab.open(ReportPage.html(report), folder);
        return tab.print();
    }

    private void check(Report report, boolean dark, int width) throws Exception {
        try (Browser tab = Browser.tab(width, dark)) {
            tab.open(ReportPage.html(report), folder);
            tab.assertAccessible();
        }
    }
}
