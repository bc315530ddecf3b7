package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vaiwg.board.Tier;
import vaiwg.board.disclosure.Disclosure;
import vaiwg.board.page.DigestMail;

/** A figure that rests on a silent stream says so wherever it is shown, in one sentence. */
class StreamsInReportIT {
    private static final String SILENT =
            "Outcome records have not come since 3 October 2026; figures that rest on them stand still.";

    @Test
    void figures_that_rest_on_a_silent_stream_say_so_and_others_do_not() throws Exception {
        try (ReportPublication published = SmallForce.published()) {
            published.stream(
                    SmallForce.FORCE, SmallForce.AS_AT, "outcome", "silent", SILENT, "charge_rate victim_attrition");
            published.stream(SmallForce.FORCE, SmallForce.AS_AT, "stalking", "never received", "", "");
            published.stream(SmallForce.FORCE, SmallForce.AS_AT, "crime-recording", "as usual", "", "");
            for (Tier tier : Tier.values()) {
                Report report = Disclosure.apply(report(published, tier));
                assertThat(notes(report.summary(), "Victim attrition within 90 days"))
                        .singleElement()
                        .asString()
                        .startsWith(SILENT);
                assertThat(notes(report.summary(), "Victim told of decision in time"))
                        .noneMatch(note -> note.contains("records have not come"));
                AreaPage justice = report.areas().stream()
                        .filter(area -> area.slug().equals("criminal_justice"))
                        .findFirst()
                        .orElseThrow();
                assertThat(justice.notes()).as("of its chart").contains(SILENT);
                assertThat(line(report))
                        .isEqualTo(new QualityPage.Line(
                                Optional.empty(),
                                false,
                                "Streams of records",
                                SILENT + " Never received: stalking; there are no figures that rest on them."));
            }
            OwnerDigest digest = digest(published, "criminal_justice");
            assertThat(new DigestMail(digest, Optional.empty()).text()).contains("\n" + SILENT + "\n");
            assertThat(new DigestMail(digest, Optional.empty()).html()).contains(SILENT);
            assertThat(new DigestMail(digest, Optional.empty()).subject())
                    .endsWith(", 1 stream of records not as usual");
            assertThat(digest(published, "engagement").streams()).isEmpty();
        }
    }

    @Test
    void where_all_come_one_line_says_so_and_of_an_older_snapshot_nothing_is_said() throws Exception {
        try (ReportPublication published = SmallForce.published()) {
            assertThat(report(published, Tier.BOARD).quality().lines())
                    .noneMatch(line -> line.title().equals("Streams of records"));
            published.stream(SmallForce.FORCE, SmallForce.AS_AT, "outcome", "as usual", "", "");
            assertThat(line(report(published, Tier.BOARD)).text()).isEqualTo("Records of all streams come as usual.");
            assertThat(line(report(published, Tier.BOARD)).met()).isTrue();
        }
    }

    private static Report report(ReportPublication published, Tier tier) throws Exception {
        return ReportMaker.make(
                published.connection(),
                new ReportRequest(
                        SmallForce.FORCE,
                        SmallForce.AS_AT,
                        Optional.empty(),
                        tier,
                        Optional.of(SmallForce.PREVIOUS),
                        Instant.parse("2026-11-26T12:00:00Z"),
                        false));
    }

    private static OwnerDigest digest(ReportPublication published, String area) throws Exception {
        return DigestMaker.make(
                        published.connection(), SmallForce.FORCE, SmallForce.AS_AT, SmallForce.AS_AT.minusDays(7))
                .stream()
                .filter(digest -> digest.area().equals(area))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> notes(Summary summary, String title) {
        return summary.groups().stream()
                .flatMap(group -> group.rows().stream())
                .filter(row -> row.title().equals(title))
                .map(ScoreRow::note)
                .toList();
    }

    private static QualityPage.Line line(Report report) {
        return Stream.of(report.quality())
                .flatMap(quality -> quality.lines().stream())
                .filter(line -> line.title().equals("Streams of records"))
                .findFirst()
                .orElseThrow();
    }
}
