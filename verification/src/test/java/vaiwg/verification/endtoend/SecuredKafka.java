package vaiwg.verification.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import vaiwg.demo.embedded.EmbeddedKafka;
import vaiwg.kpis.SelfSigned;

/** A broker that talks to clients by TLS only, and only to those that log in, with a certificate made for the test. */
record SecuredKafka(Path folder, Path trust, EmbeddedKafka kafka) implements AutoCloseable {
    /** Of the login that the file of a client has. */
    static final String PASSWORD = "of-the-job";

    static SecuredKafka start(Path folder) throws Exception {
        Path keys = SelfSigned.store(folder, "broker");
        Path trust = SelfSigned.trustStore(folder, "broker");
        Map<String, String> broker = new HashMap<>();
        broker.put("listener.security.protocol.map", "BROKER:SASL_SSL,CONTROLLER:PLAINTEXT");
        broker.put("sasl.enabled.mechanisms", "PLAIN");
        broker.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        broker.put(
                "listener.name.broker.plain.sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"broker\""
                        + " password=\"of-the-broker\" user_broker=\"of-the-broker\" user_job=\"" + PASSWORD + "\";");
        broker.put("ssl.keystore.location", keys.toString());
        broker.put("ssl.keystore.password", SelfSigned.PASSWORD);
        broker.put("ssl.key.password", SelfSigned.PASSWORD);
        broker.put("ssl.truststore.location", trust.toString());
        broker.put("ssl.truststore.password", SelfSigned.PASSWORD);
        return new SecuredKafka(folder, trust, EmbeddedKafka.start(folder.resolve("kafka"), 0, broker));
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** The file of a client that may log in. */
    Path clientFile() throws IOException {
        return clientFile("client.properties", PASSWORD, trust);
    }

    /** Of one that has a wrong password. */
    Path clientFileWithWrongPassword() throws IOException {
        return clientFile("wrong-password.properties", "guessed", trust);
    }

    /** Of one that does not trust the broker's certificate: its store is another's. */
    Path clientFileWithoutTrust() throws Exception {
        return clientFile("no-trust.properties", PASSWORD, SelfSigned.store(folder, "other"));
    }

    private Path clientFile(String name, String password, Path trust) throws IOException {
        return Files.writeString(folder.resolve(name), """
                security.protocol=SASL_SSL
                sasl.mechanism=PLAIN
                sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="job" password="%s";
                ssl.truststore.location=%s
                ssl.truststore.password=%s
                """.formatted(password, trust, SelfSigned.PASSWORD));
    }

    @Override
    public void close() {
        kafka.close();
    }
}
