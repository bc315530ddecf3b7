package vaiwg.cli;

import picocli.CommandLine.Option;
import vaiwg.jobs.options.KafkaConnection;

/** Where the topics are. */
final class KafkaOptions {
    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:VAIWG_KAFKA:-127.0.0.1:9092}",
            description = "Kafka's brokers, or VAIWG_KAFKA (${DEFAULT-VALUE}).")
    private String bootstrapServers;

    @Option(
            names = "--topic-prefix",
            paramLabel = "PREFIX",
            defaultValue = "vaiwg.",
            description = "Of the topics' names, with its dot (${DEFAULT-VALUE}).")
    private String topicPrefix;

    KafkaConnection connection() {
        return new KafkaConnection(bootstrapServers, topicPrefix);
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    String topicPrefix() {
        return topicPrefix;
    }
}
