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

    /** How far down each sheet its last words are, from 0 at the top to 1, above the line that all end with. */
    List<Double> ends() throws IOException {
        try (PDDocument document = pdf()) {
            List<Double> ends = new ArrayList<>();
            for (int sheet = 1; sheet <= document.getNumberOfPages(); sheet++) {
                TreeSet<Double> rows = new TreeSet<>();
                PDFTextStripper text = new PDFTextStripper() {
                    @Override
                    protected void processTextPosition(TextPosition letter) {
                        rows.add((double) letter.getYDirAdj() / letter.getPageHeight());
                    }
                };
                text.setStartPage(sheet);
                text.setEndPage(sheet);
                text.getText(document);
                ends.add(rows.lower(rows.last() - 0.01));
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
