package vaiwg.board.report;

import java.time.LocalDate;
import vaiwg.board.figures.PublishedNote;

/**
 * What an owner says of a signal, in the owner's words; signed by a post. Empty text where one is asked for and missing.
 *
 * @param loggedIn who was logged in, in words: "logged in as j.smith", "login not recorded"; empty where it is missing, and for the public
 */
public record OwnerComment(
        String matter, String cause, String action, String post, String loggedIn, LocalDate on, boolean missing) {
    static OwnerComment of(String matter, PublishedNote note) {
        return new OwnerComment(matter, note.cause(), note.action(), note.post(), note.loggedIn(), note.on(), false);
    }

    public static OwnerComment asked(String matter, String post, LocalDate on) {
        return new OwnerComment(matter, "", "", post, "", on, true);
    }

    /** "Head of Crime, logged in as j.smith". */
    public String by() {
        return loggedIn.isEmpty() ? post : post + ", " + loggedIn;
    }
}
