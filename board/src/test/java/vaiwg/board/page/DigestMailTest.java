package vaiwg.board.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import vaiwg.board.report.Matter;
import vaiwg.board.report.OwnerDigest;
import vaiwg.board.report.SampleReport;

class DigestMailTest {
    /** A level that is worse has no signal, and so no page on which it is answered. */
    @Test
    void a_matter_without_a_signal_is_a_line_without_a_link() {
        List<Matter> level = List.of(due(SampleReport.AS_AT.plusDays(11)));
        DigestMail mail = new DigestMail(digest(level, List.of(), 2), Optional.of("https://board.example"));
        assertThat(mail.text())
                .contains(
                        "* [Watch] Open crimes grow older, since 7 Nov 2026. Not answered for 3 days; due 7 Dec 2026.\n")
                .doesNotContain("/answer?", "reference");
        assertThat(mail.html()).contains("Open crimes grow older").doesNotContain("/answer?", "reference");
        assertThat(mail.text()).contains("\n1 open, 0 due within a week, 0 ended; 2 figures short of target.\n");
    }

    @Test
    void who_has_nothing_is_told_so() {
        DigestMail mail = new DigestMail(digest(List.of(), List.of(), 0), Optional.empty());
        assertThat(mail.subject()).isEqualTo("VAIWG matters of Intelligence: nothing for you");
        assertThat(mail.text()).contains("\nNothing for you this time.\n0 open, 0 due within a week");
        assertThat(mail.html()).contains("Nothing for you this time.");
    }

    @Test
    void a_reminder_is_of_answers_that_are_due_in_three_days_or_were_the_day_before() {
        LocalDate asAt = SampleReport.AS_AT;
        OwnerDigest reminder = unanswered(
                        due(asAt.plusDays(4)),
                        due(asAt.plusDays(3)),
                        due(asAt),
                        due(asAt.minusDays(1)),
                        due(asAt.minusDays(2)))
                .reminder();
        assertThat(reminder.unanswered()).extracting(Matter::due).containsExactly(asAt.plusDays(3), asAt.minusDays(1));
        assertThat(reminder.isLate()).isTrue();
        assertThat(new DigestMail(reminder, Optional.empty()).text()).doesNotContain("due within a week");
        assertThat(unanswered(due(asAt)).reminder().isEmpty()).isTrue();
    }

    private static OwnerDigest unanswered(Matter... matters) {
        return digest(List.of(), List.of(matters), 0);
    }

    private static OwnerDigest digest(List<Matter> raised, List<Matter> unanswered, int shortOf) {
        return new OwnerDigest(
                SampleReport.usual().edition(),
                SampleReport.AS_AT.minusDays(7),
                "intelligence",
                "Intelligence",
                "the lead",
                raised,
                unanswered,
                List.of(),
                List.of(),
                List.of(),
                OptionalInt.of(shortOf));
    }

    private static Matter due(LocalDate due) {
        return new Matter(
                "Open crimes grow older",
                "Intelligence",
                "the lead",
                1,
                "Weak: 28-day periods",
                "Watch: say why",
                due.minusDays(30),
                due.minusDays(15),
                "",
                due.minusDays(14),
                due,
                "-",
                "",
                false,
                true,
                Matter.State.WATCH,
                Optional.empty(),
                3,
                List.of());
    }
}
