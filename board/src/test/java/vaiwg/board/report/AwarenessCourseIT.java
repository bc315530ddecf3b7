package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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

/** The EASI programme in the report: places beside the plan, the arms of its trial now and at the evaluations. */
class AwarenessCourseIT {
    private static final String FORCE = "west-midlands";
    private static final LocalDate NOW = LocalDate.of(2026, 7, 1);
    private static final LocalDate EVALUATED = LocalDate.of(2026, 5, 1);

    private static ReportPublication published;
    private static Report report;

    @BeforeAll
    static void publish() throws Exception {
        published = new ReportPublication();
        published
                .measure("easi_places_filled", "offender_management", "count", "up", "Places")
                .readBy("stock", "all");
        for (String kpi : List.of(
                "easi_reoffending_180d",
                "easi_reoffending_90d",
                "easi_trial_risk_fell",
                "easi_trial_distress_better")) {
            published.measure(kpi, "offender_management", "share", "down", kpi).readBy("stock", "all");
        }
        published.snapshot(FORCE, LocalDate.of(2026, 1, 1), NOW.minusYears(3), "all");
        published.snapshot(FORCE, EVALUATED, NOW.minusYears(3), "all");
        published.snapshot(FORCE, NOW, NOW.minusYears(3), "all");
        places(LocalDate.of(2026, 1, 1), 3);
        places(EVALUATED, 31);
        places(NOW, 60);
        place("age=18-24", 3);
        place("age=25-34", 9);
        place("age=35-44", 21);
        place("age=55+", 27);
        place("sex=male", 52);
        place("sex=female", 8);
        place("relationship=ex_intimate", 41);
        place("relationship=acquaintance", 16);
        place("relationship=stranger", 3);
        arms("easi_reoffending_90d", NOW, 12, 50, 20, 50);
        arms("easi_reoffending_180d", NOW, 6, 40, 22, 40);
        arms("easi_reoffending_90d", EVALUATED, 9, 31, 9, 32);
        arms("easi_trial_risk_fell", NOW, 24, 40, 14, 40);
        arms("easi_trial_distress_better", NOW, 22, 35, 9, 31);
        published.run(
                "INSERT INTO vaiwg.kpi_benchmark (publication, edition, since, force, kpi, slice, kind, name, valid_from, stated,"
                        + " unit, reason, source, quote) VALUES (1, 1, '-infinity', '', 'easi_places_12m', '', 'target',"
                        + " 'Twelve months', '2021-09-01', 100, 'count', '', 'the source', '')");
        published.withhold();
        report = report(NOW);
    }

    private static Report report(LocalDate asAt) throws SQLException {
        return ReportMaker.make(
                published.connection(),
                new ReportRequest(
                        FORCE,
                        asAt,
                        Optional.of(1),
                        Tier.BOARD,
                        Optional.empty(),
                        Instant.parse("2026-07-01T12:00:00Z"),
                        false));
    }

    @AfterAll
    static void close() throws Exception {
        published.close();
    }

    @Test
    void places_are_beside_the_plan_now_and_at_each_evaluation() {
        assertThat(table(report, 0).title()).contains("treatment arm");
        assertThat(table(report, 0).rows())
                .extracting(
                        NumberTable.Row::title,
                        row -> numerator(row, 0),
                        row -> row.cells().get(1))
                .containsExactly(
                        tuple("Now", 60, new NumberTable.Entry.Text("50")),
                        tuple("Evaluation 1, 1 May 2026", 31, new NumberTable.Entry.Text("33")));
    }

    @Test
    void arms_are_beside_one_another_with_the_interval_of_their_difference() {
        assertThat(table(report, 1).rows())
                .extracting(NumberTable.Row::title, row -> numerator(row, 0), row -> numerator(row, 2))
                .containsExactly(
                        tuple("easi_reoffending_90d: now", 12, 20),
                        tuple("easi_reoffending_180d: now", 6, 22),
                        tuple("easi_reoffending_90d: evaluation 1, 1 May 2026", 9, 9));
        assertThat(ReportPage.html(report)).contains("−16.0 (−32.9 to 2.3)");
        assertThat(table(report, 2).rows())
                .extracting(row -> numerator(row, 0), row -> numerator(row, 2))
                .containsExactlyInAnyOrder(tuple(24, 14), tuple(22, 9));
    }

    @Test
    void a_small_band_or_relationship_is_withheld_with_another_one() {
        assertThat(table(report, 3).rows())
                .extracting(NumberTable.Row::title, row -> numerator(row, 0))
                .containsExactly(
                        tuple("Aged 0–17", 0),
                        tuple("Aged 18–24", 3),
                        tuple("Aged 25–34", 9),
                        tuple("Aged 35–44", 21),
                        tuple("Aged 45–54", 0),
                        tuple("Aged 55 and over", 27),
                        tuple("Age not recorded", 0),
                        tuple("Women", 8),
                        tuple("Men", 52),
                        tuple("Of another sex", 0),
                        tuple("Sex not recorded", 0),
                        tuple("Former partner of the victim", 41),
                        tuple("Present partner of the victim", 0),
                        tuple("Family of the victim", 0),
                        tuple("Acquaintance of the victim", 16),
                        tuple("Stranger to the victim", 3),
                        tuple("Of another relationship", 0),
                        tuple("Relationship not recorded", 0));
        assertThat(table(Disclosure.apply(report), 3).rows())
                .filteredOn(row -> numerator(row, 0) == null)
                .extracting(NumberTable.Row::title)
                .contains("Aged 18–24", "Stranger to the victim")
                .anyMatch(title -> title.startsWith("Age") && !title.equals("Aged 18–24"))
                .anyMatch(title -> title.contains("the victim") && !title.startsWith("Stranger"));
    }

    /** Nobody has a row of zero: that nobody is so old is known only where the ages of others are. */
    @Test
    void a_breakdown_of_which_nothing_is_published_has_no_row() throws SQLException {
        assertThat(followed(report)).extracting(NumberTable::title).anyMatch(title -> title.contains("by age"));
        assertThat(followed(report(EVALUATED)))
                .isNotEmpty()
                .extracting(NumberTable::title)
                .noneMatch(title -> title.contains("by age"));
    }

    private static Integer numerator(NumberTable.Row row, int cell) {
        return ((NumberTable.Entry.Of) row.cells().get(cell)).figure().numerator();
    }

    private static NumberTable table(Report of, int number) {
        return followed(of).get(number);
    }

    private static List<NumberTable> followed(Report of) {
        return of.areas().stream()
                .filter(area -> area.slug().equals("offender_management"))
                .findFirst()
                .orElseThrow()
                .followed();
    }

    private static void places(LocalDate asAt, int filled) throws SQLException {
        published.value(FORCE, asAt, new SeriesKey("easi_places_filled", "stock", "all", ""), filled, null);
    }

    private static void place(String slice, int people) throws SQLException {
        published.value(FORCE, NOW, new SeriesKey("easi_places_filled", "stock", "all", slice), people, null);
    }

    private static void arms(String kpi, LocalDate asAt, int again, int people, int controlAgain, int controls)
            throws SQLException {
        published.value(FORCE, asAt, new SeriesKey(kpi, "stock", "all", "arm=treatment"), again, people);
        published.value(FORCE, asAt, new SeriesKey(kpi, "stock", "all", "arm=control"), controlAgain, controls);
    }
}
