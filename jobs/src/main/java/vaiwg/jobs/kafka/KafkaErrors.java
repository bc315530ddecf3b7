package vaiwg.jobs.kafka;

import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.TreeSet;
import javax.net.ssl.SSLException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;
import vaiwg.jobs.options.KafkaConnection;

/** What a Kafka client's exception means, in a sentence that says what to do and holds no secret. */
public final class KafkaErrors {
    private static final String FILE = "the file of --kafka-config or VAIWG_KAFKA_CONFIG";

    private KafkaErrors() {}

    /** The sentence where the exception tells more than that a broker does not answer. */
    public static Optional<String> reason(KafkaConnection kafka, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SslAuthenticationException || cause instanceof SSLException) {
                return Optional.of("The TLS connection to Kafka at " + kafka.bootstrapServers()
                        + " fails: check the trust store, the client's certificate and the broker's name in " + FILE
                        + ".");
            }
            if (cause instanceof SaslAuthenticationException || cause instanceof UnsupportedSaslMechanismException) {
                return Optional.of("Kafka at " + kafka.bootstrapServers()
                        + " rejects the login: correct user, password and mechanism in " + FILE + ".");
            }
            if (cause instanceof TopicAuthorizationException rejected) {
                return Optional.of("Kafka at " + kafka.bootstrapServers() + " does not let this login use "
                        + String.join(", ", new TreeSet<>(rejected.unauthorizedTopics()))
                        + ": give it the rights that docs/go-live.md lists.");
            }
            if (cause instanceof InvalidTimestampException) {
                return Optional.of(
                        "Kafka at " + kafka.bootstrapServers()
                                + " rejects a record whose time lies ahead of its own: correct this machine's clock, or the broker's.");
            }
            if (cause instanceof AuthorizationException) {
                return Optional.of("Kafka at " + kafka.bootstrapServers()
                        + " does not let this login do that: give it the rights that docs/go-live.md lists.");
            }
        }
        return Optional.empty();
    }

    /** The sentence for a client that could not be made, or was not answered. */
    public static String sentence(KafkaConnection kafka, Throwable failure) {
        return reason(kafka, failure).orElseGet(() -> isRejectedSetting(failure) ? setting(failure) : absent(kafka));
    }

    /** The sentence where nothing listens. */
    static String absent(KafkaConnection kafka) {
        return "Kafka at " + kafka.bootstrapServers() + " does not answer: start it, or correct the address.";
    }

    /** Not an answer of a broker, nor one that did not come. */
    private static boolean isRejectedSetting(Throwable failure) {
        return failure instanceof KafkaException
                && !(failure instanceof ApiException)
                && !String.valueOf(deepest(failure).getMessage()).contains("bootstrap.servers");
    }

    private static String setting(Throwable failure) {
        Throwable deepest = deepest(failure);
        String what = deepest instanceof ConfigException
                        || deepest instanceof KafkaException
                        || deepest instanceof GeneralSecurityException
                        || deepest instanceof IllegalArgumentException
                ? String.valueOf(deepest.getMessage()).lines().findFirst().orElse("")
                : deepest.getClass().getSimpleName();
        return "Kafka's client rejects its settings (" + what + "): correct " + FILE + ".";
    }

    private static Throwable deepest(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest;
    }
}
