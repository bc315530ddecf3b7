package vaiwg.jobs.recovery;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import vaiwg.jobs.options.StateBackend;
import vaiwg.jobs.records.StateFormat;
import vaiwg.jobs.recovery.Checkpoints.Checkpoint;

/**
 * Where a start of the job goes on: at the newest checkpoint of its folder, where that belongs to the same log and the same tables, else
 * at the log's beginning. What the checkpoints belong to is noted in the folder, and since when: those that are older were left by
 * a job that the start did not go on from.
 *
 * @param checkpoint to go on from; empty where the log is read from its beginning
 * @param obstacle why there are checkpoints and none is of use, in a few words
 */
public record StartingPoint(Path folder, Instant asked, Optional<Checkpoint> checkpoint, Optional<String> obstacle) {
    private static final String FILE = "belongs-to.properties";

    /** The beginning of the log, or what somebody names, whatever checkpoints the folder holds. */
    public static StartingPoint chosen(Path folder, Instant now) {
        return new StartingPoint(folder, now, Optional.empty(), Optional.empty());
    }

    /**
     * The newest checkpoint that is of use.
     *
     * @param folder of checkpoints, absolute
     * @param owner the log and the tables as they are now; asked only where there is a checkpoint
     * @throws IOException where the folder cannot be read
     */
    public static StartingPoint find(Path folder, Instant now, Supplier<CheckpointOwner> owner) throws IOException {
        Optional<Checkpoint> newest = Checkpoints.newest(folder);
        if (newest.isEmpty()) {
            return chosen(folder, now);
        }
        Optional<String> obstacle = obstacle(noted(folder), newest.get(), owner);
        return new StartingPoint(folder, now, obstacle.isPresent() ? Optional.empty() : newest, obstacle);
    }

    /**
     * Notes that the checkpoints of the folder belong to these from this start on.
     *
     * @param owner the log and the tables, once the job has made them
     */
    public void note(CheckpointOwner owner) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("log", owner.log());
        properties.setProperty("tables", owner.tables());
        properties.setProperty("backend", owner.backend().toString());
        properties.setProperty("deprivation", owner.deprivation());
        Instant since = checkpoint.isPresent() ? since(noted(folder)) : asked;
        properties.setProperty("formats", StateFormat.current());
        properties.setProperty("since", since.toString());
        Files.createDirectories(folder);
        try (Writer writer = Files.newBufferedWriter(folder.resolve(FILE))) {
            properties.store(writer, "What the checkpoints in this folder belong to");
        }
    }

    private static Optional<String> obstacle(Properties noted, Checkpoint newest, Supplier<CheckpointOwner> owner) {
        if (noted.isEmpty()) {
            return Optional.of("it is not known what the checkpoints belong to");
        }
        if (!StateFormat.current().equals(noted.getProperty("formats"))) {
            return Optional.of("the checkpoints were written by a build that keeps its state otherwise");
        }
        if (newest.completed().toInstant().isBefore(since(noted))) {
            return Optional.of("no checkpoint was completed since the last beginning");
        }
        return new CheckpointOwner(
                        noted.getProperty("log", ""),
                        noted.getProperty("tables", ""),
                        StateBackend.named(noted.getProperty("backend")),
                        noted.getProperty("deprivation", ""))
                .obstacleFor(owner.get());
    }

    private static Instant since(Properties noted) {
        return Instant.parse(noted.getProperty("since"));
    }

    private static Properties noted(Path folder) throws IOException {
        Properties properties = new Properties();
        Path file = folder.resolve(FILE);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
        }
        return properties;
    }
}
