package vaiwg.board.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vaiwg.board.disclosure.SmallReport.bySlice;
import static vaiwg.board.disclosure.SmallReport.count;
import static vaiwg.board.disclosure.SmallReport.point;
import static vaiwg.board.disclosure.SmallReport.share;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vaiwg.board.Tier;
import vaiwg.board.files.SampleReport;
import vaiwg.board.report.Backlog;
import vaiwg.board.report.Composition;
import vaiwg.board.report.Figure;
import vaiwg.board.report.NumberTable;
import vaiwg.board.report.NumberTable.Entry;
import vaiwg.board.report.NumberTable.Part;
import vaiwg.board.report.Report;
import vaiwg.board.report.RevisionsPage;
import vaiwg.board.report.ScoreRow;
import vaiwg.board.report.Summary;
import vaiwg.board.report.Unit;
import vaiwg.kpis.suppression.Withheld;

/** What the board sees; the rule itself is in {@code SuppressionTest}. */
class DisclosureTest {
    /** Three areas and the rest of the force as they are published: Dudley's three would be the total less the others. */
    private static Report areas(Tier tier) {
        return new SmallReport()
                .tier(tier)
                .figures(
                        count("lpa=dudley", 3),
                        count("lpa=sandwell", 60),
                        count("lpa=solihull", 25),
                        count("lpa=unknown", 12).of(false, Optional.of(Withheld.PART_OF_A_WHOLE)),
                        count("", 100))
                .make();
    }

    @Test
    void a_small_number_says_so_and_the_smallest_beside_it_says_withheld() {
        assertThat(states(Disclosure.apply(areas(Tier.BOARD))))
                .isEqualTo(Map.of(
                        "lpa=dudley", Figure.State.BELOW_FIVE,
                        "lpa=unknown", Figure.State.SUPPRESSED,
                        "lpa=sandwell", Figure.State.SHOWN,
                        "lpa=solihull", Figure.State.SHOWN,
                        "", Figure.State.SHOWN));
    }

    @Test
    void a_share_whose_count_is_not_few_says_withheld_and_nobody_is_shown() {
        Report full = new SmallReport()
                .figures(
                        share("theme=rape", 4, 50),
                        share("theme=other_sexual", 46, 50),
                        share("theme=stalking_harassment", 0, 90),
                        share("theme=domestic_abuse", 45, 45))
                .make();
        Report issued = Disclosure.apply(full);
        assertThat(states(issued))
                .isEqualTo(Map.of(
                        "theme=rape", Figure.State.BELOW_FIVE,
                        "theme=other_sexual", Figure.State.SUPPRESSED,
                        "theme=stalking_harassment", Figure.State.SHOWN,
                        "theme=domestic_abuse", Figure.State.SHOWN));
        assertThat(bySlice(issued).get("theme=rape"))
                .extracting(Figure::numerator, Figure::denominator, Figure::value, Figure::lower, Figure::upper)
                .containsExactly(null, null, Double.NaN, Double.NaN, Double.NaN);
    }

    @Test
    void changes_of_a_withheld_figure_and_of_a_count_that_was_small_before_are_not_told() {
        Report full = new SmallReport()
                .figures(
                        count("theme=rape", 3),
                        count("theme=stalking_harassment", 900),
                        count("theme=domestic_abuse", 5))
                .make();
        Report issued = Disclosure.apply(full);
        assertThat(changes(issued, "theme=rape")).containsExactly(Double.NaN, Double.NaN);
        assertThat(changes(issued, "theme=stalking_harassment")).containsExactly(2.0, -1.0);
        assertThat(changes(issued, "theme=domestic_abuse")).as("three then").containsExactly(Double.NaN, -1.0);
    }

    @Test
    void a_period_of_few_is_drawn_nowhere_and_quoted_by_no_sentence() {
        SmallReport report = new SmallReport();
        for (int place = 0; place < 2; place++) {
            report.chart(
                    "theme=rape",
                    Unit.SHARE,
                    "Newest period 3 of 41. Usual 20.0%. It fell in 28 days from 12.5%.",
                    point(0, 20, 100),
                    point(1, 30, 100),
                    point(2, 3, 41));
        }
        assertThat(Disclosure.apply(report.make()).areas().get(0).multiples())
                .hasSize(2)
                .allSatisfy(chart -> {
                    assertThat(chart.points()).containsExactly(point(0, 20, 100), point(1, 30, 100));
                    assertThat(chart.baseline()).isEqualTo(2);
                    assertThat(chart.alternative()).isEqualTo("Usual 20.0%. It fell in 28 days from 12.5%.");
                });
    }

    @Test
    void a_period_of_the_smallest_other_theme_is_not_drawn_either_and_a_chart_of_one_period_is_none() {
        Report full = new SmallReport()
                .chart("", Unit.COUNT, "", point(0, 60, null), point(1, 90, null))
                .chart("theme=rape", Unit.COUNT, "", point(0, 2, null), point(1, 20, null))
                .chart("theme=other_sexual", Unit.COUNT, "", point(0, 18, null), point(1, 30, null), point(2, 9, null))
                .chart("theme=stalking_harassment", Unit.COUNT, "", point(0, 40, null), point(1, 40, null))
                .make();
        assertThat(Disclosure.apply(full).areas().get(0).multiples())
                .extracting(chart -> chart.slice() + " " + chart.points().size())
                .containsExactly(" 2", "theme=other_sexual 2", "theme=stalking_harassment 2");
    }

    @Test
    void sentences_that_quote_what_is_withheld_are_gone_and_dates_are_no_counts() {
        Report full = new SmallReport()
                .figures(share("theme=rape", 4, 50), share("theme=stalking_harassment", 460, 1500))
                .says(
                        "Rape: 8.0% ended without support.",
                        "Rape: 4 of 50 ended without support.",
                        "Stalking: 460 of 1,500 ended without support since 4 July 2026.",
                        "CPS: 3 cases are overdue.",
                        "CPS: 0 cases are overdue.",
                        "The lead answered within 3 days, after 2 periods, on 1 October.",
                        "4 of 7 areas are within their range; outcome 16 is usual.")
                .make();
        assertThat(Disclosure.apply(full).summary().changes())
                .extracting("headline")
                .containsExactly(
                        "Stalking: 460 of 1,500 ended without support since 4 July 2026.",
                        "CPS: 0 cases are overdue.",
                        "The lead answered within 3 days, after 2 periods, on 1 October.",
                        "4 of 7 areas are within their range; outcome 16 is usual.");
    }

    @Test
    void few_cases_that_are_left_of_a_whole_are_not_told_and_none_at_all_are() {
        for (int left : new int[] {3, 0, 40}) {
            Figure all = SampleReport.share("withdrawal_reason_recorded", "", SampleReport.AS_AT, 60, 100 + left);
            Figure stage = SampleReport.share("withdrawal_before_statement", "", SampleReport.AS_AT, 57, 100);
            List<Entry> cells = List.of(
                    new Entry.Of(all, Part.DENOMINATOR),
                    new Entry.Of(stage, Part.DENOMINATOR),
                    new Entry.Rest(all, stage));
            NumberTable table = new NumberTable(
                    "When support ended",
                    "",
                    "",
                    List.of("Outcomes 16", "With a stage", "Without"),
                    List.of(new NumberTable.Row("All", "", cells, false)),
                    "");
            Report issued = Disclosure.apply(new SmallReport().followed(table).make());
            NumberTable shown = issued.areas().get(0).followed().get(0);
            assertThat(((Entry.Rest) shown.rows().get(0).cells().get(2)).number())
                    .isEqualTo(left == 3 ? Optional.empty() : Optional.of(left));
        }
    }

    @Test
    void a_small_level_of_a_backlog_is_not_drawn_nor_said_in_its_title_unless_it_is_about_nobody() {
        Backlog few = new Backlog(
                "CPS backlog: 4 overdue there",
                "At the end of each period",
                SampleReport.share("cps_overdue", "", SampleReport.AS_AT, 4, 72),
                List.of(new Backlog.Level(SampleReport.BEFORE, 9), new Backlog.Level(SampleReport.AS_AT, 4)),
                Optional.empty(),
                "",
                "4 are overdue.");
        Backlog shown = backlog(few);
        assertThat(shown.title()).isEqualTo("At the end of each period");
        assertThat(shown.overdue().isShown()).isFalse();
        assertThat(shown.periods()).containsExactly(new Backlog.Level(SampleReport.BEFORE, 9));
        assertThat(shown.alternative()).isEmpty();

        Backlog ofWork = new Backlog(
                "CPS backlog: 4 of 72 overdue there",
                few.subtitle(),
                few.overdue().of(true, Optional.empty()),
                few.periods(),
                few.mean(),
                few.beside(),
                "4 of 72 are overdue.");
        assertThat(backlog(ofWork)).isEqualTo(ofWork);
    }

    private static Backlog backlog(Backlog backlog) {
        Report full = new RecordTree()
                .with(Backlog.class, any -> Optional.of(backlog))
                .one(SampleReport.of());
        return Disclosure.apply(full).areas().get(0).backlogs().get(0);
    }

    @Test
    void few_cases_of_a_whole_are_drawn_with_what_is_left() {
        Composition endings = new Composition(
                "Where cases stand",
                "",
                List.of("Outcome 16", "Outcome 21", "Outcome 15", "Open"),
                List.of(
                        new Composition.Bar("Rape", List.of(0.5, 0.03125, 0.21875, 0.25), 128, false),
                        new Composition.Bar("All", List.of(0.5, 0.25, 0.125, 0.125), 400, true)),
                "");
        Composition shown = Disclosure.apply(
                        new SmallReport().composition(endings).make())
                .areas()
                .get(0)
                .composition()
                .orElseThrow();
        assertThat(shown.parts()).containsExactly("Outcome 16", "Open, or one of few cases");
        assertThat(shown.bars())
                .extracting(Composition.Bar::shares)
                .containsExactly(List.of(0.5, 0.5), List.of(0.5, 0.5));
    }

    @Test
    void causes_of_fewer_than_five_cases_are_not_told_nor_the_smallest_beside_an_only_one() {
        Figure published = at(share("", 900, 2000));
        Figure now = at(share("", 915, 2030));
        RevisionsPage.Cause late = new RevisionsPage.Cause("recorded late", 20, 40);
        Report full = new SmallReport()
                .revised(
                        published,
                        now,
                        late,
                        new RevisionsPage.Cause("cancelled", -2, -7),
                        new RevisionsPage.Cause("reclassified", -8, -9))
                .make();
        assertThat(Disclosure.apply(full).revisions().rows().get(0).causes()).containsExactly(late);
    }

    @Test
    void the_board_and_everybody_get_no_conduct_figure_and_no_annex_of_them() {
        ScoreRow complaints = SampleReport.of().summary().groups().get(0).rows().get(0);
        Summary.Group conduct = new Summary.Group(4, "conduct", "Conduct", "The lead", List.of(complaints), true);
        for (Tier tier : List.of(Tier.BOARD, Tier.PUBLIC)) {
            ScoreRow row = Disclosure.apply(
                            new SmallReport().tier(tier).groups(conduct).make())
                    .summary()
                    .groups()
                    .get(0)
                    .rows()
                    .get(0);
            assertThat(row.title()).isEqualTo(complaints.title());
            assertThat(row.figure().numerator()).isNull();
            assertThat(row.figure().denominator()).isNull();
            assertThat(row.spark()).isEmpty();
            assertThat(row.sincePrevious().isKnown()).isFalse();
            Report annex = new SmallReport().tier(tier).restricted().make();
            assertThatThrownBy(() -> Disclosure.apply(annex)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void the_internal_report_is_whole_and_its_restricted_annex_is_not() {
        assertThat(Disclosure.apply(areas(Tier.INTERNAL))).isEqualTo(areas(Tier.INTERNAL));
        Report annex = new SmallReport()
                .tier(Tier.INTERNAL)
                .restricted()
                .figures(
                        count("lpa=dudley", 3).without(Figure.State.SUPPRESSED),
                        count("lpa=sandwell", 60),
                        count("lpa=solihull", 25).of(false, Optional.of(Withheld.PART_OF_A_WHOLE)),
                        count("", 88))
                .make();
        assertThat(states(Disclosure.apply(annex)))
                .as("the database has withheld one number already; the total would give it away")
                .isEqualTo(Map.of(
                        "lpa=dudley", Figure.State.SUPPRESSED,
                        "lpa=solihull", Figure.State.SUPPRESSED,
                        "lpa=sandwell", Figure.State.SHOWN,
                        "", Figure.State.SHOWN));
    }

    @Test
    void what_is_about_nobody_is_shown_and_said_and_people_beside_it_are_not() {
        Figure signals = SampleReport.share("signal_response", "", SampleReport.AS_AT, 3, 130)
                .of(true, Optional.empty());
        SmallReport report = new SmallReport()
                .figures(signals, share("theme=rape", 3, 131))
                .says(
                        "Signals: 3 of 130 were answered by their owners.",
                        "Rape: 3 of 131 ended without support.",
                        "Rape: 3 ended without support.");
        for (Tier tier : List.of(Tier.BOARD, Tier.PUBLIC)) {
            Report issued = Disclosure.apply(report.tier(tier).make());
            assertThat(bySlice(issued)).containsEntry("", signals);
            assertThat(bySlice(issued).get("theme=rape").isShown()).isFalse();
            assertThat(issued.summary().changes())
                    .extracting("headline")
                    .containsExactly("Signals: 3 of 130 were answered by their owners.");
        }
        assertThat(SampleReport.share("signal_response", "", SampleReport.AS_AT, 3, 130)
                        .aboutNobody())
                .as("unless it is said")
                .isFalse();
    }

    private static Map<String, Figure.State> states(Report report) {
        return bySlice(report).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().state()));
    }

    private static List<Double> changes(Report report, String slice) {
        return report.areas().get(0).table().orElseThrow().rows().stream()
                .filter(row -> row.title().equals(slice))
                .flatMap(row -> row.cells().stream())
                .flatMap(cell -> cell instanceof Entry.Moved moved
                        ? Stream.of(moved.change().amount())
                        : Stream.empty())
                .toList();
    }

    /** The same as at the day before. */
    private static Figure at(Figure of) {
        return new Figure(
                of.kpi(),
                of.basis(),
                of.window(),
                of.slice(),
                SmallReport.BEFORE,
                of.unit(),
                of.numerator(),
                of.denominator(),
                of.value(),
                of.lower(),
                of.upper(),
                of.state());
    }
}
