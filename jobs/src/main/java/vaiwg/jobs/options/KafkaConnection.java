package vaiwg.jobs.options;

import java.io.Serializable;

/**
 * The Kafka cluster whose topics hold the event log.
 *
 * @param bootstrapServers its brokers, {@code host:port} separated by commas
 * @param topicPrefix of the topics' names, with its dot: {@code vaiwg.}
 */
public record KafkaConnection(String bootstrapServers, String topicPrefix) implements Serializable {}
