package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vaiwg.board.Tier;
import vaiwg.board.figures.SeriesKey;
import vaiwg.board.page.DigestMail;
import vaiwg.kpis.time.LondonDays;

/** The first mail and the first report after a force went live: a signal of a week ago, of which nobody was shown anything until two days ago. */
class OwnersAskedIT {
    private static final LocalDate LIVE = LocalDate.of(2026, 11, 24);

    @Test
    void owners_are_asked_from_the_first_published_midnight_on() throws Exception {
        try (ReportPublication published = SmallForce.published()) {
            published
                    .measure("signal_response", "recording", "share", "up", "Signals answered")
                    .headline(12, "Signals answered in time", "")
                    .set("minimum_n = 5");
            published.value(
                    SmallForce.FORCE,
                    SmallForce.AS_AT,
                    new SeriesKey("signal_response", "recorded", "365d", ""),
                    0,
                    28);
            assertThat(asked(published))
                    .isEqualTo("7 days. No signal was answered by its owner within 14 days: 0 of 28 in the year.");

            published.snapshot(SmallForce.FORCE, LIVE, LocalDate.of(2023, 11, 26), "all");
            published.rewrite("UPDATE vaiwg.kpi_snapshot SET kind = 'reconstructed' WHERE as_at < '" + LIVE + "'");
            assertThat(asked(published))
                    .isEqualTo("2 days. Owners are asked since 24 Nov. Their first answers are due by 8 Dec."
                            + " What was raised before was shown to nobody.");

            published.rewrite(
                    "UPDATE vaiwg.kpi_snapshot SET kind = 'published' WHERE as_at = '" + SmallForce.PREVIOUS + "'");
            published.snapshot(SmallForce.FORCE, SmallForce.PREVIOUS.minusDays(1), LocalDate.of(2023, 11, 26), "all");
            published.rewrite(
                    "UPDATE vaiwg.kpi_snapshot SET kind = 'reconstructed' WHERE as_at < '" + SmallForce.PREVIOUS + "'");
            assertThat(asked(published))
                    .isEqualTo("7 days. No signal was answered by its owner within 14 days: 0 of 28 in the year."
                            + " Those of before 1 Oct among them were shown to nobody.");
        }
    }

    /** For how long the mail says that the signal was not answered, and what page 1 says of answers. */
    private static String asked(ReportPublication published) throws Exception {
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
        int days = report.signals().open().get(0).openDays();
        assertThat(mail).contains("Not answered for " + days + " days.");
        return days + " days. "
                + report.summary().changes().stream()
                        .filter(said -> said.area().equals(Optional.of("signals")))
                        .map(said -> said.headline() + " " + said.text())
                        .findFirst()
                        .orElseThrow()
                        .replaceFirst(" [A-Z][a-z]+ matter is open today\\.$", "");
    }
}
