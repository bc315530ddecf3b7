package vaiwg.board.report;

import vaiwg.board.figures.MeasureEntry;

/** What a figure is called where it stands alone, in a table, a sentence or above a chart: one name says for how long its cases are followed. */
final class ChartNames {
    private ChartNames() {}

    /** "Victim attrition within 90 days": its name as a headline where that says it; else the short title, and by when where that does not. */
    static String of(MeasureEntry measure, String basis) {
        String title = measure.shortTitle();
        String within = Bases.within(basis);
        if (!within.isEmpty() && measure.name().endsWith(within)) {
            return measure.name();
        }
        boolean said = within.isEmpty()
                || title.contains(" within")
                || title.contains(" in ") && title.matches(".*\\d.*")
                || title.matches(".*\\d+ (days|hours).*")
                || measure.kind() == MeasureEntry.Kind.PERCENTILE;
        return said ? title : title + " " + within;
    }
}
