package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.PublishedMatter;
import vaiwg.board.figures.PublishedVerdict.State;
import vaiwg.board.figures.PublishedVerdict.TargetState;
import vaiwg.board.figures.SeriesKey;

class OpenMattersTest {
    /** A page of a theme named what is to be acted on, and said nothing of what is to be watched. */
    @Test
    void a_page_names_what_is_to_act_on_and_what_is_to_be_watched_as_its_states_are_called() {
        assertThat(OpenMatters.named(List.of(matter("Schools: more", "watch"), matter("Stalking: more end", "act"))))
                .isEqualTo("Act, page 2: Stalking: more end. Watch, page 2: Schools: more.");
        assertThat(OpenMatters.named(List.of())).isEmpty();
    }

    @Test
    void what_has_no_room_is_counted_and_nothing_to_act_on_is_left_out() {
        List<PublishedMatter> acts = List.of(matter("A", "act"), matter("B", "act"), matter("C", "act"));
        assertThat(OpenMatters.named(acts)).isEqualTo("Act, page 2: A; B; C.");
        List<PublishedMatter> watches = List.of(matter("D", "watch"), matter("E", "watch"), matter("F", "watch"));
        assertThat(OpenMatters.named(watches)).isEqualTo("Watch, page 2: D; E; and one more.");
        assertThat(OpenMatters.named(List.of(acts.get(0), acts.get(1), acts.get(2), watches.get(0), watches.get(1))))
                .isEqualTo("Act, page 2: A; B; C. Watch, page 2: two more.");
    }

    /** What waits for the CPS was to be acted on, and the page of open cases had no word of it. */
    @Test
    void a_page_begins_with_the_matters_of_what_it_shows_or_of_a_part_of_that() {
        List<PublishedMatter> matters = List.of(
                matter("CPS, rape: more wait", "act", "cps_overdue", "theme=rape"),
                matter("CPS: more wait", "watch", "cps_overdue", ""),
                matter("Open: more", "watch", "open_over_90d", "lpa=solihull;theme=rape"),
                matter("Stalking: more end", "act", "victim_attrition", "theme=stalking"));
        assertThat(OpenMatters.lead(matters, table("cps_overdue", TargetState.SHORT)))
                .isEqualTo("Act, page 2: CPS, rape: more wait. Watch, page 2: CPS: more wait."
                        + " One figure here is short of target.");
        assertThat(OpenMatters.lead(matters, grid("open_over_90d", ""), table("cps_overdue", TargetState.NONE)))
                .isEqualTo("Act, page 2: CPS, rape: more wait. Watch, page 2: CPS: more wait; and one more.");
        assertThat(OpenMatters.lead(matters, grid("victim_attrition", "ethnicity=white;theme=stalking")))
                .as("of a group that the page shows nothing is asked")
                .isEmpty();
    }

    private static Block table(String kpi, TargetState met) {
        Figure figure = SampleReport.share(new SeriesKey(kpi, "stock", "all", ""), 37, 120);
        return new Block.FiguresTable(
                "Work", "", List.of(SampleReport.row(kpi, "", Better.DOWN, figure, State.NO_CHANGE, met)));
    }

    private static Block grid(String kpi, String slice) {
        Figure figure = SampleReport.share(new SeriesKey(kpi, "stock", "all", slice), 37, 120);
        Block.Line line = new Block.Line("All", List.of(Block.Cell.of(figure, Block.Part.VALUE)), true);
        return new Block.Grid("Cases", "", "Theme", List.of("%"), List.of(line));
    }

    private static PublishedMatter matter(String what, String state) {
        return matter(what, state, "victim_attrition", "");
    }

    private static PublishedMatter matter(String what, String state, String kpi, String slice) {
        return SampleMatter.of(
                new SeriesKey(kpi, "settled_90d", "28d", slice),
                what,
                state,
                Periods.AS_AT.minusDays(28),
                Periods.AS_AT.minusDays(1));
    }
}
