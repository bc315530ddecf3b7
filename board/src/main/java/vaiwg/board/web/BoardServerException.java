package vaiwg.board.web;

/** The pages cannot be served, in one sentence that says what to do. */
public final class BoardServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BoardServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
