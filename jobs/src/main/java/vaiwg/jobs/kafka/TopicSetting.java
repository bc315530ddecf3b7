package vaiwg.jobs.kafka;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A setting of a topic.
 *
 * @param name as Kafka names it
 * @param value with which the topic is made
 * @param rule which values a topic that is there may have
 * @param stops whether the job must not start with another one, or is only warned
 * @param reason what another value would do, as the end of a sentence
 */
public record TopicSetting(String name, String value, Rule rule, boolean stops, String reason) {
    /** Kafka's word for no limit. */
    static final String UNLIMITED = "-1";

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

    /** Compares the settings of a topic, by name, with this one. */
    Optional<Finding> compare(String topic, Map<String, String> settings) {
        String found = settings.getOrDefault(name, "");
        if (accepts(found) || (isBoundOnTime() && isStampedByTheBroker(settings))) {
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

    private boolean isBoundOnTime() {
        return name.equals(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG);
    }

    /** Then no producer can date a record. */
    private static boolean isStampedByTheBroker(Map<String, String> settings) {
        return "LogAppendTime".equals(settings.get(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG));
    }
}
