package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import vaiwg.cli.Answer;
import vaiwg.jobs.store.Database;

/** A report as the verb writes it into a folder, in all its forms. */
record WrittenReport(Path folder) {
    /** Of an inch, both of a PDF and, as style sheets have it, of a screen. */
    private static final double POINTS_OF_A_PIXEL = 72.0 / 96;
    /** Rows that are nearer to one another are one. */
    private static final double SAME_ROW_POINTS = 8;
    /** From where a sheet's words must end to the line that all end with: its padding, and its letters above what they stand on. */
    private static final double FOOT_PIXELS = 17;

    /**
     * Where the words of a sheet end, above the line that all end with.
     *
     * @param sheet from 1 on
     * @param down how far down its last words stand, from 0 at the top to 1
     * @param free the height that is left below what they stand on, in pixels of the style sheet
     */
    record End(int sheet, double down, double free) {}

    /** @param beside the folder in which that of the report is made */
    static WrittenReport of(Database published, LocalDate asAt, String tier, Path beside) throws IOException {
        Path report = beside.resolve("report");
        List<String> words = new ArrayList<>(
                List.of("report", "--as-at", asAt.toString(), "--tier", tier, "--out", report.toString()));
        words.addAll(DatabaseArguments.of(published, beside));
        Answer answer = Answer.to(words.toArray(String[]::new));
        assertThat(answer.exitCode()).as(answer.errors()).isZero();
        return new WrittenReport(report);
    }

    int sheets() throws IOException {
        try (PDDocument document = pdf()) {
            return document.getNumberOfPages();
        }
    }

    List<End> ends() throws IOException {
        try (PDDocument document = pdf()) {
            List<End> ends = new ArrayList<>();
            for (int sheet = 1; sheet <= document.getNumberOfPages(); sheet++) {
                TreeSet<Double> rows = new TreeSet<>();
                PDFTextStripper text = new PDFTextStripper() {
                    @Override
                    protected void processTextPosition(TextPosition letter) {
                        rows.add((double) letter.getYDirAdj());
                    }
                };
                text.setStartPage(sheet);
                text.setEndPage(sheet);
                text.getText(document);
                double foot = rows.last();
                double last = rows.lower(foot - SAME_ROW_POINTS);
                ends.add(new End(
                        sheet,
                        last / document.getPage(sheet - 1).getMediaBox().getHeight(),
                        (foot - last) / POINTS_OF_A_PIXEL - FOOT_PIXELS));
            }
            return ends;
        }
    }

    private PDDocument pdf() throws IOException {
        return Loader.loadPDF(folder.resolve("report.pdf").toFile());
    }

    /** All that is printed. */
    String printed() throws IOException {
        return ReportTexts.printed(folder);
    }
}
