package vaiwg.cli.terminal;

import java.util.function.Supplier;

/** A command cannot go on; the message is one sentence for the person who ran it and says what to do. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What was asked for cannot be done like this: another folder, another option. */
    public static final int WRONG_USAGE = 2;

    /** A broker, a database or another server does not start or does not answer. */
    public static final int UNREACHABLE = 3;

    private final int exitCode;

    private CommandFailure(int exitCode, String sentence, Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
    }

    public static CommandFailure wrongUsage(String sentence) {
        return wrongUsage(sentence, null);
    }

    /** What a rule gives; what it rejects in a sentence, as an {@link IllegalArgumentException}, is wrong usage. */
    public static <T> T orWrongUsage(Supplier<T> rule) {
        try {
            return rule.get();
        } catch (IllegalArgumentException e) {
            throw wrongUsage(e.getMessage(), e);
        }
    }

    /** What is asked of a server. */
    public interface Question<T, X extends Exception> {
        T ask() throws X;
    }

    /** Its answer; what it says in a sentence, as an {@link IllegalStateException}, makes it {@link #UNREACHABLE}. */
    public static <T, X extends Exception> T orUnreachable(Question<T, X> question) throws X {
        try {
            return question.ask();
        } catch (IllegalStateException e) {
            throw unreachable(e.getMessage(), e);
        }
    }

    public static CommandFailure wrongUsage(String sentence, Throwable cause) {
        return new CommandFailure(WRONG_USAGE, sentence, cause);
    }

    public static CommandFailure unreachable(String sentence, Throwable cause) {
        return new CommandFailure(UNREACHABLE, sentence, cause);
    }

    public int exitCode() {
        return exitCode;
    }
}
