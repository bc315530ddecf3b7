package vaiwg.policeuk;

/** What an import counts, for each force and in total. */
public enum Count {
    /** Rows in street files. */
    STREET_ROWS,
    /** Street rows without a crime id (all anti-social behaviour, for example): not imported. */
    STREET_ROWS_WITHOUT_ID,
    /** Street rows that cannot be used; each reason is a {@link RejectedRows}. */
    STREET_ROWS_REJECTED,
    /** Different crime ids in street files: what the figures count. */
    CRIMES,
    /** Further street rows of an id that the same month's file has already: the last row is the crime's state. */
    REPEATED_IN_MONTH,
    /** Street rows of an id that an earlier month's file has: the later month is the crime's. */
    REPEATED_IN_OTHER_MONTH,
    /** Rows in outcomes files. */
    OUTCOME_ROWS,
    /** Outcome rows without a crime id: not imported. */
    OUTCOME_ROWS_WITHOUT_ID,
    /** Outcome rows that cannot be used; each reason is a {@link RejectedRows}. */
    OUTCOME_ROWS_REJECTED,
    /** Crimes with at least one outcome row. */
    CRIMES_WITH_OUTCOME,
    /** Crimes with more than one outcome row: the last one is the crime's outcome. */
    CRIMES_WITH_SEVERAL_OUTCOMES,
    /** Those of them with more than one outcome row in one month, whose order the source does not give. */
    CRIMES_WITH_SEVERAL_OUTCOMES_IN_MONTH,
    /** Crimes whose outcome rows, court results left out, do not all say the same: a later one replaces an earlier one. */
    CRIMES_WITH_REPLACED_OUTCOME,
    /** Crimes with an outcome in a month before their own. */
    CRIMES_WITH_OUTCOME_BEFORE_MONTH,
    /** Court results of crimes for which the files show no charge up to there: dated by the court's month, the latest it can be. */
    COURT_RESULTS_WITHOUT_CHARGE,
    /** Crime ids in outcomes files that no street file has: sent, and never counted as crimes. */
    ORPHAN_CRIMES,
    /** Outcome rows of those. */
    ORPHAN_OUTCOME_ROWS,
    /** Rows of either kind with bytes that are not UTF-8: imported if what is needed can be read. */
    ROWS_NOT_UTF8
}
