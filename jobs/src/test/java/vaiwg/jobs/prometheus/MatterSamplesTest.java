package vaiwg.jobs.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vaiwg.jobs.panes.DashboardSnapshot;
import vaiwg.jobs.panes.SnapshotVerdicts.MatterRow;
import vaiwg.statistics.verdict.Verdict;

class MatterSamplesTest {
    /** 3 May 2026, in summer time. */
    private static final int DUE = 20_576;

    @Test
    void of_matters_that_are_one_message_the_first_day_is_told_of_those_to_act_on_and_of_those_to_watch() {
        DashboardSnapshot snapshot = new DashboardSnapshot();
        snapshot.force = "kent";
        snapshot.asAt = 1_800_000_000_000L;
        snapshot.matters = new MatterRow[] {
            matter("support ended", Verdict.State.ACT, DUE + 5),
            matter("support ended", Verdict.State.ACT, DUE),
            matter("support ended", Verdict.State.WATCH, DUE - 1),
            level("open cases", DUE)
        };
        assertThat(MatterSamples.of(snapshot))
                .extracting(sample -> sample.labels() + " " + sample.value())
                .containsExactly(
                        "{__name__=vaiwg_matter_due_seconds, concern=support ended, force=kent, side=worse,"
                                + " state=act} 1.777806E9",
                        "{__name__=vaiwg_matter_due_seconds, concern=support ended, force=kent, side=worse,"
                                + " state=watch} 1.7777196E9");
    }

    /** As pages and mails have it: a history that was loaded was shown to nobody. */
    @Test
    void what_was_raised_before_anything_was_shown_is_due_in_the_days_after_the_first_midnight_that_was_shown() {
        DashboardSnapshot snapshot = new DashboardSnapshot();
        snapshot.force = "kent";
        snapshot.asAt = 1_800_000_000_000L;
        snapshot.publishedFrom = DUE - 14;
        snapshot.matters = new MatterRow[] {
            matter("support ended", Verdict.State.ACT, DUE - 100), matter("open cases", Verdict.State.ACT, DUE + 5)
        };
        assertThat(MatterSamples.of(snapshot))
                .extracting(sample -> sample.labels().get("concern") + " " + sample.value())
                .containsExactly("support ended 1.777806E9", "open cases 1.778238E9");
    }

    private static MatterRow matter(String concern, Verdict.State state, int due) {
        return matter(concern, state, due, "m");
    }

    /** A stock whose level is worse: no signal says so, and none can be answered. */
    private static MatterRow level(String concern, int due) {
        return matter(concern, Verdict.State.WATCH, due, "");
    }

    private static MatterRow matter(String concern, Verdict.State state, int due, String signals) {
        return new MatterRow(
                0,
                "m",
                "criminal_justice",
                concern,
                "rape",
                "",
                "worse",
                state,
                Verdict.Why.FIGURE,
                due - 14,
                due,
                due - 50,
                due - 15,
                false,
                null,
                null,
                "what",
                "figures",
                false,
                signals,
                "",
                "");
    }
}
