package vaiwg.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.bench.contestants.PlainLoop;
import vaiwg.bench.measure.Answer;
import vaiwg.bench.measure.Contestant;
import vaiwg.bench.measure.Entry;
import vaiwg.bench.measure.EventLog;
import vaiwg.bench.measure.Expected;
import vaiwg.bench.measure.Laps;
import vaiwg.bench.measure.LogServer;
import vaiwg.bench.measure.Measurement;
import vaiwg.bench.page.RaceTable;
import vaiwg.bench.results.ResultsFile;

/** All contestants run on a short log in this JVM, and answer alike. */
class SmokeIT {
    private static final int DAYS = 20;
    private static final long SEED = 7;

    @TempDir
    private static Path folder;

    private static LogServer server;
    private static Expected expected;

    @BeforeAll
    static void start() {
        server = LogServer.start(folder.resolve("kafka"), EventLog.FIRST_DAY, DAYS, SEED);
        expected = Race.expected(server.log());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void all_that_answer_the_question_answer_alike() throws Exception {
        Answer answer = PlainLoop.answer(server.log(), Integer.MAX_VALUE);
        assertThat(answer.ended()).isPositive().isLessThan(answer.crimes());
        assertThat(expected.atTheEnd()).isNotEqualTo(expected.inTheMiddle());
        List<Measurement> measurements = new ArrayList<>();
        for (String name : Contestants.names()) {
            measurements.addAll(run(Contestants.named(name)));
        }
        assertThat(measurements).extracting(Measurement::entry).containsExactlyInAnyOrder(Entry.values());
        assertThat(expected.disqualified(measurements)).isEmpty();
        assertThat(measurements)
                .allMatch(measured ->
                        measured.answer().isEmpty() == (measured.entry().checked() == Entry.Checked.NOTHING));
    }

    @Test
    void a_wrong_answer_disqualifies() throws Exception {
        List<Measurement> measurements = new ArrayList<>(run(new PlainLoop()));
        measurements.addAll(run((log, own, laps) -> laps.time(Entry.FLINK_SQL, () -> {
            Answer wrong = PlainLoop.answer(log, Integer.MAX_VALUE);
            wrong.add((int) log.firstDay().toEpochDay(), 1, 0, 1, 0);
            return Optional.of(wrong);
        })));
        measurements.addAll(run((log, own, laps) ->
                laps.time(Entry.DUCKDB_EVERY, () -> Optional.of(PlainLoop.answer(log, Integer.MAX_VALUE)))));
        assertThat(expected.disqualified(measurements))
                .as("one that counts a crime too many, and one that knows only the end")
                .containsExactlyInAnyOrder(Entry.FLINK_SQL, Entry.DUCKDB_EVERY);
        assertThat(table(measurements))
                .filteredOn(line -> line.contains("disqualified"))
                .hasSize(2);
    }

    private static List<Measurement> run(Contestant contestant) throws Exception {
        List<Measurement> measurements = new ArrayList<>();
        Path own = Files.createTempDirectory(folder, "turn");
        contestant.run(server.log(), own, new Laps(server.log(), 1, false, measurements::add));
        return measurements;
    }

    /** As the page would have it, each run taken for a warm one too. */
    private static List<String> table(List<Measurement> cold) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("records", "1000");
        facts.put("records on two topics", "800");
        facts.put("answer", expected.atTheEnd());
        facts.put("answer in the middle", expected.inTheMiddle());
        List<String> rows = new ArrayList<>();
        for (Measurement measured : cold) {
            rows.add(measured.toLine());
            rows.add(measured.toLine().replace(",false,", ",true,"));
        }
        return new RaceTable(new ResultsFile(facts, Measurement.HEADER, rows)).lines();
    }
}
