package vaiwg.cli.options;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.kafka.KafkaConfigFile;
import vaiwg.jobs.options.KafkaConnection;

/** Where the topics are. */
public final class KafkaOptions {
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
            description = "Prefix of the topics' names, with its dot (${DEFAULT-VALUE}).")
    private String topicPrefix;

    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            defaultValue = "${env:VAIWG_KAFKA_CONFIG}",
            description = {
                "Properties of Kafka clients, such as those of TLS and SASL, or VAIWG_KAFKA_CONFIG.",
                "docs/kafka.md has an example."
            })
    private Optional<Path> config = Optional.empty();

    /** @throws CommandFailure where the file of properties cannot be used */
    public KafkaConnection connection() {
        return CommandFailure.orWrongUsage(() -> new KafkaConnection(
                bootstrapServers, topicPrefix, config.map(KafkaConfigFile::read).orElse(Map.of())));
    }

    public String topicPrefix() {
        return topicPrefix;
    }
}
