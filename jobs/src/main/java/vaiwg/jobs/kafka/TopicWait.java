package vaiwg.jobs.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Waits for a topic that was just made. The controller makes a topic before the brokers tell their clients of it, and an admin client gives
 * up at once on a topic of which it is not told.
 */
public final class TopicWait {
    static final long POLL_MILLIS = 50;

    private final Admin admin;
    private final Duration longest;

    /** As long as a broker is ever waited for. */
    public TopicWait(Admin admin) {
        this(admin, Patience.LONGEST);
    }

    TopicWait(Admin admin, Duration longest) {
        this.admin = admin;
        this.longest = longest;
    }

    /**
     * Returns when the leaders of all its partitions have answered: it can be written to.
     *
     * @throws ExecutionException what the admin client was answered last, where no broker knows the topic for that long
     */
    public void until(String topic, int partitions) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        IntStream.range(0, partitions)
                .forEach(partition -> ends.put(new TopicPartition(topic, partition), OffsetSpec.latest()));
        long begun = System.nanoTime();
        while (true) {
            try {
                ListOffsetsResult answers = admin.listOffsets(ends);
                for (TopicPartition partition : ends.keySet()) {
                    answers.partitionResult(partition).get();
                }
                return;
            } catch (ExecutionException e) {
                requireUnknown(e);
                if (System.nanoTime() - begun >= longest.toNanos()) {
                    throw e;
                }
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** Throws whatever says something else than that a broker does not know a topic. */
    static void requireUnknown(ExecutionException e) throws ExecutionException {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
            throw e;
        }
    }
}
