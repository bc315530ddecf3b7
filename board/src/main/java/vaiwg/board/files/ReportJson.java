package vaiwg.board.files;

import vaiwg.board.report.Report;

/** The whole report as JSON. */
public final class ReportJson {
    private ReportJson() {}

    public static byte[] of(Report report) {
        return Json.bytes(report);
    }
}
