package vaiwg.jobs.kafka;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Utils;
import vaiwg.jobs.options.KafkaConnection;

/** Whether there is a Kafka at all, asked before clients are made: they would try for half a minute to reach what rejects them. */
public final class Brokers {
    /** Within which a broker answers a call. */
    public static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final int CONNECT_MILLIS = 2_000;

    private Brokers() {}

    /**
     * Returns where a broker answers to the connection's login.
     *
     * @throws IllegalStateException in one sentence, where none does: at once where nothing listens or the login is rejected
     */
    public static void requireAnswer(KafkaConnection kafka) {
        if (!listens(kafka)) {
            throw new IllegalStateException(KafkaErrors.absent(kafka));
        }
        try {
            if (!answers(kafka, PATIENCE)) {
                throw new IllegalStateException("Kafka at " + kafka.bootstrapServers()
                        + " takes connections and does not answer: correct the address, or, where it asks for TLS or"
                        + " a login, name a file of client properties with --kafka-config or VAIWG_KAFKA_CONFIG.");
            }
        } catch (KafkaException e) {
            throw new IllegalStateException(KafkaErrors.sentence(kafka, e), e);
        }
    }

    /**
     * Whether a broker answers within the patience.
     *
     * @throws KafkaException where it rejects the login, or the client rejects its settings
     */
    public static boolean answers(KafkaConnection kafka, Duration patience) {
        try (Admin admin = Admin.create(kafka.admin(patience))) {
            admin.describeCluster().nodes().get();
            return true;
        } catch (ExecutionException e) {
            if (KafkaErrors.reason(kafka, e).isPresent()) {
                throw new KafkaException(e.getCause());
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Kafka was asked; run the command again.", e);
        }
    }

    /**
     * Returns where all these topics are there.
     *
     * @throws IllegalStateException in one sentence, where one is missing or Kafka does not answer
     */
    public static void requireTopics(KafkaConnection kafka, List<String> names) {
        try (Admin admin = Admin.create(kafka.admin(PATIENCE))) {
            Set<String> found = admin.listTopics().names().get();
            List<String> missing =
                    names.stream().filter(name -> !found.contains(name)).toList();
            if (!missing.isEmpty()) {
                throw new IllegalStateException(Topics.missing(missing));
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(KafkaErrors.sentence(kafka, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Kafka was asked; run the command again.", e);
        }
    }

    private static boolean listens(KafkaConnection kafka) {
        for (String address : kafka.bootstrapServers().split(",")) {
            String host = Utils.getHost(address.strip());
            Integer port = Utils.getPort(address.strip());
            if (host == null || port == null) {
                throw new IllegalStateException("'" + address
                        + "' is no address of a Kafka broker: write HOST:PORT, several separated by commas.");
            }
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
                return true;
            } catch (IOException e) {
                // The next one may listen.
                continue;
            }
        }
        return false;
    }
}
