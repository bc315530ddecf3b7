package vaiwg.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

class ValuePacksTest {
    private final Catalogue catalogue = ShippedCatalogue.get();
    private final ValuePacks packs = new ValuePacks(catalogue);

    @Test
    void every_slot_has_one_place() {
        for (int slot = 0; slot < catalogue.slots(); slot++) {
            assertThat(packs.slots(packs.packOf(slot))[packs.placeOf(slot) - 1]).isEqualTo(slot);
        }
        assertThat(IntStream.range(0, packs.count())
                        .map(pack -> packs.slots(pack).length)
                        .sum())
                .isEqualTo(catalogue.slots());
    }

    /** Or the row of a day would carry the gaps of what is kept at month ends alone. */
    @Test
    void a_pack_is_of_one_measure_and_kept_as_a_whole() {
        for (int pack = 0; pack < packs.count(); pack++) {
            assertThat(packs.slots(pack)).hasSizeBetween(1, 200);
            assertThat(Arrays.stream(packs.slots(pack))
                            .mapToObj(this::measureAndDays)
                            .distinct())
                    .hasSize(1);
        }
    }

    private String measureAndDays(int slot) {
        Column column = catalogue.columnOfSlot(slot);
        return column.measure().slug() + " " + column.isDaily(column.rowOfSlot(slot));
    }
}
