package vaiwg.kpis.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

/** An evaluation of a hundred people whose small numbers are withheld cannot be read: an arm of fifty shows them. */
class SlotSuppressionTest {
    private final Catalogue catalogue = ShippedCatalogue.get();

    /** Few who did, or few who did not. */
    @ParameterizedTest
    @CsvSource({"3, 50, false", "48, 50, false", "3, 49, true", "47, 49, true", "20, 49, false"})
    void of_an_arm_of_the_trial_each_number_is_shown_where_it_is_of_fifty_people(
            int part, int whole, boolean isWithheld) {
        SlotSuppression rule = new SlotSuppression(catalogue, arms());
        Withheld[] withheld = rule.of(new int[] {part, 20}, new int[] {whole, 60});
        assertThat(withheld[0]).isEqualTo(isWithheld ? Withheld.SMALL : null);
    }

    @Test
    void only_of_an_arm_is_a_small_number_of_so_many_shown() {
        assertThat(new FigureKey("easi_reoffending", "stock", "arm=control;days=180d").isOfLargeArm(50))
                .isTrue();
        assertThat(new FigureKey("easi_reoffending", "stock", "arm=control;days=180d").isOfLargeArm(49))
                .isFalse();
        assertThat(new FigureKey("easi_completion", "stock", "").isOfLargeArm(50))
                .isFalse();
        assertThat(new FigureKey("easi_places_filled", "stock", "perpetrator_age=18_24").isOfLargeArm(500))
                .isFalse();
    }

    /** The two of one figure: treatment and control. */
    private int[] arms() {
        Column column = catalogue.columns().stream()
                .filter(one -> one.measure().slug().equals("easi_reoffending"))
                .findFirst()
                .orElseThrow();
        int[] slots = IntStream.range(0, column.rows().size())
                .map(row -> column.slot(0, row))
                .toArray();
        assertThat(slots).hasSize(2);
        return slots;
    }
}
