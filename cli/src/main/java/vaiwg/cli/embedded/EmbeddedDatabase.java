package vaiwg.cli.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.cli.CommandFailure;

/**
 * A PostgreSQL server with its data in a folder, on a free port of 127.0.0.1, for root as for any other user.
 *
 * <p>The server is a process of its own: it outlives a JVM that is killed, and the next start in the same folder stops it first.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final String NAME = "vaiwg";
    private static final int ANY_PORT = 0;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A system property: a folder of binaries that many databases of one machine share, where each would unpack its own. */
    public static final String SHARED_BINARIES = "vaiwg.postgres.binaries";

    /** Makes the server disconnect its clients and end in good order; SIGTERM would wait for the clients. */
    private static final String FAST_SHUTDOWN = "INT";

    /** For a bulk load on a small machine. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "50"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("work_mem", "32MB"),
            Map.entry("maintenance_work_mem", "128MB"),
            // A run goes on from a checkpoint, which knows of every commit before it: none may be lost by a kill.
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "off"),
            Map.entry("wal_level", "minimal"),
            Map.entry("max_wal_senders", "0"),
            Map.entry("wal_buffers", "16MB"),
            Map.entry("max_wal_size", "2GB"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("max_parallel_workers_per_gather", "1"),
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            // Details of a refused row would put its values into the log file.
            Map.entry("log_error_verbosity", "terse"));

    private final EmbeddedPostgres postgres;
    private final ServerProcess process;

    private EmbeddedDatabase(EmbeddedPostgres postgres, ServerProcess process) {
        this.postgres = postgres;
        this.process = process;
    }

    /**
     * Starts a server and returns when it answers.
     *
     * @param folder where the server keeps its binaries, its data and its log; made when it is not there yet
     * @throws CommandFailure when the folder cannot be used or the server does not start
     */
    public static EmbeddedDatabase start(Path folder) {
        return start(folder, ANY_PORT);
    }

    /** As {@link #start(Path)}, where clients expect it: on a port that an earlier server had, or 0 for any. */
    public static EmbeddedDatabase start(Path folder, int port) {
        String shared = System.getProperty(SHARED_BINARIES);
        Path binaries = shared == null ? folder.resolve("binaries") : Path.of(shared);
        try {
            Files.createDirectories(folder);
            Path data = folder.toRealPath().resolve("data");
            stop(data);
            Path complete = folder.resolve("complete");
            if (!Files.exists(complete)) {
                deleteUnfinished(data);
            }
            EmbeddedDatabase database = startServer(data, binaries, folder.resolve("postgres.log"), port);
            Files.writeString(complete, "The database in the folder data was made to its end.\n");
            return database;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.unreachable("Interrupted while PostgreSQL started; run the command again.", e);
        } catch (IOException | SQLException | IllegalStateException e) {
            throw CommandFailure.unreachable(
                    "PostgreSQL did not start in " + folder + "; see postgres.log there, or choose another folder.", e);
        }
    }

    /** A run that was killed while it made the database leaves a folder with which no server starts. */
    private static void deleteUnfinished(Path data) throws IOException {
        if (!Files.exists(data)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(data)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }

    private static EmbeddedDatabase startServer(Path data, Path binaries, Path log, int port)
            throws IOException, InterruptedException, SQLException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setPort(port == ANY_PORT ? FreePorts.find(1).get(0) : port)
                // Sorts by bytes, the same on every machine.
                .setLocaleConfig("locale", "C")
                .setPGStartupWait(PATIENCE)
                // A hook of its own would stop the database under the job; the shutdown sequence has the order.
                .setRegisterShutdownHook(false)
                // A pipe to this JVM would break when the JVM is killed.
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()));
        SETTINGS.forEach(builder::setServerConfig);
        try {
            EmbeddedPostgres postgres = builder.start();
            ServerProcess process =
                    find(data).orElseThrow(() -> new IOException("PostgreSQL ended as soon as it had started"));
            EmbeddedDatabase database = new EmbeddedDatabase(postgres, process);
            database.createIfAbsent();
            return database;
        } catch (IOException | SQLException | RuntimeException e) {
            stop(data);
            throw e;
        }
    }

    private static Optional<ServerProcess> find(Path data) throws IOException {
        return ServerProcess.find(data.resolve("postmaster.pid"), data.toString());
    }

    /** Stops the server of a run that was killed, if there is one in the folder. */
    static void stopLeftover(Path folder) throws IOException, InterruptedException {
        stop(folder.toRealPath().resolve("data"));
    }

    private static void stop(Path data) throws IOException, InterruptedException {
        Optional<ServerProcess> leftover = find(data);
        if (leftover.isPresent()) {
            leftover.get().stop(FAST_SHUTDOWN);
        }
    }

    private void createIfAbsent() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                Statement statement = connection.createStatement()) {
            boolean present;
            try (ResultSet found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
                present = found.next();
            }
            if (!present) {
                statement.execute("CREATE DATABASE " + NAME);
            }
        }
    }

    /** Connects as the owner of everything, without a password; the port changes from start to start. */
    public String jdbcUrl() {
        return url(NAME);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database + "?user=postgres";
    }

    /** The port on 127.0.0.1, for other clients such as psql. */
    public int port() {
        return postgres.getPort();
    }

    /** Stops the server; returns when its process has ended. */
    @Override
    public void close() throws IOException, InterruptedException {
        postgres.close();
        process.stop(FAST_SHUTDOWN);
    }

    /** The server, which outlives a kill of this JVM. */
    ServerProcess process() {
        return process;
    }
}
