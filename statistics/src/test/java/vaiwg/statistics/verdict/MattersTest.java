package vaiwg.statistics.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.catalogue.ChartPlan;
import vaiwg.kpis.catalogue.ChartPlan.Chart;
import vaiwg.kpis.catalogue.Movement;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.verdict.Verdict.State;

class MattersTest {
    private static final int MAY = 20_000;
    private static final int JULY = 20_056;
    private static final int NOW = 20_200;

    private final List<Chart> charts = ChartPlan.of(ShippedCatalogue.get()).charts().stream()
            .filter(chart -> chart.signals() && !chart.isMonthly())
            .toList();

    /** The same crimes counted another way corroborate nothing. */
    @Test
    void two_measures_of_one_concern_and_the_theme_in_one_policing_area_are_one_matter() {
        assertThat(matters(
                        of("victim_attrition", "theme=rape", MAY, Movement.WORSE),
                        of("victim_does_not_support", "theme=rape", JULY, Movement.WORSE),
                        of("victim_attrition", "lpa=birmingham;theme=rape", JULY, Movement.WORSE)))
                .singleElement()
                .satisfies(matter -> {
                    assertThat(matter.theme()).isEqualTo("rape");
                    assertThat(matter.areas()).isEmpty();
                    assertThat(matter.main().measure().slug()).isEqualTo("victim_attrition");
                    assertThat(matter.main().lpa()).isEmpty();
                    assertThat(matter.signals()).hasSize(3);
                    assertThat(matter.sameCases()).hasSize(2);
                    assertThat(matter.shownAlso()).isEmpty();
                    assertThat(matter.id()).isEqualTo(matter.signals().get(0));
                    assertThat(matter.what()).isEqualTo("Rape: more cases end without the victim's support (OC16)");
                });
    }

    @Test
    void charts_of_other_cases_show_it_also() {
        assertThat(matters(
                        of("victim_attrition", "lpa=birmingham;theme=rape", MAY, Movement.WORSE),
                        of("victim_attrition", "lpa=dudley;theme=rape", MAY, Movement.WORSE),
                        of("victim_attrition", "lpa=walsall;theme=rape", MAY, Movement.WORSE)))
                .singleElement()
                .satisfies(matter -> {
                    assertThat(matter.areas()).containsExactly("birmingham", "dudley", "walsall");
                    assertThat(matter.shownAlso()).hasSize(2);
                    assertThat(matter.sameCases()).isEmpty();
                });
    }

    @Test
    void themes_that_exclude_one_another_have_no_cases_in_common_and_domestic_abuse_has_with_each() {
        SeriesVerdict rape = of("victim_attrition", "theme=rape", MAY, Movement.WORSE);
        assertThat(Matters.containSameCases(rape, of("victim_attrition", "theme=stalking", MAY, Movement.WORSE)))
                .isFalse();
        assertThat(Matters.containSameCases(rape, of("victim_attrition", "theme=domestic_abuse", MAY, Movement.WORSE)))
                .isTrue();
        assertThat(Matters.containSameCases(rape, of("victim_attrition", "", MAY, Movement.WORSE)))
                .isTrue();
    }

    @Test
    void another_theme_and_the_other_direction_are_matters_of_their_own() {
        assertThat(matters(
                        of("victim_attrition", "theme=rape", MAY, Movement.WORSE),
                        of("victim_attrition", "theme=domestic_abuse", MAY, Movement.WORSE),
                        of("recorded_offences", "theme=rape", MAY, Movement.MORE)))
                .hasSize(3);
    }

    @Test
    void a_total_that_began_with_a_theme_is_part_of_it() {
        assertThat(matters(
                        of("victim_attrition", "", MAY, Movement.WORSE),
                        of("victim_attrition", "theme=domestic_abuse", MAY, Movement.WORSE),
                        of("victim_attrition", "theme=rape", JULY, Movement.WORSE)))
                .extracting(Matter::theme, matter -> matter.signals().size())
                .containsExactlyInAnyOrder(tuple("domestic_abuse", 2), tuple("rape", 1));
    }

    @Test
    void a_total_that_is_only_watched_is_part_of_the_theme_that_is_to_be_acted_on() {
        assertThat(matters(
                        of("victim_attrition", "theme=rape", MAY, Movement.WORSE),
                        of("victim_attrition", "", JULY, Movement.WORSE, State.WATCH)))
                .extracting(Matter::theme, Matter::state)
                .containsExactly(tuple("rape", State.ACT));
    }

    @Test
    void volumes_of_several_themes_and_their_areas_are_one_matter_and_of_one_theme_it_keeps_its_theme() {
        assertThat(matters(
                        of("recorded_offences", "theme=domestic_abuse", MAY, Movement.MORE),
                        of("recorded_offences", "theme=stalking", MAY, Movement.MORE),
                        of("recorded_offences", "lpa=dudley;theme=domestic_abuse", JULY, Movement.MORE)))
                .singleElement()
                .extracting(Matter::theme)
                .isEqualTo("");
        assertThat(matters(of("recorded_offences", "theme=rape", MAY, Movement.MORE)))
                .extracting(Matter::theme)
                .containsExactly("rape");
    }

    @Test
    void an_answer_is_due_fourteen_days_after_the_first_of_its_signals_was_raised() {
        assertThat(matters(
                        of("victim_does_not_support", "theme=rape", JULY, Movement.WORSE),
                        of("victim_attrition", "theme=rape", MAY, Movement.WORSE)))
                .singleElement()
                .satisfies(matter -> {
                    assertThat(matter.since()).isEqualTo(MAY);
                    assertThat(matter.raised()).isEqualTo(MAY + 60);
                    assertThat(matter.due()).isEqualTo(MAY + 74);
                    assertThat(matter.day()).isLessThan(matter.raised());
                });
    }

    /** Outcomes 14 to 16 contain outcome 16. */
    @Test
    void a_figure_that_contains_what_another_counts_is_one_matter_with_it_and_called_by_that_of_page_1() {
        assertThat(matters(
                        of("evidential_difficulty", "theme=rape", JULY, Movement.WORSE),
                        of("victim_does_not_support", "theme=rape", MAY, Movement.WORSE),
                        of("victim_attrition", "theme=rape", JULY, Movement.WORSE, State.WATCH)))
                .singleElement()
                .satisfies(matter -> {
                    assertThat(matter.what()).isEqualTo("Rape: more cases end without the victim's support (OC16)");
                    assertThat(matter.main().measure().slug()).isEqualTo("victim_attrition");
                    assertThat(matter.sameCases()).hasSize(2);
                    assertThat(matter.signals()).hasSize(3);
                });
        assertThat(matters(of("victim_does_not_support", "theme=rape", MAY, Movement.WORSE)))
                .extracting(Matter::what)
                .containsExactly("Rape: more cases end without the victim's support (OC14 and OC16)");
        assertThat(matters(
                        of("evidential_difficulty", "theme=rape", MAY, Movement.WORSE),
                        of("victim_attrition", "theme=domestic_abuse", MAY, Movement.WORSE)))
                .as("of other cases, or of others as well")
                .hasSize(2);
        assertThat(matters(
                        of("evidential_difficulty", "theme=rape", MAY, Movement.LESS),
                        of("victim_attrition", "theme=rape", MAY, Movement.WORSE)))
                .as("that moved the other way")
                .hasSize(2);
    }

    @Test
    void a_figure_of_a_matter_to_act_on_is_to_be_acted_on_and_others_stay_as_they_were() {
        List<SeriesVerdict> verdicts = List.of(
                of("victim_attrition", "theme=rape", JULY, Movement.WORSE, State.WATCH),
                of("victim_attrition", "theme=domestic_abuse", JULY, Movement.WORSE, State.WATCH),
                of("victim_attrition", "theme=other_sexual", JULY, Movement.BETTER, State.IMPROVING),
                of("victim_does_not_support", "theme=rape", MAY, Movement.WORSE));
        Matters.Decided decided = new Matters("f", NOW).decide(verdicts);
        assertThat(decided.verdicts())
                .extracting(
                        one -> one.measure().slug(),
                        SeriesVerdict::theme,
                        one -> one.verdict().state())
                .containsExactly(
                        tuple("victim_attrition", "rape", State.ACT),
                        tuple("victim_attrition", "domestic_abuse", State.WATCH),
                        tuple("victim_attrition", "other_sexual", State.IMPROVING),
                        tuple("victim_does_not_support", "rape", State.ACT));
        assertThat(decided.matters())
                .extracting(
                        matter -> matter.main().theme(),
                        Matter::state,
                        matter -> matter.main().verdict().state())
                .containsExactly(
                        tuple("rape", State.ACT, State.ACT), tuple("domestic_abuse", State.WATCH, State.WATCH));
    }

    @Test
    void what_asks_nothing_makes_no_matter() {
        assertThat(matters(of("victim_attrition", "theme=rape", MAY, Movement.BETTER, State.IMPROVING)))
                .isEmpty();
    }

    private List<Matter> matters(SeriesVerdict... verdicts) {
        List<Matter> matters = new Matters("f", NOW).of(List.of(verdicts));
        List<SeriesVerdict> reversed = new ArrayList<>(Arrays.asList(verdicts));
        Collections.reverse(reversed);
        assertThat(new Matters("f", NOW).of(reversed))
                .extracting(Matter::id)
                .hasSameElementsAs(matters.stream().map(Matter::id).toList());
        return matters;
    }

    private SeriesVerdict of(String kpi, String slice, int since, Movement movement) {
        return of(kpi, slice, since, movement, State.ACT);
    }

    private SeriesVerdict of(String kpi, String slice, int since, Movement movement, State state) {
        Chart chart = charts.stream()
                .filter(one -> one.measure().slug().equals(kpi) && one.slice().equals(slice))
                .findFirst()
                .orElseThrow();
        OpenSignal signal = new OpenSignal(
                kpi + " " + slice,
                state == State.WATCH ? Signal.State.WATCH : Signal.State.ACT,
                false,
                movement == Movement.LESS ? -1 : 1,
                movement,
                false,
                since + 60,
                since,
                since + 27,
                0,
                0,
                0);
        return new SeriesVerdict(
                chart.slot(),
                chart.column(),
                new Verdict(state, Verdict.Target.NONE, Verdict.Why.FIGURE, OptionalInt.of(since)),
                Optional.empty(),
                Optional.empty(),
                List.of(signal),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty());
    }
}
