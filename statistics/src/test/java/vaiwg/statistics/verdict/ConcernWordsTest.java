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
                .containsOnly("more cases are closed for evidential difficulties (outcomes 14 to 16)");
    }

    @Test
    void more_that_end_within_a_week_have_kept_support_for_less_time() {
        assertThat(measures("withdrawal_within"))
                .hasSize(1)
                .extracting(measure -> ConcernWords.of(measure, 1))
                .containsOnly("cases keep the victim's support for less time");
    }

    private static List<Measure> measures(String slug) {
        return ShippedCatalogue.get().measures().stream()
                .filter(measure -> measure.slug().startsWith(slug))
                .toList();
    }
}
