package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.PublishedVerdict.State;
import vaiwg.board.figures.PublishedVerdict.TargetState;
import vaiwg.board.figures.SeriesKey;

class FirstPageTest {
    @Test
    void every_matter_to_act_on_is_named_whichever_way_it_moved() {
        List<Matter> matters = List.of(
                matter("A", Matter.State.ACT, true),
                matter("B", Matter.State.ACT, false),
                matter("C", Matter.State.ACT, true),
                matter("D", Matter.State.ACT, false),
                matter("E", Matter.State.WATCH, true));
        assertThat(FirstPage.worst(matters, List.of(), SampleReport.AS_AT))
                .extracting(Block.Sentence::headline)
                .containsExactly("A.", "C.", "B.", "D.");
        assertThat(FirstPage.worst(matters.subList(3, 5), List.of(), SampleReport.AS_AT))
                .extracting(Block.Sentence::headline)
                .containsExactly("D.", "E.");
    }

    /** One that was not due yet stood on page 1, and one that was 55 days late on page 2 alone. */
    @Test
    void a_matter_whose_answer_is_late_stands_before_others_that_are_to_be_watched() {
        List<Matter> matters = List.of(
                matter("A", Matter.State.ACT, false),
                matter("B", Matter.State.WATCH, true),
                matter("C", Matter.State.WATCH, false, SampleReport.AS_AT.minusDays(1)),
                matter("D", Matter.State.WATCH, false, SampleReport.AS_AT));
        assertThat(FirstPage.worst(matters, List.of(), SampleReport.AS_AT))
                .extracting(Block.Sentence::headline)
                .containsExactly("A.", "C.", "B.");
    }

    /** Page 1 has room for three. */
    @Test
    void what_is_worst_says_how_many_matters_are_on_page_2_alone() {
        List<Matter> four = List.of(
                matter("A", Matter.State.ACT, true),
                matter("B", Matter.State.WATCH, true),
                matter("C", Matter.State.WATCH, false),
                matter("D", Matter.State.WATCH, false));
        assertThat(FirstPage.title(four, FirstPage.worst(four, List.of(), SampleReport.AS_AT)))
                .isEqualTo("What is worst, or to be explained; one more matter is on page 2");
        List<Matter> three = four.subList(0, 3);
        assertThat(FirstPage.title(three, FirstPage.worst(three, List.of(), SampleReport.AS_AT)))
                .isEqualTo("What is worst, or to be explained");
    }

    @Test
    void what_page_8_leaves_to_the_board_is_one_line() {
        Optional<String> trial = Optional.of(TrialVerdict.WAIT.asked());
        assertThat(WhatWorksPage.left(trial, true)).hasValueSatisfying(left -> {
            assertThat(left.headline())
                    .isEqualTo("Wait with a decision on the EASI programme;"
                            + " decide whether the pilot of investigation goes on.");
            assertThat(left.page()).hasValue(WhatWorksPage.ID);
        });
        assertThat(WhatWorksPage.left(trial, false))
                .map(Block.Sentence::headline)
                .hasValue("Wait with a decision on the EASI programme.");
        assertThat(WhatWorksPage.left(Optional.empty(), true))
                .map(Block.Sentence::headline)
                .hasValue("Decide whether the pilot of investigation goes on.");
        assertThat(WhatWorksPage.left(Optional.empty(), false)).isEmpty();
    }

    /** "No figure is beyond what is usual" stood above figures that improve by more than chance explains. */
    @Test
    void where_no_matter_is_open_no_figure_that_improves_is_denied() {
        for (State judged : List.of(State.IMPROVING, State.NO_CHANGE)) {
            assertThat(FirstPage.withoutMatters(Stream.of(State.TOO_FEW, judged)))
                    .isEqualTo("Nothing needs action or is to be watched.");
        }
        assertThat(FirstPage.withoutMatters(Stream.of(State.TOO_FEW, State.TOO_YOUNG, State.NOT_CHARTED)))
                .isEqualTo("The records are too short for anything to be called usual: no figure is judged yet.");
    }

    @Test
    void a_promise_that_is_asked_about_says_of_how_many_it_is_the_first() {
        assertThat(FirstPage.firstOf(1)).isEmpty();
        assertThat(FirstPage.firstOf(6)).isEqualTo(" It is the first of six that figures contradict.");
    }

    @Test
    void what_is_late_now_is_a_sentence_of_its_own() {
        assertThat(FirstPage.late(2, 2)).isEqualTo("Of two open matters, two answers are late now.");
        assertThat(FirstPage.late(1, 1)).isEqualTo("Of one open matter, one answer is late now.");
        assertThat(FirstPage.late(3, 0)).isEqualTo("No answer to an open matter is late.");
    }

    @Test
    void what_is_short_of_its_target_is_not_among_the_best() {
        assertThat(Shortfalls.isShort(improving(TargetState.SHORT))).isTrue();
        assertThat(Shortfalls.isShort(improving(TargetState.MEETS))).isFalse();
        assertThat(Shortfalls.isShort(improving(TargetState.NONE))).isFalse();
    }

    /** Answers of owners are farther from their target than a duty to victims, and each late one is asked for by name. */
    @Test
    void of_what_is_short_of_its_target_what_people_are_owed_is_named_before_how_work_is_done() {
        Block.Row duty = share("victims_code", 37, false);
        Block.Row referred = share("support_referral_2d", 52, false);
        Block.Row answered = share("signal_response", 3, true);
        assertThat(FirstPage.worst(List.of(), List.of(answered, referred, duty), SampleReport.AS_AT))
                .extracting(Block.Sentence::headline)
                .containsExactly(
                        "victims_code is short of its target of 100%.",
                        "support_referral_2d is short of its target of 100%.",
                        "signal_response is short of its target of 100%.");
    }

    @Test
    void where_nothing_else_improves_what_is_short_of_its_target_is_not_denied() {
        Block.Row referred = improving(TargetState.SHORT).withTarget(1, TargetState.SHORT);
        List<Block.Row> few = List.of(referred, referred, referred);
        assertThat(FirstPage.best(List.of(), List.of(), List.of()))
                .containsExactly(Block.Sentence.of("No figure is better than chance explains.", ""));
        assertThat(FirstPage.best(List.of(), few.subList(0, 1), List.of()))
                .containsExactly(
                        Block.Sentence.of("Improving, but short of its target:", "Referred: 8 of 16, target 100%."));
        assertThat(FirstPage.best(List.of(), few.subList(0, 2), List.of()))
                .extracting(Block.Sentence::text)
                .containsExactly("Referred: 8 of 16, target 100%. So is one more figure.");
        assertThat(FirstPage.best(List.of(), few, List.of()))
                .extracting(Block.Sentence::text)
                .containsExactly("Referred: 8 of 16, target 100%. So are two more figures.");
        assertThat(FirstPage.best(List.of(improving(TargetState.NONE)), few, List.of()))
                .singleElement()
                .matches(sentence -> sentence.state().equals(Optional.of(State.IMPROVING)));
    }

    /** Page 1 has room for two. */
    @Test
    void what_is_best_says_how_many_more_figures_improve() {
        assertThat(FirstPage.bestTitle(0)).isEqualTo("What improves, or meets its target");
        assertThat(FirstPage.bestTitle(2)).isEqualTo("What improves, or meets its target");
        assertThat(FirstPage.bestTitle(3)).isEqualTo("What improves, or meets its target; and one more improves");
        assertThat(FirstPage.bestTitle(7)).isEqualTo("What improves, or meets its target; and five more improve");
    }

    private static Block.Row share(String kpi, int of100, boolean countsWork) {
        Figure figure = SampleReport.share(new SeriesKey(kpi, "settled_14d", "365d", ""), of100, 100)
                .of(countsWork, Optional.empty());
        return SampleReport.row(kpi, "", Better.UP, figure, State.NO_CHANGE, TargetState.SHORT)
                .withTarget(1, TargetState.SHORT);
    }

    private static Block.Row improving(TargetState met) {
        return SampleReport.row("Referred", "", Better.UP, SampleReport.few(), State.IMPROVING, met);
    }

    private static Matter matter(String title, Matter.State state, boolean worse) {
        return matter(title, state, worse, SampleReport.AS_AT.plusDays(5));
    }

    private static Matter matter(String title, Matter.State state, boolean worse, LocalDate due) {
        return new Matter(
                title,
                "Recording",
                "the lead",
                1,
                "Weak: 28-day periods",
                "Watch: say why",
                SampleReport.AS_AT.minusDays(30),
                SampleReport.AS_AT.minusDays(10),
                "",
                SampleReport.AS_AT.minusDays(9),
                due,
                "-",
                "",
                false,
                worse,
                state,
                Optional.empty(),
                9,
                List.of());
    }
}
