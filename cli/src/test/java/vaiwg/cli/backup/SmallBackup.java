package vaiwg.cli.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vaiwg.cli.backup.Manifest.Partition;
import vaiwg.cli.backup.Manifest.Topic;
import vaiwg.schemas.EventStream;

/** A backup without tables, of a log that was on no broker: of every stream a topic. */
final class SmallBackup {
    static final String BUILD = "vaiwg 1, commit abc";
    static final String LOG = "vaiwg.crime-recording=id";

    private SmallBackup() {}

    /**
     * @param partitions that each topic has
     * @param records of the first partition of some streams' topics, without a gap; all others have none
     */
    static void make(Path root, int partitions, Map<EventStream, List<ConsumerRecord<byte[], byte[]>>> records)
            throws IOException {
        BackupFolder backup = BackupFolder.make(root);
        List<Topic> topics = new ArrayList<>();
        for (EventStream stream : EventStream.values()) {
            List<Partition> kept = new ArrayList<>();
            kept.add(keep(records.getOrDefault(stream, List.of()), stream.slug(), 0, backup));
            for (int number = 1; number < partitions; number++) {
                kept.add(keep(List.of(), stream.slug(), number, backup));
            }
            topics.add(new Topic(stream.slug(), (short) 1, Map.of(), kept));
        }
        backup.complete(new Manifest(
                Manifest.FORMAT,
                BUILD,
                "2026-12-01T00:00:00Z",
                Map.of("kent", "2026-11-30"),
                List.of(),
                LOG,
                topics,
                backup.checksums()));
    }

    private static Partition keep(
            List<ConsumerRecord<byte[], byte[]>> records, String topic, int number, BackupFolder backup)
            throws IOException {
        long begin = records.isEmpty() ? 0 : records.get(0).offset();
        Partition partition = new Partition(number, begin, begin + records.size(), records.size(), "");
        try (RecordWriter writer = new RecordWriter(backup.write(partition.file(topic)))) {
            for (ConsumerRecord<byte[], byte[]> next : records) {
                writer.write(next);
            }
            writer.finish();
        }
        return partition;
    }
}
