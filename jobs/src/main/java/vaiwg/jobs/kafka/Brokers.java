package vaiwg.jobs.kafka;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Utils;
import vaiwg.jobs.options.KafkaConnection;

/** Whether there is a Kafka at all, asked before clients are made: they would try for minutes to reach what rejects them. */
public final class Brokers {
    private static final int CONNECT_MILLIS = 2_000;

    /** Which versions of which requests do you know? Everybody may ask that, also before a login. */
    private static final byte[] FIRST_QUESTION = {0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 0, -1, -1};

    /** What there is at an address. */
    private enum Listener {
        NONE,
        /** It hangs up on Kafka's first question, or says something else than Kafka. */
        ANOTHER,
        /** Kafka, or what has not said anything yet. */
        KAFKA
    }

    private Brokers() {}

    /**
     * Returns where a broker answers to the connection's login.
     *
     * @throws IllegalStateException in one sentence, where none does: at once where nothing listens, what listens is no Kafka for this
     *     connection, or the login is rejected; one that says nothing is waited for
     */
    public static void requireAnswer(KafkaConnection kafka) {
        switch (listener(kafka)) {
            case NONE -> throw new IllegalStateException(KafkaErrors.absent(kafka));
            case ANOTHER ->
                throw new IllegalStateException("Kafka at " + kafka.bootstrapServers()
                        + " takes connections and does not answer: correct the address, or, where it asks for TLS or"
                        + " a login, name a file of client properties with --kafka-config or VAIWG_KAFKA_CONFIG.");
            case KAFKA -> requireCluster(kafka);
        }
    }

    private static void requireCluster(KafkaConnection kafka) {
        try (Patience waiting = Patience.asking(kafka)) {
            if (!answers(kafka, Patience.LONGEST)) {
                throw new IllegalStateException(
                        "Kafka at " + kafka.bootstrapServers() + " takes connections and has not answered within "
                                + Patience.LONGEST.toSeconds()
                                + " seconds: see whether the broker is overloaded or stuck, or correct the address.");
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
        try (Patience waiting = Patience.asking(kafka);
                Admin admin = Admin.create(kafka.admin(Patience.LONGEST))) {
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

    /** The best of what its addresses have. */
    private static Listener listener(KafkaConnection kafka) {
        Listener best = Listener.NONE;
        for (String address : kafka.bootstrapServers().split(",")) {
            String host = Utils.getHost(address.strip());
            Integer port = Utils.getPort(address.strip());
            if (host == null || port == null) {
                throw new IllegalStateException("'" + address
                        + "' is no address of a Kafka broker: write HOST:PORT, several separated by commas.");
            }
            Listener found = listener(new InetSocketAddress(host, port), kafka.isEncrypted());
            best = found.compareTo(best) > 0 ? found : best;
        }
        return best;
    }

    private static Listener listener(InetSocketAddress address, boolean encrypted) {
        try (Socket socket = new Socket()) {
            socket.connect(address, CONNECT_MILLIS);
            return encrypted || speaksKafka(socket) ? Listener.KAFKA : Listener.ANOTHER;
        } catch (IOException e) {
            return Listener.NONE;
        }
    }

    /** An answer of Kafka's begins with its length, which is less than 16 MiB; TLS and HTTP begin with another byte. */
    private static boolean speaksKafka(Socket socket) {
        try {
            socket.setSoTimeout(CONNECT_MILLIS);
            socket.getOutputStream().write(FIRST_QUESTION);
            return socket.getInputStream().read() == 0;
        } catch (SocketTimeoutException e) {
            // Slow, maybe.
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
