package vaiwg.verification.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import vaiwg.demo.embedded.EmbeddedDatabase;
import vaiwg.demo.embedded.EmbeddedKafka;
import vaiwg.schemas.TrustedClasses;

/** A server started by a JVM of its own, which can be killed and started again at the same address. */
record ServerJvm(Process process) implements AutoCloseable {
    private static final String READY = "ready";

    /** What it starts. */
    enum Kind {
        /** In the JVM itself. */
        BROKER,
        /** In processes under it. */
        DATABASE
    }

    /** Returns when the server answers. */
    static ServerJvm start(Kind kind, Path folder, int port) throws IOException {
        return start(kind, folder, port, port);
    }

    /** Likewise a broker that tells its clients another port, behind which it is reached. */
    static ServerJvm startBehind(int told, Path folder, int port) throws IOException {
        return start(Kind.BROKER, folder, port, told);
    }

    private static ServerJvm start(Kind kind, Path folder, int port, int told) throws IOException {
        Path log = folder.resolveSibling(folder.getFileName() + ".log");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-D" + EmbeddedDatabase.SHARED_BINARIES + "="
                                + System.getProperty(EmbeddedDatabase.SHARED_BINARIES, ""),
                        "-Dlog4j2.configurationFile=log4j2.properties",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerJvm.class.getName(),
                        kind.name(),
                        folder.toString(),
                        Integer.toString(port),
                        Integer.toString(told)))
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        BufferedReader lines = process.inputReader();
        if (!READY.equals(lines.readLine())) {
            process.destroyForcibly();
            throw new AssertionError("the server did not start: " + Files.readString(log) + serversOwnLog(folder));
        }
        return new ServerJvm(process);
    }

    private static String serversOwnLog(Path folder) throws IOException {
        Path log = folder.resolve("postgres.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    /** Ends when its standard input does, so also when the test's JVM is killed. */
    public static void main(String[] args) throws Exception {
        TrustedClasses.register();
        Path folder = Path.of(args[1]);
        int port = Integer.parseInt(args[2]);
        try (AutoCloseable server = Kind.valueOf(args[0]) == Kind.BROKER
                ? EmbeddedKafka.start(folder, port, told(port, Integer.parseInt(args[3])))
                : EmbeddedDatabase.start(folder, port)) {
            System.out.println(READY);
            while (System.in.read() >= 0) {
                // Nothing is said on it.
            }
        }
    }

    private static Map<String, String> told(int port, int told) {
        return port == told ? Map.of() : Map.of("advertised.listeners", "BROKER://127.0.0.1:" + told);
    }

    long pid() {
        return process.pid();
    }

    /** As {@code kill -9} does; returns when it is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends it in good order. */
    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor();
    }
}
