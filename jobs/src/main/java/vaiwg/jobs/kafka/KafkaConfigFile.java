package vaiwg.jobs.kafka;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import vaiwg.jobs.options.KafkaConnection;

/** A Java properties file with properties of Kafka clients, such as those of TLS and SASL. */
public final class KafkaConfigFile {
    /** On these the program's promises rest: the file may repeat them, not change them. */
    private static final Map<String, String> FIXED = Map.of(
            ConsumerConfig.ISOLATION_LEVEL_CONFIG, KafkaConnection.ISOLATION,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
            ProducerConfig.ACKS_CONFIG, "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");

    private static final Set<String> NOT_THERE = Set.of(
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
            ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
            ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
            ProducerConfig.PARTITIONER_CLASS_CONFIG,
            ProducerConfig.PARTITIONER_IGNORE_KEYS_CONFIG,
            ProducerConfig.TRANSACTIONAL_ID_CONFIG);

    /** A name of these that no client knows is a slip: Kafka would leave it out and connect without what it was to protect. */
    private static final String SECURITY = "(sasl|ssl|security)\\..*";

    private KafkaConfigFile() {}

    /** @throws IllegalArgumentException in one sentence without values of secrets, where it cannot be read or holds what no client takes */
    public static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The Kafka configuration " + file + " cannot be read: check that it is there, readable, and a Java"
                            + " properties file in UTF-8.",
                    e);
        }
        Map<String, String> read = new HashMap<>();
        for (String name : properties.stringPropertyNames()) {
            String value = properties.getProperty(name).strip();
            check(file, name, value);
            read.put(name, value);
        }
        checkValues(file, read);
        return read;
    }

    private static void check(Path file, String name, String value) {
        if (name.equals(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)) {
            throw wrong(file, name, "remove it: the brokers are named by --kafka or VAIWG_KAFKA");
        }
        if (NOT_THERE.contains(name)) {
            throw wrong(file, name, "remove it: the program sets it itself");
        }
        if (FIXED.containsKey(name) && !FIXED.get(name).equals(value)) {
            throw wrong(file, name, "remove it: the program needs " + FIXED.get(name));
        }
        if (name.matches(SECURITY) && !known().contains(name)) {
            throw wrong(file, name, "which no Kafka client knows: correct the name");
        }
    }

    private static Set<String> known() {
        Set<String> known = new HashSet<>(AdminClientConfig.configNames());
        known.addAll(ConsumerConfig.configNames());
        known.addAll(ProducerConfig.configNames());
        return known;
    }

    /** As an admin client would: values that have no such form or are none of those there are. */
    private static void checkValues(Path file, Map<String, String> read) {
        Map<String, Object> all = new HashMap<>(read);
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
        try {
            new AdminClientConfig(all);
        } catch (ConfigException e) {
            throw new IllegalArgumentException(
                    "The Kafka configuration " + file + " holds a setting that Kafka rejects (" + e.getMessage()
                            + "): correct it.",
                    e);
        }
    }

    private static IllegalArgumentException wrong(Path file, String name, String cure) {
        return new IllegalArgumentException("The Kafka configuration " + file + " sets " + name + "; " + cure + ".");
    }
}
