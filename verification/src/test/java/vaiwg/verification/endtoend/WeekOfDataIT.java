package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Progress;
import vaiwg.verification.Today;

/**
 * A force in its first week, which sends no records of stalking: its reports and dashboards are whole, say so, and have nothing in them that is
 * made of no number.
 */
@Timeout(900)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(InstallationExtension.class)
class WeekOfDataIT {
    private static final LocalDate END = Today.FIXED;

    private JobRun run;
    private WholePages pages;

    @BeforeAll
    void play(Installation installation) throws Exception {
        SyntheticForce week = SyntheticForce.westMidlands(7, END.minusWeeks(1), END);
        EventLog log = installation.newLog();
        log.send(new PartOf(week, 1)
                .records().stream().flatMap(WeekOfDataIT::withoutStalking).toList());
        run = installation.start(log, RunSettings.of(week.end(), 2));
        run.awaitSnapshot(week.end());
        run.stop();
        pages = new WholePages(run.database(), week.force(), END);
    }

    /** Of a stream that a force does not send there are progress records alone, and no source says that it has any of it. */
    private static Stream<FeedRecord> withoutStalking(FeedRecord next) {
        if (next.stream() != EventStream.STALKING) {
            return Stream.of(next);
        }
        if (next.value() instanceof Progress progress) {
            Progress complete =
                    Progress.newBuilder(progress).setTotals(List.of()).build();
            return Stream.of(new FeedRecord(next.stream(), next.key(), next.timestamp(), complete));
        }
        return Stream.empty();
    }

    @AfterAll
    void close() throws Exception {
        run.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"internal", "board", "public"})
    void a_report_has_no_more_than_ten_sheets_and_says_what_is_not_received(String tier, @TempDir Path folder)
            throws Exception {
        assertThat(pages.printed(tier, folder))
                .containsPattern("Never received: records of [^.]*stalking")
                .doesNotContain("All sources came as usual");
    }

    @ParameterizedTest
    @CsvSource({"all, all", "vaiwg_female, all", "stalking_harassment, all", "rape, birmingham"})
    void every_question_of_every_board_is_answered_without_a_number_that_is_none(String theme, String lpa)
            throws Exception {
        assertThat(cells(theme, lpa)).isNotEmpty();
    }

    @Test
    void the_pipelines_board_says_what_is_not_received() throws Exception {
        assertThat(run.query("SELECT state FROM kpi_feed WHERE force = 'all' AND stream = 'stalking'"))
                .containsExactly("never received");
        assertThat(cells("all", "all"))
                .anyMatch(cell -> cell.startsWith("vaiwg-pipeline, ") && cell.endsWith("How it comes: never received"));
    }

    private List<String> cells(String theme, String lpa) throws Exception {
        return pages.cells(theme, lpa, "criminal_justice", "victim_attrition");
    }
}
