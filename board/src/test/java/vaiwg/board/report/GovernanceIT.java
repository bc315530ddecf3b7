package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vaiwg.board.Tier;
import vaiwg.board.figures.SeriesKey;
import vaiwg.board.page.ReportPage;

/** Targets, baselines and recommendations from the tables of a publication to the page. */
class GovernanceIT {
    private static final String FORCE = "west-midlands";
    private static final LocalDate AS_AT = LocalDate.of(2026, 11, 26);
    private static final SeriesKey CHARGED = new SeriesKey("charge_rate", "settled_180d", "365d", "");
    private static final SeriesKey OF_RAPE = new SeriesKey("charge_rate", "settled_180d", "365d", "theme=rape");

    private static ReportPublication published;
    private static Report report;

    @BeforeAll
    static void publish() throws IOException, SQLException {
        published = new ReportPublication();
        published
                .measure("charge_rate", "criminal_justice", "share", "up", "Charged or summonsed")
                .readBy("settled_180d", "365d")
                .headline(4, "Charged within 180 days", "");
        published.snapshot(FORCE, AS_AT, AS_AT.minusYears(3), "all");
        published.value(FORCE, AS_AT, CHARGED, 700, 11_000);
        published.value(FORCE, AS_AT, OF_RAPE, 120, 1_800);
        for (int i = 0; i < 13; i++) {
            LocalDate asAt = AS_AT.minusDays(7 + 28L * i);
            published.period(
                    FORCE,
                    new SeriesKey("charge_rate", "matured_180d", "28d", ""),
                    asAt,
                    asAt.minusDays(208),
                    14 - i,
                    120,
                    371);
        }
        benchmark("target", "Plan", "2026-01-01", "40", "");
        benchmark("target", "Plan", "2027-01-01", "50", "");
        benchmark("baseline", "Year of 2021", "2021-09-01", "12.5", "it is of other offences");
        commitment("rape-1", "recommendation", 1, "charge_rate:theme=rape left_since", "");
        commitment("rape-8", "recommendation", 2, "", "guidance is no event of a case");
        commitment("later", "step", 1, "charge_rate", "");
        published.note(FORCE, "commitment/rape-8", 1, "2026-11-09T09:00:00Z", "Begun.", "");
        published.note(FORCE, "commitment/rape-8", 2, "2026-11-10T09:00:00Z", "The courses are full.", "");
        published.note(FORCE, "report/criminal_justice/2026-11", 1, "2026-11-12T09:00:00Z", "", "Files go sooner.");
        published.note(FORCE, "report/criminal_justice/2026-09", 1, "2026-09-12T09:00:00Z", "", "Of September.");
        published.note(FORCE, "report/our_behaviour/2026-11", 1, "2026-11-12T09:00:00Z", "Of conduct.", "");
        published.rewrite("UPDATE vaiwg.kpi_note_row SET standing = 'behind' WHERE version = 2");
        published.rewrite(
                "UPDATE vaiwg.kpi_note_row SET login = 'lead.cj' WHERE signal_id = 'report/criminal_justice/2026-11'");
        published.run("SET session_replication_role = replica");
        published.run("UPDATE vaiwg.kpi_commitment SET since = '2026-11-27' WHERE id = 'later'");
        published.run("UPDATE vaiwg.kpi_limit_row SET assurance = 'fails' WHERE NOT trial");
        published.run("SET session_replication_role = origin");
        report = made(false);
    }

    private static Report made(boolean restricted) throws SQLException {
        return ReportMaker.make(
                published.connection(),
                new ReportRequest(
                        FORCE,
                        AS_AT,
                        Optional.of(1),
                        Tier.BOARD,
                        Optional.empty(),
                        Instant.parse("2026-11-26T12:00:00Z"),
                        restricted));
    }

    @AfterAll
    static void close() throws IOException, SQLException {
        published.close();
    }

    @Test
    void a_figure_stands_beside_the_target_of_its_day_and_what_its_limits_say_of_it() {
        ScoreRow row = row();
        assertThat(row.target()).contains(new Target(0.4, Target.Assurance.MISSES, "Target: Plan (the source)."));
    }

    @Test
    void a_baseline_of_something_else_is_in_brackets_and_says_why() {
        assertThat(row().beside())
                .containsExactly(new Beside(
                        0.125,
                        Unit.SHARE,
                        false,
                        "Baseline: Year of 2021 (the source); not the same figure: it is of other offences."));
        assertThat(ReportPage.html(report)).contains("(12.5%)", "misses </span>40%");
    }

    @Test
    void a_recommendation_has_its_owner_and_the_figures_that_show_where_it_is() {
        GovernancePage page = report.governance().orElseThrow();
        assertThat(page.groups()).extracting(GovernancePage.Group::title).containsExactly("An inspection");
        GovernancePage.Item first = page.groups().get(0).items().get(0);
        assertThat(first.owner()).isEqualTo("Head");
        assertThat(first.figures())
                .as("a measure that there is no more is left out")
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.title()).isEqualTo("Rape: charged or summonsed");
                    assertThat(row.figure().numerator()).isEqualTo(120);
                });
        assertThat(page.groups().get(0).items().get(1).note()).isEqualTo("guidance is no event of a case");
        assertThat(page.lead().headline()).isEqualTo("One entry has figures that show where it is, one none.");
        assertThat(ReportPage.html(report))
                .contains("For police · owner: Head · autumn 2021", "no figure: guidance is no event of a case")
                .doesNotContain("Text of later");
    }

    @Test
    void an_entry_has_its_owner_s_newest_words_and_how_it_stands() {
        GovernancePage page = report.governance().orElseThrow();
        assertThat(page.groups().get(0).items())
                .extracting(GovernancePage.Item::said)
                .containsExactly(
                        Optional.empty(),
                        Optional.of(new OwnerComment(
                                "Behind",
                                "The courses are full.",
                                "",
                                "the leads",
                                "login not recorded",
                                LocalDate.of(2026, 11, 10),
                                false)));
        assertThat(page.lead().text()).endsWith("By their owners: one behind; of one nothing is said.");
        assertThat(ReportPage.html(report)).contains("<b>Behind.</b>", "The courses are full.");
    }

    @Test
    void an_area_has_what_its_lead_reports_to_the_newest_meeting() {
        assertThat(report.areas().stream().filter(area -> area.slug().equals("criminal_justice")))
                .singleElement()
                .extracting(AreaPage::comments, InstanceOfAssertFactories.LIST)
                .containsExactly(new OwnerComment(
                        "Report to the board of November 2026",
                        "",
                        "Files go sooner.",
                        "the leads",
                        "logged in as lead.cj",
                        LocalDate.of(2026, 11, 12),
                        false));
    }

    @Test
    void what_the_lead_of_our_behaviour_reports_is_in_the_restricted_annex_alone() throws SQLException {
        assertThat(ReportPage.html(report)).doesNotContain("Of conduct.");
        assertThat(report.areas().stream().filter(area -> area.slug().equals("our_behaviour")))
                .singleElement()
                .extracting(AreaPage::comments, InstanceOfAssertFactories.LIST)
                .as("nor is it asked for")
                .isEmpty();
        assertThat(made(true).areas())
                .singleElement()
                .extracting(AreaPage::comments, InstanceOfAssertFactories.LIST)
                .singleElement()
                .extracting("cause")
                .isEqualTo("Of conduct.");
    }

    private static ScoreRow row() {
        return report.summary().groups().get(0).rows().get(0);
    }

    private static void benchmark(String kind, String name, String from, String stated, String reason)
            throws SQLException {
        published.run(
                "INSERT INTO vaiwg.kpi_benchmark (publication, edition, since, force, kpi, slice, kind, name, valid_from, stated,"
                        + " unit, reason, source, quote) VALUES (1, 1, '-infinity', '', 'charge_rate', '', '" + kind
                        + "', '" + name
                        + "', '" + from + "', " + stated + ", 'percent', '" + reason + "', 'the source', '')");
    }

    private static void commitment(String id, String register, int place, String measures, String reason)
            throws SQLException {
        published.run(
                "INSERT INTO vaiwg.kpi_commitment (publication, edition, since, force, id, register, place, number, set_title, body,"
                        + " addressed, owner, day, when_said, measures, reason, section) VALUES (1, 1, '-infinity', '" + FORCE + "', '"
                        + id + "', '" + register
                        + "', " + place + ", 1, 'An inspection', 'Text of " + id
                        + "', 'police', 'Head', null, 'autumn 2021', '" + measures
                        + "', '" + reason + "', '2.2.2')");
    }
}
