package vaiwg.kpis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static vaiwg.kpis.OneMeasure.shipped;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.catalogue.ChartPlan.Chart;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

class ChartPlanTest {
    private final Catalogue catalogue = ShippedCatalogue.get();
    private final List<Chart> charts = ChartPlan.of(catalogue).charts();

    @Test
    void of_a_measure_signals_come_of_one_basis_in_blocks_that_do_not_overlap() {
        Map<List<Object>, List<String>> bases = charts.stream()
                .filter(Chart::signals)
                .collect(Collectors.groupingBy(
                        chart -> List.of(chart.measure().slug(), chart.isMonthly()),
                        Collectors.mapping(chart -> chart.column().basis().slug(), Collectors.toList())));
        assertThat(bases.values()).allSatisfy(slugs -> assertThat(slugs).containsOnly(slugs.get(0)));
        assertThat(charts)
                .allMatch(chart -> chart.window()
                        .equals(
                                chart.isStock()
                                        ? Window.STANDING
                                        : chart.isMonthly() ? ChartPlan.MONTH : ChartPlan.BLOCK));
        assertThat(bases.get(List.of("victim_attrition", false))).contains("matured_28d");
        assertThat(bases.get(List.of("recorded_offences", false))).contains("recorded");
        assertThat(bases.get(List.of("decision_told", false))).contains("assigned");
        assertThat(bases.get(List.of("unable_to_prosecute", true))).contains("settled_6m");
    }

    @Test
    void the_headline_is_charted_at_its_own_horizon_too_and_no_signal_comes_of_that() {
        assertThat(charts)
                .filteredOn(chart -> !chart.signals())
                .allMatch(chart -> !chart.raisesAlerts() && chart.limitsOnDashboards() && chart.isPublished())
                .extracting(chart ->
                        chart.measure().slug() + " " + chart.column().basis().slug() + " " + chart.slice())
                .containsExactly(
                        "victim_attrition matured_90d ",
                        "victim_attrition matured_90d theme=rape",
                        "victim_attrition matured_90d theme=other_sexual",
                        "victim_attrition matured_90d theme=stalking_harassment",
                        "victim_attrition matured_90d theme=domestic_abuse");
    }

    /** What page 1 shows has a chart of the same horizon; of what is revised the chart is of the frozen figure. */
    @Test
    void every_figure_of_page_one_has_a_chart_of_its_own_horizon() {
        assertThat(catalogue.measures())
                .filteredOn(measure -> measure.placement().place() == Place.HEADLINE
                        && measure.uncharted().isEmpty())
                .hasSize(13)
                .allSatisfy(measure -> assertThat(charts)
                        .filteredOn(chart -> chart.measure() == measure)
                        .extracting(chart -> chart.column().basis().horizon())
                        .contains(measure.readByDay().orElseThrow().basis().horizon()));
    }

    @Test
    void every_measure_is_charted_or_has_one_of_the_stated_reasons() {
        Map<String, String> said = new TreeMap<>();
        for (Measure measure : catalogue.measures()) {
            List<String> how = charts.stream()
                    .filter(chart -> chart.measure() == measure)
                    .map(chart -> chart.column().basis().slug() + " "
                            + chart.window().slug() + (chart.isPublished() ? "" : ", of its days"))
                    .distinct()
                    .toList();
            List<String> why = measure.uncharted().stream()
                    .map(reason -> "not: " + reason.words())
                    .toList();
            assertThat(how.isEmpty()).as(measure.slug()).isNotEqualTo(why.isEmpty());
            said.put(measure.slug(), String.join("; ", how.isEmpty() ? why : how));
        }
        said.forEach((slug, how) -> System.out.printf("%-34s %s%n", slug, how));
        assertThat(catalogue.measures().stream()
                        .map(Measure::uncharted)
                        .flatMap(Optional::stream)
                        .distinct())
                .as("no reason without a measure")
                .containsExactlyInAnyOrder(Uncharted.values());
        assertThat(said)
                .containsEntry("cps_overdue", "stock all")
                .containsEntry("open_over_90d", "stock all")
                .containsEntry("victims_code", "recorded 28d, of its days")
                .containsEntry("marac_rate", "recorded 28d, of its days")
                .containsEntry("stalking_screened_7d", "settled_7d 28d, of its days")
                .containsEntry("unable_to_prosecute", "settled_6m 1m")
                .containsEntry("da_flag_late", "not: " + Uncharted.KNOWN_LATE.words())
                .containsEntry("serial_perpetrators", "not: " + Uncharted.PRESENT_FOR_A_YEAR.words());
    }

    @Test
    void what_is_still_open_or_is_restricted_is_not_charted() {
        assertThat(charts).extracting(chart -> chart.column().basis().kind()).doesNotContain(Basis.Kind.TO_DATE);
        assertThat(charts)
                .filteredOn(chart -> chart.column().basis().kind() == Basis.Kind.SETTLED && !chart.isMonthly())
                .as("revised figures only where there is no frozen one")
                .noneMatch(chart -> chart.measure().bases().keySet().stream()
                        .anyMatch(basis -> basis.kind() == Basis.Kind.MATURED));
        assertThat(charts).noneMatch(chart -> chart.measure().isRestricted());
    }

    @Test
    void what_goes_back_before_the_history_has_a_run_in() {
        assertThat(runIn("recorded_offences")).isZero();
        assertThat(runIn("victim_attrition")).isZero();
        assertThat(runIn("decision_told")).isEqualTo(365);
        assertThat(runIn("cps_overdue")).isEqualTo(365);
        assertThat(runIn("repeat_victimisation")).isEqualTo(365);
        assertThat(runIn("open_over_90d")).isEqualTo(365 + 90);
    }

    /** An order lasts five years at least, so none leaves a record of three: the number in force says how old the record is. */
    @Test
    void what_stays_for_years_is_not_judged_before_any_can_have_left() {
        assertThat(shipped("shpo_in_force").youngFor(Basis.STOCK, Optional.empty()))
                .isEqualTo(365 + 1826);
        assertThat(shipped("shpo_cumulative").youngFor(Basis.STOCK, Optional.empty()))
                .isEqualTo(365 + 1826);
        assertThat(shipped("cps_overdue").youngFor(Basis.STOCK, Optional.empty()))
                .isEqualTo(365);
        assertThat(shipped("open_over_90d").youngFor(Basis.STOCK, Optional.empty()))
                .isEqualTo(3 * 365 + 90);
    }

    /** A domestic violence protection order is over after 28 days; the others of the same measure last for years. */
    @Test
    void of_several_kinds_of_order_each_is_judged_when_its_own_can_have_left() {
        Measure orders = shipped("orders_in_force");
        Map<String, Integer> youngFor = orders.variants().stream()
                .collect(Collectors.toMap(
                        kind -> kind.orElseThrow().slug(), kind -> orders.youngFor(Basis.STOCK, kind)));
        assertThat(youngFor).isEqualTo(Map.of("dvpo", 365, "dapo", 365 + 730, "spo", 365 + 730));
    }

    private int runIn(String slug) {
        Measure measure = shipped(slug);
        return measure.runIn(measure.chartedByDay().orElseThrow(), Optional.empty());
    }

    @Test
    void the_pack_is_of_totals_and_themes_and_every_of_its_measures_is_charted() {
        assertThat(charts)
                .filteredOn(Chart::raisesAlerts)
                .allMatch(Chart::isOfTheme)
                .allMatch(Chart::isPublished)
                .extracting(chart -> chart.measure().slug())
                .containsAll(catalogue.measures().stream()
                        .filter(Measure::raisesAlerts)
                        .map(Measure::slug)
                        .toList());
        assertThat(charts)
                .filteredOn(Chart::limitsOnDashboards)
                .isNotEmpty()
                .allMatch(chart -> chart.measure().raisesAlerts());
    }

    @Test
    void areas_are_compared_within_a_theme_or_as_a_whole_and_the_unknown_one_with_none() {
        List<List<Integer>> groups = AreaPlan.of(catalogue);
        assertThat(groups).isNotEmpty().allSatisfy(slots -> {
            List<Column> columns =
                    slots.stream().map(catalogue::columnOfSlot).distinct().toList();
            assertThat(columns).hasSize(1);
            Measure measure = columns.get(0).measure();
            assertThat(measure.kind()).isIn(Measure.Kind.SHARE, Measure.Kind.RATE, Measure.Kind.POPULATION_RATE);
            assertThat(measure.readByDay())
                    .contains(new View(columns.get(0).basis(), columns.get(0).windowOfSlot(slots.get(0))));
            assertThat(slots.stream()
                            .map(slot ->
                                    columns.get(0).dimensions(columns.get(0).rowOfSlot(slot))))
                    .allMatch(cut -> !cut.get("lpa").equals("unknown"))
                    .extracting(cut -> cut.get("theme"))
                    .containsOnly(columns.get(0)
                            .dimensions(columns.get(0).rowOfSlot(slots.get(0)))
                            .get("theme"));
        });
        assertThat(groups)
                .extracting(
                        slots -> catalogue.columnOfSlot(slots.get(0)).basis().slug())
                .contains("settled_90d", "stock");
    }

    @Test
    void areas_are_compared_by_each_figure_of_the_report_s_pages_or_there_is_a_reason() {
        Set<Measure> compared = AreaPlan.of(catalogue).stream()
                .map(slots -> catalogue.columnOfSlot(slots.get(0)).measure())
                .collect(Collectors.toSet());
        assertThat(catalogue.measures())
                .allSatisfy(measure -> assertThat(AreaPlan.uncompared(measure).isEmpty())
                        .as(measure.slug())
                        .isEqualTo(compared.contains(measure)))
                .filteredOn(measure -> measure.placement().place() != Place.ANNEX)
                .extracting(AreaPlan::uncompared)
                .doesNotContain(Optional.of(AreaPlan.Uncompared.DETAIL), Optional.of(AreaPlan.Uncompared.FEW));
        assertThat(uncompared(AreaPlan.Uncompared.FEW))
                .as("of what is in no area: whoever adds a figure of cases says why there are too few")
                .allMatch(slug -> slug.matches(
                        "satisfied_duty|code_all_five_elsewhere|easi_victims_referred_2d|\\w+_wave|court_visit_before_trial|cps_dispute_escalated"
                                + "|referred_to_hate_service|audit_referral_logged"));
        assertThat(uncompared(AreaPlan.Uncompared.OLDER_ORDERS)).containsExactly("domestic_violence_rate");
        assertThat(uncompared(AreaPlan.Uncompared.PEOPLE))
                .containsExactly(
                        "victim_attrition_victims",
                        "case_ends_victims",
                        "charge_rate_victims",
                        "serial_perpetrators",
                        "serial_managed",
                        "rape_victims_consistent");
        assertThat(uncompared(AreaPlan.Uncompared.NO_AREA))
                .contains(
                        "spo_applied_rate", "easi_reoffending", "marac_heard", "orphan_outcomes", "unable_to_prosecute")
                .doesNotContain("shpo_granted", "domestic_violence_rate", "devices_examined");
    }

    private List<String> uncompared(AreaPlan.Uncompared why) {
        return catalogue.measures().stream()
                .filter(measure -> AreaPlan.uncompared(measure).equals(Optional.of(why)))
                .map(Measure::slug)
                .toList();
    }
}
