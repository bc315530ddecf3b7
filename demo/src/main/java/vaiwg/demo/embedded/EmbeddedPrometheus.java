package vaiwg.demo.embedded;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.options.HttpEndpoint;

/**
 * The Prometheus server of this machine, with its data in a folder, on a free port of 127.0.0.1, ready to be written to.
 *
 * <p>Like the database it is a process of its own; what a killed run left in the folder is stopped first.
 */
public final class EmbeddedPrometheus implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPrometheus.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 50;
    private static final String SHUTDOWN = "TERM";
    private static final String TARGETS = "targets.json";

    private final ServerProcess process;
    private final String url;
    private final Path settings;

    private EmbeddedPrometheus(ServerProcess process, String url, Path settings) {
        this.process = process;
        this.url = url;
        this.settings = settings;
    }

    /** The program {@code prometheus} on the PATH, if it is installed. */
    public static Optional<Path> program() {
        return program("prometheus", Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    static Optional<Path> program(String name, String searchPath) {
        for (String folder : searchPath.split(File.pathSeparator, -1)) {
            try {
                Path candidate = Path.of(folder, name);
                if (!folder.isEmpty() && Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
                    return Optional.of(candidate);
                }
            } catch (InvalidPathException e) {
                LOG.debug("An entry of the PATH is not a path", e);
            }
        }
        return Optional.empty();
    }

    /** As the other one, with no variables. */
    public static EmbeddedPrometheus start(Path program, Path configuration, Path folder) {
        return start(program, configuration, folder, Map.of());
    }

    /**
     * Starts a server and returns when it is ready.
     *
     * @param program as found by {@link #program()}
     * @param configuration the server's configuration file; it must set an out-of-order window as long as the history. It is copied
     *     into the folder with the {@code rules} beside it, so that {@link #scrape} can write there what is to be scraped
     * @param folder where the server keeps its data, process id and log; made when it is not there yet
     * @param variables to which the external labels of the configuration may refer
     * @throws CommandFailure when the configuration is rejected or the server does not start
     */
    public static EmbeddedPrometheus start(
            Path program, Path configuration, Path folder, Map<String, String> variables) {
        try {
            Files.createDirectories(folder);
            Path root = folder.toRealPath();
            stopLeftover(root);
            String ownArgument = ownArgument(root);
            int port = FreePorts.find(1).get(0);
            Path settings = root.resolve("settings");
            Path copied = copy(configuration, settings);
            ProcessBuilder builder = new ProcessBuilder(command(program, copied, ownArgument, port));
            builder.environment().putAll(variables);
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            root.resolve("prometheus.log").toFile()))
                    .start();
            Files.writeString(pidFile(root), process.pid() + "\n");
            EmbeddedPrometheus prometheus = new EmbeddedPrometheus(
                    new ServerProcess(process.toHandle(), ownArgument), "http://127.0.0.1:" + port, settings);
            prometheus.awaitReady(process);
            return prometheus;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.unreachable("Interrupted while Prometheus started; run the command again.", e);
        } catch (IOException e) {
            throw CommandFailure.unreachable(
                    "Prometheus did not start with " + configuration + "; see prometheus.log in " + folder + ".", e);
        }
    }

    private static Path copy(Path configuration, Path settings) throws IOException {
        Path rules = Files.createDirectories(settings.resolve("rules"));
        Path originals = configuration.resolveSibling("rules");
        if (Files.isDirectory(originals)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(originals, "*.yml")) {
                for (Path file : files) {
                    Files.copy(file, rules.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        Files.deleteIfExists(settings.resolve(TARGETS));
        return Files.copy(configuration, settings.resolve("prometheus.yml"), StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Has the server scrape a port of this machine from now on, if its configuration reads {@code targets.json} beside it.
     *
     * @throws CommandFailure when the file cannot be written
     */
    public void scrape(int port) {
        try {
            Path written = Files.writeString(
                    settings.resolve(TARGETS + ".new"), "[{\"targets\": [\"127.0.0.1:" + port + "\"]}]\n");
            Files.move(written, settings.resolve(TARGETS), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw CommandFailure.unreachable("Prometheus cannot be told what to scrape in " + settings + ".", e);
        }
    }

    /** Stops the server of a run that was killed, if there is one in the folder. */
    static void stopLeftover(Path folder) throws IOException, InterruptedException {
        Path root = folder.toRealPath();
        Optional<ServerProcess> leftover = ServerProcess.find(pidFile(root), ownArgument(root));
        if (leftover.isPresent()) {
            leftover.get().stop(SHUTDOWN);
        }
    }

    private static Path pidFile(Path root) {
        return root.resolve("prometheus.pid");
    }

    private static String ownArgument(Path root) {
        return "--storage.tsdb.path=" + root.resolve("data");
    }

    private static List<String> command(Path program, Path configuration, String storage, int port) {
        List<String> command = new ArrayList<>();
        // Ctrl-C in a terminal goes to the whole session: in its own, Prometheus ends when its turn comes.
        program("setsid", Optional.ofNullable(System.getenv("PATH")).orElse(""))
                .ifPresent(setsid -> command.add(setsid.toString()));
        command.addAll(List.of(
                program.toString(),
                "--config.file=" + configuration.toAbsolutePath(),
                storage,
                "--web.listen-address=127.0.0.1:" + port,
                "--web.enable-remote-write-receiver",
                // From 3.0 on that is so without it.
                "--enable-feature=expand-external-labels",
                // The default of 15 days would delete the history while it is being written.
                "--storage.tsdb.retention.time=10y",
                // With blocks of two hours, three years written out of order are compacted for longer than they take to
                // write.
                "--storage.tsdb.min-block-duration=30d",
                "--storage.tsdb.max-block-duration=30d",
                "--log.level=warn"));
        return command;
    }

    private void awaitReady(Process started) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(1))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        HttpRequest ready = HttpRequest.newBuilder(URI.create(url + "/-/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        long start = System.nanoTime();
        while (!answers(client, ready)) {
            if (started.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IOException("it ended with exit code " + started.exitValue());
            }
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                process.stop(SHUTDOWN);
                throw new IOException("it is not ready after " + PATIENCE.toSeconds() + " seconds");
            }
        }
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            LOG.debug("Prometheus does not answer yet", e);
            return false;
        }
    }

    /** Where it answers, for example {@code http://127.0.0.1:9090}; the port changes from start to start. */
    public String url() {
        return url;
    }

    public HttpEndpoint writes() {
        return HttpEndpoint.of(URI.create(url + "/api/v1/write"));
    }

    public long pid() {
        return process.handle().pid();
    }

    /** Stops the server; returns when its process has ended. */
    @Override
    public void close() throws IOException, InterruptedException {
        process.stop(SHUTDOWN);
    }

    /** The server, which outlives a kill of this JVM. */
    ServerProcess process() {
        return process;
    }
}
