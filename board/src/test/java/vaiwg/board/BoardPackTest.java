package vaiwg.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.catalogue.Priority;

class BoardPackTest {
    private static final String ARCHIVE_FORCE = "archive-force";
    private static final LocalDate ARCHIVE_AS_AT = LocalDate.of(2026, 10, 1);

    /** Kept, so that a person can look at what the test wrote. */
    private static final Path PACKS = Path.of("target", "packs");

    private static Publication published;

    @BeforeAll
    static void publish() throws IOException, SQLException {
        published = new Publication();
        published.dictionary();
        published.day(Publication.FORCE, Publication.AS_AT);
        published.snapshot(Publication.FORCE, Publication.AS_AT, "published", "all", """
                {"source": "SYNTHETIC", "crime-recording": "2026-11-24T00:00Z", "outcome": "2026-11-24T00:00Z"}
                """);
        published.snapshot(Publication.FORCE, LocalDate.of(2026, 10, 31), "reconstructed", "total_and_theme", "{}");
        publishArchive();
        publishBlocks();
        published.connection().setAutoCommit(false);
    }

    /** A confirmed rise, an ordinary block, a substitute that rises, and what was said before and after. */
    private static void publishBlocks() throws SQLException {
        View block = new View("matured_28d", "28d");
        LocalDate ended = Publication.AS_AT.minusDays(20);
        // Beside it at the horizon that is read, of which no signal comes: the pack shows the chart that signals.
        published.block(ended, "victim_attrition", new View("matured_90d", "28d"), "theme=rape", 0.77, null, 0);
        published.block(ended, "victim_attrition", block, "theme=rape", 0.55, "outside", 1);
        published.block(ended.minusDays(28), "victim_attrition", block, "theme=rape", 0.54, "outside", 1);
        published.block(ended, "victim_attrition", block, "", 0.41, null, 0);
        published.longTime(ended, "victim_attrition", block, "theme=other_sexual", 71);
        published.growth(ended, "open_over_90d", "", 0.035);
        published.block(Publication.AS_AT.plusDays(8), "victim_attrition", block, "", 0.9, "outside", 1);
        published.block(ended, "substitution_14", new View("matured_90d", "28d"), "", 0.52, "shift", 1);
        published.signal(ended.minusDays(28), "victim_attrition", block, "theme=rape", "watch", "raised");
        published.signal(ended, "victim_attrition", block, "theme=rape", "act", "confirmed");
        published.signal(Publication.AS_AT.plusDays(8), "victim_attrition", block, "theme=rape", "act", "ended");
    }

    private static void publishArchive() throws SQLException {
        View year = new View("recorded", "12m");
        View half = new View("settled_6m", "12m");
        String group = "theme=violence_sexual";
        published.value(ARCHIVE_FORCE, ARCHIVE_AS_AT, "recorded_offences", year, group, 121_040, null);
        published.value(ARCHIVE_FORCE, ARCHIVE_AS_AT, "unable_to_prosecute", half, group, 70_311, 118_202);
        published.value(ARCHIVE_FORCE, ARCHIVE_AS_AT, "outcome_recorded", half, group, 99_830, 118_202);
        published.snapshot(ARCHIVE_FORCE, ARCHIVE_AS_AT, "reconstructed", "all", "{\"source\": \"ARCHIVE\"}");
    }

    @AfterAll
    static void close() throws IOException, SQLException {
        published.close();
    }

    @BeforeEach
    void begin() throws SQLException {
        published.run("SET ROLE vaiwg_conduct");
    }

    @AfterEach
    void rollBack() throws SQLException {
        published.connection().rollback();
    }

    @Test
    void the_seven_priority_areas_stand_in_the_order_of_the_strategy() throws Exception {
        String page = page(Tier.BOARD);
        List<String> headings = Arrays.stream(Priority.values())
                .map(priority -> "<h2>" + priority.title() + "</h2>")
                .toList();
        assertThat(page).containsSubsequence(headings);
        assertThat(page).containsOnlyOnce("<h1>").contains("<html lang=\"en-GB\">");
    }

    @Test
    void of_a_stock_its_change_stands_beside_its_limits() throws Exception {
        String blocks = between(page(Tier.BOARD), "The change in the newest block of 28 days", "</table>");
        assertThat(blocks)
                .containsSubsequence("+3.5 points", "+0.1 points", "-2.1 points to +2.3 points")
                .contains(
                        "Worse than by ordinary variation: a point outside the limits, grown by more, or shrunk by less");
    }

    @Test
    void the_page_says_what_it_is_and_that_the_data_are_invented() throws Exception {
        assertThat(page(Tier.BOARD))
                .contains("Management information, provisional, as at 24 November 2026, not official statistics.")
                .contains("SYNTHETIC DATA");
        assertThat(archivePage()).doesNotContain("SYNTHETIC").contains("reconstructed from history");
    }

    @Test
    void the_headline_has_value_interval_numbers_cohort_and_the_substitution_panel() throws Exception {
        String page = page(Tier.BOARD);
        String section = between(page, "victim does not support action (outcome 16)", "</section>");
        assertThat(section)
                .contains("54.4%", "51.7% to 57.1%", "694 of 1,275")
                .contains("Recorded 26 August 2025 to 25 August 2026, within 90 days of recording", "basis-settled")
                .contains("Lower is better, only beside the substitution panel.", "Substitution panel")
                .contains("Outcome 14:", "Outcome 15:", "Outcome 18:", "Outcome 20:", "Outcome 21:", "Outcome 22:")
                .contains("Attrition measures the service, never the victim.");
    }

    @Test
    void the_newest_block_stands_beside_its_limits_with_what_it_says() throws Exception {
        String section = between(page(Tier.BOARD), "victim does not support action (outcome 16)", "</section>");
        String blocks = between(section, "The newest block of 28 days", "</table>");
        assertThat(blocks)
                .contains("basis matured_28d, frozen when it ended", "9 September 2026")
                .containsSubsequence("Rape", "55.0%", "40.0%", "30.1% to 49.9%")
                .contains("Worse than by ordinary variation: a point outside the limits, above. Act: it is confirmed.")
                .containsSubsequence("Other sexual", "3, 71 days between", "9.5 days", "0.1 days to 60.5 days")
                .contains("Better than by ordinary variation: a point outside the limits, longer, so fewer.")
                .containsSubsequence("Total", "41.0%", "Ordinary variation.")
                .doesNotContain("54.0%", "90.0%");
        assertThat(section)
                .contains("In the substitution panel, beyond ordinary variation in the newest block:")
                .contains(
                        "Outcome 14: no suspect named, victim does not support action, Total: seven points in a row on one side, above.");
        assertThat(archivePage()).doesNotContain("The newest block");
    }

    @Test
    void a_substitution_on_another_basis_says_so() throws Exception {
        assertThat(page(Tier.BOARD))
                .contains("Cancelled after recording")
                .contains("as known 90 days after recording", "id=\"basis-matured\"");
    }

    @Test
    void the_headline_is_withheld_when_part_of_the_panel_is_missing() throws Exception {
        published.run("RESET ROLE");
        published.rewrite("DELETE FROM vaiwg.kpi_dictionary WHERE kpi = 'substitution_21'");
        assertThat(page(Tier.BOARD))
                .contains("the snapshot lacks substitution_21")
                .doesNotContain("694 of 1,275");
    }

    @Test
    void a_share_of_few_cases_is_not_shown() throws Exception {
        String section = between(page(Tier.BOARD), "EASI programme completed", "</section>");
        assertThat(section).contains("fewer than 30").doesNotContain("17", "60.7");
    }

    @Test
    void a_rate_is_given_for_a_hundred() throws Exception {
        assertThat(page(Tier.BOARD)).contains("3.3 per 100", "51 for 1,562");
    }

    @Test
    void the_nine_characteristics_come_with_rape_first() throws Exception {
        String section = between(page(Tier.BOARD), "The nine protected characteristics", "</section>");
        assertThat(section)
                .containsSubsequence("<caption>Rape</caption>", "Age", "Sexual orientation", "<caption>Total");
        assertThat(between(section, "Pregnancy or maternity", "</tr>")).contains("fewer than 30");
    }

    @Test
    void conduct_figures_are_in_the_internal_tier_only() throws Exception {
        assertThat(page(Tier.BOARD))
                .doesNotContain("Outcome 16 where a suspect works for the police")
                .contains("Conduct figures are restricted");
        assertThat(page(Tier.INTERNAL)).contains("21 of 44");
        assertThat(csv(Tier.BOARD)).doesNotContain("police_suspect_attrition");
    }

    @Test
    void a_conduct_figure_under_five_leaves_no_number_anywhere() throws Exception {
        assertThat(csv(Tier.INTERNAL))
                .contains(
                        "police_suspect_attrition,our_behaviour,settled_180d,90d,,2026-11-24,,,,false,true,false,h1\r\n")
                .contains("police_suspect_attrition,our_behaviour,settled_180d,365d,,2026-11-24,21,44,0.477273,");
    }

    @Test
    void the_internal_tier_needs_the_conduct_role() throws Exception {
        published.run("SET ROLE vaiwg_reader");
        assertThat(page(Tier.BOARD)).contains("<h1>");
        assertThatThrownBy(() -> page(Tier.INTERNAL))
                .isInstanceOf(PackException.class)
                .hasMessageContaining("vaiwg_conduct");
    }

    @Test
    void the_public_tier_is_refused() {
        assertThatThrownBy(() -> page(Tier.PUBLIC))
                .isInstanceOf(PackException.class)
                .hasMessage("The public tier is not offered yet: ask for the board tier.");
    }

    @Test
    void an_archive_of_months_shows_what_it_can_and_says_why_the_rest_is_absent() throws Exception {
        String page = archivePage();
        assertThat(page)
                .contains("121,040", "Violence and sexual offences")
                .contains("Recorded April 2025 to March 2026, within 6 months of recording")
                .contains("59.5%")
                .contains(
                        "Charged or summonsed: not published, because it needs dates to the day, which this source does not give.")
                .doesNotContain("Rape</th>");
    }

    @Test
    void the_values_are_sorted_with_exact_decimals_and_a_line_end_of_rfc_4180() throws Exception {
        List<String> lines = List.of(csv(Tier.BOARD).split("\r\n"));
        assertThat(lines.get(0))
                .isEqualTo("generation,force,kpi,priority,basis,window,slice,as_at,numerator,denominator,value,small,"
                        + "suppressed,partial,definition_hash");
        assertThat(lines)
                .contains("1,west-midlands,victim_attrition,criminal_justice,settled_90d,365d,theme=rape,2026-11-24,"
                        + "694,1275,0.544314,false,false,true,h1")
                .contains("1,west-midlands,recorded_offences,intelligence,recorded,28d,theme=rape,2026-11-24,154,,154,"
                        + "false,false,false,h1");
        assertThat(lines.subList(1, lines.size()).stream().map(BoardPackTest::sortKey))
                .isSorted();
    }

    @Test
    void a_window_that_begins_before_the_history_says_so() throws Exception {
        String inside =
                "The history begins on 1 December 2025, inside this window: the figure holds less than the window says.";
        assertThat(page(Tier.BOARD)).contains(inside);
        assertThat(archivePage()).doesNotContain("The history begins on");
    }

    @Test
    void the_same_snapshot_gives_the_same_bytes() throws Exception {
        for (Tier tier : List.of(Tier.BOARD, Tier.INTERNAL)) {
            Path first = write(Publication.FORCE, Publication.AS_AT, Optional.empty(), tier, "first");
            Path second = write(Publication.FORCE, Publication.AS_AT, Optional.of(1), tier, "second");
            for (String file : List.of(BoardPack.PAGE, BoardPack.VALUES)) {
                assertThat(second.resolve(file)).hasSameBinaryContentAs(first.resolve(file));
            }
        }
    }

    @Test
    void a_day_without_a_snapshot_is_answered_with_the_nearest_ones() {
        assertThatThrownBy(() ->
                        write(Publication.FORCE, LocalDate.of(2026, 11, 3), Optional.empty(), Tier.BOARD, "absent"))
                .isInstanceOf(PackException.class)
                .hasMessage("No snapshot of west-midlands was published as at 2026-11-03: ask for 2026-10-31 or"
                        + " 2026-11-24.");
        assertThatThrownBy(() -> write("elsewhere", Publication.AS_AT, Optional.empty(), Tier.BOARD, "absent"))
                .isInstanceOf(PackException.class)
                .hasMessage("No snapshot of elsewhere has been published: check the name of the force.");
        assertThatThrownBy(() -> write(Publication.FORCE, Publication.AS_AT, Optional.of(7), Tier.BOARD, "absent"))
                .isInstanceOf(PackException.class)
                .hasMessage("The snapshot of west-midlands as at 2026-11-24 has no generation 7: ask for one of [1].");
    }

    @Test
    void a_snapshot_of_totals_says_that_it_holds_no_characteristics() throws Exception {
        published.run("RESET ROLE");
        LocalDate day = LocalDate.of(2026, 11, 23);
        published.value(Publication.FORCE, day, "characteristic_known", new View("settled_7d", "90d"), "", 5, 50);
        published.snapshot(Publication.FORCE, day, "published", "total_and_theme", "{}");
        Path pack = write(Publication.FORCE, day, Optional.empty(), Tier.BOARD, "totals");
        assertThat(pack.resolve(BoardPack.PAGE))
                .content()
                .contains("Not in this snapshot, which was kept with totals and themes only");
    }

    @Test
    void a_title_from_the_database_is_escaped() throws Exception {
        published.run("RESET ROLE");
        published.rewrite("UPDATE vaiwg.kpi_dictionary SET title = 'a < b & \"c\"' WHERE kpi = 'charge_rate'");
        assertThat(page(Tier.BOARD)).contains("<h3>a &lt; b &amp; &quot;c&quot;</h3>");
    }

    @Test
    void another_file_in_the_way_is_replaced_only_where_that_is_asked_for() throws Exception {
        SnapshotRequest request =
                new SnapshotRequest(Publication.FORCE, Publication.AS_AT, Optional.empty(), Tier.BOARD);
        Path folder = PACKS.resolve("in-the-way");
        BoardPack.write(published.connection(), request, folder, false);
        // The same bytes are in nobody's way.
        BoardPack.write(published.connection(), request, folder, false);
        String table = Files.readString(folder.resolve(BoardPack.VALUES));
        Files.writeString(folder.resolve(BoardPack.PAGE), "mine");
        Files.delete(folder.resolve(BoardPack.VALUES));
        assertThatThrownBy(() -> BoardPack.write(published.connection(), request, folder, false))
                .isInstanceOf(PackException.class)
                .hasMessage(folder.resolve(BoardPack.PAGE)
                        + " is there already, and is another: choose another folder, or say --replace.");
        assertThat(folder.resolve(BoardPack.PAGE)).hasContent("mine");
        assertThat(folder.resolve(BoardPack.VALUES))
                .as("nothing of the pack is left there")
                .doesNotExist();
        BoardPack.write(published.connection(), request, folder, true);
        assertThat(Files.readString(folder.resolve(BoardPack.PAGE))).startsWith("<!DOCTYPE html>");
        assertThat(folder.resolve(BoardPack.VALUES)).hasContent(table);
    }

    private static String page(Tier tier) throws IOException, SQLException {
        return Files.readString(write(Publication.FORCE, Publication.AS_AT, Optional.empty(), tier, "day")
                .resolve(BoardPack.PAGE));
    }

    private static String csv(Tier tier) throws IOException, SQLException {
        return Files.readString(write(Publication.FORCE, Publication.AS_AT, Optional.empty(), tier, "day")
                .resolve(BoardPack.VALUES));
    }

    private static String archivePage() throws IOException, SQLException {
        return Files.readString(write(ARCHIVE_FORCE, ARCHIVE_AS_AT, Optional.empty(), Tier.BOARD, "archive")
                .resolve(BoardPack.PAGE));
    }

    private static Path write(String force, LocalDate asAt, Optional<Integer> generation, Tier tier, String name)
            throws IOException, SQLException {
        Path directory = PACKS.resolve(name + "-" + tier);
        BoardPack.write(published.connection(), new SnapshotRequest(force, asAt, generation, tier), directory, true);
        return directory;
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start);
        assertThat(from).as("'%s' is on the page", start).isNotNegative();
        return text.substring(from, text.indexOf(end, from));
    }

    private static String sortKey(String line) {
        String[] fields = line.split(",");
        return String.join("\0", fields[2], fields[4], fields[5], fields[6]);
    }
}
