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
        Report report = ReportMaker.make(
                published.connection(),
                new ReportRequest(
                        SmallForce.FORCE,
                        SmallForce.AS_AT,
                        Optional.empty(),
                        Tier.INTERNAL,
                        Optional.empty(),
                        LondonDays.startOf(SmallForce.AS_AT),
                        false));
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

    /** Dashboards, mails and report name a midnight by the day that begins with it, and a state by one word. */
    @Test
    void the_database_says_a_midnight_and_a_state_as_the_report_does() throws Exception {
        LocalDate asAt = LocalDate.of(2026, 5, 3);
        assertThat(Days.asAt(asAt)).isEqualTo("as at 3 May 2026");
        assertThat(said("vaiwg.as_at_words('" + asAt + "')")).isEqualTo(Days.asAt(asAt));
        for (State state : State.values()) {
            String slug = state.name().toLowerCase(Locale.ROOT);
            assertThat(said("split_part(vaiwg.dashboard_verdict('" + slug + "', 'none', 'figure'), '|', 2)"))
                    .isEqualTo(state.word());
        }
    }

    private static String said(String expression) throws Exception {
        try (Statement statement = published.connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT " + expression)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
