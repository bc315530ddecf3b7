package vaiwg.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.bench.measure.Answer;
import vaiwg.bench.measure.EventLog;
import vaiwg.bench.measure.Laps;
import vaiwg.bench.measure.LogServer;
import vaiwg.bench.measure.Measurement;
import vaiwg.bench.measure.RightAnswer;

/** All contestants run on a short log in this JVM, and answer alike. */
class SmokeIT {
    private static final int DAYS = 20;
    private static final long SEED = 7;

    @TempDir
    private Path folder;

    @Test
    void all_that_answer_the_question_answer_alike_and_a_wrong_answer_is_no_measurement() throws Exception {
        try (LogServer server = LogServer.start(folder.resolve("kafka"), EventLog.FIRST_DAY, DAYS, SEED)) {
            Answer right = RightAnswer.of(server.log());
            assertThat(right.ended()).isPositive().isLessThan(right.crimes());
            Map<Entry, List<Measurement>> measured = new EnumMap<>(Entry.class);
            for (Entry entry : Entry.values()) {
                measured.put(entry, new ArrayList<>());
                for (boolean warm : new boolean[] {false, true}) {
                    Path own = Files.createTempDirectory(folder, "turn");
                    entry.contestant().run(server.log(), own, new Laps(warm, measured.get(entry)::add));
                }
                measured.get(entry).forEach(one -> Race.requireRight(entry, one, right.hash()));
            }
            assertThat(new RaceTable(server.log(), measured).rows())
                    .hasSize(Entry.values().length)
                    .allMatch(row -> row.size() == RaceTable.COLUMNS.split(" ").length);
            Measurement job = measured.get(Entry.JOB_ONE).get(0);
            right.add((int) server.log().firstDay().toEpochDay(), 1, 0, 1, 0);
            assertThatThrownBy(() -> Race.requireRight(Entry.JOB_ONE, job, right.hash()))
                    .hasMessageContaining("job-one counts wrongly");
        }
    }

    @Test
    void a_replay_reads_the_whole_log_and_gives_the_same_each_time() throws Exception {
        try (LogServer server = LogServer.start(folder.resolve("replayed"), EventLog.FIRST_DAY, DAYS, SEED)) {
            Replay replay = new Replay(server.log(), step -> {});
            Replay.Played played = replay.play(() -> {});
            assertThat(played.records()).isEqualTo(server.log().records(EventLog.ALL));
            assertThat(played.snapshots()).isBetween(DAYS - 2, DAYS + 1);
            assertThat(played.values()).isPositive();
            assertThat(replay.play(() -> {})).isEqualTo(played);
        }
    }
}
