package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vaiwg.statistics.attrition.Estimate;

class WhatWorksPageTest {
    /** Fewer of an arm were assessed again, so that fewer of it could be seen to be at a higher risk. */
    @Test
    void the_trial_has_no_outcome_that_looks_better_the_fewer_were_assessed_again() {
        assertThat(WhatWorksPage.TRIAL)
                .allMatch(kpi -> kpi.startsWith("easi_reoffending:")
                        || kpi.startsWith("easi_trial_better:")
                        || kpi.startsWith("easi_trial_assessed:"));
    }

    @Test
    void that_it_may_be_chance_is_said_of_the_outcome_that_is_named() {
        assertThat(TrialVerdict.of(new Estimate(-0.007, -0.133, 0.12, 99)).ofThisOutcome())
                .isEqualTo(": the difference in this outcome may be chance.");
        assertThat(TrialVerdict.of(new Estimate(-0.2, -0.3, -0.1, 99)).ofThisOutcome())
                .isEqualTo(".");
    }
}
