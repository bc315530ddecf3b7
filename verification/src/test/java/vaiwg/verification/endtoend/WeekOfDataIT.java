package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Progress;
import vaiwg.verification.Today;
import vaiwg.verification.monitoring.Identifiers;

/**
 * A force in its first week, which sends no records of stalking: its reports and dashboards are whole, say so, and have nothing in them that is
 * made of no number.
 */
@Timeout(900)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(InstallationExtension.class)
class WeekOfDataIT {
    private static final LocalDate END = Today.FIXED;
    private static final Path BOARDS = Path.of("..", "grafana", "dashboards");
    private static final int MOST_SHEETS = 10;
    /** What a number, an option or a share of nobody looks like where nobody thought of it. */
    private static final Pattern SILLY =
            Pattern.compile("\\bNaN\\b|\\bInfinity\\b|\u221e|\\bnull\\b|\\b0 of 0\\b|Optional\\.empty");

    /** The data of a small line, in which a day without a figure is no point. */
    private static final String LINE = ", Two years: [";

    private JobRun run;

    @BeforeAll
    void play(Installation installation) throws Exception {
        SyntheticForce week = SyntheticForce.westMidlands(7, END.minusWeeks(1), END);
        EventLog log = installation.newLog();
        log.send(new PartOf(week, 1)
                .records().stream().flatMap(WeekOfDataIT::withoutStalking).toList());
        run = installation.start(log, RunSettings.of(week.end(), 2));
        run.awaitSnapshot(week.end());
        run.stop();
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
        WrittenReport report = WrittenReport.of(run.database(), END, tier, folder);
        assertThat(report.sheets()).isBetween(1, MOST_SHEETS);
        String printed = report.printed().replaceAll("\\s+", " ");
        assertThat(printed)
                .containsPattern("Never received: records of [^.]*stalking")
                .doesNotContain("All sources came as usual")
                .doesNotContainPattern(SILLY);
        assertThat(Identifiers.in(printed)).isEmpty();
        assertThat(report.tables())
                .isNotEmpty()
                .allSatisfy(table -> assertThat(table).isNotBlank().doesNotContainPattern(SILLY));
    }

    @ParameterizedTest
    @CsvSource({"all, all", "vaiwg_female, all", "stalking_harassment, all", "rape, birmingham"})
    void every_question_of_every_board_is_answered_without_a_number_that_is_none(String theme, String area)
            throws Exception {
        try (Connection reader = reader()) {
            DashboardQuestions questions = questions(reader, theme, area);
            List<String> cells = new ArrayList<>();
            for (JsonNode dashboard : DashboardQuestions.dashboards(BOARDS)) {
                cells.addAll(questions.cells(dashboard));
            }
            assertThat(cells).hasSizeGreaterThan(100);
            assertThat(cells)
                    .filteredOn(cell -> !cell.contains(LINE))
                    .filteredOn(cell -> SILLY.matcher(cell).find())
                    .isEmpty();
        }
    }

    @Test
    void the_pipelines_board_says_what_is_not_received() throws Exception {
        assertThat(run.query("SELECT state FROM kpi_feed WHERE force = 'all' AND stream = 'stalking'"))
                .containsExactly("never received");
        try (Connection reader = reader()) {
            JsonNode pipeline = DashboardQuestions.dashboards(BOARDS).stream()
                    .filter(dashboard -> dashboard.get("uid").asText().equals("vaiwg-pipeline"))
                    .findFirst()
                    .orElseThrow();
            assertThat(questions(reader, "all", "all").cells(pipeline))
                    .anyMatch(cell -> cell.endsWith("How it comes: never received"));
        }
    }

    private static DashboardQuestions questions(Connection reader, String theme, String area) {
        return new DashboardQuestions(
                LondonDays.startOf(END).plus(Duration.ofHours(1)),
                "",
                reader,
                Map.of(
                        "force",
                        SyntheticForce.FORCE,
                        "theme",
                        theme,
                        "charted",
                        theme.equals("vaiwg_female") ? "all" : theme,
                        "lpa",
                        area,
                        "cut",
                        "ethnicity",
                        "area",
                        "criminal_justice",
                        "figure",
                        "victim_attrition"));
    }

    private Connection reader() throws Exception {
        Connection connection = run.database().connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE vaiwg_dashboard");
        }
        return connection;
    }
}
