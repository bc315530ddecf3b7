package vaiwg.jobs.kafka;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

/** The log is not what the job has read so far. It ends the job: started again it would meet the same log. */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
public final class BrokenLogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenLogException(String sentence) {
        super(sentence);
    }

    /** Makes a sentence of what a reader failed with, where the log no longer has the place from which it reads. */
    public static RuntimeException explain(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OffsetOutOfRangeException missing) {
                return new BrokenLogException(sentence(missing.offsetOutOfRangePartitions()));
            }
        }
        return failure;
    }

    private static String sentence(Map<TopicPartition, Long> missing) {
        Map<String, Long> places = new TreeMap<>();
        missing.forEach((partition, offset) -> places.put(partition.topic() + "/" + partition.partition(), offset));
        Map.Entry<String, Long> first = places.entrySet().iterator().next();
        return "The log no longer has offset " + first.getValue() + " of " + first.getKey()
                + ", where the job goes on: restore the topic from its backup, or read the whole log again into an"
                + " empty database (docs/go-live.md).";
    }
}
