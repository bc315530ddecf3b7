package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
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
        assertThat(verdict.decidable().text())
                .startsWith("All places are filled, ")
                .doesNotContain("more cases");
        assertThat(verdict.ofThisOutcome()).isEqualTo(": the difference in this outcome may be chance.");
        assertThat(verdict.finding()).isEqualTo("Its finding (What works): complete, does not settle it");
    }

    @Test
    void cases_that_are_still_followed_can_settle_it_where_they_are_many_and_one_of_a_hundred_cannot() {
        Arms arms = new Arms("Suspected again", SampleReport.share(AGAIN, 30, 99), SampleReport.share(AGAIN, 31, 100));
        assertThat(arms.canBeSettled(100, 100)).isFalse();
        assertThat(arms.canBeSettled(99, 100)).isFalse();
        assertThat(arms.canBeSettled(149, 100)).isTrue();
        assertThat(arms.canBeSettled(99, 150)).isTrue();
    }

    @Test
    void an_outcome_says_which_way_is_better_and_whether_the_trial_is_judged_by_it_and_follow_up_is_none() {
        assertThat(TrialOutcome.called(
                        "EASI trial, suspected again: within 365 days",
                        "easi_reoffending:days=365d",
                        Better.DOWN,
                        true))
                .isEqualTo("Suspected again: within 365 days (primary; less is better)");
        assertThat(TrialOutcome.called(
                        "EASI trial, improved: risk", "easi_trial_better:assessed=risk", Better.UP, false))
                .isEqualTo("Improved: risk (more is better)");
        assertThat(TrialOutcome.called(
                        "EASI trial, assessed again: risk", "easi_trial_assessed:assessed=risk", Better.UP, false))
                .isEqualTo("Follow-up: assessed again: risk");
    }

    /** The verdict rested on one of ten rows, and two others excluded chance. */
    @Test
    void outcomes_by_which_the_trial_is_not_judged_are_counted_by_whom_they_favour() {
        Estimate more = new Estimate(0.15, 0.032, 0.263, 100);
        Estimate fewer = new Estimate(-0.2, -0.3, -0.1, 100);
        Estimate chance = new Estimate(0.04, -0.08, 0.158, 100);
        List<TrialOutcome> outcomes = List.of(
                new TrialOutcome(Better.UP, more),
                new TrialOutcome(Better.DOWN, fewer),
                new TrialOutcome(Better.DOWN, more),
                new TrialOutcome(Better.UP, chance),
                new TrialOutcome(Better.NEITHER, more));
        String said = TrialOutcome.others(outcomes, false).text();
        assertThat(said)
                .startsWith("Of five, two beyond chance in favour of the programme, one of the control group;")
                .endsWith(" by chance.");
        assertThat(TrialOutcome.others(outcomes, true).text())
                .isEqualTo(said + " Fewer of those offered it were assessed again.");
    }

    /** Crimes that were chosen stood as more charged than others. */
    @Test
    void of_the_pilot_the_board_is_told_that_it_is_no_trial() {
        assertThat(WhatWorksPage.left(Optional.empty(), true).map(Block.Sentence::headline))
                .hasValue(WhatWorksPage.OF_PILOT.headline());
        assertThat(WhatWorksPage.OF_PILOT.text()).startsWith("It is no trial;");
    }

    @Test
    void that_it_may_be_chance_is_said_of_the_outcome_that_is_named() {
        assertThat(TrialVerdict.of(new Estimate(-0.007, -0.133, 0.12, 99), true).ofThisOutcome())
                .isEqualTo(": the difference in this outcome may be chance.");
        assertThat(TrialVerdict.of(new Estimate(-0.2, -0.3, -0.1, 99), true).ofThisOutcome())
                .isEqualTo(".");
    }
}
