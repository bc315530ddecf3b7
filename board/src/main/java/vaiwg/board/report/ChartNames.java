package vaiwg.board.report;

import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.SeriesKey;

/** What a figure of a chart is called where it stands alone. */
final class ChartNames {
    private ChartNames() {}

    /** "Victim attrition within 90 days": its short title, and by when where that says nothing of it. */
    static String of(MeasureEntry measure, SeriesKey key) {
        String title = measure.shortTitle();
        String within = Bases.within(key.basis());
        boolean said = within.isEmpty()
                || title.contains(" within")
                || title.contains(" in ") && title.matches(".*\\d.*")
                || title.matches(".*\\d+ (days|hours).*")
                || measure.kind() == MeasureEntry.Kind.PERCENTILE;
        return said ? title : title + " " + within;
    }
}
