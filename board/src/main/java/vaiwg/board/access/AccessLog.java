package vaiwg.board.access;

import java.sql.SQLException;
import java.util.Optional;

/** What was shown to whom, and what was refused: kept where those who are in it cannot change it. */
@FunctionalInterface
public interface AccessLog {
    /**
     * Writes an entry, and returns when it is kept.
     *
     * @throws SQLException where it is not: then nothing may be shown
     */
    void write(Entry entry) throws SQLException;

    /** What was asked for. */
    enum Kind {
        PAGE,
        EXPORT,
        ANSWER,
        EXPLANATION,
        REFUSAL,
        LOGIN_FAILED
    }

    /**
     * A request and how it ended.
     *
     * @param login who asked; {@link #NOBODY} where nobody is known to have
     * @param address from where
     * @param what the address of the page, or what the command was asked for; no words of an answer or a search
     * @param status as HTTP has it; empty of a command, and of what has only begun
     * @param reason why it was refused, in the name of which post it was answered, or for what it is wanted
     */
    record Entry(
            String login, String address, Kind kind, String what, Optional<Integer> status, Optional<String> reason) {
        /** The login of whoever has none. */
        public static final String NOBODY = "-";

        private static final int LONGEST = 300;

        /** In one line each, of a length that somebody reads. */
        public Entry {
            login = line(login);
            address = line(address);
            what = line(what);
            reason = reason.map(Entry::line);
        }

        private static String line(String text) {
            String line = text.replaceAll("\\p{Cntrl}", " ");
            return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
        }
    }
}
