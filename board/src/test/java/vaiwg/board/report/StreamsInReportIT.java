package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
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
                assertThat(sources(report))
                        .contains(SILENT, "Never received: records of stalking.")
                        .doesNotContain("sources came as usual");
            }
            OwnerDigest digest = digest(published, "criminal_justice");
            assertThat(new DigestMail(digest, Optional.empty()).text()).contains("\n" + SILENT + "\n");
            assertThat(new DigestMail(digest, Optional.empty()).html()).contains(SILENT);
            assertThat(new DigestMail(digest, Optional.empty()).subject())
                    .endsWith(", 1 stream of records not as usual");
            assertThat(digest(published, "engagement").streams()).isEmpty();
        }
    }

    /** A site that does not send a stream is told so, and not that all came. */
    @Test
    void a_stream_that_never_came_is_named_and_the_others_came_as_usual() throws Exception {
        try (ReportPublication published = SmallForce.published()) {
            published.stream(SmallForce.FORCE, SmallForce.AS_AT, "crime-recording", "as usual", "", "");
            published.stream(SmallForce.FORCE, SmallForce.AS_AT, "cps-referral", "never received", "", "");
            published.stream(SmallForce.FORCE, SmallForce.AS_AT, "stalking", "never received", "", "");
            published.stream(SmallForce.FORCE, SmallForce.AS_AT, "safeguarding", "not expected", "", "");
            for (Tier tier : Tier.values()) {
                assertThat(sources(report(published, tier)))
                        .startsWith("All other sources came as usual.")
                        .contains("Never received: records of CPS referral, stalking.");
            }
            assertThat(digest(published, "criminal_justice").streams()).isEmpty();
        }
    }

    @Test
    void what_a_source_had_and_was_not_received_is_said_as_it_was_known_then() throws Exception {
        try (ReportPublication published = SmallForce.published()) {
            published.stream(SmallForce.FORCE, SmallForce.AS_AT, "outcome", "as usual", "", "");
            assertThat(sources(report(published, Tier.BOARD))).startsWith("All sources came as usual.");
            total(published, SmallForce.AS_AT.minusDays(2), SmallForce.AS_AT.minusDays(1), 8, "Outcome: 8 of 10.");
            Report wanting = report(published, Tier.BOARD);
            assertThat(sources(wanting)).contains("Outcome: 8 of 10.").doesNotContain("All sources came as usual.");
            assertThat(wanting.edition().complete()).isFalse();
            assertThat(new DigestMail(digest(published, "criminal_justice"), Optional.empty()).text())
                    .contains("\nSome sources had not sent all that they had, or count otherwise: ");
            total(published, SmallForce.AS_AT.minusDays(2), SmallForce.AS_AT, 10, "Outcome: all 10.");
            assertThat(report(published, Tier.BOARD).edition().complete()).isTrue();
            String mended = sources(report(published, Tier.BOARD));
            assertThat(mended)
                    .contains("All sources came as usual.", "1 control total within the last 31 days")
                    .doesNotContain("8 of 10");
            total(published, SmallForce.AS_AT.minusDays(3), SmallForce.AS_AT, 11, "Outcome: 11 of 10.");
            assertThat(report(published, Tier.BOARD).edition().complete())
                    .as("with more than the source had")
                    .isFalse();
            published.run("DELETE FROM vaiwg.kpi_control_total_row WHERE received = 11");
            total(published, SmallForce.AS_AT.minusDays(3), SmallForce.AS_AT, 9, "16", "Outcome 16: 9 of 10.");
            assertThat(report(published, Tier.BOARD).edition().complete())
                    .as("where a class alone differs")
                    .isFalse();
            published.run("DELETE FROM vaiwg.kpi_control_total_row WHERE code = '16'");
            // What becomes known after the midnight changes no report of it.
            total(published, SmallForce.AS_AT.minusDays(2), SmallForce.AS_AT.plusDays(1), 11, "Outcome: too many.");
            assertThat(sources(report(published, Tier.BOARD))).isEqualTo(mended);
        }
    }

    /** Of a day, as it was compared at the midnight of another. */
    private static void total(ReportPublication published, LocalDate day, LocalDate knownAt, int received, String words)
            throws Exception {
        total(published, day, knownAt, received, "", words);
    }

    private static void total(
            ReportPublication published, LocalDate day, LocalDate knownAt, int received, String code, String words)
            throws Exception {
        published.run("INSERT INTO vaiwg.kpi_control_total_row VALUES (" + midnight(day) + ", "
                + midnight(day.plusDays(1))
                + ", " + midnight(knownAt) + ", 10, " + received + ", '" + SmallForce.FORCE + "', 'outcome', '', '"
                + code + "', '"
                + words + "')");
    }

    private static String midnight(LocalDate day) {
        return "timestamp '" + day + "' AT TIME ZONE 'Europe/London'";
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
                .filter(table -> !table.isEmpty()
                        && table.rows().stream()
                                .allMatch(row -> row.figure().kpi().equals(kpi)))
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
