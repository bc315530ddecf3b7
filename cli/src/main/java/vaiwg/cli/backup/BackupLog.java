package vaiwg.cli.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.util.IOUtils;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import vaiwg.cli.backup.Manifest.Partition;
import vaiwg.cli.backup.Manifest.Topic;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.kafka.Topics;
import vaiwg.jobs.replay.HeldLog;
import vaiwg.jobs.replay.LogPart;

/** The log as a backup has it, read from its files without a broker. What came since is not in it, nor is where its topics end now. */
public final class BackupLog implements HeldLog {
    /** How many records of one partition are read before it is asked again which is least complete. */
    private static final int TURN = 500;

    private final Path root;
    private final BackupFolder folder;
    private final Manifest manifest;
    private final String topicPrefix;
    /** By the partition the name of its file. */
    private final Map<TopicPartition, String> files = new LinkedHashMap<>();

    private final Map<String, Long> noLongerHeld = new TreeMap<>();
    private long records;
    private boolean isWhole = true;

    private BackupLog(Path root, BackupFolder folder, Manifest manifest, String topicPrefix, LogPart part) {
        this.root = root;
        this.folder = folder;
        this.manifest = manifest;
        this.topicPrefix = topicPrefix;
        Topics.streams(topicPrefix).forEach(topic -> add(topic, topic.substring(topicPrefix.length()), part));
    }

    /**
     * Looks whether it is a backup with all topics, and their files as they were written.
     *
     * @param topicPrefix under which its topics are read, whatever it was when it was made
     * @param part of it that is enough
     * @throws CommandFailure in one sentence, where it is not
     */
    public static BackupLog open(Path root, String topicPrefix, LogPart part) {
        return new BackupLog(root, BackupFolder.of(root), Manifest.read(root), topicPrefix, part);
    }

    /** All of the same backup, where a part was not enough; the files of the part are not looked at again. */
    public BackupLog whole() {
        return new BackupLog(root, folder, manifest, topicPrefix, LogPart.WHOLE);
    }

    private void add(String topic, String shortName, LogPart part) {
        Topic kept = manifest.topic(shortName)
                .orElseThrow(() -> CommandFailure.wrongUsage("The backup in " + root + " has no topic " + shortName
                        + ", which this build reads: use the build that made it, " + manifest.build() + "."));
        for (Partition partition : kept.partitions()) {
            TopicPartition place = new TopicPartition(topic, partition.number());
            if (!part.has(place, kept.partitions().size())) {
                isWhole = false;
                continue;
            }
            String file = partition.file(shortName);
            folder.requireWhole(file, manifest);
            files.put(place, file);
            records += partition.records();
            if (partition.begin() > 0) {
                noLongerHeld.merge(topic, partition.begin(), Long::sum);
            }
        }
    }

    /** Which topics these were, as {@link vaiwg.jobs.kafka.TopicReport#log} names them. */
    public String topics() {
        return manifest.log();
    }

    /** Whether it tells a midnight that was published: whether the backup's own tables had it. */
    public boolean tells(String force, LocalDate midnight) {
        String newest = manifest.published().get(force);
        // What no table knows to be of a force is of no log.
        return force.isEmpty() || (newest != null && !midnight.isAfter(LocalDate.parse(newest)));
    }

    @Override
    public Set<TopicPartition> partitions() {
        return Set.copyOf(files.keySet());
    }

    @Override
    public boolean isWhole() {
        return isWhole;
    }

    @Override
    public long records() {
        return records;
    }

    @Override
    public Map<String, Long> noLongerHeld() {
        return noLongerHeld;
    }

    /** The partition that is least complete is read on, so what waits for its midnight stays little. */
    @Override
    public void read(Receiver receiver) {
        Map<TopicPartition, RecordReader> unread = new LinkedHashMap<>();
        try {
            for (Map.Entry<TopicPartition, String> file : files.entrySet()) {
                TopicPartition place = file.getKey();
                unread.put(place, new RecordReader(place.topic(), place.partition(), folder.read(file.getValue())));
            }
            while (!unread.isEmpty()) {
                TopicPartition least = Collections.min(unread.keySet(), Comparator.comparingLong(receiver::clockOf));
                if (!hasMore(unread.get(least), receiver)) {
                    unread.remove(least).close();
                }
                receiver.pause();
            }
        } catch (IOException e) {
            throw CommandFailure.wrongUsage(
                    "The log of the backup in " + root + " cannot be read to its end (" + e.getMessage()
                            + "): name another backup.",
                    e);
        } finally {
            IOUtils.closeAllQuietly(unread.values());
        }
    }

    private static boolean hasMore(RecordReader reader, Receiver receiver) throws IOException {
        for (int taken = 0; taken < TURN; taken++) {
            Optional<ConsumerRecord<byte[], byte[]>> next = reader.next();
            if (next.isEmpty()) {
                return false;
            }
            receiver.take(next.get());
        }
        return true;
    }
}
