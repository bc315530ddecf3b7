package vaiwg.jobs;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.jobs.kafka.TopicKind;
import vaiwg.jobs.kafka.TopicMaker;

/** Makes the topics that are missing, before the job starts on a cluster; the environment names the Kafka. */
public final class ClusterTopics {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterTopics.class);

    private ClusterTopics() {}

    public static void main(String[] args) throws InterruptedException {
        new TopicMaker(ClusterJob.kafka(System.getenv()), Optional.empty(), TopicKind.DEAD_LETTER_RETENTION)
                .makeMissing()
                .findings()
                .forEach(finding -> LOG.warn(finding.sentence()));
    }
}
