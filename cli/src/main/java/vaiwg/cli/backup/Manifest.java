package vaiwg.cli.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vaiwg.cli.terminal.CommandFailure;

/**
 * What a backup holds. It is written last, so a folder with one is a whole backup.
 *
 * @param format of all files; a build reads no other
 * @param build that made it
 * @param madeAt the instant of the tables
 * @param published the newest midnight of each force in the tables
 * @param tables in the order in which they are filled
 * @param log which topics these were, by their ids
 * @param topics of the log
 * @param files every other file, by its name in the folder
 */
record Manifest(
        int format,
        String build,
        String madeAt,
        Map<String, String> published,
        List<Table> tables,
        String log,
        List<Topic> topics,
        Map<String, Checksum> files) {
    /** The number of the format that this build writes and reads. */
    static final int FORMAT = 1;

    static final String FILE = "manifest.json";

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** @param columns those that are filled, as SQL names them */
    record Table(String name, String columns, long rows) {
        String file() {
            return "tables/" + name + ".copy.gz";
        }
    }

    /**
     * @param name without the prefix
     * @param settings those that were set for this topic
     */
    record Topic(String name, short replicas, Map<String, String> settings, List<Partition> partitions) {}

    /**
     * @param begin the first offset that is kept
     * @param end the offset after the last
     * @param newest when the newest record reached the topic, or empty
     */
    record Partition(int number, long begin, long end, long records, String newest) {
        String file(String topic) {
            return "log/" + topic + "-" + number + ".records.gz";
        }
    }

    /** By which a file is known again. */
    record Checksum(long bytes, String sha256) {}

    long records() {
        return topics.stream()
                .flatMap(topic -> topic.partitions().stream())
                .mapToLong(Partition::records)
                .sum();
    }

    /** @param name without prefix */
    Optional<Topic> topic(String name) {
        return topics.stream().filter(topic -> topic.name().equals(name)).findFirst();
    }

    String text() {
        try {
            return JSON.writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the manifest cannot be written as JSON", e);
        }
    }

    static Manifest read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            Manifest read = JSON.readValue(Files.readString(file), Manifest.class);
            if (read.format() != FORMAT) {
                throw CommandFailure.wrongUsage("The backup in " + folder + " has the format " + read.format()
                        + ", and this build reads " + FORMAT + ": restore it with the build that made it, "
                        + read.build()
                        + ".");
            }
            return read;
        } catch (NoSuchFileException e) {
            throw CommandFailure.wrongUsage(
                    folder + " has no " + FILE + ", so it is no backup, or one that was not finished: name another.",
                    e);
        } catch (JsonProcessingException e) {
            throw CommandFailure.wrongUsage(file + " is no manifest of a backup: name another folder.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
