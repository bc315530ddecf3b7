package vaiwg.demo.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Utils;
import vaiwg.board.files.PrivateFiles;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.options.PasswordFile;
import vaiwg.jobs.store.Database;
import vaiwg.jobs.store.Query;

/**
 * A PostgreSQL server with its data in a folder, on a free port of 127.0.0.1, for root as for any other user. It asks everybody for
 * a password; its owner's is random, and kept in the folder.
 *
 * <p>The server is a process of its own: it outlives a JVM that is killed, and the next start in the same folder stops it first.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final String NAME = "vaiwg";
    private static final String OWNER = "postgres";
    private static final int PASSWORD_BYTES = 24;
    /** The whole of pg_hba.conf. */
    private static final String ONLY_WITH_PASSWORD = "host all all 127.0.0.1/32 scram-sha-256\n";

    private static final int ANY_PORT = 0;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A system property: a folder of binaries that many databases of one machine share; where it is empty, each unpacks its own. */
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
            // Details of a rejected row would put its values into the log file.
            Map.entry("log_error_verbosity", "terse"));

    private final EmbeddedPostgres postgres;
    private final ServerProcess process;
    private final Path passwordFile;

    private EmbeddedDatabase(EmbeddedPostgres postgres, ServerProcess process, Path passwordFile) {
        this.postgres = postgres;
        this.process = process;
        this.passwordFile = passwordFile;
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
        String shared = System.getProperty(SHARED_BINARIES, "");
        Path binaries = shared.isEmpty() ? folder.resolve("binaries") : Path.of(shared);
        try {
            PrivateFiles.folder(folder);
            Path data = folder.toRealPath().resolve("data");
            stop(data);
            Files.deleteIfExists(lockFile(data));
            Path complete = folder.resolve("complete");
            if (!Files.exists(complete)) {
                // A run that was killed while it made the database leaves a folder with which no server starts.
                Utils.delete(data.toFile());
            }
            EmbeddedDatabase database = startServer(folder, data, binaries, port);
            Files.writeString(complete, "The database in the folder data was made to its end.\n");
            return database;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.unreachable("Interrupted while PostgreSQL started; run the command again.", e);
        } catch (IOException | SQLException | IllegalStateException e) {
            throw CommandFailure.unreachable(
                    "PostgreSQL did not start in " + folder + " (" + e.getMessage()
                            + "); see postgres.log there, or choose another folder.",
                    e);
        }
    }

    private static EmbeddedDatabase startServer(Path folder, Path data, Path binaries, int port)
            throws IOException, InterruptedException, SQLException {
        Path log = folder.resolve("postgres.log");
        Path passwordFile = passwordFile(folder);
        makePasswordIfAbsent(passwordFile);
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setPort(port == ANY_PORT ? FreePorts.find(1).get(0) : port)
                // Sorts by bytes, the same on every machine.
                .setLocaleConfig("locale", "C")
                .setPGStartupWait(PATIENCE)
                .setConnectConfig("password", PasswordFile.read(passwordFile))
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
            EmbeddedDatabase database = new EmbeddedDatabase(postgres, process, passwordFile);
            database.requirePassword(data.resolve("pg_hba.conf"));
            database.createIfAbsent();
            return database;
        } catch (IOException | SQLException | RuntimeException e) {
            stop(data);
            throw e;
        }
    }

    private static Optional<ServerProcess> find(Path data) throws IOException {
        return ServerProcess.find(lockFile(data), data.toString());
    }

    /**
     * A server that was killed leaves it, and the next does not start as long as there is a process of that number: one that nobody has
     * waited for yet, or another that has the number now. Processes that still use the data are found by their shared memory all the same.
     */
    private static Path lockFile(Path data) {
        return data.resolve("postmaster.pid");
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

    private static void makePasswordIfAbsent(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            PrivateFiles.write(file, Base64.getUrlEncoder().encodeToString(random) + "\n");
        }
    }

    /** A server is made without a password; from the end of its first start on it asks for one. It reloads before it lets the next in. */
    private void requirePassword(Path rules) throws IOException, SQLException {
        if (Files.readString(rules).equals(ONLY_WITH_PASSWORD)) {
            return;
        }
        try (Connection connection = database(OWNER).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER ROLE " + OWNER + " PASSWORD '" + PasswordFile.read(passwordFile) + "'");
            Files.writeString(rules, ONLY_WITH_PASSWORD);
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    private void createIfAbsent() throws SQLException {
        try (Connection connection = database(OWNER).connect();
                Statement statement = connection.createStatement()) {
            String same = "SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'";
            if (Query.rows(connection, same, found -> NAME).isEmpty()) {
                statement.execute("CREATE DATABASE " + NAME);
            }
        }
    }

    /** The project's database, for the owner of everything; the port changes from start to start. */
    public Database database() {
        return database(NAME);
    }

    /** Another database of this server, likewise. */
    public Database database(String name) {
        return new Database(
                "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + name,
                OWNER,
                PasswordFile.read(passwordFile));
    }

    /** The file with the owner's password, of the server in that folder. */
    public static Path passwordFile(Path folder) {
        return folder.resolve("password");
    }

    /** The port on 127.0.0.1, for other clients such as psql. */
    public int port() {
        return postgres.getPort();
    }

    public long pid() {
        return process.handle().pid();
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
