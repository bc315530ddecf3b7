package vaiwg.demo.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.kafka.TopicKind;
import vaiwg.jobs.kafka.TopicMaker;
import vaiwg.jobs.options.KafkaConnection;

/**
 * A Kafka broker inside this JVM, with its own controller (KRaft), on free ports of 127.0.0.1.
 *
 * <p>Topics, records and committed offsets live in the folder and survive a close as well as a kill of the JVM. The ports change
 * from start to start.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final int NODE = 1;
    private static final int ANY_PORT = 0;

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private EmbeddedKafka(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts a broker and returns when it answers.
     *
     * @param folder where the broker keeps its data; made and formatted when it is not there yet
     * @throws CommandFailure when the folder cannot be used or the broker does not start
     */
    public static EmbeddedKafka start(Path folder) {
        return start(folder, ANY_PORT, Map.of());
    }

    /** As {@link #start(Path)}, where clients expect it: on a port that an earlier broker had, or 0 for any. */
    public static EmbeddedKafka start(Path folder, int port) {
        return start(folder, port, Map.of());
    }

    /** Likewise, with properties of the broker beside or instead of the usual ones, such as those of TLS. */
    public static EmbeddedKafka start(Path folder, int port, Map<String, String> more) {
        try {
            Files.createDirectories(folder);
            if (!Files.exists(folder.resolve("meta.properties"))) {
                format(folder);
            }
            List<Integer> ports = FreePorts.find(2);
            int brokerPort = port == ANY_PORT ? ports.get(0) : port;
            Map<String, String> properties = properties(folder, brokerPort, ports.get(1));
            properties.putAll(more);
            KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
            server.startup();
            return new EmbeddedKafka(server, "127.0.0.1:" + brokerPort);
        } catch (Exception e) {
            throw CommandFailure.unreachable(
                    "The Kafka broker did not start in " + folder
                            + "; check that the disk has room and the folder is yours, or choose another folder.",
                    e);
        }
    }

    private static void format(Path folder) throws Exception {
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(silent)
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .addDirectory(folder.toString())
                    .setMetadataLogDirectory(folder.toString())
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setControllerListenerName("CONTROLLER")
                    .setHasDynamicQuorum(false)
                    .setIgnoreFormatted(true)
                    .run();
        }
    }

    private static Map<String, String> properties(Path folder, int brokerPort, int controllerPort) throws IOException {
        Map<String, String> properties = new HashMap<>();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", Integer.toString(NODE));
        properties.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        properties.put("listeners", "BROKER://127.0.0.1:" + brokerPort + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.put("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("inter.broker.listener.name", "BROKER");
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("log.dirs", folder.toRealPath().toString());
        properties.put("auto.create.topics.enable", "false");
        properties.put("group.initial.rebalance.delay.ms", "0");

        // One broker holds the only replica; the default of 50 partitions for offsets would only cost start-up time.
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", "1");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("transaction.state.log.num.partitions", "1");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("share.coordinator.state.topic.num.partitions", "1");

        // After a kill the controller waits for the dead broker's session to end before it lets the new one in.
        properties.put("broker.session.timeout.ms", "2000");
        properties.put("broker.heartbeat.interval.ms", "500");
        properties.put("log.cleaner.dedupe.buffer.size", "20000000");
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        return properties;
    }

    /** For clients of the topics with a prefix, for example {@code vaiwg.}. */
    public KafkaConnection connection(String prefix) {
        return new KafkaConnection(bootstrapServers, prefix);
    }

    /** Where clients connect, {@code 127.0.0.1:port}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /**
     * Makes the topics of all streams and of the dead letters, or finds them as they are wanted. Histories are played into them, whose
     * records keep their own times.
     *
     * @param prefix of the topic names, with its dot, for example {@code vaiwg.}
     * @param partitions of each stream's topic; the dead letters have one
     * @throws CommandFailure when a topic is there with another number of partitions: the number is fixed for a topic's life
     */
    public void createTopics(String prefix, int partitions) {
        try {
            new TopicMaker(connection(prefix), Optional.empty(), TopicKind.DEAD_LETTER_RETENTION)
                    .keepingTimes()
                    .make(partitions);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongUsage(e.getMessage());
        } catch (IllegalStateException e) {
            throw CommandFailure.unreachable(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.unreachable("Interrupted while the topics were made; run the command again.", e);
        }
    }

    /** Stops the broker; returns when its ports are free and its files are closed. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
