package vaiwg.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.bench.measure.Measurement;
import vaiwg.bench.page.RaceTable;
import vaiwg.bench.results.ResultsFile;

class RaceResultsTest {
    @TempDir
    private Path folder;

    @Test
    void who_runs_again_takes_the_place_of_his_former_runs_and_others_stay() throws Exception {
        RaceResults results = new RaceResults(folder.resolve("race.csv"));
        assertThat(results.times().left(List.of("loop"))).isEqualTo("time left not yet known");
        results.merge(measured(4, "loop 60", row("loop", 1_000), row("duckdb-load", 2_000)));
        results.merge(measured(4, "loop 90, least-job 30", row("loop", 3_000)));
        assertThat(ResultsFile.read(folder.resolve("race.csv")).rows())
                .containsExactlyInAnyOrder(row("duckdb-load", 2_000), row("loop", 3_000));
        assertThat(results.times().left(List.of("loop", "loop", "least-job"))).isEqualTo("about 4 min left");
        assertThat(results.times().left(List.of("never-seen"))).as("the mean").isEqualTo("about 1 min left");
    }

    @Test
    void runs_that_were_warmed_up_otherwise_do_not_stand_in_one_table() throws Exception {
        RaceResults results = new RaceResults(folder.resolve("race.csv"));
        results.merge(measured(4, "", row("loop", 1_000)));
        assertThatThrownBy(() -> results.merge(measured(0, "", row("loop", 2_000))))
                .hasMessageContaining("'runs to warm up' 4 and these 0");
        assertThat(ResultsFile.read(folder.resolve("race.csv")).rows()).containsExactly(row("loop", 1_000));
    }

    private static ResultsFile measured(int warmUp, String turns, String... rows) {
        Map<String, String> facts = new LinkedHashMap<>();
        List.of("days", "seed", "records", "answer", "machine", "java").forEach(name -> facts.put(name, "the same"));
        facts.put(RaceTable.WARM_UP, Integer.toString(warmUp));
        facts.put(RaceTable.WARM, "1");
        facts.put(RaceResults.TURNS, turns);
        return new ResultsFile(facts, Measurement.HEADER, List.of(rows));
    }

    private static String row(String entry, int millis) {
        return "1," + entry + ",true," + millis + ",1,0,0,,";
    }
}
