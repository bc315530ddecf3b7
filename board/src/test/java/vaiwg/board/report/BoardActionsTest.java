package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.PublishedNote;

class BoardActionsTest {
    private static final LocalDate AS_AT = LocalDate.of(2026, 11, 26);
    private static final LocalDate LAST_REPORT = LocalDate.of(2026, 10, 1);
    private static final String LATE = "action/2026-07/1";
    private static final String OPEN = "action/2026-09/1";

    private final List<PublishedNote> notes = new ArrayList<>();

    @Test
    void an_action_is_carried_forward_until_it_is_done_and_those_due_first_stand_first() {
        asks(OPEN, "2026-09-10", "2026-12-01");
        asks(LATE, "2026-07-10", "2026-11-14");
        says(LATE, "2026-11-20", "The contract is late.");
        assertThat(standing()).containsExactly("Overdue by 12 days. The contract is late.", "Open.");
        assertThat(table().lines().get(0).title()).isEqualTo("Do " + LATE);
        assertThat(table().lines().get(0).cells())
                .extracting(Block.Cell::text)
                .startsWith("Jul 2026", "Head of Crime", "14 Nov");
        assertThat(table().isWords(3)).isTrue();
    }

    @Test
    void what_was_done_since_the_last_report_is_shown_once_more_and_last() {
        asks(LATE, "2026-07-10", "2026-11-14");
        done(LATE, "2026-09-30");
        asks("action/2026-07/2", "2026-07-10", "2026-09-14");
        done("action/2026-07/2", "2026-10-02");
        asks(OPEN, "2026-09-10", "2026-12-01");
        assertThat(standing()).containsExactly("Open.", "Done 2 Oct, 18 days\u00a0late.");
    }

    @Test
    void what_was_done_by_its_day_is_not_called_late() {
        asks(LATE, "2026-07-10", "2026-10-14");
        done(LATE, "2026-10-14");
        assertThat(standing()).containsExactly("Done 14 Oct.");
    }

    @Test
    void a_day_that_is_named_later_asks_again_for_what_was_done() {
        asks(LATE, "2026-07-10", "2026-08-14");
        done(LATE, "2026-08-01");
        note(LATE, "2026-11-02", "", "", "", Optional.of(LocalDate.of(2026, 11, 25)), Optional.empty());
        assertThat(standing()).containsExactly("Overdue by 1 day.");
        assertThat(shown().get(0).owner()).as("as said before").isEqualTo("Head of Crime");
    }

    @Test
    void a_day_or_a_post_that_nobody_named_is_said_to_be_missing() {
        note(OPEN, "2026-09-10", "", "", "", Optional.empty(), Optional.empty());
        assertThat(table().lines().get(0).title()).isEqualTo("Not told");
        assertThat(table().lines().get(0).cells())
                .extracting(Block.Cell::text)
                .containsExactly("Sep 2026", "Not named", "No day", "Open.");
    }

    @Test
    void beyond_the_eighth_only_how_many() {
        for (int number = 1; number <= 9; number++) {
            asks("action/2026-09/" + number, "2026-09-10", "2026-12-01");
        }
        assertThat(table().lines()).hasSize(8);
        assertThat(table().note()).isEqualTo("One more is due later or done.");
    }

    @Test
    void other_notes_are_no_actions() {
        note("s1", "2026-09-10", "A cause", "An action", "", Optional.empty(), Optional.empty());
        assertThat(shown()).isEmpty();
    }

    private List<BoardAction> shown() {
        return BoardActions.shown(notes, LAST_REPORT);
    }

    private Block.Grid table() {
        return BoardActions.table(shown(), AS_AT);
    }

    private List<String> standing() {
        return table().lines().stream().map(line -> line.cells().get(3).text()).toList();
    }

    private void asks(String subject, String on, String due) {
        note(subject, on, "", "Do " + subject, "Head of Crime", Optional.of(LocalDate.parse(due)), Optional.empty());
    }

    private void says(String subject, String on, String words) {
        note(subject, on, words, "", "", Optional.empty(), Optional.empty());
    }

    private void done(String subject, String on) {
        note(subject, on, "", "", "", Optional.empty(), Optional.of(LocalDate.parse(on)));
    }

    private void note(
            String subject,
            String on,
            String cause,
            String action,
            String owner,
            Optional<LocalDate> due,
            Optional<LocalDate> done) {
        notes.add(new PublishedNote(
                subject,
                false,
                cause,
                action,
                "the board's secretary",
                Optional.empty(),
                LocalDate.parse(on),
                Optional.empty(),
                owner,
                due,
                done));
    }
}
