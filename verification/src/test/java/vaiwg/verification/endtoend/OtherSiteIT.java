package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.jobs.SiteFiles;
import vaiwg.kpis.reference.SiteFile;
import vaiwg.kpis.reference.Sites;
import vaiwg.verification.Today;

/** The first weeks of a force of another folder: its reports and dashboards are whole, of its own areas, and name nothing of West Midlands. */
@Timeout(900)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(InstallationExtension.class)
class OtherSiteIT {
    private static final LocalDate END = Today.FIXED;
    private static final int WEEKS = 5;
    private static final Sites SITE = SiteFiles.read(List.of(Path.of("..", "sites", "example")));

    private JobRun run;
    private WholePages pages;

    @BeforeAll
    void play(Installation installation) throws Exception {
        SyntheticForce force = SyntheticForce.of(SITE, 7, END.minusWeeks(WEEKS), END);
        run = installation.start(installation.logOf(force), RunSettings.of(force.end(), 2), SiteFiles.catalogue(SITE));
        run.awaitSnapshot(force.end());
        run.stop();
        pages = new WholePages(run.database(), force.force(), END);
    }

    @AfterAll
    void close() throws Exception {
        run.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"internal", "board", "public"})
    void a_report_has_the_forces_own_areas_and_nothing_of_west_midlands(String tier, @TempDir Path folder)
            throws Exception {
        String printed = pages.printed(tier, folder);
        assertThat(printed).containsPattern("\\bNorth\\b").containsPattern("\\bSouth\\b");
        assertThat(ofWestMidlands()).hasSizeGreaterThan(30).noneMatch(printed.toLowerCase(Locale.ROOT)::contains);
    }

    @ParameterizedTest
    @CsvSource({
        "all, all, criminal_justice, victim_attrition",
        "vaiwg_female, all, partnership, reported_by_partners",
        "rape, north, criminal_justice, charge_rate"
    })
    void every_question_of_every_board_is_answered_and_the_overview_is_not_empty(
            String theme, String lpa, String area, String figure) throws Exception {
        List<String> cells = pages.cells(theme, lpa, area, figure);
        assertThat(List.of("As at, freshness, source", "Open matters of all areas", "Main figures and shortfalls"))
                .allSatisfy(panel -> assertThat(cells)
                        .anyMatch(cell -> cell.startsWith("vaiwg-strategy-overview, panel '" + panel)));
        String shown = String.join("\n", cells).toLowerCase(Locale.ROOT);
        assertThat(ofWestMidlands()).noneMatch(shown::contains);
    }

    /** The names of that force, of its areas and of what it promised, in small letters. */
    private static List<String> ofWestMidlands() {
        Stream<String> areas =
                Sites.shipped().file(SiteFile.AREAS).rows().stream().map(row -> row.get("lpa"));
        Stream<String> promises = Stream.of(SiteFile.RECOMMENDATIONS, SiteFile.DELIVERY_PLAN, SiteFile.UPLIFT_POSTS)
                .flatMap(file -> Sites.shipped().file(file).rows().stream())
                .map(row -> row.get("text"));
        return Stream.of(Stream.of("West Midlands", "west-midlands"), areas, promises)
                .flatMap(names -> names)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
