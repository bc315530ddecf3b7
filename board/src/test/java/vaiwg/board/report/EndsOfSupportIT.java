package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vaiwg.board.Tier;
import vaiwg.board.disclosure.Disclosure;
import vaiwg.board.figures.SeriesKey;
import vaiwg.board.page.ReportPage;
import vaiwg.kpis.catalogue.Dimension;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Variant;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

/** When, and why, support ended, on the page of Criminal Justice; and a backlog beside its mean of 28 days. */
class EndsOfSupportIT {
    private static final String FORCE = "west-midlands";
    private static final LocalDate NOW = LocalDate.of(2026, 7, 1);

    /** Of 100 outcomes 16 of rape, and of 400 of all. */
    private static final int[] STAGES = {2, 20, 8, 30};

    private static final int[] REASONS = {2, 9, 7, 6, 5, 5, 5, 11};

    private static ReportPublication published;

    @BeforeAll
    static void publish() throws Exception {
        published = new ReportPublication();
        published.snapshot(FORCE, NOW, NOW.minusYears(3), "all");
        published
                .measure("withdrawal_reason_recorded", "criminal_justice", "share", "up", "Stage and reason recorded")
                .readBy("assigned", "365d");
        ended("withdrawal_reason_recorded", "", 45, 100);
        parts("withdrawal_stage", STAGES, 60);
        parts("withdrawal_reason", REASONS, 50);
        published
                .measure("cps_overdue", "criminal_justice", "share", "down", "Overdue with the CPS")
                .readBy("stock", "all")
                .set("shown_as_count = true");
        published.value(FORCE, NOW, new SeriesKey("cps_overdue", "stock", "all", ""), 14, 72);
        published
                .measure("cps_overdue_mean", "criminal_justice", "share", "down", "Overdue with the CPS, 28-day mean")
                .readBy("stock", "28d")
                .set("place = 'annex', shown_as_count = true");
        published.value(FORCE, NOW, new SeriesKey("cps_overdue_mean", "stock", "28d", ""), 19, 68);
        published.withhold();
    }

    private static void parts(String kpi, int[] numbers, int of) throws SQLException {
        Dimension dimension = ShippedCatalogue.get().measures().stream()
                .filter(measure -> measure.slug().equals(kpi))
                .findFirst()
                .flatMap(Measure::dimension)
                .orElseThrow();
        published
                .measure(kpi, "criminal_justice", "share", "none", kpi)
                .readBy("assigned", "365d")
                .told(dimension)
                .set("place = 'annex'");
        for (int i = 0; i < numbers.length; i++) {
            Variant part = dimension.values().get(i);
            ended(kpi, part.slice(), numbers[i], of);
        }
    }

    private static void ended(String kpi, String part, int number, int of) throws SQLException {
        SeriesKey all = new SeriesKey(kpi, "assigned", "365d", part);
        published.value(FORCE, NOW, all.withSlice(part.isEmpty() ? "theme=rape" : part + ";theme=rape"), number, of);
        published.value(FORCE, NOW, all, 4 * number, 4 * of);
    }

    @AfterAll
    static void close() throws Exception {
        published.close();
    }

    @Test
    void stages_and_reasons_add_up_to_those_that_record_one_and_the_rest_is_told() throws Exception {
        NumberTable table = justice(Tier.INTERNAL).followed().get(0);
        assertThat(table.columns()).containsExactly("Rape", "All");
        assertThat(table.rows())
                .extracting(NumberTable.Row::title)
                .containsExactly(
                        "Outcomes 16",
                        "With a stage on record",
                        "Before a statement",
                        "After a statement",
                        "At the CPS",
                        "Another stage",
                        "Without a stage on record",
                        "With a reason on record",
                        "Fear of reprisal",
                        "Length of the process",
                        "Concern about court",
                        "Not kept informed",
                        "Other support chosen",
                        "Request for a device",
                        "None given",
                        "Another reason",
                        "Without a reason on record");
        for (int column = 0; column < 2; column++) {
            int times = column == 0 ? 1 : 4;
            assertThat(sum(table.rows().subList(2, 6), column))
                    .isEqualTo(figure(table.rows().get(1), column).denominator())
                    .isEqualTo(60 * times);
            assertThat(sum(table.rows().subList(8, 16), column))
                    .isEqualTo(figure(table.rows().get(7), column).denominator())
                    .isEqualTo(50 * times);
            assertThat(rest(table.rows().get(6), column)).contains(40 * times);
            assertThat(rest(table.rows().get(16), column)).contains(50 * times);
        }
    }

    @Test
    void few_cases_of_a_theme_are_withheld_for_the_board_and_so_is_what_gives_them_away() throws Exception {
        AreaPage page = justice(Tier.BOARD);
        NumberTable table = page.followed().get(0);
        assertThat(figure(table.rows().get(2), 0).state()).isEqualTo(Figure.State.BELOW_FIVE);
        assertThat(table.rows().subList(3, 6))
                .anySatisfy(row -> assertThat(figure(row, 0).isShown()).isFalse());
        assertThat(figure(table.rows().get(5), 1).isShown()).isTrue();
    }

    /** Those that are shown say of how many they are. */
    @Test
    void how_many_record_one_and_how_many_none_is_told_where_one_part_is_withheld() throws Exception {
        List<NumberTable.Row> rows = justice(Tier.BOARD).followed().get(0).rows();
        assertThat(List.of(
                        figure(rows.get(1), 0).denominator(),
                        figure(rows.get(7), 0).denominator()))
                .containsExactly(60, 50);
        assertThat(List.of(rest(rows.get(6), 0), rest(rows.get(16), 0)))
                .containsExactly(Optional.of(40), Optional.of(50));
    }

    @Test
    void a_backlog_has_its_mean_of_28_days_beside_it() throws Exception {
        Backlog backlog = justice(Tier.INTERNAL).backlogs().get(0);
        assertThat(backlog.mean())
                .hasValueSatisfying(mean -> assertThat(List.of(mean.numerator(), mean.denominator()))
                        .containsExactly(19, 68));
        assertThat(ReportPage.html(report(Tier.INTERNAL))).contains("On average in 28 days: 19 of 68");
    }

    private static AreaPage justice(Tier tier) throws Exception {
        return report(tier).areas().stream()
                .filter(area -> area.slug().equals("criminal_justice"))
                .findFirst()
                .orElseThrow();
    }

    private static Report report(Tier tier) throws Exception {
        Report full = ReportMaker.make(
                published.connection(),
                new ReportRequest(
                        FORCE,
                        NOW,
                        Optional.of(1),
                        tier,
                        Optional.empty(),
                        Instant.parse("2026-07-01T12:00:00Z"),
                        false));
        return Disclosure.apply(full);
    }

    private static int sum(List<NumberTable.Row> rows, int column) {
        return rows.stream().mapToInt(row -> figure(row, column).numerator()).sum();
    }

    private static Figure figure(NumberTable.Row row, int column) {
        return ((NumberTable.Entry.Of) row.cells().get(column)).figure();
    }

    private static Optional<Integer> rest(NumberTable.Row row, int column) {
        return ((NumberTable.Entry.Rest) row.cells().get(column)).number();
    }
}
