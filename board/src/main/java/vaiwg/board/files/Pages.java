package vaiwg.board.files;

import vaiwg.board.report.AreaPage;

/** Titles of the report's pages, as every data form names them. */
final class Pages {
    static final String SUMMARY = "Summary";
    static final String CHARACTERISTICS = "Protected characteristics";
    static final String SIGNALS = "Signals";
    static final String GOVERNANCE = "Recommendations and plan";
    static final String REVISIONS = "Revisions";
    static final String QUALITY = "Data quality";
    static final String DEFINITIONS = "Definitions";
    static final String ANNEX = "Annex";
    static final String HEADLINES = "Headline figures";
    static final String OTHER_FIGURES = "Other figures";
    static final String ON_AVERAGE = "On average in 28 days";

    private Pages() {}

    static String of(AreaPage area) {
        return area.number() + " " + area.title();
    }
}
