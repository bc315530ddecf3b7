package vaiwg.board.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import vaiwg.board.report.Report;
import vaiwg.board.report.SampleReport;

/** Writes the samples as files, to be looked at. */
final class SampleFiles {
    private SampleFiles() {}

    /** Writes into the folder that is the first argument. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Map<String, Report> reports = Map.of("usual", SampleReport.usual(), "little", SampleReport.little());
        for (Map.Entry<String, Report> report : reports.entrySet()) {
            Files.writeString(folder.resolve(report.getKey() + ".html"), ReportPage.html(report.getValue()));
            Files.write(folder.resolve(report.getKey() + ".pdf"), ReportPdf.pdf(report.getValue()));
        }
    }
}
