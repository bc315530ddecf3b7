package vaiwg.board.files;

import java.io.IOException;
import vaiwg.board.ReportException;
import vaiwg.board.report.Report;

/** The whole report as JSON. */
public final class ReportJson {
    private ReportJson() {}

    public static byte[] of(Report report) {
        return Json.bytes(report);
    }

    /**
     * The report that {@link #of} wrote, in this build or an earlier one: beside what was issued the next edition withholds what would tell.
     *
     * @throws ReportException where the file is another, or of a build that wrote what this one cannot read
     */
    public static Report read(byte[] json) {
        try {
            return Json.MAPPER.readValue(json, Report.class);
        } catch (IOException e) {
            throw new ReportException("This " + ReportFiles.JSON
                    + " is not a report of this version: make the report again. (" + e.getMessage() + ")");
        }
    }
}
