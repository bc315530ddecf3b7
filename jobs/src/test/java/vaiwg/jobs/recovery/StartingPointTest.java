package vaiwg.jobs.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.jobs.options.StateBackend;
import vaiwg.jobs.recovery.Checkpoints.Checkpoint;

class StartingPointTest {
    private static final Instant FIRST_START = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant SECOND_START = FIRST_START.plusSeconds(3_600);
    private static final Instant THIRD_START = SECOND_START.plusSeconds(3_600);
    private static final CheckpointOwner OURS =
            new CheckpointOwner("vaiwg.outcome=a", "2026-03-01 08:00:05+00", StateBackend.HEAP, "");
    private static final CheckpointOwner OTHER_TOPICS =
            new CheckpointOwner("vaiwg.outcome=b", OURS.tables(), OURS.backend(), "");
    private static final CheckpointOwner OTHER_TABLES =
            new CheckpointOwner(OURS.log(), "2026-03-02 08:00:05+00", OURS.backend(), "");

    @TempDir
    private Path folder;

    @Test
    void a_first_start_begins_at_the_beginning_and_asks_no_server() throws IOException {
        StartingPoint start = StartingPoint.find(folder, FIRST_START, () -> {
            throw new AssertionError("there is nothing that could belong to anybody");
        });
        assertThat(start.checkpoint()).isEmpty();
        assertThat(start.obstacle()).isEmpty();
    }

    @Test
    void a_later_start_goes_on_from_the_newest_complete_checkpoint() throws IOException {
        started(FIRST_START, OURS);
        checkpoint("job/chk-1", FIRST_START.plusSeconds(30));
        checkpoint("job/chk-2", FIRST_START.plusSeconds(60));
        Files.createDirectories(folder.resolve("job/chk-3"));

        assertThat(location(SECOND_START, OURS)).endsWith("/job/chk-2");
        started(SECOND_START, OURS);
        assertThat(location(THIRD_START, OURS))
                .as("killed before its first checkpoint it goes on from the same one again")
                .endsWith("/job/chk-2");
    }

    @Test
    void checkpoints_of_other_topics_or_tables_or_of_nobody_are_of_no_use() throws IOException {
        checkpoint("job/chk-1", FIRST_START.plusSeconds(30));
        assertThat(find(SECOND_START, OURS).obstacle()).contains("it is not known what the checkpoints belong to");
        started(FIRST_START, OURS);
        assertThat(find(SECOND_START, OTHER_TOPICS).obstacle()).contains("the checkpoints belong to other topics");
        assertThat(find(SECOND_START, OTHER_TABLES).obstacle()).contains("the checkpoints belong to another database");
        assertThat(find(SECOND_START, new CheckpointOwner(OURS.log(), OURS.tables(), StateBackend.ROCKSDB, ""))
                        .obstacle())
                .contains("the checkpoints were written by the state backend heap");
        assertThat(find(SECOND_START, new CheckpointOwner(OURS.log(), OURS.tables(), OURS.backend(), "a1"))
                        .obstacle())
                .contains("the checkpoints were written with another file of deprivation");
        assertThat(find(SECOND_START, OTHER_TOPICS).checkpoint()).isEmpty();
    }

    @Test
    void a_start_on_other_topics_that_was_killed_before_its_first_checkpoint_does_not_take_up_those_of_before()
            throws IOException {
        started(FIRST_START, OURS);
        checkpoint("job/chk-1", FIRST_START.plusSeconds(30));
        started(SECOND_START, OTHER_TOPICS);

        assertThat(find(THIRD_START, OTHER_TOPICS).checkpoint()).isEmpty();
        assertThat(find(THIRD_START, OTHER_TOPICS).obstacle())
                .contains("no checkpoint was completed since the last beginning");
        checkpoint("other/chk-1", SECOND_START.plusSeconds(30));
        assertThat(location(THIRD_START, OTHER_TOPICS)).endsWith("/other/chk-1");
    }

    @Test
    void after_a_start_from_the_beginning_older_checkpoints_are_of_no_use() throws IOException {
        started(FIRST_START, OURS);
        checkpoint("job/chk-1", FIRST_START.plusSeconds(30));
        StartingPoint.chosen(folder, SECOND_START).note(OURS);

        assertThat(find(THIRD_START, OURS).checkpoint()).isEmpty();
    }

    @Test
    void checkpoints_of_a_build_that_keeps_its_state_otherwise_are_of_no_use() throws IOException {
        started(FIRST_START, OURS);
        checkpoint("job/chk-1", FIRST_START.plusSeconds(30));
        Path notes = folder.resolve("belongs-to.properties");
        Files.writeString(notes, Files.readString(notes).replaceAll("formats=.*", "formats=case-0"));

        StartingPoint start = find(SECOND_START, OURS);

        assertThat(start.checkpoint()).isEmpty();
        assertThat(start.obstacle()).hasValue("the checkpoints were written by a build that keeps its state otherwise");
    }

    private void started(Instant at, CheckpointOwner owner) throws IOException {
        find(at, owner).note(owner);
    }

    private StartingPoint find(Instant at, CheckpointOwner owner) throws IOException {
        return StartingPoint.find(folder, at, () -> owner);
    }

    private String location(Instant at, CheckpointOwner owner) throws IOException {
        return find(at, owner).checkpoint().map(Checkpoint::location).orElseThrow();
    }

    private void checkpoint(String name, Instant completed) throws IOException {
        Path metadata = Files.createDirectories(folder.resolve(name)).resolve("_metadata");
        Files.setLastModifiedTime(Files.createFile(metadata), FileTime.from(completed));
    }
}
