package vaiwg.board.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Signals that show one cause: the same theme, concern and weeks.
 *
 * @param title who or where, and what
 * @param area the area's title
 * @param charts how many charts agree
 * @param since the first day of what the oldest of its signals rests on
 * @param text what the figures show
 * @param answer the newest owner's answer; empty where there is none
 * @param openDays since its owner was asked, up to the answer, or to the as-at where there is none
 * @param signalIds of the signals in it, that which was raised first before the others, for the annex and for deep links
 */
public record Matter(
        Judgement judgement,
        String title,
        String area,
        int charts,
        LocalDate since,
        String text,
        State state,
        Optional<OwnerComment> answer,
        int openDays,
        List<String> signalIds) {
    /** What is to be done. */
    public enum State {
        ACT("Act"),
        WATCH("Watch"),
        CHECK_THE_DATA("Check the data");

        private final String word;

        State(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
