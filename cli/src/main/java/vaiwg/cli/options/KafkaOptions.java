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
    @Option(names = "--kafka", paramLabel = "HOST:PORT", defaultValue = "${env:VAIWG_KAFKA:-127.0.0.1:9092}")
    private String bootstrapServers;

    @Option(names = "--topic-prefix", paramLabel = "PREFIX", defaultValue = "vaiwg.")
    private String topicPrefix;

    @Option(names = "--kafka-config", paramLabel = "FILE", defaultValue = "${env:VAIWG_KAFKA_CONFIG}")
    private Optional<Path> config = Optional.empty();

    public KafkaConnection connection() {
        return CommandFailure.orWrongUsage(() -> new KafkaConnection(
                bootstrapServers, topicPrefix, config.map(KafkaConfigFile::read).orElse(Map.of())));
    }

    public Optional<Path> configFile() {
        return config;
    }

    public String topicPrefix() {
        return topicPrefix;
    }
}
