package vaiwg.board;

/** A pack cannot be made as asked; the message says in one sentence what to do. */
public final class PackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PackException(String message) {
        super(message);
    }
}
