package vaiwg.board.cases;

/** Makes lists of cases, by reading the log. */
public interface CaseLists {
    /** Whether a figure has cases of its own, and may be explained on these pages. */
    boolean explains(AskedFigure figure);

    /**
     * Writes down who asks for what and for what purpose, and returns when it is kept. Nothing is read before.
     *
     * @throws CaseListException where it is not
     */
    void putOnRecord(CaseListRequest request);

    /**
     * Writes down that somebody asked to whom no cases of the force are granted, where that can be done.
     *
     * @param address from where
     * @param what force and figure, as they were sent
     */
    void putRefusalOnRecord(String login, String address, String what);

    /**
     * The list, in some tens of seconds.
     *
     * @throws CaseListException where it cannot be made
     */
    CaseList make(AskedFigure figure);
}
