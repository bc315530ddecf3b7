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
     * The list, in some tens of seconds.
     *
     * @throws CaseListException where it cannot be made
     */
    CaseList make(AskedFigure figure);
}
