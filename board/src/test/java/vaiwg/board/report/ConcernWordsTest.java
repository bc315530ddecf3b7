package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.MeasureEntry.Kind;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

class ConcernWordsTest {
    /** In outcome 15 the victim supports action. */
    @Test
    void cases_closed_for_evidential_difficulties_are_not_said_to_have_lost_the_victims_support() {
        assertThat(ShippedCatalogue.get().measures())
                .filteredOn(measure -> measure.slug().startsWith("evidential_difficulty"))
                .hasSize(3)
                .extracting(measure -> ConcernWords.of(entry(measure), 1, false))
                .containsOnly("more cases are closed for evidential difficulties");
    }

    @Test
    void a_stock_that_goes_on_by_less_than_usual_is_said_to_go_on() {
        Measure open = ShippedCatalogue.get().measures().stream()
                .filter(measure -> measure.slug().equals("open_over_90d"))
                .findFirst()
                .orElseThrow();
        assertThat(ConcernWords.of(entry(open), -1, false)).isEqualTo("open crimes grow younger");
        assertThat(ConcernWords.of(entry(open), -1, true)).isEqualTo("open crimes grow older by less than usual");
        assertThat(ConcernWords.of(entry(open), 1, true)).isEqualTo("open crimes grow younger by less than usual");
        MeasureEntry orders = Periods.measure("orders", Kind.COUNT, "Orders: in force", "none");
        assertThat(ConcernWords.of(orders, -1, true)).isEqualTo("orders, in force, rising by less than usual");
    }

    private static MeasureEntry entry(Measure measure) {
        return Periods.measure(
                measure.slug(),
                Kind.SHARE,
                measure.shortTitle(),
                measure.direction().slug(),
                measure.concern(),
                false);
    }
}
