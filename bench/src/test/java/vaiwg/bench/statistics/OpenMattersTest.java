package vaiwg.bench.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.statistics.signals.Signal;

/** Matters of the study are those of the dashboards. */
class OpenMattersTest {
    private final OpenMatters matters = new OpenMatters();

    @Test
    void fewer_days_between_rare_events_and_a_higher_share_of_one_cause_are_one_matter() {
        take("victim_attrition", "theme=rape", 0.5, 0.4, 1);
        take("evidential_difficulty", "theme=rape", 3, 20, 1);
        assertThat(matters.begun()).isEqualTo(1);
        take("victim_attrition_victims", "theme=rape", 40, 20, -1);
        assertThat(matters.begun()).as("more days between").isEqualTo(1);
    }

    @Test
    void what_is_worse_is_one_matter_whether_its_figure_rises_or_falls() {
        take("updates_timely", "", 0.3, 0.4, -1);
        take("referred_late", "", 0.3, 0.2, 1);
        assertThat(matters.begun()).isEqualTo(1);
        take("referred_2d", "", 0.3, 0.2, 1);
        assertThat(matters.begun()).as("better").isEqualTo(1);
    }

    private void take(String kpi, String slice, double observed, double expected, int amount) {
        Measure measure = ShippedCatalogue.get().measures().stream()
                .filter(one -> one.slug().equals(kpi))
                .findFirst()
                .orElseThrow();
        matters.take(
                measure,
                new Signal(
                        20_000,
                        kpi,
                        "recorded",
                        "28d",
                        slice,
                        "outside",
                        Signal.State.WATCH,
                        Signal.Change.RAISED,
                        19_999,
                        19_970,
                        100,
                        observed,
                        expected,
                        amount,
                        1,
                        "",
                        ""));
    }
}
