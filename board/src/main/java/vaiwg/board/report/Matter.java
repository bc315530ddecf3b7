package vaiwg.board.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Signals that show one cause: the same theme, concern and weeks.
 *
 * @param title who or where, and what
 * @param area the area's title
 * @param owner the post that answers for it
 * @param charts how many charts agree
 * @param howSure how sure it is, and what raised it: "Fair: early warning"
 * @param nextStep what is asked of its owner: "Act: find the cause"
 * @param since the first day of what the oldest of its signals rests on
 * @param evidenceTo the last day of what raised it
 * @param evidence what of how many its figure was when it was raised, "43 of 120"; empty where another figure showed it, or that may not be told
 * @param raised the day on which its owner was asked
 * @param due the day by which the owner answers: 14 days later
 * @param text what raised it and what its figure is now, as dashboards say it
 * @param now of an early warning alone: the newest period of the chart, where it ends after what raised it; else empty
 * @param ofFew whether the text quotes a number of one to four people
 * @param worse whether it moved in the bad direction
 * @param answer the newest owner's answer; empty where there is none
 * @param openDays since its owner was asked, up to the answer, or to the as-at where there is none
 * @param signalIds of the signals in it, that which was raised first before the others, for deep links
 */
public record Matter(
        String title,
        String area,
        String owner,
        int charts,
        String howSure,
        String nextStep,
        LocalDate since,
        LocalDate evidenceTo,
        String evidence,
        LocalDate raised,
        LocalDate due,
        String text,
        String now,
        boolean ofFew,
        boolean worse,
        State state,
        Optional<OwnerComment> answer,
        int openDays,
        List<String> signalIds) {
    /** Whether no answer was given by the day on which it was due. */
    public boolean isLate(LocalDate asAt) {
        return answer.isEmpty() && due.isBefore(asAt);
    }

    /** Without the sentences that quote numbers. */
    Matter withoutNumbers(boolean answered) {
        return new Matter(
                title,
                area,
                owner,
                charts,
                howSure,
                nextStep,
                since,
                evidenceTo,
                "",
                raised,
                due,
                "",
                "",
                false,
                worse,
                state,
                answer.filter(shown -> answered),
                openDays,
                signalIds);
    }

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
