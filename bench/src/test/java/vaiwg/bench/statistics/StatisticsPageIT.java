package vaiwg.bench.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.reference.ReferenceFile;
import vaiwg.statistics.signals.alarm.Thresholds;

/** The page is of the alarms as they are: a part of it is measured again. */
class StatisticsPageIT {
    private static final Path PAGE = Path.of("..", "docs", "statistics.md");

    @Test
    void the_page_is_of_the_alarms_as_they_are() throws IOException {
        assertThat(Files.readString(PAGE))
                .as("measure it again with: bench/run statistics > docs/statistics.md")
                .contains(StatisticsPage.smallPart());
    }

    @Test
    void every_claim_says_whether_it_is_met() throws IOException {
        assertThat(Files.readString(PAGE)
                        .lines()
                        .filter(line -> line.endsWith("| yes |") || line.endsWith("| **no** |")))
                .hasSize(8);
    }

    @Test
    void the_thresholds_are_those_of_the_bootstrap() {
        assertThat(ReferenceFile.read(Thresholds.FILE).text())
                .as("write them again with: bench/run statistics --thresholds")
                .contains(ThresholdTable.row(4));
    }
}
