package vaiwg.cli.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.catalogue.Catalogue;

class PerformancePageTest {
    private static final Path PAGE = Path.of("..", "docs", "performance.md");
    private static final int DAYS = 10;
    /** The state of a case is bounded, whatever the machine. */
    private static final double MOST_BYTES = 260;

    @Test
    void the_page_has_a_row_for_each_stage_like_the_one_in_the_documents() throws IOException {
        List<String> rows = rows(new PerformancePage(DAYS, 1, 7, step -> {}).text());
        assertThat(rows).hasSize(Stage.values().length);
        assertThat(rows(Files.readString(PAGE)))
                .as("measure it anew with: ./vaiwg performance > docs/performance.md")
                .isEqualTo(rows);
    }

    @Test
    void a_stage_does_the_work_that_it_names_and_all_before_it() {
        CaseLog log = CaseLog.of(7, DAYS);
        CoreRun decoded = run(log, Stage.DECODE);
        assertThat(decoded.cases()).isZero();
        CoreRun posted = run(log, Stage.POSTINGS);
        assertThat(posted.cases()).isBetween(1, (int) log.events());
        assertThat(posted.posted()).isPositive();
        assertThat(posted.rows()).isZero();
        CoreRun whole = run(log, Stage.ROWS);
        assertThat(whole.cases()).isEqualTo(posted.cases());
        assertThat(whole.posted()).as("with what people and places add").isGreaterThan(posted.posted());
        assertThat(whole.rows()).isPositive();
        assertThat(whole.bytesPerCase()).isBetween(1.0, MOST_BYTES);
    }

    private static CoreRun run(CaseLog log, Stage stage) {
        CoreRun run = new CoreRun(Catalogue.shipped(), stage);
        run.play(log);
        return run;
    }

    private static List<String> rows(String page) {
        return page.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| |"))
                .map(line -> line.substring(2, line.indexOf(" | ")))
                .toList();
    }
}
