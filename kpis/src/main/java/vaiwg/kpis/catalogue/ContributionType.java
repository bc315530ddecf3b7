package vaiwg.kpis.catalogue;

/** The ways in which a subject reaches panes: each contribution type has its own pane day, and its own list of columns. */
public enum ContributionType {
    /** A crime on the day on which it was recorded; also its entry into stocks. */
    RECORDED,
    /** The same for measures whose own scope is wider than the strategy's themes: the total holds every crime that they are of. */
    ANY_OFFENCE,
    /** The current outcome of a crime on the day on which it was assigned; also the crime's exit from stocks. */
    ASSIGNED,
    /** A decision on the day on which it was taken, known from the end of the time in which the victim should be told. */
    TOLD,
    /** A crime of a source that knows only months, on the first day of the month of recording. */
    MONTH,
    /** A step on its own day: of a case beside its record and outcome, of the management of a perpetrator. */
    STEP,
    /** A place on the EASI programme on the day on which it can be judged. */
    PROGRAMME,
    /** A quantity of a crime, on the day on which it was recorded. */
    RECORDED_QUANTITY,
    /** A quantity of a crime with an outcome, on the day on which the outcome was assigned. */
    ASSIGNED_QUANTITY,
    /** No figure: a crime that left the open cases otherwise than by its outcome, on the day on which it left. */
    EXIT,
    /** No figure: a crime of a source that knows only months, on the first day of the month in which it left the open cases. */
    MONTH_EXIT,
    /** No figure: marks from when a force is known. */
    MARKER,
    /** A quantity of a step, on the step's day. */
    STEP_QUANTITY,
    /** What enters a stock of steps, or turns overdue in it, on its day. */
    STOCK_ENTRY,
    /** What leaves such a stock, or is overdue in it no more, on its day. */
    STOCK_EXIT,
    /**
     * People in the days after what happened to them, or because of them: from the pane day on, for so many days as the quantity says; and
     * each crime as one of its victim's, or of one of its suspects', on the day on which it was recorded.
     */
    PEOPLE,
    /** A crime at a place, likewise. */
    PLACE,
    /** People in the days after what happened to them in one policing area. */
    PEOPLE_OF_AREA;

    /** Whether its days are first days of months. */
    public boolean isMonthly() {
        return this == MONTH || this == MONTH_EXIT;
    }
}
