package vaiwg.jobs.kafka;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.TopicConfig;
import vaiwg.kpis.time.PartitionClock;

/**
 * @param name as Kafka names it
 * @param value with which the topic is made
 * @param rule which values a topic that is there may have
 * @param stops whether the job must not start with another one, or is only warned
 * @param reason what another value would do, as the end of a sentence
 */
public record TopicSetting(String name, String value, Rule rule, boolean stops, String reason) {
    /** Kafka's word for no limit. */
    static final String UNLIMITED = "-1";
    /** Kafka's word for records that have the broker's time, and not their producer's. */
    static final String BY_THE_BROKER = "LogAppendTime";

    /** Instead, of topics into which a history is played or copied: records keep the times that they have, and none is dated ahead. */
    static final Map<String, String> KEPT_TIMES = Map.of(
            TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
            "CreateTime",
            TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
            Long.toString(PartitionClock.AHEAD));

    /** Which values are accepted. */
    enum Rule {
        EXACTLY,
        /** A number; no limit is above all. */
        AT_MOST,
        AT_LEAST,
        /** Any: only topics that are made here have it. */
        ANY
    }

    /**
     * Something that is not as it must be.
     *
     * @param stops whether the job must not start like this
     * @param sentence with topic, setting, value and cure
     */
    public record Finding(boolean stops, String sentence) {}

    Optional<Finding> compare(String topic, Map<String, String> settings) {
        String found = settings.getOrDefault(name, "");
        if (accepts(found) || (isTimeOfRecords() && isBounded(settings))) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                stops,
                "Topic " + topic + " has " + name + "=" + found + ", and " + need() + ": " + reason
                        + "; kafka-configs.sh --alter --topic " + topic + " --add-config " + name + "=" + value
                        + " corrects it."));
    }

    private boolean accepts(String found) {
        return switch (rule) {
            case EXACTLY -> found.equals(value);
            case AT_MOST ->
                isNumber(found) && !found.equals(UNLIMITED) && Long.parseLong(found) <= Long.parseLong(value);
            case AT_LEAST -> isNumber(found) && Long.parseLong(found) >= Long.parseLong(value);
            case ANY -> true;
        };
    }

    private String need() {
        return switch (rule) {
            case EXACTLY -> "needs " + value;
            case AT_MOST -> "may have " + value + " at most";
            case AT_LEAST -> "needs " + value + " at least";
            case ANY -> throw new IllegalStateException(name + " may be anything");
        };
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d{1,19}") && !text.isEmpty();
    }

    private boolean isTimeOfRecords() {
        return name.equals(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG);
    }

    /** The broker takes no record whose own time lies ahead of its clock. */
    private static boolean isBounded(Map<String, String> settings) {
        String most = settings.getOrDefault(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, "");
        return isNumber(most) && Long.parseLong(most) <= PartitionClock.AHEAD;
    }
}
