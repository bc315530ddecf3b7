package vaiwg.jobs.kafka;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_DELETE;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.SEGMENT_MS_CONFIG;
import static vaiwg.jobs.kafka.TopicSetting.Rule.ANY;
import static vaiwg.jobs.kafka.TopicSetting.Rule.AT_LEAST;
import static vaiwg.jobs.kafka.TopicSetting.Rule.AT_MOST;
import static vaiwg.jobs.kafka.TopicSetting.Rule.EXACTLY;
import static vaiwg.jobs.kafka.TopicSetting.UNLIMITED;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The kinds of topics, each with its settings: the one place where they are declared. */
public enum TopicKind {
    /** Events: the record from which every figure can be computed again. */
    EVENTS,
    /** What could not be used. It was never checked for personal data, so it is not kept for ever. */
    DEAD_LETTERS;

    /** How long dead letters are kept where nobody says otherwise. */
    public static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(90);

    private static final String WHOLE_LOG = "every figure is computed from the whole log";
    private static final List<TopicSetting> OF_EVENTS = List.of(
            new TopicSetting(
                    CLEANUP_POLICY_CONFIG,
                    CLEANUP_POLICY_DELETE,
                    EXACTLY,
                    true,
                    "compaction removes earlier versions of a subject"),
            new TopicSetting(RETENTION_MS_CONFIG, UNLIMITED, EXACTLY, true, WHOLE_LOG),
            new TopicSetting(RETENTION_BYTES_CONFIG, UNLIMITED, EXACTLY, true, WHOLE_LOG),
            new TopicSetting(
                    MESSAGE_TIMESTAMP_TYPE_CONFIG,
                    TopicSetting.BY_THE_BROKER,
                    EXACTLY,
                    true,
                    "a producer whose clock is ahead would make all that follows late"),
            // Segments roll by size: by the records' times, three years of history would make one for every week.
            new TopicSetting(SEGMENT_MS_CONFIG, millis(Duration.ofDays(3_650)), ANY, false, ""));

    /** The settings; retention is that of dead letters. */
    public List<TopicSetting> settings(Duration retention) {
        return this == EVENTS ? OF_EVENTS : ofDeadLetters(retention);
    }

    /** The settings by name, as a topic is made with them. */
    public Map<String, String> configuration(Duration retention) {
        return settings(retention).stream().collect(Collectors.toMap(TopicSetting::name, TopicSetting::value));
    }

    private static List<TopicSetting> ofDeadLetters(Duration retention) {
        return List.of(
                new TopicSetting(
                        CLEANUP_POLICY_CONFIG,
                        CLEANUP_POLICY_DELETE,
                        EXACTLY,
                        true,
                        "a compacted topic takes no dead letter without a key"),
                new TopicSetting(
                        RETENTION_MS_CONFIG,
                        millis(retention),
                        AT_MOST,
                        false,
                        "dead letters may hold personal data and are not kept for ever"),
                new TopicSetting(RETENTION_BYTES_CONFIG, UNLIMITED, ANY, false, ""),
                new TopicSetting(
                        SEGMENT_MS_CONFIG,
                        millis(Duration.ofDays(1)),
                        AT_MOST,
                        false,
                        "Kafka deletes whole segments only, so letters would be kept longer than retention.ms"),
                new TopicSetting(
                        MAX_MESSAGE_BYTES_CONFIG,
                        "1048588",
                        AT_LEAST,
                        true,
                        "the job would stop at a dead letter that is longer"));
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
