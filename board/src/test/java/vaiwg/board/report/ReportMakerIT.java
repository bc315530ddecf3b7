package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vaiwg.board.ReportException;
import vaiwg.board.Tier;
import vaiwg.board.disclosure.Disclosure;
import vaiwg.board.figures.SeriesKey;
import vaiwg.kpis.catalogue.Dimension;
import vaiwg.kpis.catalogue.Priority;

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
        published
                .measure("police_complaints", "our_behaviour", "count", "none", "Complaints")
                .headline(10, "Complaints, conduct matters", "");
        published
                .measure("police_conduct", "our_behaviour", "count", "none", "Conduct matters")
                .set("place = 'restricted_annex'");
        published
                .measure("recorded_offences", "intelligence", "count", "none", "Recorded offences")
                .headline(11, "Strategy offences, all victims", "")
                .set("read_basis_months = 'recorded', read_window_months = '12m'");
        published
                .measure("decision_told", "engagement", "share", "up", "Victim told of decision in time")
                .headline(14, "Victim told of decision in time", "")
                .readBy("assigned", "365d");
        for (String duty : List.of("victims_code_all_five", "code_informed")) {
            published.measure(duty, "engagement", "share", "up", duty).set("place = 'annex'");
        }
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
                SeriesKey key = new SeriesKey(
                        ENDINGS, "settled_90d", "365d", "outcome=" + outcome + ";" + theme);
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
        published.value(FORCE, day, new SeriesKey("cancelled_share", "recorded", "365d", ""), 50, 1_000);
        audits(day, "theme=rape", 90, 150);
        audits(day, "sex=female;theme=rape", 72, 120);
        audits(day, "sex=male;theme=rape", 2, 24);
        audits(day, "sex=unknown;theme=rape", 4, 6);
        audits(day, "ethnicity=white;theme=rape", 60, 100);
        audits(day, "ethnicity=unknown;theme=rape", 30, 50);
        published.value(FORCE, day, new SeriesKey("police_complaints", "recorded", "365d", ""), 3, null);
        published.value(FORCE, day, new SeriesKey("police_conduct", "recorded", "365d", ""), 12, null);
        if (!day.equals(YEAR_BEFORE)) {
            ethnicity(day, 340 + more, 1_000);
        }
    }

    private static void audits(LocalDate day, String slice, int met, int of) throws SQLException {
        published.value(FORCE, day, new SeriesKey("victims_code_all_five", "recorded", "365d", slice), met, of);
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
        published.signal(FORCE, "s1", CHART, newest.minusDays(28), "watch", "raised");
        published.signal(FORCE, "s1", CHART, newest, "act", "confirmed");
        published.note(FORCE, "s1", 1, "2026-11-20T09:00:00Z", "Two posts were vacant.", "Both are filled.");
        published.note(FORCE, "s1", 2, "2026-11-27T09:00:00Z", "Known too late.", "Not in it.");
        SeriesKey total = CHART.withSlice("theme=domestic_abuse");
        published.signal(FORCE, "s2", total, newest.minusDays(84), "watch", "raised");
        published.signal(FORCE, "s2", total, newest.minusDays(28), "watch", "ended");
        published.signal(FORCE, "s3", CHART.withSlice(""), newest.minusDays(84), "watch", "raised");
        published.signal(FORCE, "s3", CHART.withSlice(""), newest, "watch", "withdrawn");
        SeriesKey told = new SeriesKey("decision_told", "assigned", "28d", "");
        published.signal(FORCE, "s5", told, newest, "data_quality", "raised");
        published.signal(FORCE, "s4", CHART, newest.plusDays(28), "act", "raised");
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
            if (figure.isShown() && report.revisions().rows().stream().noneMatch(row -> row.now() == figure)) {
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
            select.setString(3, figure.basis());
            select.setString(4, figure.window());
            select.setString(5, figure.slice());
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
        Report full = report();
        Report issued = Disclosure.apply(full);
        assertThat(Walk.find(issued, Figure.class).stream().filter(Figure::isShown))
                .hasSizeGreaterThan(30)
                .allSatisfy(figure -> assertThat(figure.numerator() == null
                                || figure.numerator() == 0
                                || figure.numerator() >= 5
                                || figure.unit() == Unit.DAYS
                                || figure.unit() == Unit.HOURS)
                        .isTrue());
    }

    @Test
    void changes_are_differences_of_what_was_published() throws Exception {
        ScoreRow attrition = headline("Victim attrition within 90 days");
        int now = more(AS_AT);
        int before = more(PREVIOUS);
        assertThat(attrition.sincePrevious().amount()).isCloseTo(100 * 60.0 * (now - before) / 110_000, within(1e-9));
        assertThat(attrition.sincePrevious().unit()).isEqualTo(Unit.SHARE);
        assertThat(headline("Overdue with the CPS").sincePrevious())
                .isEqualTo(new FigureChange(now - before, Unit.COUNT));
        ScoreRow orders = headline("Stalking orders sought, per 100");
        assertThat(orders.figure().value()).isCloseTo(100 * (120 + now) / 7_500.0, within(1e-9));
        assertThat(orders.sincePrevious().amount()).isCloseTo(100 * (now - before) / 7_500.0, within(1e-9));
        // A year before, cuts finer than themes were kept on the first of the month only.
        assertThat(headline("Victim's ethnicity known").inAYear().amount())
                .isCloseTo(100 * (340 + now - 300) / 1_000.0, within(1e-9));
    }

    @Test
    void a_share_of_few_is_its_count_and_a_count_of_what_waits_is_a_count() throws Exception {
        Figure few = headline("EASI programme completed").figure();
        assertThat(few.state()).isEqualTo(Figure.State.COUNT_ONLY);
        assertThat(few.value()).isNaN();
        assertThat(headline("Overdue with the CPS").asCount()).isTrue();
        assertThat(report().areas().get(1).backlogs())
                .singleElement()
                .satisfies(
                        backlog -> assertThat(backlog.overdue().denominator()).isEqualTo(72));
    }

    @Test
    void the_annex_has_duties_by_group_and_no_share_where_too_little_is_known_to_compare() throws Exception {
        NumberTable bySex = annex(report(), "Duties of the Victims' Code met, by sex of the victim: rape");
        assertThat(bySex.columns()).containsExactly("Audits", "All five", "Told of the Code");
        assertThat(bySex.rows()).extracting(NumberTable.Row::title).containsExactly("Female", "Male", "Unknown", "All");
        assertThat(figure(bySex, 0, 1))
                .extracting(Figure::numerator, Figure::value)
                .containsExactly(72, 0.6);
        assertThat(bySex.conclusion()).isEmpty();
        NumberTable byEthnicity = annex(report(), "Duties of the Victims' Code met, by ethnicity of the victim: rape");
        assertThat(byEthnicity.columns()).containsExactly("Audits");
        assertThat(figure(byEthnicity, 0, 0).state()).isEqualTo(Figure.State.NOT_COMPARED);
        assertThat(byEthnicity.conclusion())
                .isEqualTo(
                        "Groups are not compared: the ethnicity of the victim is known in fewer than four in five of the theme's crimes of the year.");
        NumberTable issued =
                annex(Disclosure.apply(report()), "Duties of the Victims' Code met, by sex of the victim: rape");
        assertThat(figure(issued, 1, 1).state()).isIn(Figure.State.BELOW_FIVE, Figure.State.SUPPRESSED);
        assertThat(figure(issued, 2, 1).isShown()).isFalse();
    }

    private static NumberTable annex(Report report, String title) {
        return report.annex().stream()
                .map(AnnexTable::table)
                .filter(table -> table.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static Figure figure(NumberTable table, int row, int column) {
        return ((NumberTable.Entry.Of) table.rows().get(row).cells().get(column)).figure();
    }

    @Test
    void the_first_sentence_is_of_the_newest_matter_to_be_acted_upon() throws Exception {
        Statement first = report().summary().changes().get(0);
        assertThat(first.headline()).isEqualTo("Rape: more cases end without the victim's support.");
        assertThat(first.text())
                .isEqualTo(
                        "Victim attrition within 90 days: 46.4% (172 of 371, recorded 24 Jul to 20 Aug); usual 32.0%, upper"
                                + " limit 39.0%. Second period running above the upper limit. New since the last report.");
        assertThat(first.judgement()).contains(new Judgement(Verdict.CONCERN, 1));
        assertThat(first.area()).contains("criminal_justice");
    }

    @Test
    void no_sentence_has_more_than_thirty_words_and_page_1_has_three_to_six_statements() throws Exception {
        Report report = report();
        assertThat(report.summary().changes()).hasSizeBetween(3, 6);
        for (Statement statement : Walk.find(report, Statement.class)) {
            for (String sentence : (statement.headline() + " " + statement.text()).split("(?<=[.:]) ")) {
                assertThat(sentence.split("\\s+").length).as(sentence).isLessThanOrEqualTo(30);
            }
        }
    }

    @Test
    void an_answer_that_was_known_in_time_stands_beside_its_matter() throws Exception {
        Matter matter = report().signals().open().get(0);
        assertThat(matter.state()).isEqualTo(Matter.State.ACT);
        assertThat(matter.answer().orElseThrow().cause()).isEqualTo("Two posts were vacant.");
        assertThat(matter.openDays()).isEqualTo(29);
        assertThat(report().areas().get(1).comments())
                .singleElement()
                .satisfies(comment -> assertThat(comment.missing()).isFalse());
    }

    @Test
    void where_recording_changed_the_data_are_to_be_checked_first() throws Exception {
        Matter matter = report().signals().open().get(1);
        assertThat(matter.state()).isEqualTo(Matter.State.CHECK_THE_DATA);
        assertThat(matter.title()).isEqualTo("Victim told of decision in time more often than usual");
        assertThat(matter.text())
                .isEqualTo("Check the data first: recording changed in the same weeks. Victim told of decision in time:"
                        + " 46.0% of 100 cases, 24 Jul to 20 Aug; usual 32.0%.");
    }

    @Test
    void a_matter_that_nobody_answered_says_who_has_to_until_when() throws Exception {
        published.run("SET ROLE vaiwg_reader");
        Instant beforeTheNote = NOTES_UNTIL.minus(Duration.ofDays(30));
        Report report = ReportMaker.make(
                published.connection(),
                new ReportRequest(
                        FORCE, AS_AT, Optional.empty(), Tier.BOARD, Optional.of(PREVIOUS), beforeTheNote, false));
        assertThat(report.summary().changes().get(0).text())
                .endsWith("New since the last report. For the lead to answer; was due 5 Nov.");
    }

    @Test
    void what_closed_since_the_last_report_says_how() throws Exception {
        assertThat(report().signals().closed())
                .extracting(Statement::headline, Statement::text)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                "Domestic abuse: more cases end without the victim's support.",
                                "Back to usual since 22 Oct. The signal of 27 Aug is closed."),
                        org.assertj.core.groups.Tuple.tuple(
                                "More cases end without the victim's support.",
                                "The signal of 27 Aug was withdrawn on 19 Nov: corrections took away what it rested on."));
    }

    @Test
    void the_main_chart_is_of_the_theme_with_the_signal_on_the_headlines_own_basis() throws Exception {
        AreaPage page = report().areas().get(1);
        BlockChart main = page.main().orElseThrow();
        assertThat(main.slice()).isEqualTo("theme=rape");
        assertThat(main.finding())
                .isEqualTo("Rape, victim attrition: above the upper limit for the second period running");
        assertThat(main.points()).hasSize(20);
        // The locked limits are drawn over the periods that they were set from, which signal nothing.
        assertThat(main.points().get(0).verdict().verdict()).isEqualTo(Verdict.NO_LIMITS);
        assertThat(main.points().get(0).upper()).isCloseTo(0.39, within(1e-9));
        assertThat(main.baseline()).isEqualTo(11);
        assertThat(page.multiples()).extracting(BlockChart::name).containsExactly("Domestic abuse");
        assertThat(page.lead().text())
                .endsWith("Attrition measures the service that victims were given, never the victim.");
        assertThat(page.composition().orElseThrow().bars())
                .allSatisfy(bar -> assertThat(bar.shares().stream()
                                .mapToDouble(share -> share)
                                .sum())
                        .isCloseTo(1, within(1e-9)));
    }

    @Test
    void conduct_figures_are_named_on_page_1_and_nowhere_else() throws Exception {
        Report report = report();
        assertThat(headline("Complaints, conduct matters").figure().state()).isEqualTo(Figure.State.SUPPRESSED);
        assertThat(Walk.find(report, Figure.class))
                .filteredOn(figure -> figure.kpi().startsWith("police_"))
                .noneMatch(Figure::isShown);
        assertThat(report.areas().get(Priority.OUR_BEHAVIOUR.ordinal()).figures())
                .isEmpty();
        assertThat(report.quality().definitions())
                .noneMatch(definition -> definition.title().startsWith("Compl"));
    }

    @Test
    void the_restricted_annex_has_conduct_figures_alone_and_none_below_five() throws Exception {
        published.run("SET ROLE vaiwg_conduct");
        Report annex = ReportMaker.make(published.connection(), request(FORCE, Optional.of(PREVIOUS), true));
        assertThat(annex.restricted()).isTrue();
        assertThat(annex.areas())
                .singleElement()
                .satisfies(page -> assertThat(page.figures())
                        .extracting(
                                ScoreRow::title,
                                row -> row.figure().state(),
                                row -> row.figure().numerator())
                        .containsExactly(
                                org.assertj.core.groups.Tuple.tuple("Complaints", Figure.State.SUPPRESSED, null),
                                org.assertj.core.groups.Tuple.tuple("Conduct matters", Figure.State.SHOWN, 12)));
        assertThat(Walk.find(annex, Figure.class))
                .allMatch(figure -> figure.kpi().startsWith("police_"));
    }

    @Test
    void the_restricted_annex_needs_its_role() throws Exception {
        published.run("SET ROLE vaiwg_reader");
        assertThatThrownBy(() -> ReportMaker.make(published.connection(), request(FORCE, Optional.empty(), true)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("kpi_value_conduct");
    }

    @Test
    void a_force_of_one_week_says_that_its_history_is_short() throws Exception {
        Report report = make(YOUNG, Optional.empty());
        ScoreRow offences = headline(report, "Strategy offences, all victims");
        assertThat(offences.figure().numerator()).isEqualTo(41);
        assertThat(offences.note()).isEqualTo("It holds less than 12 months: the history begins on 19 November 2026.");
        assertThat(offences.inAYear().isKnown()).isFalse();
        assertThat(offences.judgement().verdict()).isEqualTo(Verdict.NOT_CHARTED);
        assertThat(report.characteristics()).isEmpty();
        assertThat(report.summary().changes()).extracting(Statement::headline).containsExactly("No signal is open.");
        assertThat(report.revisions().rows()).isEmpty();
    }

    @Test
    void a_force_of_two_streams_has_the_other_areas_and_says_that_they_are_empty() throws Exception {
        Report report = make(SPARSE, Optional.empty());
        assertThat(report.areas()).hasSize(7);
        assertThat(report.areas().get(Priority.ENGAGEMENT.ordinal()).lead().headline())
                .isEqualTo("No figure of this area was published for this day.");
        assertThat(headline(report, "Victim attrition within 90 days").figure().numerator())
                .isEqualTo(900);
        assertThat(headline(report, "Overdue with the CPS").figure().state()).isEqualTo(Figure.State.NOT_KEPT);
        assertThat(report.signals().open()).isEmpty();
        AreaPage justice = report.areas().get(Priority.CRIMINAL_JUSTICE.ordinal());
        assertThat(justice.composition()).isEmpty();
        assertThat(justice.notes())
                .anyMatch(note -> note.startsWith("Attrition is to be read beside the other endings of cases, which"
                        + " this snapshot lacks: substitution"));
    }

    @Test
    void the_annex_has_all_nine_characteristics_of_each_policing_area_of_enough_victims() throws Exception {
        List<AnnexTable> byArea = report().annex().stream()
                .filter(table -> table.title().contains("by policing area"))
                .toList();
        assertThat(byArea)
                .extracting(AnnexTable::title)
                .containsExactly("Protected characteristic known in full, by policing area: domestic abuse");
        NumberTable table = byArea.get(0).table();
        assertThat(table.columns()).hasSize(9).startsWith("Ethnicity", "Age");
        assertThat(table.rows()).extracting(NumberTable.Row::title).containsExactly("Coventry");
        Figure ethnicity = ((NumberTable.Entry.Of) table.rows().get(0).cells().get(0)).figure();
        assertThat(ethnicity.numerator()).isEqualTo(40);
        assertThat(ethnicity.denominator()).isEqualTo(100);
    }

    @Test
    void the_areas_are_in_the_strategys_order() throws Exception {
        assertThat(report().areas())
                .extracting(AreaPage::title)
                .containsExactlyElementsOf(
                        Arrays.stream(Priority.values()).map(Priority::title).toList());
    }

    @Test
    void what_changed_is_said_in_the_order_of_matters_what_waits_answers_and_what_became_better() throws Exception {
        assertThat(report().summary().changes())
                .extracting(Statement::headline)
                .containsExactly(
                        "Rape: more cases end without the victim's support.", "CPS:", "Better than a year ago:");
    }

    /** Whom the total counts is in its name, and beside it how many of these victims are recorded as female. */
    @Test
    void the_offences_of_the_strategy_say_of_how_many_the_victim_is_recorded_as_female() throws Exception {
        assertThat(headline(report(), "Strategy offences, all victims").note())
                .startsWith("With a victim recorded as female: 60,000 (54.0%).");
    }

    /** One sentence of what waits at the CPS, however many figures there are of it. */
    @Test
    void what_waits_at_the_cps_is_one_sentence_with_the_age_of_the_oldest() throws Exception {
        assertThat(report().summary().changes())
                .filteredOn(statement -> statement.headline().equals("CPS:"))
                .singleElement()
                .satisfies(statement -> assertThat(statement.text())
                        .isEqualTo("7 of 72 files waiting over 28 days, oldest 44 days (5 in the last report)."));
    }

    @Test
    void an_archive_of_months_has_its_theme_and_its_charts_by_months() throws Exception {
        published.run("SET ROLE vaiwg_reader");
        Report report = ReportMaker.make(
                published.connection(),
                new ReportRequest(
                        ARCHIVE,
                        LocalDate.of(2026, 10, 1),
                        Optional.empty(),
                        Tier.BOARD,
                        Optional.empty(),
                        NOTES_UNTIL,
                        false));
        assertThat(report.edition().byMonth()).isTrue();
        AreaPage justice = report.areas().get(Priority.CRIMINAL_JUSTICE.ordinal());
        assertThat(justice.figures()).singleElement().satisfies(row -> {
            assertThat(row.title()).isEqualTo("Violence and sexual offences: unable to prosecute");
            assertThat(row.figure().numerator()).isEqualTo(703);
            assertThat(row.spark()).hasSize(14);
        });
        assertThat(report.summary().groups())
                .filteredOn(group -> !group.restricted())
                .flatExtracting(Summary.Group::rows)
                .extracting(ScoreRow::title)
                .contains("Strategy offences, all victims");
        assertThat(report.signals().periodEnds()).hasSize(14);
    }

    @Test
    void a_snapshot_that_was_not_published_is_rejected_with_its_neighbours() {
        assertThatThrownBy(() -> ReportMaker.make(
                        published.connection(),
                        new ReportRequest(
                                FORCE,
                                LocalDate.of(2026, 10, 20),
                                Optional.empty(),
                                Tier.BOARD,
                                Optional.empty(),
                                NOTES_UNTIL,
                                false)))
                .isInstanceOf(ReportException.class)
                .hasMessage(
                        "No snapshot of west-midlands as at 2026-10-20 was published: ask for 2026-10-01 or 2026-11-26.");
        assertThatThrownBy(() -> make("nowhere", Optional.empty()))
                .hasMessage("No snapshot of nowhere has been published: check the name of the force.");
    }

    private static Report report() throws SQLException {
        return make(FORCE, Optional.of(PREVIOUS));
    }

    private static Report make(String force, Optional<LocalDate> previous) throws SQLException {
        published.run("SET ROLE vaiwg_reader");
        return ReportMaker.make(published.connection(), request(force, previous, false));
    }

    private static ReportRequest request(String force, Optional<LocalDate> previous, boolean restricted) {
        return new ReportRequest(force, AS_AT, Optional.empty(), Tier.BOARD, previous, NOTES_UNTIL, restricted);
    }

    private static ScoreRow headline(String title) throws SQLException {
        return headline(report(), title);
    }

    private static ScoreRow headline(Report report, String title) {
        return report.summary().groups().stream()
                .flatMap(group -> group.rows().stream())
                .filter(row -> row.title().equals(title))
                .findFirst()
                .orElseThrow();
    }
}
