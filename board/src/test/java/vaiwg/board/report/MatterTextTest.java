package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;
import static vaiwg.board.report.Periods.measure;
import static vaiwg.board.report.Periods.period;
import static vaiwg.board.report.Periods.running;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.ChartedPeriod.Chart;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.MeasureEntry.Kind;
import vaiwg.board.figures.SeriesKey;

/** What charts say in words: figures in, sentence out. */
class MatterTextTest {
    private static final LocalDate JULY = LocalDate.of(2026, 7, 24);
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 22);

    private record Case(MeasureEntry measure, List<ChartedPeriod> periods, String finding, String sentence) {}

    @TestFactory
    Stream<DynamicTest> figures_and_their_sentences() {
        return cases().map(c -> DynamicTest.dynamicTest(c.sentence(), () -> {
            assertThat(new MatterText(Periods.AS_AT).of(c.measure(), c.periods()))
                    .isEqualTo(c.sentence());
            assertThat(ChartFindings.of(c.periods())).isEqualTo(c.finding());
            for (String sentence : c.sentence().split("(?<=\\.) ")) {
                assertThat(sentence.split(" ").length).isLessThanOrEqualTo(30);
            }
        }));
    }

    private static Stream<Case> cases() {
        MeasureEntry attrition = measure("victim_attrition", Kind.SHARE, "Victim attrition", "down");
        ChartedPeriod share = period(
                key("victim_attrition", "matured_90d", "theme=rape"),
                JULY,
                Chart.P,
                173,
                371,
                173 / 371.0,
                new double[] {0.251, 0.324, 0.397},
                "outside",
                1);
        MeasureEntry offences = measure("recorded_offences", Kind.COUNT, "Recorded offences", "none");
        ChartedPeriod count = period(
                key("recorded_offences", "recorded", ""),
                OCTOBER,
                Chart.XMR,
                8_862,
                null,
                8_862,
                new double[] {8_050.2, 8_550.4, 9_050.7},
                "shift",
                1);
        return Stream.of(
                new Case(
                        attrition,
                        running(share, 1),
                        "above the upper limit",
                        "Victim attrition within 90 days: 46.6% (173 of 371, recorded 24 Jul to 20 Aug); usual 32.4%, upper"
                                + " limit 39.7%."),
                new Case(
                        attrition,
                        running(share, 3),
                        "above the upper limit for the third period running",
                        "Victim attrition within 90 days: 46.6% (173 of 371, recorded 24 Jul to 20 Aug); usual 32.4%, upper"
                                + " limit 39.7%. Third period running above the upper limit."),
                new Case(
                        offences,
                        running(count, 9),
                        "above the average for the ninth period running",
                        "Recorded offences: 8,862, recorded 22 Oct to 18 Nov; usual 8,550. Ninth period running above the"
                                + " average."),
                new Case(
                        offences,
                        running(count, 14),
                        "above the average for the 14th period running",
                        "Recorded offences: 8,862, recorded 22 Oct to 18 Nov; usual 8,550, 8,862 in the same weeks a year"
                                + " before. 14th period running above the average."),
                new Case(
                        measure("withdrawal_days_median", Kind.PERCENTILE, "Half of outcomes 16 within", "none"),
                        List.of(period(
                                key("withdrawal_days_median", "assigned", "lpa=solihull;theme=stalking_harassment"),
                                OCTOBER,
                                Chart.XMR,
                                43,
                                60,
                                43,
                                new double[] {18.2, 28.3, 38.5},
                                "outside",
                                1)),
                        "above the upper limit",
                        "Half of outcomes 16 within 43 days (60 cases, with an outcome 22 Oct to 18 Nov); usual 28.3, upper"
                                + " limit 38.5."),
                new Case(
                        measure("open_over_90d", Kind.SHARE, "Open for more than 90 days", "down"),
                        List.of(period(
                                key("open_over_90d", "stock", "theme=domestic_abuse"),
                                OCTOBER,
                                Chart.CHANGE,
                                13_519,
                                23_105,
                                0.0141,
                                new double[] {-0.001, 0.007, 0.015},
                                "shift",
                                1)),
                        "rise of more than usual",
                        "Open for more than 90 days: up 1.4 points in 28 days, to 58.5% (13,519 of 23,105); usual rise 0.7."),
                new Case(
                        measure("charge_rate", Kind.SHARE, "Charged or summonsed", "up"),
                        List.of(period(
                                key("charge_rate", "matured_180d", "theme=rape"),
                                JULY,
                                Chart.T,
                                4,
                                313,
                                6,
                                new double[] {0.1, 10.3, 60},
                                "",
                                0)),
                        "usual variation",
                        "Charged or summonsed within 180 days: 4 of 313 in 28 days; 6 days between two of them, usually"
                                + " 10.3."),
                new Case(
                        measure("spo_applied_rate", Kind.RATE, "Stalking orders sought, per 100", "up"),
                        List.of(period(
                                key("spo_applied_rate", "recorded", ""),
                                OCTOBER,
                                Chart.RATE,
                                12,
                                600,
                                0.02,
                                new double[] {0.005, 0.016, 0.027},
                                "",
                                0)),
                        "usual variation",
                        "Stalking orders sought, per 100: 2.0 (12 for 600, recorded 22 Oct to 18 Nov); usual 1.6, upper limit"
                                + " 2.7."),
                new Case(
                        measure("decision_told", Kind.SHARE, "Victim told of decision in time", "up"),
                        List.of(period(
                                key("decision_told", "assigned", ""),
                                OCTOBER,
                                Chart.P,
                                540,
                                1_000,
                                0.54,
                                new double[] {0.55, 0.6, 0.65},
                                "outside",
                                -1)),
                        "below the lower limit",
                        "Victim told of decision in time: 54.0% (540 of 1,000, with an outcome 22 Oct to 18 Nov); usual 60.0%,"
                                + " lower limit 55.0%."));
    }

    private static SeriesKey key(String kpi, String basis, String slice) {
        return new SeriesKey(kpi, basis, "28d", slice);
    }
}
