package vaiwg.board.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.catalogue.Priority;

class MeasureDictionaryTest {
    /** A report has no folder of a site: what the dictionary published of its area is all that it knows. */
    @Test
    void areas_of_sites_stand_after_the_strategys_by_what_was_published_of_them() {
        MeasureDictionary dictionary = new MeasureDictionary(List.of(
                measure("trips", "road_safety", "the leads for Road Safety"),
                measure("calls", "partnership", "the lead for Working with Partners"),
                measure("visits", "partnership", "the lead for Working with Partners"),
                measure("charge_rate", "criminal_justice", "the leads for Criminal Justice")));

        assertThat(dictionary.areas().subList(0, 7)).isEqualTo(Priority.shipped());
        assertThat(dictionary.areas().subList(7, dictionary.areas().size()))
                .extracting(Priority::title)
                .containsExactly("Working with Partners", "Road Safety");
        assertThat(dictionary.areas()).filteredOn(Priority::isOfConduct).hasSize(1);
        assertThat(dictionary.ofArea("partnership"))
                .extracting(MeasureEntry::kpi)
                .containsExactly("calls", "visits");
    }

    private static MeasureEntry measure(String kpi, String area, String owner) {
        return new MeasureEntry(
                kpi,
                area,
                kpi,
                kpi,
                "-",
                "percent",
                "up",
                owner,
                MeasureEntry.Kind.SHARE,
                false,
                "",
                0,
                "",
                "",
                1,
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Map.of());
    }
}
