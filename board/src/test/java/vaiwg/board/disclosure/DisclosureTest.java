package vaiwg.board.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vaiwg.board.disclosure.SmallReport.bySlice;
import static vaiwg.board.disclosure.SmallReport.count;
import static vaiwg.board.disclosure.SmallReport.point;
import static vaiwg.board.disclosure.SmallReport.share;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vaiwg.board.Tier;
import vaiwg.board.files.ReportFigures;
import vaiwg.board.files.SampleReport;
import vaiwg.board.files.ShownFigure;
import vaiwg.board.report.AreaPage;
import vaiwg.board.report.Backlog;
import vaiwg.board.report.BlockPoint;
import vaiwg.board.report.Composition;
import vaiwg.board.report.Figure;
import vaiwg.board.report.NumberTable;
import vaiwg.board.report.Report;
import vaiwg.board.report.RevisionsPage;
import vaiwg.board.report.ScoreRow;
import vaiwg.board.report.Summary;
import vaiwg.board.report.Unit;

class DisclosureTest {
    private static final Optional<Report> NONE_BEFORE = Optional.empty();

    /** Three areas and the rest of the force: Dudley's three are the total less the others. */
    private static Report areas(Tier tier) {
        return new SmallReport()
                .tier(tier)
                .figures(
                        count("lpa=dudley", 3),
                        count("lpa=sandwell", 60),
                        count("lpa=solihull", 25),
                        count("lpa=unknown", 12),
                        count("", 100))
                .make();
    }

    @Test
    void a_small_number_is_withheld_and_one_more_since_the_total_would_give_it_away() {
        Report issued = Disclosure.apply(areas(Tier.BOARD), NONE_BEFORE);
        assertThat(states(issued))
                .containsEntry("lpa=dudley", Figure.State.BELOW_FIVE)
                .containsEntry("lpa=unknown", Figure.State.SUPPRESSED)
                .containsEntry("lpa=sandwell", Figure.State.SHOWN)
                .containsEntry("lpa=solihull", Figure.State.SHOWN)
                .containsEntry("", Figure.State.SHOWN);
        assertThat(DisclosureAudit.leaks(areas(Tier.BOARD), issued, NONE_BEFORE))
                .isEmpty();
    }

    @Test
    void the_attack_finds_a_number_that_was_withheld_alone() {
        Report full = areas(Tier.BOARD);
        Report issued = Disclosure.apply(full, NONE_BEFORE);
        Report planted = showing(issued, count("lpa=unknown", 12));
        assertThat(DisclosureAudit.leaks(full, planted, NONE_BEFORE))
                .containsExactly("The number of recorded_offences|recorded|12m|2026-11-26|lpa=dudley = 3 lies between 3"
                        + " and 3.");
    }

    @Test
    void the_attack_finds_a_small_number_that_was_not_withheld() {
        Report full = areas(Tier.BOARD);
        assertThat(DisclosureAudit.leaks(full, full, NONE_BEFORE)).hasSize(1);
    }

    /** Three of rape are withheld; domestic abuse overlaps, and the total says no more than that the others are at most that many. */
    @Test
    void themes_that_exclude_one_another_bound_what_is_left_of_their_total() {
        Report full = new SmallReport()
                .figures(
                        count("theme=rape", 3),
                        count("theme=other_sexual", 40),
                        count("theme=stalking_harassment", 50),
                        count("theme=domestic_abuse", 70),
                        count("", 95))
                .make();
        // 95 less 40 and 50 leave rape at most 5, and it may be nothing: six values are possible, which is enough.
        assertThat(states(Disclosure.apply(full, NONE_BEFORE)).values().stream()
                        .filter(state -> state != Figure.State.SHOWN))
                .containsExactly(Figure.State.BELOW_FIVE);
        Report tight = new SmallReport()
                .figures(
                        count("theme=rape", 3),
                        count("theme=other_sexual", 40),
                        count("theme=stalking_harassment", 50),
                        count("theme=domestic_abuse", 70),
                        count("", 93))
                .make();
        Report issued = Disclosure.apply(tight, NONE_BEFORE);
        assertThat(states(issued).values().stream().filter(state -> state != Figure.State.SHOWN))
                .containsExactlyInAnyOrder(Figure.State.BELOW_FIVE, Figure.State.SUPPRESSED);
        assertThat(DisclosureAudit.leaks(tight, issued, NONE_BEFORE)).isEmpty();
    }

    @Test
    void a_point_that_is_drawn_in_two_places_is_withheld_in_both_and_the_attack_sees_that() {
        SmallReport report = new SmallReport();
        for (int place = 0; place < 2; place++) {
            report.chart(
                    "theme=rape",
                    Unit.SHARE,
                    "",
                    SmallReport.point(1, 60, 500),
                    SmallReport.point(2, 3, 512),
                    SmallReport.point(3, 70, 520));
        }
        Report full = report.make();
        Report issued = Disclosure.apply(full, NONE_BEFORE);
        assertThat(issued.areas().get(0).multiples())
                .hasSize(2)
                .allSatisfy(chart -> assertThat(chart.points()).hasSize(2));
        assertThat(DisclosureAudit.leaks(full, issued, NONE_BEFORE)).isEmpty();
    }

    @Test
    void a_share_is_withheld_where_its_count_its_rest_or_its_whole_is_small() {
        Report full = new SmallReport()
                .figures(
                        share("theme=rape", 4, 50),
                        share("theme=other_sexual", 46, 50),
                        share("theme=stalking_harassment", 4, 4),
                        share("theme=domestic_abuse", 45, 50))
                .make();
        assertThat(states(Disclosure.apply(full, NONE_BEFORE)))
                .isEqualTo(Map.of(
                        "theme=rape", Figure.State.BELOW_FIVE,
                        "theme=other_sexual", Figure.State.SUPPRESSED,
                        "theme=stalking_harassment", Figure.State.BELOW_FIVE,
                        "theme=domestic_abuse", Figure.State.SHOWN));
    }

    @Test
    void what_a_longer_window_has_more_than_a_shorter_is_a_count_too() {
        Figure year = count("", 40);
        Figure half = window(count("", 38), "6m");
        Report full = new SmallReport().figures(year, half).make();
        Report issued = Disclosure.apply(full, NONE_BEFORE);
        assertThat(ReportFigures.distinct(issued).stream()
                        .filter(shown -> shown.figure().isShown()))
                .hasSize(1);
        assertThat(DisclosureAudit.leaks(full, full, NONE_BEFORE))
                .singleElement()
                .asString()
                .contains(" less ", "between 2 and 2");
    }

    @Test
    void changes_of_a_withheld_figure_and_of_one_that_was_small_before_are_not_told() {
        Report full = new SmallReport()
                .figures(
                        count("theme=rape", 3),
                        count("theme=stalking_harassment", 900),
                        count("theme=domestic_abuse", 5))
                .make();
        Report issued = Disclosure.apply(full, NONE_BEFORE);
        assertThat(changes(issued, "theme=rape")).containsExactly(Double.NaN, Double.NaN);
        assertThat(changes(issued, "theme=stalking_harassment")).containsExactly(0.5, -0.25);
        // Half a case more than then: four and a half are fewer than five.
        assertThat(changes(issued, "theme=domestic_abuse")).containsExactly(Double.NaN, -0.25);
    }

    @Test
    void a_change_is_not_told_where_the_report_before_withheld_the_figure() {
        Figure then = SampleReport.without("recorded_offences", "theme=rape", Figure.State.SUPPRESSED);
        Figure hidden = window(basis(then, "recorded"), "12m");
        Report before = new SmallReport()
                .asAt(SmallReport.BEFORE)
                .figures(at(hidden, SmallReport.BEFORE))
                .make();
        Report full = new SmallReport().figures(count("theme=rape", 300)).make();
        assertThat(changes(Disclosure.apply(full, Optional.of(before)), "theme=rape"))
                .containsExactly(Double.NaN, Double.NaN);
        assertThat(changes(Disclosure.apply(full, NONE_BEFORE), "theme=rape")).containsExactly(0.5, -0.25);
    }

    /** Both reports are of November's months: what was 30 and is 28 says that two were taken out. */
    @Test
    void a_difference_between_two_reports_of_one_period_is_seen_and_withheld() {
        LocalDate earlier = LocalDate.of(2026, 11, 2);
        Report before = new SmallReport()
                .asAt(earlier)
                .figures(at(count("theme=rape", 30), earlier), at(count("theme=other_sexual", 80), earlier))
                .make();
        Report full = new SmallReport()
                .figures(count("theme=rape", 28), count("theme=other_sexual", 80))
                .make();
        assertThat(DisclosureAudit.leaks(full, full, Optional.of(before)))
                .singleElement()
                .asString()
                .contains("2026-11-02", "2026-11-26", "between 2 and 2");
        Report issued = Disclosure.apply(full, Optional.of(before));
        assertThat(states(issued))
                .containsEntry("theme=rape", Figure.State.SUPPRESSED)
                .containsEntry("theme=other_sexual", Figure.State.SHOWN);
        assertThat(DisclosureAudit.leaks(full, issued, Optional.of(before))).isEmpty();
    }

    /** In October sandwell was withheld beside dudley; showing it now for the same closed period would undo that. */
    @Test
    void what_an_earlier_report_showed_cannot_be_withheld_instead() {
        BlockPoint dudley = point(0, 3, null);
        BlockPoint sandwell = point(0, 12, null);
        BlockPoint solihull = point(0, 25, null);
        BlockPoint all = point(0, 40, null);
        SmallReport full = new SmallReport()
                .chart("lpa=dudley", Unit.COUNT, "", dudley, point(1, 30, null), point(2, 30, null))
                .chart("lpa=sandwell", Unit.COUNT, "", sandwell, point(1, 30, null), point(2, 30, null))
                .chart("lpa=solihull", Unit.COUNT, "", solihull, point(1, 30, null), point(2, 30, null))
                .chart("", Unit.COUNT, "", all, point(1, 90, null), point(2, 90, null));
        Report alone = Disclosure.apply(full.make(), NONE_BEFORE);
        assertThat(drawn(alone, "lpa=sandwell")).doesNotContain(sandwell);
        assertThat(drawn(alone, "lpa=solihull")).contains(solihull);
        // The report before has shown Sandwell and not Solihull.
        Report before = new SmallReport()
                .asAt(SmallReport.BEFORE)
                .chart("lpa=sandwell", Unit.COUNT, "", sandwell, point(1, 30, null))
                .chart("", Unit.COUNT, "", all, point(1, 90, null))
                .make();
        assertThat(DisclosureAudit.leaks(full.make(), alone, Optional.of(before)))
                .isNotEmpty();
        Report issued = Disclosure.apply(full.make(), Optional.of(before));
        assertThat(drawn(issued, "lpa=solihull")).doesNotContain(solihull);
        assertThat(DisclosureAudit.leaks(full.make(), issued, Optional.of(before)))
                .isEmpty();
    }

    @Test
    void small_periods_are_not_drawn_nor_quoted_and_a_chart_of_nothing_is_none() {
        Report full = new SmallReport()
                .chart(
                        "theme=rape",
                        Unit.SHARE,
                        "Newest period 3 of 41. Usual 20.0%. It fell in 28 days from 12.5%.",
                        point(0, 20, 100),
                        point(1, 30, 100),
                        point(2, 3, 41))
                .chart("theme=other_sexual", Unit.COUNT, "", point(0, 1, null), point(1, 2, null), point(2, 9, null))
                .make();
        Report issued = Disclosure.apply(full, NONE_BEFORE);
        assertThat(issued.areas().get(0).multiples()).singleElement().satisfies(chart -> {
            assertThat(chart.points()).containsExactly(point(0, 20, 100), point(1, 30, 100));
            assertThat(chart.baseline()).isEqualTo(2);
            assertThat(chart.alternative()).isEqualTo("Usual 20.0%. It fell in 28 days from 12.5%.");
        });
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
                        "The lead answered within 3 days, after 2 periods, on 1 October.",
                        "4 of 7 areas are within their range; outcome 16 is usual.")
                .make();
        assertThat(Disclosure.apply(full, NONE_BEFORE).summary().changes())
                .extracting("headline")
                .containsExactly(
                        "Stalking: 460 of 1,500 ended without support since 4 July 2026.",
                        "The lead answered within 3 days, after 2 periods, on 1 October.",
                        "4 of 7 areas are within their range; outcome 16 is usual.");
    }

    private static Figure stock(String kpi, Unit unit, int numerator, int denominator, double value) {
        return new Figure(
                kpi,
                "stock",
                "all",
                "theme=rape",
                SampleReport.AS_AT,
                unit,
                numerator,
                denominator,
                value,
                Double.NaN,
                Double.NaN,
                Figure.State.SHOWN);
    }

    /** 13 of 15 overdue are withheld for the two that are not; 13 is beside how old the oldest is, and 15 beside how many are old. */
    @Test
    void the_oldest_is_withheld_where_the_count_of_what_it_is_the_oldest_of_is() {
        Figure overdue = stock("cps_overdue", Unit.SHARE, 13, 15, 13.0 / 15);
        Figure old = stock("cps_open_over_42d", Unit.SHARE, 7, 15, 7.0 / 15);
        Figure oldest = stock("cps_overdue_oldest_days", Unit.DAYS, 58, 13, 58).of(false, "cps_overdue");
        Figure asMany = stock("order_age_median", Unit.DAYS, 40, 13, 40);
        Report full = new SmallReport().figures(oldest, overdue, old, asMany).make();
        Report issued = Disclosure.apply(full, NONE_BEFORE);
        assertThat(ReportFigures.distinct(issued))
                .extracting(ShownFigure::figure)
                .filteredOn(Figure::isShown)
                .as("another that is of as many cases by chance is not withheld, nor what says nothing by itself")
                .containsExactlyInAnyOrder(old, asMany);
        assertThat(DisclosureAudit.leaks(full, issued, NONE_BEFORE)).isEmpty();
    }

    /** Three of 100 ended at one stage: beside the others and the whole that would be told by what is left. */
    @Test
    void a_stage_of_few_cases_is_not_what_is_left_beside_the_others() {
        Figure before = part("withdrawal_before_statement", 57);
        Figure after = part("withdrawal_after_statement", 40);
        Figure atCps = part("withdrawal_at_cps", 3);
        Figure other = part("withdrawal_at_another_stage", 0);
        Report full = new SmallReport().figures(before, after, atCps, other).make();
        Report issued = Disclosure.apply(full, NONE_BEFORE);
        assertThat(ReportFigures.distinct(issued))
                .extracting(ShownFigure::figure)
                .filteredOn(Figure::isShown)
                .filteredOn(figure -> List.of(before, after, atCps, other).contains(figure))
                .as("what cannot be subtracted from the whole")
                .hasSize(1)
                .doesNotContain(atCps, other);
        assertThat(DisclosureAudit.leaks(full, issued, NONE_BEFORE)).isEmpty();
    }

    @Test
    void a_category_of_few_complaints_is_not_what_is_left_beside_the_others() {
        Figure duties = part("complaints_duties", 57);
        Figure others = part("complaints_others", 40);
        Figure discrimination = part("complaints_discrimination", 0);
        Figure behaviour = part("complaints_behaviour", 0);
        Figure sexual = part("complaints_sexual", 0);
        Figure abuse = part("complaints_abuse", 3);
        Report full = new SmallReport()
                .figures(duties, others, discrimination, behaviour, sexual, abuse)
                .make();
        Report issued = Disclosure.apply(full, NONE_BEFORE);
        assertThat(ReportFigures.distinct(issued))
                .extracting(ShownFigure::figure)
                .filteredOn(Figure::isShown)
                .as("what cannot be subtracted from the whole")
                .doesNotContain(abuse)
                .satisfies(shown ->
                        assertThat(shown.containsAll(List.of(duties, others))).isFalse());
        assertThat(DisclosureAudit.leaks(full, issued, NONE_BEFORE)).isEmpty();
    }

    @Test
    void few_cases_that_record_no_stage_are_not_told_and_none_at_all_are() {
        for (int left : new int[] {3, 0, 40}) {
            Figure all = SampleReport.share("withdrawal_reason_recorded", "", SampleReport.AS_AT, 60, 100 + left);
            Figure stage = part("withdrawal_before_statement", 57);
            Report full = new SmallReport().followed(rest(all, stage)).make();
            Report issued = Disclosure.apply(full, NONE_BEFORE);
            Optional<Integer> told = ((NumberTable.Entry.Rest) issued.areas()
                            .get(0)
                            .followed()
                            .get(0)
                            .rows()
                            .get(0)
                            .cells()
                            .get(2))
                    .number();
            assertThat(told).isEqualTo(left == 3 ? Optional.empty() : Optional.of(left));
            assertThat(DisclosureAudit.leaks(full, issued, NONE_BEFORE)).isEmpty();
            assertThat(DisclosureAudit.leaks(full, full, NONE_BEFORE).isEmpty()).isEqualTo(left != 3);
        }
    }

    private static NumberTable rest(Figure all, Figure part) {
        return new NumberTable(
                "When support ended",
                "",
                "",
                List.of("Outcomes 16", "With a stage", "Without"),
                List.of(new NumberTable.Row(
                        "All",
                        "",
                        List.of(
                                new NumberTable.Entry.Of(all, NumberTable.Part.DENOMINATOR),
                                new NumberTable.Entry.Of(part, NumberTable.Part.DENOMINATOR),
                                new NumberTable.Entry.Rest(all, part)),
                        false)),
                "");
    }

    private static Figure part(String kpi, int number) {
        return SampleReport.share(kpi, "", SampleReport.AS_AT, number, 100);
    }

    /** Which periods a page draws is in its title too: the attack looks for the level, not for the words. */
    @Test
    void a_small_level_of_a_backlog_is_not_drawn_nor_said_in_its_title() {
        Report full = SampleReport.of();
        Report small = withBacklog(
                full,
                new Backlog(
                        "CPS backlog: 4 overdue there",
                        "At the end of each period",
                        SampleReport.share("cps_overdue", "", SampleReport.AS_AT, 4, 72),
                        List.of(new Backlog.Level(SampleReport.BEFORE, 9), new Backlog.Level(SampleReport.AS_AT, 4)),
                        Optional.empty(),
                        "",
                        "4 are overdue, of 72."));
        Report issued = Disclosure.apply(small, NONE_BEFORE);
        Backlog shown = issued.areas().get(0).backlogs().get(0);
        assertThat(shown.title()).isEqualTo("At the end of each period");
        assertThat(shown.overdue().isShown()).isFalse();
        assertThat(shown.periods()).containsExactly(new Backlog.Level(SampleReport.BEFORE, 9));
        assertThat(shown.alternative()).isEmpty();
        assertThat(DisclosureAudit.leaks(small, issued, NONE_BEFORE)).isEmpty();
        Report planted = withBacklog(
                issued,
                new Backlog(
                        "Waiting",
                        "",
                        shown.overdue(),
                        List.of(new Backlog.Level(SampleReport.AS_AT, 4)),
                        Optional.empty(),
                        "",
                        ""));
        assertThat(DisclosureAudit.leaks(small, planted, NONE_BEFORE)).isNotEmpty();
    }

    private static Report withBacklog(Report report, Backlog backlog) {
        AreaPage of = report.areas().get(0);
        AreaPage area = new AreaPage(
                of.number(),
                of.slug(),
                of.title(),
                of.owner(),
                of.lead(),
                of.main(),
                of.multiples(),
                of.table(),
                of.composition(),
                of.followed(),
                of.areas(),
                List.of(backlog),
                of.figures(),
                of.comments(),
                of.notes(),
                of.basis());
        return new Report(
                report.edition(),
                report.summary(),
                List.of(area),
                report.characteristics(),
                report.signals(),
                report.governance(),
                report.revisions(),
                report.quality(),
                report.annex(),
                report.restricted());
    }

    @Test
    void few_cases_of_a_whole_are_drawn_with_what_is_left() {
        Composition endings = new Composition(
                "Where cases stand",
                "",
                List.of("Outcome 16", "Outcome 21", "Open"),
                List.of(
                        new Composition.Bar("Rape", List.of(0.5, 0.02, 0.48), 100, false),
                        new Composition.Bar("All", List.of(0.5, 0.25, 0.25), 400, true)),
                "");
        Report issued = Disclosure.apply(new SmallReport().composition(endings).make(), NONE_BEFORE);
        Composition shown = issued.areas().get(0).composition().orElseThrow();
        assertThat(shown.parts()).containsExactly("Outcome 16", "Open, or one of few cases");
        assertThat(shown.bars())
                .extracting(Composition.Bar::shares)
                .containsExactly(List.of(0.5, 0.5), List.of(0.5, 0.5));
        Report full = new SmallReport().composition(endings).make();
        assertThat(DisclosureAudit.leaks(full, issued, NONE_BEFORE)).isEmpty();
        assertThat(DisclosureAudit.leaks(full, full, NONE_BEFORE))
                .singleElement()
                .asString()
                .contains("Outcome 21");
    }

    /** The same number of the same whole, once in a bar and once in a table. */
    @Test
    void a_part_that_a_table_shows_too_is_withheld_in_both() {
        Composition endings = new Composition(
                "Where cases stand",
                "",
                List.of("Outcome 16", "Outcome 15", "Open"),
                List.of(new Composition.Bar("Rape", List.of(0.30, 0.03, 0.67), 100, false)),
                "");
        Figure attrition = share("theme=rape", 30, 100);
        Figure evidence = kpi(share("theme=rape", 3, 100), "substitution_15");
        Report full = new SmallReport()
                .composition(endings)
                .figures(attrition, evidence)
                .make();
        Report issued = Disclosure.apply(full, NONE_BEFORE);
        assertThat(DisclosureAudit.leaks(full, issued, NONE_BEFORE)).isEmpty();
        assertThat(ReportFigures.distinct(issued))
                .extracting(ShownFigure::figure)
                .contains(attrition)
                .noneMatch(figure -> figure.kpi().equals("substitution_15") && figure.isShown());
    }

    @Test
    void causes_of_fewer_than_five_cases_are_one() {
        Figure published = at(share("", 900, 2000), SmallReport.BEFORE);
        Figure now = at(share("", 915, 2030), SmallReport.BEFORE);
        Report full = new SmallReport()
                .revised(
                        published,
                        now,
                        new RevisionsPage.Cause("recorded late", 20, 40),
                        new RevisionsPage.Cause("cancelled", -2, -7),
                        new RevisionsPage.Cause("reclassified", -3, -3))
                .make();
        assertThat(Disclosure.apply(full, NONE_BEFORE).revisions().rows().get(0).causes())
                .containsExactly(
                        new RevisionsPage.Cause("recorded late", 20, 40),
                        new RevisionsPage.Cause("other causes", -5, -10));
    }

    @Test
    void a_revision_by_fewer_than_five_is_not_told() {
        Figure published = at(share("", 900, 2000), SmallReport.BEFORE);
        Figure now = at(share("", 902, 2010), SmallReport.BEFORE);
        Report full = new SmallReport()
                .revised(published, now, new RevisionsPage.Cause("recorded late", 2, 10))
                .make();
        Report before =
                new SmallReport().asAt(SmallReport.BEFORE).figures(published).make();
        RevisionsPage.Row row =
                Disclosure.apply(full, Optional.of(before)).revisions().rows().get(0);
        assertThat(row.published()).isEqualTo(published);
        assertThat(row.now().isShown()).isFalse();
        assertThat(row.change().isKnown()).isFalse();
        assertThat(row.causes()).isEmpty();
    }

    @Test
    void the_board_and_everybody_get_no_conduct_figure_and_no_annex_of_them() {
        ScoreRow complaints = SampleReport.of().summary().groups().get(0).rows().get(0);
        Summary.Group conduct = new Summary.Group(4, "conduct", "Conduct", "The lead", List.of(complaints), true);
        for (Tier tier : List.of(Tier.BOARD, Tier.PUBLIC)) {
            ScoreRow row = Disclosure.apply(
                            new SmallReport().tier(tier).groups(conduct).make(), NONE_BEFORE)
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
            assertThatThrownBy(() -> Disclosure.apply(annex, NONE_BEFORE)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void the_internal_report_is_whole_and_its_restricted_annex_is_not() {
        assertThat(Disclosure.apply(areas(Tier.INTERNAL), NONE_BEFORE)).isEqualTo(areas(Tier.INTERNAL));
        Figure few = SampleReport.without("recorded_offences", "lpa=dudley", Figure.State.SUPPRESSED);
        Report annex = new SmallReport()
                .tier(Tier.INTERNAL)
                .restricted()
                .figures(
                        window(basis(few, "recorded"), "12m"),
                        count("lpa=sandwell", 60),
                        count("lpa=solihull", 25),
                        count("", 88))
                .make();
        // The database has withheld one number already; the total would give it away.
        assertThat(states(Disclosure.apply(annex, NONE_BEFORE)))
                .containsEntry("lpa=dudley", Figure.State.SUPPRESSED)
                .containsEntry("lpa=solihull", Figure.State.SUPPRESSED)
                .containsEntry("lpa=sandwell", Figure.State.SHOWN)
                .containsEntry("", Figure.State.SHOWN);
    }

    @Test
    void no_cases_among_some_is_withheld_and_none_at_all_is_said() {
        Figure none = SampleReport.without("victim_attrition", "theme=rape", Figure.State.NONE);
        Figure noneAtAll = kpi(SampleReport.without("charged", "", Figure.State.NONE), "charged");
        Report issued =
                Disclosure.apply(new SmallReport().figures(none, noneAtAll).make(), NONE_BEFORE);
        assertThat(states(issued))
                .containsEntry("theme=rape", Figure.State.BELOW_FIVE)
                .containsEntry("", Figure.State.NONE);
    }

    /** Three and five are eight together: if "withheld" is five at least, what is below five is three at most. */
    @Test
    void fewer_than_five_is_not_said_where_that_would_tell_more() {
        Report full = new SmallReport()
                .figures(count("lpa=dudley", 3), count("lpa=sandwell", 5), count("lpa=solihull", 25), count("", 33))
                .make();
        Report issued = Disclosure.apply(full, NONE_BEFORE);
        assertThat(states(issued))
                .containsEntry("lpa=dudley", Figure.State.SUPPRESSED)
                .containsEntry("lpa=sandwell", Figure.State.SUPPRESSED)
                .containsEntry("lpa=solihull", Figure.State.SHOWN);
        Report planted = showing(issued, count("lpa=dudley", 3).without(Figure.State.BELOW_FIVE));
        assertThat(DisclosureAudit.leaks(full, issued, NONE_BEFORE)).isEmpty();
        assertThat(DisclosureAudit.leaks(full, planted, NONE_BEFORE))
                .singleElement()
                .asString()
                .endsWith("lies between 0 and 3.");
    }

    /** Three of which two say that they are below five: the third may be so, or not. */
    @Test
    void fewer_than_five_is_said_of_some_where_it_cannot_be_said_of_all() {
        Report full = new SmallReport()
                .figures(count("lpa=a", 0), count("lpa=b", 1), count("lpa=c", 1), count("lpa=d", 9), count("", 11))
                .make();
        Report issued = Disclosure.apply(full, NONE_BEFORE);
        assertThat(DisclosureAudit.leaks(full, issued, NONE_BEFORE)).isEmpty();
        assertThat(states(issued).values()).contains(Figure.State.BELOW_FIVE);
    }

    @Test
    void small_counts_of_signals_are_told_and_said_and_those_of_people_beside_them_are_not() {
        Figure signals = SampleReport.share("signal_response", "", SampleReport.AS_AT, 3, 130)
                .of(true, "");
        SmallReport report = new SmallReport()
                .figures(signals, share("theme=rape", 3, 131))
                .says(
                        "Signals: 3 of 130 were answered by their owners.",
                        "Rape: 3 of 131 ended without support.",
                        "Rape: 3 ended without support.");
        for (Tier tier : List.of(Tier.BOARD, Tier.PUBLIC)) {
            Report full = report.tier(tier).make();
            Report issued = Disclosure.apply(full, NONE_BEFORE);
            assertThat(bySlice(issued)).containsEntry("", signals);
            assertThat(bySlice(issued).get("theme=rape").state()).isEqualTo(Figure.State.BELOW_FIVE);
            assertThat(issued.summary().changes())
                    .extracting("headline")
                    .containsExactly("Signals: 3 of 130 were answered by their owners.");
            assertThat(DisclosureAudit.leaks(full, issued, NONE_BEFORE)).isEmpty();
        }
    }

    @Test
    void what_is_not_said_to_be_about_nobody_is_about_people() {
        assertThat(SampleReport.share("signal_response", "", SampleReport.AS_AT, 3, 130)
                        .aboutNobody())
                .isFalse();
    }

    private static List<BlockPoint> drawn(Report report, String slice) {
        return report.areas().get(0).multiples().stream()
                .filter(chart -> chart.slice().equals(slice))
                .flatMap(chart -> chart.points().stream())
                .toList();
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
                .flatMap(cell -> cell instanceof NumberTable.Entry.Moved moved
                        ? Stream.of(moved.change().amount())
                        : Stream.empty())
                .toList();
    }

    /** The issued report with one figure as it is in truth. */
    private static Report showing(Report issued, Figure figure) {
        SmallReport report = new SmallReport();
        bySlice(issued).forEach((slice, shown) -> report.figures(slice.equals(figure.slice()) ? figure : shown));
        return report.make();
    }

    private static Figure at(Figure of, LocalDate day) {
        return copy(of, of.kpi(), of.basis(), of.window(), day);
    }

    private static Figure window(Figure of, String window) {
        return copy(of, of.kpi(), of.basis(), window, of.asAt());
    }

    private static Figure basis(Figure of, String basis) {
        return copy(of, of.kpi(), basis, of.window(), of.asAt());
    }

    private static Figure kpi(Figure of, String kpi) {
        return copy(of, kpi, of.basis(), of.window(), of.asAt());
    }

    private static Figure copy(Figure of, String kpi, String basis, String window, LocalDate asAt) {
        return new Figure(
                kpi,
                basis,
                window,
                of.slice(),
                asAt,
                of.unit(),
                of.numerator(),
                of.denominator(),
                of.value(),
                of.lower(),
                of.upper(),
                of.state());
    }
}
