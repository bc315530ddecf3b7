package vaiwg.board.report;

import java.util.List;

/**
 * What was published in the last report and is known to be otherwise now, and why.
 *
 * @param lead how much the figures moved, in a sentence
 */
public record RevisionsPage(Statement lead, List<Row> rows, List<String> notes) {
    /** A figure of the last report, and the same period as it is known now. */
    public record Row(String title, Figure published, Figure now, FigureChange change, List<Cause> causes) {}

    /** A part of the change: late, cancelled, reclassified, outcome changed, another definition. */
    public record Cause(String words, int numerator, int denominator) {}
}
