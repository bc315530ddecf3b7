package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.SeriesKey;
import vaiwg.statistics.attrition.Estimate;

class WhatWorksPageTest {
    private static final SeriesKey AGAIN = new SeriesKey("easi_reoffending", "stock", "all", "");

    /** Fewer of an arm were assessed again, so that fewer of it could be seen to be at a higher risk. */
    @Test
    void the_trial_has_no_outcome_that_looks_better_the_fewer_were_assessed_again() {
        assertThat(WhatWorksPage.TRIAL)
                .allMatch(kpi -> kpi.startsWith("easi_reoffending:")
                        || kpi.startsWith("easi_trial_better:")
                        || kpi.startsWith("easi_trial_assessed:"));
    }

    @Test
    void a_difference_is_settled_where_its_interval_excludes_none_and_the_page_says_what_can_be_decided() {
        Estimate open = new Estimate(-0.007, -0.133, 0.12, 99);
        Estimate touching = new Estimate(0.1, 0, 0.2, 99);
        Estimate fewer = new Estimate(-0.2, -0.3, -0.1, 99);
        Estimate more = new Estimate(0.2, 0.1, 0.3, 99);
        assertThat(List.of(open, touching)).noneMatch(TrialVerdict::isSettled);
        assertThat(List.of(fewer, more)).allMatch(TrialVerdict::isSettled);
        assertThat(TrialVerdict.of(touching, true)).isEqualTo(TrialVerdict.WAIT);
        assertThat(TrialVerdict.of(open, true).decidable())
                .isEqualTo(
                        Block.Sentence.of(
                                "Not settled.",
                                "The Board can wait for more cases; it cannot yet decide by this whether the programme works."));
        for (Estimate settled : List.of(fewer, more)) {
            assertThat(TrialVerdict.of(settled, false).decidable().headline()).isEqualTo("Settled.");
            assertThat(TrialVerdict.of(settled, false).decidable().text()).endsWith(" the Board can decide.");
        }
    }

    /** All places were filled and all cases but one followed, and the Board was told to wait for more. */
    @Test
    void where_nothing_is_to_come_that_could_settle_it_the_board_is_not_told_to_wait() {
        TrialVerdict verdict = TrialVerdict.of(new Estimate(-0.007, -0.133, 0.12, 99), false);
        assertThat(verdict).isEqualTo(TrialVerdict.UNSETTLED);
        assertThat(verdict.asked()).isEqualTo("Decide whether the EASI programme goes on, changes or ends.");
        assertThat(verdict.decidable().text()).endsWith(": waiting does not help.").doesNotContain("more cases");
        assertThat(verdict.ofThisOutcome()).isEqualTo(": the difference in this outcome may be chance.");
        assertThat(verdict.finding()).isEqualTo("Its finding (What works): complete, does not settle it");
    }

    @Test
    void cases_that_are_still_followed_can_settle_it_where_they_are_many_and_one_of_a_hundred_cannot() {
        WhatWorksPage.Arms arms = new WhatWorksPage.Arms(
                "Suspected again", SampleReport.share(AGAIN, 30, 99), SampleReport.share(AGAIN, 31, 100));
        assertThat(arms.canBeSettled(100, 100)).isFalse();
        assertThat(arms.canBeSettled(99, 100)).isFalse();
        assertThat(arms.canBeSettled(149, 100)).isTrue();
        assertThat(arms.canBeSettled(99, 150)).isTrue();
    }

    @Test
    void that_it_may_be_chance_is_said_of_the_outcome_that_is_named() {
        assertThat(TrialVerdict.of(new Estimate(-0.007, -0.133, 0.12, 99), true).ofThisOutcome())
                .isEqualTo(": the difference in this outcome may be chance.");
        assertThat(TrialVerdict.of(new Estimate(-0.2, -0.3, -0.1, 99), true).ofThisOutcome())
                .isEqualTo(".");
    }
}
