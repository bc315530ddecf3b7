package vaiwg.board.page;

import java.time.LocalDate;
import java.util.List;
import vaiwg.board.Days;
import vaiwg.board.cases.AskedFigure;
import vaiwg.board.figures.PublishedNote;
import vaiwg.board.figures.SignalRecord;
import vaiwg.board.report.Bases;
import vaiwg.board.report.ReportWords;
import vaiwg.kpis.text.Digits;

/** What the page of an answer says of a signal. */
final class AnswerWords {
    private AnswerWords() {}

    /** What became of it: "raised", "reclassified". */
    static String change(SignalRecord.Entry entry) {
        return entry.change().equals("turned") ? "reclassified" : entry.change();
    }

    /** What is to be done: "Act". */
    static String state(SignalRecord.Entry entry) {
        return entry.state().equals("data_quality") ? "Check the data" : ReportWords.capital(entry.state());
    }

    /** "Answered by the leads, 3 November 2026." or "Not answered for 12 days." */
    static String status(AnswerDocument.Asked asked) {
        PublishedNote answer = asked.answer();
        return answer == null ? waiting(asked.days()) + from(asked) + "." : "Answered by " + by(answer) + ".";
    }

    /** Days are those of the matter, which another signal may have raised, and which no owner saw before the force went live. */
    private static String from(AnswerDocument.Asked asked) {
        LocalDate from = asked.edition().asAt().minusDays(asked.days());
        return from.equals(asked.signal().raisedOn())
                ? ""
                : ", since " + Days.full(from) + ", when its matter was first shown";
    }

    /** "Not answered for 12 days", since the owner of a matter was asked. */
    static String waiting(int days) {
        return days == 0
                ? "Not answered yet"
                : "Not answered for " + Digits.count(days) + " " + PageWords.plural(days, "day", "days");
    }

    /** "the leads, logged in as j.smith, 3 November 2026". */
    static String by(PublishedNote note) {
        return (note.post().isEmpty() ? "a post that is not named" : note.post()) + ", " + note.loggedIn() + ", "
                + Days.full(note.on());
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

    /** Which figure, in words: "Victim attrition: Rape; followed 90 days, revised, in 12 months, as at 24 November 2026". */
    static String figure(AskedFigure figure) {
        String window = PageWords.window(figure.series().window());
        return figure.title() + "; " + Bases.label(figure.series().basis()) + (window.isEmpty() ? "" : ", " + window)
                + ", " + Days.asAt(figure.asAt());
    }

    /** The command that lists the cases of a figure, likewise. */
    static List<String> explain(AskedFigure figure) {
        return List.of(
                "./vaiwg explain",
                "--force " + figure.force(),
                "--kpi " + figure.series().kpi(),
                "--basis " + figure.series().basis(),
                "--window " + figure.series().window(),
                "--slice '" + figure.series().slice() + "'",
                "--as-at " + figure.asAt(),
                "--why '…'",
                "--users …",
                "--grants …",
                "--login …");
    }
}
