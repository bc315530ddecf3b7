package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.PublishedMatter;
import vaiwg.kpis.catalogue.Movement;

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

    private static PublishedMatter matter(String what, String state) {
        return new PublishedMatter(
                Periods.AS_AT,
                what,
                "criminal_justice",
                state,
                Movement.WORSE,
                "figure",
                Periods.AS_AT,
                Periods.AS_AT,
                Periods.AS_AT.plusDays(14),
                Periods.AS_AT.minusDays(28),
                Periods.AS_AT.minusDays(1),
                "victim_attrition",
                "",
                what,
                Optional.empty(),
                Optional.empty(),
                "",
                List.of(what),
                1,
                "Weak: 28-day periods",
                "Watch: say why",
                false);
    }
}
