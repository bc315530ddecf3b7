package vaiwg.board.answer;

/** An answer was not written; the message is one sentence that says what to do. */
public final class AnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean rejected;

    private AnswerException(String sentence, boolean rejected, Throwable cause) {
        super(sentence, cause);
        this.rejected = rejected;
    }

    /** The answer itself is wrong. */
    public static AnswerException rejected(String sentence) {
        return new AnswerException(sentence, true, null);
    }

    /** The answer could not be delivered. */
    public static AnswerException undelivered(String sentence, Throwable cause) {
        return new AnswerException(sentence, false, cause);
    }

    /** Whether another answer is needed, and not only another attempt. */
    public boolean isRejected() {
        return rejected;
    }
}
