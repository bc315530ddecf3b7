package vaiwg.statistics.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

class ConcernWordsTest {
    /** In outcome 15 the victim supports action. */
    @Test
    void cases_closed_for_evidential_difficulties_are_not_said_to_have_lost_the_victims_support() {
        assertThat(measures("evidential_difficulty"))
                .hasSize(2)
                .extracting(measure -> ConcernWords.of(measure, 1))
                .containsExactlyInAnyOrder(
                        "more cases are closed for evidential difficulties (OC14, OC15 and OC16)",
                        "more cases are closed for evidential difficulties (OC15 and OC16)");
    }

    /** One of its two ways of ending counts outcome 15, in which the victim supports action. */
    @Test
    void victims_whose_cases_end_either_way_are_not_said_to_have_withdrawn() {
        assertThat(measures("case_ends_victims"))
                .isNotEmpty()
                .extracting(measure -> ConcernWords.of(measure, 1))
                .containsOnly("closed, each victim once more often than usual");
    }

    /** What counts charges too is not called by the one outcome that its numerator names. */
    @Test
    void measures_of_one_concern_say_which_outcomes_they_count() {
        assertThat(measures("victim_does_not_support"))
                .extracting(measure -> ConcernWords.of(measure, -1))
                .containsExactly("fewer cases end without the victim's support (OC14 and OC16)");
        assertThat(measures("action_taken"))
                .extracting(measure -> ConcernWords.of(measure, 1))
                .containsExactly("more cases end with a charge or other action taken");
    }

    @Test
    void more_that_end_within_a_week_have_kept_support_for_less_time() {
        assertThat(measures("withdrawal_within"))
                .hasSize(1)
                .extracting(measure -> ConcernWords.of(measure, 1))
                .containsOnly("cases keep the victim's support for less time");
    }

    /** "Median hours to report, more time than usual" read as if victims were slow. */
    @Test
    void that_offences_are_reported_later_is_said_of_the_time() {
        assertThat(measures("hours_to_report_median"))
                .extracting(measure -> ConcernWords.of(measure, 1))
                .containsExactly("in public, a longer time from offence to report");
        assertThat(measures("prompt_reporting"))
                .extracting(measure -> ConcernWords.of(measure, 1))
                .containsExactly("in public, a shorter time from offence to report");
    }

    private static List<Measure> measures(String slug) {
        return ShippedCatalogue.get().measures().stream()
                .filter(measure -> measure.slug().startsWith(slug))
                .toList();
    }
}
