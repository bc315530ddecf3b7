package vaiwg.policeuk;

/** What an import counts, for each force and in total: first of street files, then of outcomes files. */
public enum Count {
    STREET_ROWS("rows"),
    /** Street rows without a crime id (all anti-social behaviour, for example): not imported. */
    STREET_ROWS_WITHOUT_ID("without\nid"),
    /** Street rows that cannot be used; each reason is a {@link ForceReport.Rejection}. */
    STREET_ROWS_REJECTED("rejected"),
    /** Further street rows of an id that the same month's file has already: the last row is the crime's state. */
    REPEATED_IN_MONTH("repeated in\nthe month"),
    /** Street rows of an id that an earlier month's file has: the later month is the crime's. */
    REPEATED_IN_OTHER_MONTH("repeated in\nother month"),
    /** Different crime ids in street files: what the figures count. */
    CRIMES("crimes"),
    OUTCOME_ROWS("rows"),
    /** Outcome rows without a crime id: not imported. */
    OUTCOME_ROWS_WITHOUT_ID("without\nid"),
    /** Outcome rows that cannot be used; each reason is a {@link ForceReport.Rejection}. */
    OUTCOME_ROWS_REJECTED("rejected"),
    /** Outcome rows of crime ids that no street file has. */
    ORPHAN_OUTCOME_ROWS("of unknown\ncrimes"),
    /** Those crime ids: sent, and never counted as crimes. */
    ORPHAN_CRIMES("unknown\ncrimes"),
    /** Court results of crimes for which the files show no charge up to there: dated by the court's month, the latest it can be. */
    COURT_RESULTS_WITHOUT_CHARGE("court result,\nno charge"),
    /** Rows of either kind with bytes that are not UTF-8: imported if what is needed can be read. */
    ROWS_NOT_UTF8("not UTF-8");

    private final String heading;

    Count(String heading) {
        this.heading = heading;
    }

    /** Of its column in the report. */
    String heading() {
        return heading;
    }
}
