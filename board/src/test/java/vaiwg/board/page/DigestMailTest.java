package vaiwg.board.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vaiwg.board.report.Matter;
import vaiwg.board.report.OwnerDigest;
import vaiwg.board.report.SampleReport;

class DigestMailTest {
    /** A level that is worse has no signal, and so no page on which it is answered. */
    @Test
    void a_matter_without_a_signal_is_a_line_without_a_link() {
        Matter level = new Matter(
                "Open crimes grow older",
                "Intelligence",
                "the lead",
                1,
                SampleReport.AS_AT.minusDays(20),
                SampleReport.AS_AT.minusDays(3),
                SampleReport.AS_AT.plusDays(11),
                "-",
                false,
                Matter.State.WATCH,
                Optional.empty(),
                3,
                List.of());
        DigestMail mail = new DigestMail(
                new OwnerDigest(
                        SampleReport.usual().edition(),
                        SampleReport.AS_AT.minusDays(7),
                        "intelligence",
                        "Intelligence",
                        "the lead",
                        List.of(level),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()),
                Optional.of("https://board.example"));
        assertThat(mail.text())
                .contains("* [Watch] Open crimes grow older, since 6 Nov 2026. Not answered for 3 days.\n")
                .doesNotContain("/answer?", "(signal");
        assertThat(mail.html()).contains("Open crimes grow older").doesNotContain("/answer?", "(signal");
    }
}
