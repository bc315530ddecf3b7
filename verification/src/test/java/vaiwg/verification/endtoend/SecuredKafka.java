package vaiwg.verification.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vaiwg.demo.embedded.EmbeddedKafka;

/** A broker that talks to clients by TLS only, and only to those that log in, with a certificate made for the test. */
final class SecuredKafka implements AutoCloseable {
    private static final String STORE_PASSWORD = "of-the-store";
    private static final String PASSWORD = "of-the-job";

    private final Path folder;
    private final EmbeddedKafka kafka;

    private SecuredKafka(Path folder, EmbeddedKafka kafka) {
        this.folder = folder;
        this.kafka = kafka;
    }

    static SecuredKafka start(Path folder) throws Exception {
        Path keys = folder.resolve("broker.p12");
        Path certificate = folder.resolve("broker.pem");
        keytool(
                "-genkeypair",
                "-alias",
                "broker",
                "-keyalg",
                "EC",
                "-validity",
                "3650",
                "-dname",
                "CN=broker",
                "-ext",
                "SAN=ip:127.0.0.1",
                "-keystore",
                keys.toString());
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "broker",
                "-file",
                certificate.toString(),
                "-keystore",
                keys.toString());
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                "broker",
                "-file",
                certificate.toString(),
                "-keystore",
                folder.resolve("trust.p12").toString());
        Map<String, String> broker = new HashMap<>();
        broker.put("listener.security.protocol.map", "BROKER:SASL_SSL,CONTROLLER:PLAINTEXT");
        broker.put("sasl.enabled.mechanisms", "PLAIN");
        broker.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        broker.put(
                "listener.name.broker.plain.sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"broker\""
                        + " password=\"of-the-broker\" user_broker=\"of-the-broker\" user_job=\"" + PASSWORD + "\";");
        broker.put("ssl.keystore.location", keys.toString());
        broker.put("ssl.keystore.password", STORE_PASSWORD);
        broker.put("ssl.key.password", STORE_PASSWORD);
        broker.put("ssl.truststore.location", folder.resolve("trust.p12").toString());
        broker.put("ssl.truststore.password", STORE_PASSWORD);
        return new SecuredKafka(folder, EmbeddedKafka.start(folder.resolve("kafka"), broker));
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", STORE_PASSWORD));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(keytool.getInputStream().readAllBytes());
        if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new AssertionError(output);
        }
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** The file of a client that may log in. */
    Path clientFile() throws IOException {
        return clientFile("client.properties", PASSWORD, folder.resolve("trust.p12"));
    }

    /** Of one that has a wrong password. */
    Path clientFileWithWrongPassword() throws IOException {
        return clientFile("wrong-password.properties", "guessed", folder.resolve("trust.p12"));
    }

    /** Of one that does not trust the broker's certificate: its store is another's. */
    Path clientFileWithoutTrust() throws Exception {
        Path other = folder.resolve("other.p12");
        keytool("-genkeypair", "-alias", "other", "-keyalg", "EC", "-dname", "CN=other", "-keystore", other.toString());
        return clientFile("no-trust.properties", PASSWORD, other);
    }

    private Path clientFile(String name, String password, Path trust) throws IOException {
        return Files.writeString(folder.resolve(name), """
                security.protocol=SASL_SSL
                sasl.mechanism=PLAIN
                sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="job" password="%s";
                ssl.truststore.location=%s
                ssl.truststore.password=%s
                """.formatted(password, trust, STORE_PASSWORD));
    }

    @Override
    public void close() {
        kafka.close();
    }
}
