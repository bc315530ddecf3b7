package vaiwg.statistics.signals.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vaiwg.kpis.OneMeasure;
import vaiwg.kpis.Seed;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.Signal.Change;

/** What of the completed rules is told: what chance and seasons do not give. */
class EvidenceTest {
    private static final int LONG_AGO = OneFigure.FIRST - 2_000;
    private static final int WHOLE = 1_000;
    private static final int A_YEAR = 13;
    private static final int[] ORDINARY = {400, 408, 396, 402, 392, 406, 398, 404, 394, 410, 400, 402, 399};

    private final Random random = Seed.random("evidence");

    /** Against the exact distribution: Wallace's deviates are as likely within a fiftieth of a sigma and a tenth. */
    @ParameterizedTest
    @CsvSource({"6.8, 3", "6.8, 5", "6.8, 8", "20, 3.5", "20, 5", "60, 3.3", "60, 4"})
    void a_value_of_student_becomes_the_normal_deviate_that_is_as_likely(double freedom, double student) {
        double exact = NormalDistribution.of(0, 1)
                .inverseSurvivalProbability(TDistribution.of(freedom).survivalProbability(student));
        assertThat(Evidence.normal(student, freedom)).isCloseTo(exact, within(0.12));
        assertThat(Evidence.normal(-student, freedom)).isEqualTo(-Evidence.normal(student, freedom));
    }

    @Test
    void a_rule_that_chance_completes_often_is_told_when_enough_blocks_agree() {
        OneFigure figure = new OneFigure(service());
        List<Change> told = new ArrayList<>();
        boolean completed = false;
        for (int ordinary : ORDINARY) {
            figure.close(ordinary, WHOLE, LONG_AGO);
        }
        for (int block = 0; block < 20 && told.isEmpty(); block++) {
            ForceCharts.Closing closing = figure.close(420 + block % 3, WHOLE, LONG_AGO);
            closing.signals().stream().map(Signal::change).forEach(told::add);
            completed |= closing.readings().get(0).completed().isPresent() && told.isEmpty();
        }
        assertThat(completed).as("a rule was completed and not told at once").isTrue();
        assertThat(told).containsExactly(Change.RAISED);
    }

    @Test
    void what_the_same_weeks_gave_a_year_before_is_a_season_and_not_told() {
        OneFigure figure = new OneFigure(service());
        List<Signal> told = new ArrayList<>();
        for (int block = 0; block < 4 * A_YEAR; block++) {
            boolean christmas = block % A_YEAR == 8;
            int numerator = ORDINARY[block % A_YEAR] - (christmas ? 120 : 0);
            told.addAll(figure.close(numerator, WHOLE, LONG_AGO).signals());
        }
        assertThat(told).isEmpty();
        figure.close(ORDINARY[0], WHOLE, LONG_AGO);
        assertThat(figure.close(ORDINARY[1] - 160, WHOLE, LONG_AGO).signals())
                .extracting(Signal::change)
                .containsExactly(Change.RAISED);
    }

    @Test
    void counts_are_judged_beside_the_year_before_so_a_peak_of_the_season_is_none_and_a_rise_is_one() {
        OneFigure figure =
                new OneFigure(OneMeasure.of("volume", "area: intelligence", "bases: recorded", "raises_alerts: true"));
        List<Signal> told = new ArrayList<>();
        for (int block = 0; block < 4 * A_YEAR; block++) {
            ForceCharts.Closing closing = figure.close(seasonal(block), 0, LONG_AGO);
            told.addAll(closing.signals());
            int blocks = block + 1;
            closing.readings().forEach(reading -> {
                assertThat(reading.blocks().kind()).isEqualTo(blocks < A_YEAR + 2 ? ChartKind.XMR : ChartKind.YEAR);
                assertThat(reading.isTrial()).isEqualTo(blocks < A_YEAR + SpcChart.BASELINE);
                assertThat(reading.blocks().blocks()).isEqualTo(blocks);
            });
        }
        assertThat(told).as("four summers").isEmpty();
        List<Signal> risen =
                figure.close(seasonal(4 * A_YEAR) * 14 / 10, 0, LONG_AGO).signals();
        assertThat(risen).singleElement().satisfies(signal -> {
            assertThat(signal.change()).isEqualTo(Change.RAISED);
            assertThat(signal.rule()).isEqualTo("outside");
            assertThat(signal.paragraph()).contains("upper limit of ", " a year before), above", "(expected ");
        });
    }

    /** About 1,000 a block, a tenth more in summer, a tenth less in winter. */
    private int seasonal(int block) {
        return (int) Math.round(1_000 + 100 * Math.sin(2 * Math.PI * block / A_YEAR) + 12 * random.nextGaussian());
    }

    private static Measure service() {
        return OneMeasure.of(
                "service",
                "kind: share",
                "numerator: outcome_16",
                "bases: recorded",
                "better: down",
                "raises_alerts: true");
    }
}
