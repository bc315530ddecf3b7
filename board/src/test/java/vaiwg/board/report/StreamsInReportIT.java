package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vaiwg.board.Tier;
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
                Report report = report(published, tier);
                assertThat(notes(report, "victim_attrition")).isNotEmpty().allMatch(note -> note.contains(SILENT));
                assertThat(notes(report, "decision_told")).noneMatch(note -> note.contains("records have not come"));
                assertThat(sources(report)).contains(SILENT);
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
    void where_all_come_one_sentence_says_so() throws Exception {
        try (ReportPublication published = SmallForce.published()) {
            published.stream(SmallForce.FORCE, SmallForce.AS_AT, "outcome", "as usual", "", "");
            assertThat(sources(report(published, Tier.BOARD))).startsWith("All sources came as usual.");
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

    /** What stands under the tables that show a measure alone. */
    private static List<String> notes(Report report, String kpi) {
        return Walk.find(report, Block.FiguresTable.class).stream()
                .filter(table ->
                        table.rows().stream().allMatch(row -> row.figure().kpi().equals(kpi)))
                .map(Block.FiguresTable::note)
                .toList();
    }

    private static String sources(Report report) {
        return report.page(TrustPage.ID).orElseThrow().blocks().stream()
                .filter(block -> block.title().equals("Where the records come from"))
                .flatMap(block -> ((Block.Sentences) block).sentences().stream())
                .map(sentence -> sentence.headline() + sentence.text())
                .collect(Collectors.joining(" "));
    }
}
