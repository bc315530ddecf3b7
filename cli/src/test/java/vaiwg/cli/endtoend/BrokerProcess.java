package vaiwg.cli.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import vaiwg.cli.embedded.EmbeddedKafka;
import vaiwg.schemas.TrustedClasses;

/** A Kafka broker in a JVM of its own, which can be killed and started again at the same address. */
final class BrokerProcess implements AutoCloseable {
    private static final String READY = "ready";

    private final Process process;
    private final String bootstrapServers;

    private BrokerProcess(Process process, String bootstrapServers) {
        this.process = process;
        this.bootstrapServers = bootstrapServers;
    }

    /** Returns when it answers. */
    static BrokerProcess start(Path folder, int port) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Dlog4j2.configurationFile=log4j2.properties",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerProcess.class.getName(),
                        folder.toString(),
                        Integer.toString(port)))
                .redirectError(
                        folder.resolveSibling(folder.getFileName() + ".log").toFile())
                .start();
        BufferedReader lines = process.inputReader();
        if (!READY.equals(lines.readLine())) {
            process.destroyForcibly();
            throw new AssertionError("the broker did not start; see the log beside " + folder);
        }
        return new BrokerProcess(process, "127.0.0.1:" + port);
    }

    /** Ends when its standard input does, so also when the test's JVM is killed. */
    public static void main(String[] args) throws IOException {
        TrustedClasses.register();
        try (EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(args[0]), Integer.parseInt(args[1]))) {
            System.out.println(READY);
            while (System.in.read() >= 0) {
                // Nothing is said on it.
            }
        }
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    /** As {@code kill -9} does; returns when it is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
