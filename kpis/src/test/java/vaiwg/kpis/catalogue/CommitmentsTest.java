package vaiwg.kpis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.catalogue.Commitment.Register;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.reference.Sites;

class CommitmentsTest {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private static final List<Commitment> ALL = Commitments.of(Sites.shipped());

    private final Catalogue catalogue = ShippedCatalogue.get();

    @Test
    void there_are_as_many_as_the_paper_counts() {
        Map<String, Integer> bySet = ALL.stream()
                .filter(entry -> entry.register() == Register.RECOMMENDATION)
                .collect(Collectors.groupingBy(Commitment::section, Collectors.summingInt(Commitment::number)));
        assertThat(bySet).isEqualTo(Map.of("2.2.1", 3, "2.2.2", 13, "2.2.3", 3));
        assertThat(ALL.stream()
                        .filter(entry -> entry.register() == Register.POST)
                        .map(Commitment::number))
                .containsExactly(88, 57, 17, 9, 109);
    }

    @Test
    void each_is_named_once_and_has_measures_or_says_why_not() {
        assertThat(ALL.stream().map(Commitment::id)).doesNotHaveDuplicates();
        assertThat(ALL)
                .allSatisfy(entry -> assertThat(entry.note().isEmpty())
                        .as(entry.id())
                        .isEqualTo(!entry.measures().isEmpty()))
                .allSatisfy(entry -> assertThat(entry.text()).isNotEmpty())
                .allSatisfy(entry -> assertThat(entry.section()).matches("[12](\\.\\d){1,3}"));
    }

    /** What came of rape cases stood beside an audit of them, and repeat victims beside a round table: neither says whether it was held. */
    @Test
    void what_was_audited_or_talked_of_is_shown_by_no_figure() {
        assertThat(ALL)
                .filteredOn(entry -> entry.text().matches("(Local audit|Round table) .+"))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.measures()).isEmpty())
                .allSatisfy(entry -> assertThat(entry.note()).endsWith(" is no event of a case"));
    }

    @Test
    void each_recommendation_is_drawn_on_the_day_of_its_report() {
        assertThat(ALL)
                .filteredOn(entry -> entry.register() == Register.RECOMMENDATION)
                .allSatisfy(entry -> assertThat(
                                "published " + DAY.format(entry.day().orElseThrow()))
                        .isEqualTo(entry.when()));
    }

    @Test
    void each_measure_is_published_in_the_slice_that_is_named_and_is_not_of_conduct() {
        List<Commitment> byMeasures =
                ALL.stream().filter(entry -> !entry.isSeenByReports()).toList();
        assertThat(byMeasures).as("one is seen by leads' reports").hasSize(ALL.size() - 1);
        for (Commitment entry : byMeasures) {
            for (Commitment.Seen seen : entry.measures()) {
                Measure measure = catalogue.measures().stream()
                        .filter(each -> each.slug().equals(seen.measure()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(entry.id() + " names " + seen.text()));
                assertThat(catalogue.slices(measure)).as(entry.id()).contains(seen.slice());
                assertThat(measure.isRestricted()).as(entry.id()).isFalse();
                assertThat(Commitment.Seen.of(seen.text())).isEqualTo(seen);
            }
        }
    }
}
