package vaiwg.board.cases;

/** A list of cases cannot be made; the message is one sentence for whoever asked for it. */
public final class CaseListException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CaseListException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
