package vaiwg.board.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vaiwg.board.disclosure.SmallReport.bySlice;
import static vaiwg.board.disclosure.SmallReport.count;
import static vaiwg.board.disclosure.SmallReport.point;
import static vaiwg.board.disclosure.SmallReport.share;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vaiwg.board.Tier;
import vaiwg.board.files.SampleReport;
import vaiwg.board.report.BlockChart;
import vaiwg.board.report.BlockPoint;
import vaiwg.board.report.Composition;
import vaiwg.board.report.Figure;
import vaiwg.board.report.Report;
import vaiwg.board.report.Unit;
import vaiwg.board.text.NumberText;

/** The public tier. */
class RoundingTest {
    private static Report issued(SmallReport report) {
        return Disclosure.apply(report.tier(Tier.PUBLIC).make());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, *", "7, *", "8, 10", "12, 10", "13, 15", "102, 100", "103, 105", "1238, '1,240'"})
    void nobody_is_zero_one_to_seven_are_a_star_and_all_else_is_to_the_nearest_five(int number, String shown) {
        Report issued = issued(new SmallReport().figures(count("theme=rape", number)));
        assertThat(NumberText.value(bySlice(issued).get("theme=rape"))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"42, 98, 0.4", "98, 98, 1", "0, 98, 0"})
    void a_share_is_of_the_rounded_numbers(int part, int whole, double value) {
        Figure rape = bySlice(issued(new SmallReport().figures(share("theme=rape", part, whole))))
                .get("theme=rape");
        assertThat(rape.numerator()).isEqualTo(Rounding.rounded(part));
        assertThat(rape.denominator()).isEqualTo(100);
        assertThat(rape.value()).isEqualTo(value);
        assertThat(rape.lower()).isNaN();
    }

    @ParameterizedTest
    @CsvSource({"7, 98", "0, 7"})
    void a_share_of_one_to_seven_is_a_star(int part, int whole) {
        Figure rape = bySlice(issued(new SmallReport().figures(share("theme=rape", part, whole))))
                .get("theme=rape");
        assertThat(rape.state()).isEqualTo(Figure.State.ONE_TO_SEVEN);
        assertThat(rape.numerator()).isNull();
        assertThat(rape.value()).isNaN();
    }

    /** The middle value of so many cases is about none of them; the people of whom a rate is are no cases. */
    @Test
    void a_percentile_stays_and_a_population_too() {
        Figure days = figure(Unit.DAYS, 43, 98, 43);
        Figure rate = figure(Unit.PER_10_000, 42, 90_001, 4.7);
        Report issued = issued(new SmallReport().figures(days, rate));
        Figure shown = bySlice(issued(new SmallReport().figures(days))).get("");
        assertThat(List.of(shown.numerator(), shown.denominator())).containsExactly(43, 100);
        assertThat(bySlice(issued).get("").denominator()).isEqualTo(90_001);
        assertThat(bySlice(issued).get("").value()).isCloseTo(4.7 * 40 / 42, within(1e-9));
        assertThat(bySlice(issued(new SmallReport().figures(figure(Unit.DAYS, 43, 7, 43))))
                        .get("")
                        .isShown())
                .isFalse();
    }

    private static Figure figure(Unit unit, int numerator, int denominator, double value) {
        return new Figure(
                "open_over_90d",
                "stock",
                "all",
                "",
                SmallReport.AS_AT,
                unit,
                numerator,
                denominator,
                value,
                Double.NaN,
                Double.NaN,
                Figure.State.SHOWN);
    }

    @Test
    void changes_which_are_of_exact_numbers_are_not_told() {
        assertThat(issued(new SmallReport().figures(count("theme=rape", 100)))
                        .areas()
                        .get(0)
                        .table()
                        .orElseThrow()
                        .rows())
                .allSatisfy(row -> assertThat(row.cells().toString()).doesNotContain("amount=2.0"));
    }

    @Test
    void periods_are_drawn_rounded_and_without_limits_which_tell_how_many_cases_there_were() {
        BlockPoint first = point(0, 42, 98);
        Report issued = issued(new SmallReport()
                .marked(new BlockChart.Dated(first.firstDay(), 1, "Posts"))
                .chart("theme=rape", Unit.SHARE, "", point(0, 5, 29), point(1, 42, 98), point(2, 51, 102)));
        BlockChart chart = issued.areas().get(0).multiples().get(0);
        assertThat(chart.points()).hasSize(2).allSatisfy(point -> {
            assertThat(point.lower()).isNaN();
            assertThat(point.denominator()).isEqualTo(100);
        });
        assertThat(chart.points()).extracting(BlockPoint::value).containsExactly(0.4, 0.5);
        assertThat(chart.dated())
                .as("what was before the first period that is drawn stands at its beginning")
                .containsExactly(new BlockChart.Dated(point(1, 42, 98).firstDay(), 1, "Posts"));
    }

    @Test
    void no_sentence_quotes_an_exact_number_and_a_month_with_its_year_is_none() {
        Report issued = issued(new SmallReport()
                .says(
                        "Rape: 1,456 of 3,972 ended without support.",
                        "Rape: 36.7% ended without support.",
                        "Rape varies as usual since 4 July 2026.",
                        "Report to the board of July 2026",
                        "Of July 2026 there were 40."));
        assertThat(issued.summary().changes())
                .extracting("headline")
                .containsExactly("Rape varies as usual since 4 July 2026.", "Report to the board of July 2026");
    }

    @Test
    void parts_of_a_whole_are_rounded_and_add_up_and_one_with_a_star_is_not_drawn() {
        assertThat(composition(List.of(0.32, 0.11, 0.57)).bars().get(0))
                .isEqualTo(new Composition.Bar("Rape", List.of(30 / 95.0, 10 / 95.0, 55 / 95.0), 95, false));
        assertThat(issued(new SmallReport().composition(endings(List.of(0.32, 0.05, 0.63))))
                        .areas()
                        .get(0)
                        .composition())
                .isEmpty();
    }

    private static Composition composition(List<Double> shares) {
        return issued(new SmallReport().composition(endings(shares)))
                .areas()
                .get(0)
                .composition()
                .orElseThrow();
    }

    private static Composition endings(List<Double> shares) {
        return new Composition(
                "Endings", "", List.of("a", "b", "c"), List.of(new Composition.Bar("Rape", shares, 100, false)), "");
    }

    @Test
    void what_is_about_nobody_is_not_rounded() {
        Figure signals = SampleReport.share("signal_response", "", SampleReport.AS_AT, 3, 131)
                .of(true, Optional.empty());
        assertThat(bySlice(issued(new SmallReport().figures(signals)))).containsEntry("", signals);
    }
}
