package vaiwg.statistics.signals.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.OneMeasure;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.Signal.Change;

/** Shares of which nearly all cases are counted: the days between those that are not. */
class RestChartsTest {
    private static final int LONG_AGO = OneFigure.FIRST - 2_000;
    private static final int WHOLE = 84;

    private final OneFigure told = new OneFigure(told("told", "raises_alerts: true"));

    @Test
    void a_longer_time_between_those_not_counted_is_more_of_what_is_counted() {
        Limits locked = ordinary().limits();
        for (int block = 0; block < 6; block++) {
            assertThat(told.closeWithout(WHOLE, LONG_AGO).readings())
                    .as("nobody was left out, no time")
                    .isEmpty();
        }
        ForceCharts.Closing after = told.closeWithout(WHOLE, LONG_AGO, 20);
        assertThat(after.readings()).singleElement().satisfies(reading -> {
            assertThat(reading.blocks().kind()).isEqualTo(ChartKind.T_REST);
            assertThat(reading.limits()).isEqualTo(locked);
            assertThat(reading.value()).isEqualTo(28 * 6 + 20 + 28 - 22.0);
            assertThat(reading.block().numerator()).isEqualTo(WHOLE - 1);
            assertThat(reading.n()).isEqualTo(1);
            assertThat(reading.variation()).contains(Variation.IMPROVEMENT);
        });
        assertThat(after.signals())
                .singleElement()
                .satisfies(signal -> assertThat(signal.paragraph())
                        .contains("83 of 84, 194 days between two of the others, above the upper limit of ")
                        .contains("so rarer than usual"));
    }

    @Test
    void shorter_times_one_after_another_are_a_concern() {
        ordinary();
        ForceCharts.Closing closing = told.closeWithout(WHOLE, LONG_AGO, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(closing.readings().get(0).variation()).contains(Variation.CONCERN);
        assertThat(closing.signals()).extracting(Signal::change).containsExactly(Change.RAISED);
    }

    @Test
    void it_goes_on_after_a_restart() {
        ordinary();
        told.restart();
        assertThat(told.closeWithout(WHOLE, LONG_AGO, 11).readings())
                .singleElement()
                .satisfies(reading -> assertThat(reading.value()).isEqualTo(28 - 22 + 11.0));
    }

    @Test
    void how_complete_records_are_is_told_by_blocks_alone() {
        OneFigure records = new OneFigure(told("records", "data_quality: true"));
        for (int block = 0; block < 14; block++) {
            assertThat(records.closeWithout(WHOLE, LONG_AGO, 9 + block % 5).readings())
                    .isEmpty();
        }
    }

    @Test
    void what_is_read_over_longer_windows_is_charted_by_the_days_of_its_blocks() {
        Measure longer = told("longer", "windows: [90d, 365d]");
        OneFigure figure = OneFigure.ofDaysOnly(longer);
        List<ChartReading> readings = List.of();
        for (int block = 0; block < 12; block++) {
            readings = figure.close(40 + block % 3, WHOLE, LONG_AGO).readings();
        }
        assertThat(readings).singleElement().satisfies(reading -> {
            assertThat(reading.block().numerator()).isEqualTo(42);
            assertThat(reading.chart().window().slug()).isEqualTo("28d");
            assertThat(reading.hasLimits()).isTrue();
        });
    }

    /** Thirteen blocks with one or two that are not counted in each, the last on its days 9 and 22. */
    private ChartReading ordinary() {
        for (int block = 0; block < 12; block++) {
            told.closeWithout(WHOLE, LONG_AGO, block % 7, 9 + block % 5);
        }
        List<ChartReading> readings = told.closeWithout(WHOLE, LONG_AGO, 9, 22).readings();
        assertThat(readings).singleElement().satisfies(reading -> {
            assertThat(reading.isTrial()).isFalse();
            assertThat(reading.completed()).isEmpty();
        });
        return readings.get(0);
    }

    private static Measure told(String slug, String said) {
        return OneMeasure.of(
                slug,
                "area: engagement",
                "kind: share",
                "numerator: outcome_16",
                "bases: recorded",
                "better: up",
                said);
    }
}
