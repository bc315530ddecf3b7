package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vaiwg.board.Days;
import vaiwg.board.Tier;
import vaiwg.board.figures.PublishedVerdict.State;
import vaiwg.board.page.DigestMail;
import vaiwg.kpis.time.LondonDays;

/** The first mail and the first report after a force went live: a signal of a week ago, of which nobody was shown anything until two days ago. */
class OwnersAskedIT {
    private static final LocalDate LIVE = LocalDate.of(2026, 11, 24);

    private static ReportPublication published;

    @BeforeAll
    static void publish() throws Exception {
        published = SmallForce.published();
    }

    @AfterAll
    static void close() throws Exception {
        published.close();
    }

    @Test
    void owners_are_asked_from_the_first_published_midnight_on() throws Exception {
        assertThat(asked()).isEqualTo("7 days; due 2026-12-03");

        published.snapshot(SmallForce.FORCE, LIVE, LocalDate.of(2023, 11, 26), "all");
        published.rewrite("UPDATE vaiwg.kpi_snapshot SET kind = 'reconstructed' WHERE as_at < '" + LIVE + "'");
        assertThat(asked()).isEqualTo("2 days; due 2026-12-08");

        published.rewrite(
                "UPDATE vaiwg.kpi_snapshot SET kind = 'published' WHERE as_at = '" + SmallForce.PREVIOUS + "'");
        published.snapshot(SmallForce.FORCE, SmallForce.PREVIOUS.minusDays(1), LocalDate.of(2023, 11, 26), "all");
        published.rewrite(
                "UPDATE vaiwg.kpi_snapshot SET kind = 'reconstructed' WHERE as_at < '" + SmallForce.PREVIOUS + "'");
        assertThat(asked()).isEqualTo("7 days; due 2026-12-03");
    }

    /** For how long mail and report say that the signal was not answered, and when the answer is due, as dashboards say too. */
    private static String asked() throws Exception {
        String mail =
                DigestMaker.make(published.connection(), SmallForce.FORCE, SmallForce.AS_AT, SmallForce.PREVIOUS)
                        .stream()
                        .filter(digest -> digest.area().equals("criminal_justice"))
                        .map(digest -> new DigestMail(digest, Optional.empty()).text())
                        .findFirst()
                        .orElseThrow();
        Report report = report(published, Tier.INTERNAL);
        int days = report.matters().get(0).openDays();
        assertThat(mail).contains("Not answered for " + days + " days; due ", ", " + Days.asAt(SmallForce.AS_AT));
        LocalDate due = report.matters().get(0).due();
        try (Statement statement = published.connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT raised, said, ask, figures FROM vaiwg.dashboard_matter('"
                        + SmallForce.FORCE + "', 'all', 'all')")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getObject("raised", LocalDate.class))
                    .isEqualTo(report.matters().get(0).raised());
            assertThat(report.matters().get(0).nextStep())
                    .isEqualTo(row.getString("ask"))
                    .isIn("Act: find the cause", "Watch: say why");
            assertThat(report.matters().get(0).text())
                    .isEqualTo(row.getString("figures"))
                    .isEqualTo("Raised on 172 of 371, 53 more than the usual 119.");
            assertThat(row.getString("said"))
                    .as("no address of the board is set")
                    .endsWith("due " + Days.briefWithYear(due) + "; to answer, write to the Board's secretary");
        }
        return days + " days; due " + due;
    }

    /** As long as it is open it says the days on which it was raised. */
    @Test
    void an_early_warning_says_on_page_1_and_on_dashboards_what_its_chart_shows_since() throws Exception {
        try (ReportPublication early = SmallForce.published()) {
            early.rewrite("UPDATE vaiwg.kpi_matter_row SET daily = true, day = '2026-08-01',"
                    + " figures = '33 outcomes 24 July to 1 August 2026, 12 more than the 21 expected'");
            early.rewrite("UPDATE vaiwg.kpi_verdict_row SET as_at = '" + SmallForce.AS_AT + "'");
            String raised = "Raised on 33 outcomes 24 July to 1 August 2026, 12 more than the 21 expected.";
            assertThat(onPage1(early))
                    .isEqualTo(
                            raised
                                    + " Latest judged: 172 of 371 (46.4%) recorded 24 Jul to 20 Aug 2026 and followed for 90 days, 53 more than the usual 119.")
                    .isEqualTo(report(early, Tier.BOARD).matters().get(0).text())
                    .isEqualTo(onDashboards(early));
            early.rewrite("UPDATE vaiwg.kpi_limit_row SET withheld = 'part'");
            assertThat(onPage1(early))
                    .as("without what may not be told of the chart")
                    .isEqualTo(raised)
                    .isEqualTo(onDashboards(early));
            early.rewrite("UPDATE vaiwg.kpi_matter_row SET few = true");
            assertThat(onPage1(early)).isEmpty();
            assertThat(onDashboards(early)).isEqualTo("too few cases to show numbers");
        }
    }

    private static String onPage1(ReportPublication of) throws Exception {
        Page first = report(of, Tier.BOARD).pages().get(0);
        return ((Block.Sentences) first.blocks().get(0)).sentences().get(0).text();
    }

    private static String onDashboards(ReportPublication of) throws Exception {
        return said(
                of, "(SELECT figures FROM vaiwg.dashboard_matter('" + SmallForce.FORCE + "', 'all', 'all') LIMIT 1)");
    }

    private static Report report(ReportPublication of, Tier tier) throws Exception {
        return ReportMaker.make(
                of.connection(),
                new ReportRequest(
                        SmallForce.FORCE,
                        SmallForce.AS_AT,
                        Optional.empty(),
                        tier,
                        Optional.empty(),
                        LondonDays.startOf(SmallForce.AS_AT),
                        false));
    }

    /** Dashboards, mails and report name a midnight by the day that begins with it, and a state by one word. */
    @Test
    void the_database_says_a_midnight_and_a_state_as_the_report_does() throws Exception {
        LocalDate asAt = LocalDate.of(2026, 5, 3);
        assertThat(Days.asAt(asAt)).isEqualTo("as at 3 May 2026");
        assertThat(said(published, "vaiwg.as_at_words('" + asAt + "')")).isEqualTo(Days.asAt(asAt));
        for (State state : State.values()) {
            String slug = state.name().toLowerCase(Locale.ROOT);
            assertThat(said(published, "split_part(vaiwg.dashboard_verdict('" + slug + "', 'none', 'figure'), '|', 2)"))
                    .isEqualTo(state.word());
        }
    }

    private static String said(ReportPublication of, String expression) throws Exception {
        try (Statement statement = of.connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT " + expression)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
