package vaiwg.board.page;

import java.util.List;
import vaiwg.board.figures.PublishedNote;
import vaiwg.board.figures.SignalRecord;
import vaiwg.board.text.Dates;
import vaiwg.board.text.NumberText;

/** What the page of an answer says of a signal. */
final class AnswerWords {
    private AnswerWords() {}

    /** What became of it: "raised", "reclassified". */
    static String change(SignalRecord.Entry entry) {
        return entry.change().equals("turned") ? "reclassified" : entry.change();
    }

    /** What is to be done: "Act". */
    static String state(SignalRecord.Entry entry) {
        return entry.state().equals("data_quality") ? "Check the data" : PageWords.sentence(entry.state());
    }

    /** "Answered by the leads, 3 November 2026." or "Not answered for 12 days." */
    static String status(AnswerDocument.Asked asked) {
        PublishedNote answer = asked.answer();
        return answer == null ? waiting(asked.days()) + "." : "Answered by " + by(answer) + ".";
    }

    /** "Not answered for 12 days", since a matter was raised. */
    static String waiting(int days) {
        return days == 0
                ? "Not answered yet"
                : "Not answered for " + NumberText.count(days) + " " + PageWords.plural(days, "day", "days");
    }

    /** "the leads, logged in as j.smith, 3 November 2026". */
    static String by(PublishedNote note) {
        return (note.post().isEmpty() ? "a post that is not named" : note.post()) + ", " + note.loggedIn() + ", "
                + Dates.full(note.on());
    }

    /** The command that writes the same, in parts that no line breaks. */
    static List<String> command(SignalRecord signal) {
        return List.of(
                "./vaiwg note",
                "--force " + signal.force(),
                "--signal " + signal.id(),
                "--cause '…'",
                "--action '…'",
                "--post '…'");
    }
}
