package vaiwg.kpis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static vaiwg.kpis.OneMeasure.shipped;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.facts.Fact;

class PlacementTest {
    private final Catalogue catalogue = ShippedCatalogue.get();
    private final List<Measure> measures = catalogue.measures();

    @Test
    void there_are_fifteen_headlines_in_the_order_of_the_areas() {
        List<Measure> named = measures.stream()
                .filter(measure -> measure.placement().isHeadline())
                .sorted(Comparator.comparing(measure -> measure.placement().order()))
                .toList();
        assertThat(named)
                .extracting(measure ->
                        measure.placement().order() + " " + measure.placement().name())
                .containsExactly(
                        "1 Offences in public places",
                        "2 Suspect named within 28 days",
                        "3 Victim attrition within 90 days",
                        "4 Charged within 180 days",
                        "5 CPS over 28 days since referral",
                        "6 SPO applications per 100 stalkings",
                        "7 EASI programme completed",
                        "8 Victim's ethnicity known",
                        "9 Recorded within 24 hours",
                        "10 Complaints, conduct matters",
                        "11 Strategy offences",
                        "12 Open for more than 90 days",
                        "13 Changes answered within 14 days",
                        "14 Victim told of outcome in time",
                        "15 Referred in 2 days (contact log)");
        assertThat(named)
                .extracting(measure -> Priority.shipped().indexOf(measure.priority()))
                .isSorted();
        assertThat(named).extracting(Measure::priority).containsAll(Priority.shipped());
    }

    /** Published tables are of the year to 31 March; a programme of a stock is of all since it began. */
    @Test
    void a_headline_that_is_no_stock_is_read_over_the_financial_year_too() {
        assertThat(measures)
                .filteredOn(measure ->
                        measure.placement().isHeadline() && !measure.bases().containsKey(Basis.STOCK))
                .hasSize(12)
                .allSatisfy(measure -> assertThat(measure.bases()
                                .get(measure.readByDay().orElseThrow().basis()))
                        .as(measure.slug())
                        .contains(Window.FINANCIAL_YEAR));
    }

    @Test
    void what_is_restricted_is_in_the_restricted_annex_and_nothing_else_is() {
        assertThat(measures)
                .allMatch(measure ->
                        measure.isRestricted() == (measure.placement().place() == Place.RESTRICTED_ANNEX));
        assertThat(measures)
                .filteredOn(measure -> measure.placement().isHeadline() && measure.isRestricted())
                .as("named, without a figure")
                .extracting(Measure::slug)
                .containsExactly("police_matters");
    }

    @Test
    void every_area_has_a_row_on_its_page() {
        assertThat(measures)
                .filteredOn(measure -> measure.placement().place() != Place.ANNEX)
                .extracting(Measure::priority)
                .containsAll(Priority.shipped());
    }

    @Test
    void a_headline_is_of_a_slice_that_there_is() {
        assertThat(measures)
                .filteredOn(measure -> measure.placement().isHeadline())
                .allSatisfy(measure -> assertThat(catalogue.columns())
                        .filteredOn(column -> column.measure() == measure)
                        .flatExtracting(column -> Stream.iterate(0, row -> row + 1)
                                .limit(column.rows().size())
                                .map(row -> Slice.of(column.dimensions(row)))
                                .toList())
                        .contains(measure.placement().slice()));
    }

    /** The names under which rows stand: on one line, told apart, and at no horizon where there are several. */
    @Test
    void rows_of_tables_have_short_names() {
        assertThat(measures).extracting(Measure::shortTitle).doesNotHaveDuplicates();
        assertThat(measures)
                .allSatisfy(
                        measure -> assertThat(measure.shortTitle()).isNotBlank().hasSizeLessThanOrEqualTo(34));
        assertThat(measures)
                .filteredOn(measure -> measure.bases().keySet().stream()
                                .filter(basis -> basis.kind() == Basis.Kind.SETTLED)
                                .count()
                        > 1)
                .hasSizeGreaterThan(3)
                .allSatisfy(measure -> assertThat(measure.shortTitle()).doesNotContainPattern("\\d"));
    }

    /** By its title dashboards know that a figure is of women and girls, and call it not one of all victims. */
    @Test
    void the_title_says_what_is_of_women_and_girls_alone() {
        Fact female = Fact.named("FEMALE_VICTIM");
        assertThat(measures)
                .filteredOn(measure -> !measure.isRestricted())
                .allSatisfy(measure -> assertThat(measure.title().matches(".*\\bgirls\\b.*"))
                        .as(measure.slug())
                        .isEqualTo(measure.variants().stream()
                                .allMatch(variant -> female.isNeededBy(measure.denominator(variant)))));
    }

    @Test
    void every_measure_is_read_by_a_view_that_is_published() {
        assertThat(measures).allSatisfy(measure -> {
            List<View> views = Stream.concat(measure.readByDay().stream(), measure.readByMonth().stream())
                    .toList();
            assertThat(views).isNotEmpty().doesNotHaveDuplicates().allSatisfy(view -> {
                boolean counted = catalogue.columns().stream()
                        .anyMatch(column -> column.measure() == measure
                                && column.basis().equals(view.basis())
                                && column.windows().contains(view.window()));
                boolean calculated = catalogue.estimates().columns().stream()
                        .anyMatch(column -> column.measure() == measure
                                && column.basis().equals(view.basis())
                                && column.windows().contains(view.window()));
                assertThat(counted || calculated)
                        .as(measure.slug() + " " + view)
                        .isTrue();
            });
        });
    }

    @ParameterizedTest
    @CsvSource({
        "victim_attrition, settled_90d 365d, -",
        "charge_rate, settled_180d 365d, settled_6m 12m",
        "recorded_offences, recorded 365d, recorded 12m",
        "unable_to_prosecute, -, settled_6m 12m",
        "withdrawal_reason_recorded, assigned 365d, -",
        "characteristic_known, settled_7d 365d, -",
        "substitution_cancelled, matured_90d 365d, -",
        "open_over_90d, stock all, -",
        "linkage, recorded 90d, -",
        "conduct_repeat_people, recorded 1826d, -",
        "victim_attrition_standardised, settled_90d 365d, -",
        "police_suspect_gap, settled_180d 730d, -"
    })
    void a_view_is_declared_or_derived(String slug, String byDay, String byMonth) {
        Measure measure = shipped(slug);
        assertThat(text(measure.readByDay())).isEqualTo(byDay);
        assertThat(text(measure.readByMonth())).isEqualTo(byMonth);
    }

    /** Else a rise of one cause would be as many matters as there are figures that it moves. */
    @Test
    void measures_that_move_with_victim_attrition_are_of_one_matter() {
        Map<String, List<String>> matters = measures.stream()
                .collect(Collectors.groupingBy(
                        Measure::concern, Collectors.mapping(Measure::slug, Collectors.toList())));
        assertThat(matters.get("support ended"))
                .contains("victim_attrition", "victim_does_not_support")
                .doesNotContain(
                        "withdrawal_days_median", "unable_to_prosecute", "charge_rate", "evidential_difficulty");
        assertThat(matters.get("evidential difficulties"))
                .containsExactlyInAnyOrder("evidential_difficulty", "evidential_difficulty_da");
        assertThat(matters.get("recorded_offences")).containsExactly("recorded_offences");
        assertThat(measures)
                .filteredOn(Measure::isShownAsCount)
                .extracting(Measure::slug)
                .containsExactly(
                        "cps_overdue",
                        "cps_overdue_allocated",
                        "cps_resubmission_overdue",
                        "cps_open_over",
                        "cps_resubmission_over_28d",
                        "property_held",
                        "cps_waiting_mean",
                        "conduct_open_12m");
    }

    /** What is about nobody may be told however small: a measure is about people unless somebody has thought of it. */
    @Test
    void only_work_is_about_nobody() {
        assertThat(measures)
                .filteredOn(Measure::countsWork)
                .extracting(Measure::slug)
                .containsExactlyInAnyOrder(
                        "signal_response",
                        "orphan_outcomes",
                        "cps_overdue",
                        "cps_overdue_allocated",
                        "cps_resubmission_overdue",
                        "cps_overdue_oldest_days",
                        "cps_resubmission_oldest_days",
                        "cps_open_over",
                        "cps_resubmission_over_28d",
                        "cps_waiting_mean",
                        "cps_days_to_decision_median",
                        "cps_escalated",
                        "cps_dispute_escalated",
                        "devices_at_kiosk",
                        "property_held",
                        "dvpo_applied",
                        "dvpo_within_48h",
                        "dvpo_heard_virtually",
                        "dvpo_hours_to_hearing_median",
                        "easi_places_filled",
                        "easi_places_12m",
                        "audited_cases");
        assertThat(measures).noneMatch(measure -> measure.countsWork() && measure.isRestricted());
    }

    /** Where the count is withheld, so is the age: one that does not say what it is the oldest of would tell how many there are. */
    @Test
    void every_age_of_the_oldest_is_of_what_another_measure_counts() {
        assertThat(measures)
                .filteredOn(measure -> measure.kind() == Measure.Kind.PERCENTILE
                        && measure.bases().containsKey(Basis.STOCK))
                .extracting(measure -> measure.slug() + " of "
                        + measure.oldestOf().map(Measure::slug).orElse("-"))
                .containsExactly(
                        "cps_overdue_oldest_days of cps_overdue",
                        "cps_resubmission_oldest_days of cps_resubmission_overdue");
    }

    private static String text(Optional<View> view) {
        return view.map(one -> one.basis().slug() + " " + one.window().slug()).orElse("-");
    }
}
