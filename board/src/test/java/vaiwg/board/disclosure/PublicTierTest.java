package vaiwg.board.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static vaiwg.board.disclosure.SmallReport.bySlice;
import static vaiwg.board.disclosure.SmallReport.count;
import static vaiwg.board.disclosure.SmallReport.point;
import static vaiwg.board.disclosure.SmallReport.share;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vaiwg.board.Tier;
import vaiwg.board.report.BlockChart;
import vaiwg.board.report.BlockPoint;
import vaiwg.board.report.Composition;
import vaiwg.board.report.Figure;
import vaiwg.board.report.Report;
import vaiwg.board.report.Unit;

class PublicTierTest {
    private static Report issued(SmallReport report) {
        return Disclosure.apply(report.tier(Tier.PUBLIC).make(), Optional.empty());
    }

    @Test
    void counts_are_rounded_to_five_and_shares_are_of_the_rounded_counts() {
        Report issued = issued(new SmallReport().figures(share("theme=rape", 42, 98), count("theme=other_sexual", 13)));
        Figure rape = bySlice(issued).get("theme=rape");
        assertThat(List.of(rape.numerator(), rape.denominator())).containsExactly(40, 100);
        assertThat(rape.value()).isEqualTo(0.4);
        assertThat(bySlice(issued).get("theme=other_sexual").value()).isEqualTo(15);
    }

    @Test
    void rounding_goes_to_the_nearest_five() {
        assertThat(List.of(5, 7, 8, 12, 13, 100, 102, 103).stream().map(n -> Rounding.rounded(n.intValue())))
                .containsExactly(5, 5, 10, 10, 15, 100, 100, 105);
    }

    @Test
    void a_share_of_fewer_than_thirty_is_a_count_alone() {
        Report issued =
                issued(new SmallReport().figures(share("theme=rape", 12, 29), share("theme=other_sexual", 12, 30)));
        assertThat(bySlice(issued).get("theme=rape").state()).isEqualTo(Figure.State.COUNT_ONLY);
        assertThat(bySlice(issued).get("theme=rape").value()).isNaN();
        assertThat(bySlice(issued).get("theme=other_sexual").state()).isEqualTo(Figure.State.SHOWN);
    }

    @Test
    void neither_three_dimensions_nor_stocks_nor_changes_are_told() {
        Figure fine = share("characteristic=ethnicity;lpa=dudley;theme=rape", 400, 1000);
        Figure stock = new Figure(
                "open_over_90d",
                "stock",
                "all",
                "",
                SmallReport.AS_AT,
                Unit.COUNT,
                900,
                null,
                900,
                Double.NaN,
                Double.NaN,
                Figure.State.SHOWN);
        Report issued = issued(new SmallReport().figures(fine, stock, count("lpa=dudley;theme=rape", 100)));
        assertThat(bySlice(issued).values().stream().filter(Figure::isShown))
                .extracting(Figure::slice)
                .containsExactly("lpa=dudley;theme=rape");
        assertThat(issued.areas().get(0).table().orElseThrow().rows())
                .allSatisfy(row -> assertThat(row.cells().toString()).doesNotContain("amount=0.5"));
    }

    /** A year that begins before the last one shown ended would differ from it by the cases that came and went. */
    @Test
    void a_window_that_overlaps_with_one_published_before_waits() {
        Report before = issued(new SmallReport().figures(count("theme=rape", 100)));
        Report later = new SmallReport()
                .tier(Tier.PUBLIC)
                .asAt(LocalDate.of(2027, 1, 26))
                .figures(at(count("theme=rape", 130), LocalDate.of(2027, 1, 26)))
                .make();
        Report next = new SmallReport()
                .tier(Tier.PUBLIC)
                .asAt(LocalDate.of(2027, 11, 26))
                .figures(at(count("theme=rape", 130), LocalDate.of(2027, 11, 26)))
                .make();
        assertThat(bySlice(Disclosure.apply(later, Optional.of(before)))
                        .get("theme=rape")
                        .isShown())
                .isFalse();
        assertThat(bySlice(Disclosure.apply(next, Optional.of(before)))
                        .get("theme=rape")
                        .isShown())
                .isTrue();
    }

    @Test
    void closed_periods_are_drawn_rounded_and_without_limits_which_tell_how_many_cases_there_were() {
        Report issued = issued(new SmallReport()
                .chart("theme=rape", Unit.SHARE, "", point(0, 42, 98), point(1, 51, 102), point(2, 10, 29)));
        List<BlockPoint> points = issued.areas().get(0).multiples().get(0).points();
        assertThat(points).hasSize(2).allSatisfy(point -> {
            assertThat(point.lower()).isNaN();
            assertThat(point.denominator()).isEqualTo(100);
        });
        assertThat(points).extracting(BlockPoint::value).containsExactly(0.4, 0.5);
    }

    @Test
    void a_mark_before_the_first_period_that_is_drawn_stands_at_its_beginning() {
        BlockPoint drawn = point(1, 51, 102);
        Report issued = issued(new SmallReport()
                .marked(new BlockChart.Dated(point(0, 1, 2).firstDay(), 1, "Posts"))
                .chart("theme=rape", Unit.SHARE, "", point(0, 10, 29), drawn, point(2, 42, 98)));

        assertThat(issued.areas().get(0).multiples().get(0).dated())
                .containsExactly(new BlockChart.Dated(drawn.firstDay(), 1, "Posts"));
    }

    @Test
    void no_sentence_quotes_an_exact_number() {
        Report issued = issued(new SmallReport()
                .says(
                        "Rape: 1,456 of 3,972 ended without support.",
                        "Rape: 36.7% ended without support.",
                        "Rape varies as usual since 4 July 2026."));
        assertThat(issued.summary().changes())
                .extracting("headline")
                .containsExactly("Rape varies as usual since 4 July 2026.");
    }

    /** The head of what a lead reports. */
    @Test
    void a_month_with_its_year_counts_nobody() {
        String title = "Report to the board of July 2026";
        assertThat(issued(new SmallReport().says(title, "Of July 2026 there were 40."))
                        .summary()
                        .changes())
                .extracting("headline")
                .containsExactly(title);
    }

    @Test
    void parts_of_a_whole_are_rounded_and_add_up() {
        Composition whole = new Composition(
                "Endings",
                "",
                List.of("a", "b", "c"),
                List.of(new Composition.Bar("Rape", List.of(0.32, 0.11, 0.57), 100, false)),
                "");
        Composition shown = issued(new SmallReport().composition(whole))
                .areas()
                .get(0)
                .composition()
                .orElseThrow();
        assertThat(shown.bars().get(0).of()).isEqualTo(95);
        assertThat(shown.bars().get(0).shares()).containsExactly(30 / 95.0, 10 / 95.0, 55 / 95.0);
    }

    private static Figure at(Figure of, LocalDate day) {
        return new Figure(
                of.kpi(),
                of.basis(),
                of.window(),
                of.slice(),
                day,
                of.unit(),
                of.numerator(),
                of.denominator(),
                of.value(),
                of.lower(),
                of.upper(),
                of.state());
    }
}
