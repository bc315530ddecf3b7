package vaiwg.board.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vaiwg.board.answer.OwnerAnswer;
import vaiwg.board.cases.AskedFigure;
import vaiwg.board.figures.PublishedNote;
import vaiwg.board.figures.SignalRecord;
import vaiwg.board.report.Edition;

/** The page on which a signal is answered. It holds no script. */
public final class AnswerDocument {
    /** The style sheet of its pages. */
    public static final String STYLES = Stylesheet.browser("") + Stylesheet.live();

    private AnswerDocument() {}

    /**
     * The signal that is to be answered.
     *
     * @param edition the report whose figures these are
     * @param title of the matter to which the signal belongs, or of the signal where it is closed
     * @param figures the numbers of the matter, of the figure by which it is called: the signal may be of another; empty where it is closed
     * @param charts how many charts show the matter
     * @param notes of all signals of the matter, oldest first
     * @param days from the midnight at which its owner was asked to the as-at, or to the answer
     * @param asItIs whether its reader sees the figures of its area, and so its texts, as they are
     * @param posts in whose names its reader may answer; empty where this server writes no answers
     * @param cases what its reader may ask for; empty where he is shown no cases
     */
    public record Asked(
            Edition edition,
            SignalRecord signal,
            String title,
            String figures,
            int charts,
            List<PublishedNote> notes,
            int days,
            boolean asItIs,
            Optional<List<String>> posts,
            Optional<Cases> cases) {
        /** The newest note that says a cause or an action; null where there is none. */
        PublishedNote answer() {
            return notes.stream()
                    .filter(note -> !note.acknowledgement())
                    .reduce((earlier, later) -> later)
                    .orElse(null);
        }
    }

    /**
     * Of which figures the cases may be asked for.
     *
     * @param made whether this server makes the lists
     */
    public record Cases(List<AskedFigure> figures, boolean made) {}

    /**
     * What the form holds.
     *
     * @param once another with each form that is opened, so that a form that is sent twice is written once
     */
    public record Form(String once, String cause, String action, String post, boolean acknowledgement) {
        /** A form that nobody has filled in. */
        public static Form empty(String once) {
            return new Form(once, "", "", "", false);
        }
    }

    /** The signal with a form; on a server that writes no answers, with the command that does. */
    public static String ask(Asked asked, Form form) {
        return render(asked, form, null, null);
    }

    /** The form as it was filled in, with a sentence on why it was not written. */
    public static String askAgain(Asked asked, Form form, String problem) {
        return render(asked, form, null, problem);
    }

    /** The signal with what was written just now. */
    public static String written(Asked asked, OwnerAnswer answer) {
        return render(asked, null, answer, null);
    }

    /** A sentence alone, where there is no signal to show. */
    public static String unknown(String sentence) {
        return ReportPage.render("answernone.jte", Map.of("sentence", sentence));
    }

    private static String render(Asked asked, Form form, OwnerAnswer written, String problem) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("asked", asked);
        parameters.put("form", form);
        parameters.put("written", written);
        parameters.put("problem", problem);
        return ReportPage.render("answer.jte", parameters);
    }
}
