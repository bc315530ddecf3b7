package vaiwg.jobs.replay;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import vaiwg.schemas.EventStream;

/** Which partitions of a log are read. */
public interface LogPart {
    /** All: nothing less gives figures. */
    LogPart WHOLE = (partition, of) -> true;

    /** @param of how many partitions its topic has */
    boolean has(TopicPartition partition, int of);

    /**
     * Those that may say anything of a case. A stream whose key is the reference of a crime has a case in the partition into which producers put
     * that key; streams with another key may name it in any.
     */
    static LogPart ofCase(String topicPrefix, String reference) {
        int hash = Utils.toPositive(Utils.murmur2(reference.getBytes(StandardCharsets.UTF_8)));
        return (partition, of) -> !isByCrime(partition, topicPrefix) || partition.partition() == hash % of;
    }

    private static boolean isByCrime(TopicPartition partition, String topicPrefix) {
        return EventStream.ofTopic(partition.topic(), topicPrefix)
                .filter(stream -> stream.subject().equals(EventStream.CRIME_RECORDING.subject()))
                .isPresent();
    }
}
