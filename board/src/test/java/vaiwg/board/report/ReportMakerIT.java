package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vaiwg.board.ReportException;
import vaiwg.board.Tier;
import vaiwg.board.figures.PublishedChange;
import vaiwg.board.figures.PublishedReader;
import vaiwg.board.figures.PublishedSnapshot;
import vaiwg.board.figures.PublishedVerdict;
import vaiwg.board.figures.SeriesKey;
import vaiwg.board.figures.SnapshotReader;
import vaiwg.kpis.catalogue.Dimension;
import vaiwg.kpis.catalogue.Slice;

class ReportMakerIT {
    private static final String FORCE = "west-midlands";
    private static final String YOUNG = "one-week";
    private static final String SPARSE = "two-streams";
    private static final String ARCHIVE = "archive-force";
    private static final LocalDate AS_AT = LocalDate.of(2026, 11, 26);
    private static final LocalDate PREVIOUS = LocalDate.of(2026, 10, 1);
    private static final LocalDate YEAR_BEFORE = LocalDate.of(2025, 11, 26);
    private static final LocalDate WHOLE_YEAR_BEFORE = LocalDate.of(2025, 12, 1);
    private static final LocalDate HISTORY = LocalDate.of(2023, 11, 26);
    private static final Instant NOTES_UNTIL = Instant.parse("2026-11-26T12:00:00Z");
    private static final String ENDINGS = "substitution";
    private static final List<String> OUTCOMES = List.of("14", "15", "18", "20", "21", "22");
    private static final List<String> THEMES = List.of("rape", "other_sexual", "stalking_harassment", "domestic_abuse");

    private static final SeriesKey ATTRITION = new SeriesKey("victim_attrition", "settled_90d", "365d", "");
    private static final SeriesKey CHART = new SeriesKey("victim_attrition", "matured_90d", "28d", "theme=rape");

    private static final List<String> PAGES = List.of(
            "summary",
            "matters",
            "rape",
            "domestic-abuse-and-stalking",
            "open-cases",
            "victims",
            "places",
            "what-works",
            "promises",
            "trust");

    private static ReportPublication published;

    @BeforeAll
    static void publish() throws IOException, SQLException {
        published = new ReportPublication();
        dictionary();
        for (LocalDate day : List.of(YEAR_BEFORE, PREVIOUS, AS_AT)) {
            published.snapshot(FORCE, day, HISTORY, day.equals(YEAR_BEFORE) ? "total_and_theme" : "all");
            values(day, more(day));
        }
        published.snapshot(FORCE, WHOLE_YEAR_BEFORE, HISTORY, "all");
        ethnicity(WHOLE_YEAR_BEFORE, 300, 1_000);
        charts();
        published.snapshot(YOUNG, AS_AT, AS_AT.minusDays(7), "all");
        published.value(YOUNG, AS_AT, new SeriesKey("recorded_offences", "recorded", "365d", ""), 41, null);
        archive();
        published.snapshot(SPARSE, AS_AT, HISTORY, "all");
        published.value(SPARSE, AS_AT, new SeriesKey("recorded_offences", "recorded", "365d", ""), 4_100, null);
        published.value(SPARSE, AS_AT, ATTRITION, 900, 3_000);
        published.withhold();
    }

    /** A force of which months alone are known, with a chart of its one theme by months. */
    private static void archive() throws SQLException {
        LocalDate asAt = LocalDate.of(2026, 10, 1);
        String group = "theme=violence_sexual";
        published.snapshot(ARCHIVE, asAt, HISTORY, "all");
        published.value(ARCHIVE, asAt, new SeriesKey("recorded_offences", "recorded", "12m", group), 121_040, null);
        published.value(ARCHIVE, asAt, new SeriesKey("unable_to_prosecute", "settled_6m", "12m", group), 703, 1_182);
        for (int i = 0; i < 14; i++) {
            LocalDate end = asAt.minusMonths(i);
            published.period(
                    ARCHIVE,
                    new SeriesKey("unable_to_prosecute", "settled_6m", "1m", group),
                    end,
                    end.minusMonths(7),
                    15 - i,
                    32,
                    100);
        }
    }

    private static void dictionary() throws SQLException {
        published
                .measure("victim_attrition", "criminal_justice", "share", "down", "Victim attrition")
                .headline(3, "Victim attrition within 90 days", "")
                .readBy("settled_90d", "365d")
                .set("concern = 'support ended', caveats = 'only beside the substitution panel'");
        Dimension outcome = new Dimension("outcome", "outcome", false, "");
        OUTCOMES.forEach(code -> outcome.with(code, "Outcome " + code));
        published
                .measure(ENDINGS, "criminal_justice", "share", "none", "Other endings")
                .readBy("settled_90d", "365d")
                .told(outcome)
                .set("place = 'annex'");
        published
                .measure("cps_overdue", "criminal_justice", "share", "down", "Overdue with the CPS")
                .headline(5, "Overdue with the CPS", "")
                .readBy("stock", "all")
                .set("shown_as_count = true");
        published
                .measure("cps_overdue_oldest_days", "criminal_justice", "percentile", "down", "Oldest with the CPS")
                .readBy("stock", "all")
                .set("unit = 'days', place = 'annex', minimum_n = 1, oldest_of = 'cps_overdue'");
        published
                .measure("spo_applied_rate", "offender_management", "rate", "up", "Stalking orders sought, per 100")
                .headline(6, "Stalking orders sought, per 100", "");
        published
                .measure("easi_completion", "offender_management", "share", "up", "EASI programme completed")
                .headline(7, "EASI programme completed", "")
                .readBy("stock", "all");
        published
                .measure("characteristic_known", "recording", "share", "up", "Protected characteristic known")
                .headline(8, "Victim''s ethnicity known", "characteristic=ethnicity")
                .readBy("settled_7d", "365d");
        published
                .measure("characteristic_asked", "recording", "share", "up", "Protected characteristic asked for")
                .readBy("settled_7d", "365d");
        Dimension matter = new Dimension("matter", "complaint or conduct matter", false, "");
        matter.with("complaint", "Complaints");
        matter.with("conduct", "Conduct matters");
        published
                .measure("police_matters", "our_behaviour", "count", "none", "Complaints, conduct matters")
                .told(matter)
                .headline(10, "Complaints, conduct matters", "matter=complaint");
        published
                .measure("recorded_offences", "intelligence", "count", "none", "Recorded offences")
                .headline(11, "Strategy offences", "")
                .set("read_basis_months = 'recorded', read_window_months = '12m'");
        published
                .measure("decision_told", "engagement", "share", "up", "Victim told of decision in time")
                .headline(14, "Victim told of decision in time", "")
                .readBy("assigned", "365d");
        Dimension duty = new Dimension("duty", "duty", false, "");
        duty.with("all_five", "All five");
        published
                .measure("victims_code", "engagement", "share", "up", "victims_code")
                .told(duty)
                .set("place = 'annex'");
        published
                .measure("code_informed", "engagement", "share", "up", "code_informed")
                .set("place = 'annex'");
        published
                .measure("unable_to_prosecute", "criminal_justice", "share", "none", "Unable to prosecute")
                .set(
                        "read_basis = null, read_window = null, read_basis_months = 'settled_6m', read_window_months = '12m'");
        published
                .measure("cancelled_share", "recording", "share", "none", "Cancelled within 90 days")
                .set("place = 'annex'");
    }

    private static int more(LocalDate day) {
        return day.equals(AS_AT) ? 3 : day.equals(PREVIOUS) ? 1 : 0;
    }

    /** Values of a day; {@code more} makes days differ. */
    private static void values(LocalDate day, int more) throws SQLException {
        int[] of = {4_000, 4_500, 56_000, 70_000};
        for (int i = 0; i < THEMES.size(); i++) {
            String theme = "theme=" + THEMES.get(i);
            published.value(FORCE, day, ATTRITION.withSlice(theme), 1_000 * (i + 1) + 40 * more, of[i]);
            for (String outcome : OUTCOMES) {
                SeriesKey key = new SeriesKey(ENDINGS, "settled_90d", "365d", "outcome=" + outcome + ";" + theme);
                published.value(FORCE, day, key, 50 * (i + 1), of[i]);
            }
            published.value(
                    FORCE, day, new SeriesKey("recorded_offences", "recorded", "365d", theme), of[i] + more, null);
        }
        published.value(FORCE, day, ATTRITION, 9_000 + 60 * more, 110_000);
        for (String outcome : OUTCOMES) {
            SeriesKey key = new SeriesKey(ENDINGS, "settled_90d", "365d", "outcome=" + outcome);
            published.value(FORCE, day, key, 1_400, 110_000);
        }
        published.value(
                FORCE, day, new SeriesKey("recorded_offences", "recorded", "365d", ""), 111_000 + 10 * more, null);
        published.value(FORCE, day, new SeriesKey("cps_overdue", "stock", "all", ""), 4 + more, 72);
        published.value(
                FORCE, day, new SeriesKey("recorded_offences", "recorded", "365d", "theme=vaiwg_female"), 60_000, null);
        published.value(
                FORCE,
                day,
                new SeriesKey("recorded_offences", "recorded", "365d", "sex=female;theme=rape"),
                3_000,
                null);
        published.value(
                FORCE,
                day,
                new SeriesKey("recorded_offences", "recorded", "365d", "sex=unknown;theme=rape"),
                200,
                null);
        published.value(FORCE, day, new SeriesKey("cps_overdue_oldest_days", "stock", "all", ""), 44, 4 + more);
        published.value(FORCE, day, new SeriesKey("spo_applied_rate", "recorded", "365d", ""), 120 + more, 7_500);
        published.value(FORCE, day, new SeriesKey("easi_completion", "stock", "all", ""), 17, 28);
        published.value(FORCE, day, new SeriesKey("decision_told", "assigned", "365d", ""), 500 + 40 * more, 1_000);
        published.value(FORCE, day, new SeriesKey("decision_told", "assigned", "fytd", ""), 420, 700);
        published.value(FORCE, day, new SeriesKey("cancelled_share", "recorded", "365d", ""), 50, 1_000);
        audits(day, "theme=rape", 90, 150);
        audits(day, "sex=female;theme=rape", 72, 120);
        audits(day, "sex=male;theme=rape", 2, 24);
        audits(day, "sex=unknown;theme=rape", 4, 6);
        audits(day, "ethnicity=asian;theme=rape", 12, 20);
        audits(day, "ethnicity=white;theme=rape", 48, 80);
        audits(day, "ethnicity=unknown;theme=rape", 30, 50);
        audits(day, "disability=yes;theme=rape", 20, 40);
        audits(day, "disability=unknown;theme=rape", 70, 110);
        published.value(FORCE, day, new SeriesKey("police_matters", "recorded", "365d", "matter=complaint"), 3, null);
        published.value(FORCE, day, new SeriesKey("police_matters", "recorded", "365d", "matter=conduct"), 12, null);
        if (!day.equals(YEAR_BEFORE)) {
            ethnicity(day, 340 + more, 1_000);
        }
    }

    private static void audits(LocalDate day, String slice, int met, int of) throws SQLException {
        published.value(
                FORCE,
                day,
                new SeriesKey("victims_code", "recorded", "365d", Slice.both(Slice.of("duty", "all_five"), slice)),
                met,
                of);
        published.value(FORCE, day, new SeriesKey("code_informed", "recorded", "365d", slice), met - 1, of);
    }

    private static void ethnicity(LocalDate day, int known, int of) throws SQLException {
        String slice = "characteristic=ethnicity";
        published.value(FORCE, day, new SeriesKey("characteristic_known", "settled_7d", "365d", slice), known, of);
        published.value(FORCE, day, new SeriesKey("characteristic_asked", "settled_7d", "365d", slice), known + 80, of);
        String inCoventry = "characteristic=ethnicity;lpa=coventry;theme=domestic_abuse";
        published.value(FORCE, day, new SeriesKey("characteristic_known", "settled_7d", "365d", inCoventry), 40, 100);
        String unknown = "characteristic=ethnicity;lpa=unknown;theme=domestic_abuse";
        published.value(FORCE, day, new SeriesKey("characteristic_known", "settled_7d", "365d", unknown), 2, 6);
    }

    /** Twenty periods: the last two of rape beyond the limit; a signal that is confirmed and answered; two that ended. */
    private static void charts() throws SQLException {
        LocalDate newest = LocalDate.of(2026, 11, 19);
        for (int i = 0; i < 20; i++) {
            LocalDate asAt = newest.minusDays(28L * i);
            LocalDate first = asAt.minusDays(118);
            for (String theme : List.of("theme=rape", "theme=domestic_abuse", "")) {
                boolean high = theme.equals("theme=rape") && i < 2;
                published.period(FORCE, CHART.withSlice(theme), asAt, first, 21 - i, high ? 172 - i : 120, 371);
            }
        }
        String support = "Rape: more cases end without the victim's support";
        LocalDate raised = newest.minusDays(28);
        published.raised(FORCE, "s1", CHART, raised, newest.minusDays(1), "watch", support);
        published.signal(FORCE, "s1", CHART, newest, "act", "confirmed");
        published.matter(FORCE, "s1", CHART, raised, newest, AS_AT, "act", support);
        published.note(FORCE, "s1", 1, "2026-11-20T09:00:00Z", "Two posts were vacant.", "Both are filled.");
        published.note(FORCE, "s1", 2, "2026-11-27T09:00:00Z", "Known too late.", "Not in it.");
        published.action(FORCE, "action/2026-09/1", "2026-09-20T09:00:00Z", "Fill the two posts.", "2026-11-14", null);
        published.action(FORCE, "action/2026-09/2", "2026-09-20T09:00:00Z", "Ask the CPS.", "2026-10-14", null);
        published.action(FORCE, "action/2026-09/2", "2026-11-02T09:00:00Z", null, null, "2026-10-30");
        SeriesKey total = CHART.withSlice("theme=domestic_abuse");
        published.raised(
                FORCE, "s2", total, newest.minusDays(84), raised.minusDays(1), "watch", "Domestic abuse: more");
        published.closed(FORCE, "s2", total, raised, "watch", "ended");
        published.note(FORCE, "s2", 1, "2026-09-03T09:00:00Z", "One team had no supervisor for six weeks.", null);
        SeriesKey all = CHART.withSlice("");
        published.raised(FORCE, "s3", all, newest.minusDays(84), newest.minusDays(1), "watch", "All themes: more");
        published.closed(FORCE, "s3", all, newest, "watch", "withdrawn");
        SeriesKey ofPeriod = new SeriesKey("victim_attrition", "settled_90d", "28d", "theme=rape");
        published.value(FORCE, AS_AT, ofPeriod, 172, 371);
        for (String cut : List.of("lpa=coventry", "lpa=unknown", "age=18-24", "age=unknown")) {
            published.value(FORCE, AS_AT, ofPeriod.withSlice(cut + ";theme=rape"), 60, 150);
            published.value(FORCE, AS_AT, ATTRITION.withSlice(cut + ";theme=rape"), 700, 2_000);
        }
        SeriesKey told = new SeriesKey("decision_told", "assigned", "28d", "");
        published.raised(FORCE, "s5", told, newest, AS_AT, "data_quality", "Decisions told: records change");
        published.raised(FORCE, "s4", CHART, newest.plusDays(28), newest.plusDays(28), "act", "Known too late");
    }

    @AfterAll
    static void close() throws IOException, SQLException {
        published.close();
    }

    @AfterEach
    void resetRole() throws SQLException {
        published.run("RESET ROLE");
    }

    @Test
    void each_number_is_the_one_that_was_published() throws Exception {
        Report report = report();
        List<Figure> figures = Walk.find(report, Figure.class);
        published.run("RESET ROLE");
        assertThat(figures).hasSizeGreaterThan(40);
        for (Figure figure : figures) {
            if (figure.isShown()) {
                assertThat(new Object[] {figure.numerator(), figure.denominator()})
                        .as(figure.toString())
                        .isEqualTo(publishedNumbers(figure));
            }
        }
    }

    private static Object[] publishedNumbers(Figure figure) throws SQLException {
        String query = """
                SELECT numerator, denominator FROM vaiwg.kpi_value_row JOIN vaiwg.kpi_series USING (series_id)
                WHERE force = ? AND kpi = ? AND basis = ? AND "window" = ? AND slice = ? AND as_at = ?
                """;
        try (PreparedStatement select = published.connection().prepareStatement(query)) {
            select.setString(1, FORCE);
            select.setString(2, figure.kpi());
            select.setString(3, figure.key().basis());
            select.setString(4, figure.key().window());
            select.setString(5, figure.key().slice());
            select.setObject(6, figure.asAt());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new Object[] {row.getObject(1, Integer.class), row.getObject(2, Integer.class)}
                        : new Object[] {0, null};
            }
        }
    }

    @Test
    void what_the_board_gets_of_it_tells_of_no_few_people() throws Exception {
        assertThat(Walk.find(report(Tier.BOARD), Figure.class).stream().filter(Figure::isShown))
                .hasSizeGreaterThan(30)
                .allSatisfy(figure -> assertThat(figure.numerator() == null
                                || figure.numerator() == 0
                                || figure.numerator() >= 5
                                || figure.unit() == Unit.DAYS
                                || figure.unit() == Unit.HOURS)
                        .isTrue());
    }

    @Test
    void what_everybody_gets_of_it_is_rounded_and_quotes_no_exact_number() throws Exception {
        Report report = report(Tier.PUBLIC);
        assertThat(Walk.find(report, Figure.class).stream()
                        .filter(Figure::isShown)
                        .filter(figure -> !figure.countsWork() && figure.unit() != Unit.DAYS))
                .hasSizeGreaterThan(30)
                .allSatisfy(figure -> assertThat(figure.numerator() % 5).isZero());
        assertThat(report.matters())
                .isNotEmpty()
                .allSatisfy(matter -> assertThat(matter.text()).isEmpty());
        assertThat(Walk.find(report, BlockPoint.class)).isNotEmpty().allSatisfy(point -> {
            assertThat(point.numerator() % 5).isZero();
            assertThat(point.upper()).isNaN();
        });
        assertThat(Walk.find(report, EstimatePoint.class)).isEmpty();
    }

    @Test
    void tiers_have_the_same_pages_blocks_and_rows() throws Exception {
        List<String> internal = titles(report(Tier.INTERNAL));
        assertThat(titles(report(Tier.BOARD))).isEqualTo(internal);
        assertThat(titles(report(Tier.PUBLIC))).isEqualTo(internal);
    }

    private static List<String> titles(Report report) {
        return report.all()
                .flatMap(page -> Stream.concat(
                        Stream.of(page.id()),
                        Walk.find(page, Block.Row.class).stream().map(Block.Row::title)))
                .toList();
    }

    @Test
    void the_pages_are_the_boards_in_their_order_and_each_measure_has_one() throws Exception {
        Report report = report();
        assertThat(report.pages())
                .extracting(Page::id)
                .isSubsetOf(PAGES)
                .isSortedAccordingTo(java.util.Comparator.comparingInt(PAGES::indexOf));
        assertThat(report.page("measure-victim-attrition").orElseThrow().blocks())
                .anySatisfy(block -> assertThat(block).isInstanceOf(Block.Chart.class));
        assertThat(report.measures()).noneMatch(measure -> measure.page().id().contains("police"));
    }

    /** They were asked for without a theme, within which alone groups are kept, and no page of a measure had any. */
    @Test
    void the_page_of_a_duty_and_of_attrition_has_the_groups_of_victims_of_a_theme_with_their_bounds() throws Exception {
        Report report = report();
        assertThat(groups(report, "measure-victims-code"))
                .extracting(Block.Grid::title)
                .containsExactly(
                        "All five, rape, by sex", "All five, rape, by ethnicity", "All five, rape, by disability");
        assertThat(groups(report, "measure-code-informed"))
                .extracting(Block.Grid::title)
                .containsExactly("Rape, by sex", "Rape, by ethnicity", "Rape, by disability");
        assertThat(groups(report, "measure-victim-attrition"))
                .extracting(Block.Grid::title)
                .containsExactly("Rape, by age");
        Block.Grid ethnicity = groups(report, "measure-victims-code").get(1);
        assertThat(ethnicity.lines())
                .extracting(line -> line.title() + ": " + line.cells().get(3).text() + "; "
                        + line.cells().get(4).text())
                .containsExactly(
                        "Asian: 30.0 to 84.0; 1.00 (0.67 to 1.49)",
                        "White: 48.0 to 70.9; 1.00 (0.67 to 1.49)",
                        "Not on record: –; –");
        assertThat(ethnicity.note())
                .startsWith("Ethnicity is known of 66.7% of these victims (100 of 150). Relative risk: ");
        Block.Grid disability = groups(report, "measure-victims-code").get(2);
        assertThat(disability.columns()).doesNotContain("Relative risk (95%)").hasSize(4);
        assertThat(disability.lines())
                .extracting(line -> line.title() + ": " + line.cells().get(3).text())
                .containsExactly("Yes: 25.0 to 81.8", "Not on record: –");
        assertThat(disability.lines())
                .allSatisfy(line -> assertThat(line.cells()).hasSameSizeAs(disability.columns()));
        assertThat(disability.note())
                .isEqualTo("Disability is known of 26.7% of these victims (40 of 150):"
                        + " too little is known to compare groups.");
        assertThat(groups(report(Tier.PUBLIC), "measure-victims-code"))
                .as("bounds would tell exact numbers")
                .isEmpty();
    }

    private static List<Block.Grid> groups(Report report, String page) {
        return Walk.find(report.page(page).orElseThrow(), Block.Grid.class).stream()
                .filter(grid -> grid.rowHead().equals("Victims"))
                .toList();
    }

    /** Beside the twelve months, by which it is judged; without a state, and only of what is published so. */
    @Test
    void the_page_of_a_measure_says_what_it_was_in_the_financial_year_so_far() throws Exception {
        Report report = report();
        assertThat(Walk.find(report.page("measure-decision-told").orElseThrow(), Block.Grid.class))
                .filteredOn(grid -> grid.title().equals("In the financial year so far"))
                .singleElement()
                .satisfies(grid -> {
                    assertThat(grid.lines()).extracting(Block.Line::title).containsExactly("All");
                    Figure figure = grid.lines().get(0).cells().get(0).figure().orElseThrow();
                    assertThat(figure.key().window()).isEqualTo("fytd");
                    assertThat(List.of(figure.numerator(), figure.denominator()))
                            .containsExactly(420, 700);
                });
        assertThat(Walk.find(report.page("measure-victim-attrition").orElseThrow(), Block.Grid.class))
                .extracting(Block.Grid::title)
                .doesNotContain("In the financial year so far");
    }

    @Test
    void page_1_begins_with_the_matter_to_be_acted_upon_and_asks_for_no_answer_that_was_given() throws Exception {
        Page first = report().pages().get(0);
        Block.Sentence worst =
                ((Block.Sentences) first.blocks().get(0)).sentences().get(0);
        assertThat(worst.state()).contains(PublishedVerdict.State.ACT);
        assertThat(worst.headline()).startsWith("Rape: more cases end without the victim's support");
        assertThat(worst.text()).contains("172 of 371");
        assertThat(first.lead())
                .isEqualTo("One matter needs action and one is to be watched. No answer to an open matter is late.");
    }

    @Test
    void an_answer_that_was_known_in_time_stands_beside_its_matter() throws Exception {
        Matter matter = report().matters().get(0);
        assertThat(matter.answer().orElseThrow().cause()).isEqualTo("Two posts were vacant.");
        assertThat(matter.due()).isEqualTo(matter.raised().plusDays(14));
        assertThat(matter.evidence())
                .as("of the midnight at which it was raised")
                .isEqualTo("172 of 371");
        assertThat(matter.owner()).isEqualTo("the lead");
    }

    @Test
    void where_and_of_whom_the_newest_cases_of_a_matter_are_stands_beside_their_year() throws Exception {
        List<Block.Grid> source = Walk.find(report().page("matters").orElseThrow(), Block.Grid.class).stream()
                .filter(grid -> grid.title().startsWith("Rape, w"))
                .toList();
        assertThat(source)
                .extracting(Block.Grid::title)
                .containsExactly("Rape, where: recorded 31 Jul to 27 Aug 2026", "Rape, who: the same cases");
        assertThat(source.get(0).lines())
                .extracting(Block.Line::title)
                .containsExactly("Coventry", "Area not known", "The force");
        assertThat(source.get(1).lines()).extracting(Block.Line::title).containsExactly("Aged 18-24", "Age not known");
        assertThat(source.get(0).lines().get(0).cells())
                .extracting(cell -> cell.part().of(cell.figure().orElseThrow()))
                .containsExactly(60, 700);
    }

    @Test
    void the_last_page_says_why_totals_of_a_year_differ() throws Exception {
        assertThat(Walk.find(report().page("trust").orElseThrow(), Block.Sentence.class))
                .filteredOn(sentence -> sentence.headline().startsWith("Totals of a year differ"))
                .singleElement()
                .extracting(Block.Sentence::text)
                .asString()
                .contains(": 111,030 crimes.", "ends as much earlier: 110,000 for 90 days.");
    }

    @Test
    void changes_that_are_no_more_are_counted_of_those_whose_time_to_answer_is_over() throws Exception {
        PublishedSnapshot snapshot = new SnapshotReader(published.connection(), FORCE).require(AS_AT, Optional.empty());
        assertThat(new PublishedReader(published.connection(), snapshot).changes())
                .filteredOn(PublishedChange::ended)
                .as("one ended, one was withdrawn")
                .hasSize(2);
    }

    @Test
    void what_closed_since_the_last_report_says_how_and_what_its_owner_found() throws Exception {
        assertThat(Walk.find(report().page("matters").orElseThrow(), Block.Sentence.class))
                .extracting(Block.Sentence::text)
                .contains(
                        "Raised 27 Aug, usual since 22 Oct. Its owner found: One team had no supervisor for six weeks.",
                        "Raised 27 Aug, withdrawn 19 Nov: corrections took away what it rested on.");
        assertThat(Walk.find(report(Tier.PUBLIC).page("matters").orElseThrow(), Block.Sentence.class))
                .as("an owner's words are not for everybody")
                .extracting(Block.Sentence::text)
                .contains("Raised 27 Aug, usual since 22 Oct.");
    }

    @Test
    void what_the_board_asked_for_stands_with_its_matters_and_on_page_1_where_it_is_overdue() throws Exception {
        published.run("SET ROLE vaiwg_reader");
        Report report = report(Tier.BOARD);
        assertThat(actions(report))
                .extracting(line -> line.title() + " "
                        + line.cells().stream().map(Block.Cell::text).toList())
                .containsExactly(
                        "Fill the two posts. [Sep 2026, Head of Crime, 14 Nov, Overdue by 12 days.]",
                        "Ask the CPS. [Sep 2026, Head of Crime, 14 Oct, Done 30 Oct, 16 days\u00a0late.]");
        assertThat(Walk.find(report.pages().get(0), Block.Sentence.class))
                .filteredOn(sentence -> sentence.headline()
                        .equals("Ask Head of Crime to say within 14 days of the meeting what came of an action."))
                .extracting(Block.Sentence::text)
                .containsExactly("“Fill the two posts.” was due on 14 Nov.");
        assertThat(actions(report(Tier.PUBLIC)))
                .as("words are not for everybody")
                .isEmpty();
        assertThat(report.edition().first()).as("a meeting was before").isFalse();
    }

    private static List<Block.Line> actions(Report report) {
        return Walk.find(report.page("matters").orElseThrow(), Block.Grid.class).stream()
                .filter(grid -> grid.title().equals("Actions the Board asked for"))
                .flatMap(grid -> grid.lines().stream())
                .toList();
    }

    @Test
    void a_funnel_is_of_one_theme_and_its_steps_are_what_was_published() throws Exception {
        Block.Bars bars =
                Walk.find(report().page("rape").orElseThrow(), Block.Bars.class).get(0);
        assertThat(bars.bars().get(0).number()).isEqualTo(4_000);
    }

    /** Beside figures of women and girls a funnel without a word was read as of them, and as of people. */
    @Test
    void a_funnel_says_that_it_is_of_crimes_and_of_all_victims() throws Exception {
        Report report = report();
        assertThat(Walk.find(report.page("rape").orElseThrow(), Block.Bars.class))
                .first()
                .extracting(Block.Bars::title)
                .isEqualTo("Of every crime recorded, all victims");
        assertThat(Walk.find(report.page("domestic-abuse-and-stalking").orElseThrow(), Block.Bars.class))
                .extracting(Block.Bars::title)
                .containsExactly("Domestic abuse: crimes, all victims", "Stalking and harassment: crimes, all victims");
    }

    /** Three names of one figure read as three figures. */
    @Test
    void what_waits_for_the_cps_is_called_alike_on_every_page_and_page_1_says_that_it_is_of_all() throws Exception {
        List<String> titles = Walk.find(report().pages(), Block.Row.class).stream()
                .filter(row -> row.figure().kpi().equals("cps_overdue"))
                .map(Block.Row::title)
                .toList();
        assertThat(titles)
                .contains("Overdue with the CPS, all submissions", "Overdue with the CPS")
                .isSubsetOf(
                        "Overdue with the CPS, all submissions", "Overdue with the CPS", "Rape: overdue with the CPS");
    }

    @Test
    void the_restricted_annex_has_conduct_figures_alone_and_none_below_five() throws Exception {
        published.run("SET ROLE vaiwg_conduct");
        Report annex = ReportMaker.make(published.connection(), request(FORCE, Tier.INTERNAL, true));
        List<Figure> figures = Walk.find(annex, Figure.class);
        assertThat(figures).isNotEmpty().allSatisfy(figure -> {
            assertThat(figure.kpi()).startsWith("police_");
            assertThat(figure.numerator() == null || figure.numerator() >= 5).isTrue();
        });
        assertThat(figures)
                .anyMatch(figure -> figure.key().slice().equals("matter=conduct") && figure.numerator() == 12);
        assertThat(annex.matters()).isEmpty();
    }

    @Test
    void the_restricted_annex_needs_its_role() throws Exception {
        published.run("SET ROLE vaiwg_reader");
        assertThatThrownBy(() -> ReportMaker.make(published.connection(), request(FORCE, Tier.INTERNAL, true)))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void a_force_of_one_week_has_its_first_page_and_says_that_its_records_are_short() throws Exception {
        Report report = ReportMaker.make(published.connection(), request(YOUNG, Tier.BOARD, false));
        assertThat(report.pages().get(0).id()).isEqualTo("summary");
        assertThat(report.edition().first()).isTrue();
        assertThat(Walk.find(report, Figure.class))
                .anyMatch(figure -> Integer.valueOf(41).equals(figure.numerator()));
        assertThat(report.matters()).isEmpty();
        assertThat(report.pages()).allSatisfy(page -> assertThat(page.blocks()).isNotEmpty());
    }

    @Test
    void an_archive_of_months_has_its_measures_and_their_charts_by_months() throws Exception {
        ReportRequest request = request(ARCHIVE, LocalDate.of(2026, 10, 1), Tier.INTERNAL, Optional.empty(), false);
        Report report = ReportMaker.make(published.connection(), request);
        Page measure = report.page("measure-unable-to-prosecute").orElseThrow();
        assertThat(Walk.find(measure, Figure.class))
                .anyMatch(figure -> Integer.valueOf(703).equals(figure.numerator()));
    }

    @Test
    void a_snapshot_that_was_not_published_is_rejected_with_its_neighbours() {
        ReportRequest between = request(FORCE, LocalDate.of(2026, 10, 20), Tier.BOARD, Optional.empty(), false);
        assertThatThrownBy(() -> ReportMaker.make(published.connection(), between))
                .isInstanceOf(ReportException.class)
                .hasMessage(
                        "No snapshot of west-midlands as at 2026-10-20 was published: ask for 2026-10-01 or 2026-11-26.");
        assertThatThrownBy(() -> ReportMaker.make(published.connection(), request("nowhere", Tier.BOARD, false)))
                .hasMessageStartingWith("No snapshot of nowhere has been published: name a force that has some, ")
                .hasMessageContaining(FORCE);
    }

    private static Report report() throws Exception {
        return report(Tier.INTERNAL);
    }

    private static Report report(Tier tier) throws Exception {
        return ReportMaker.make(published.connection(), request(FORCE, tier, false));
    }

    private static ReportRequest request(String force, Tier tier, boolean restricted) {
        Optional<LocalDate> previous = force.equals(FORCE) ? Optional.of(PREVIOUS) : Optional.empty();
        return request(force, AS_AT, tier, previous, restricted);
    }

    private static ReportRequest request(
            String force, LocalDate asAt, Tier tier, Optional<LocalDate> previous, boolean restricted) {
        return new ReportRequest(force, asAt, Optional.empty(), tier, previous, NOTES_UNTIL, restricted);
    }
}
