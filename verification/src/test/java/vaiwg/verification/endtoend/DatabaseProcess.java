package vaiwg.verification.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import vaiwg.demo.Await;
import vaiwg.demo.embedded.EmbeddedDatabase;
import vaiwg.jobs.options.PasswordFile;
import vaiwg.jobs.store.Database;
import vaiwg.jobs.store.Migrations;

/** A PostgreSQL server that can be killed and started again at the same address. */
final class DatabaseProcess implements AutoCloseable {
    private final Path folder;
    private final int port;
    private ServerJvm server;

    DatabaseProcess(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        start();
    }

    void start() throws IOException {
        server = ServerJvm.start(ServerJvm.Kind.DATABASE, folder, port);
    }

    /** All its processes stand still; returns them, for {@link StoppedProcesses#goOn}. */
    List<ProcessHandle> stop() throws IOException, InterruptedException {
        ProcessHandle postmaster = postmaster();
        // Stopped it starts no process for a client that connects now, so the list is complete.
        StoppedProcesses.stop(List.of(postmaster));
        List<ProcessHandle> processes = new ArrayList<>(postmaster.descendants().toList());
        StoppedProcesses.stop(processes);
        processes.add(postmaster);
        return processes;
    }

    private ProcessHandle postmaster() throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid"))
                        .get(0)
                        .strip()))
                .orElseThrow();
    }

    /** As {@code kill -9} of the server does; returns when the processes under it have noticed. */
    void kill() throws Exception {
        ProcessHandle postmaster = postmaster();
        StoppedProcesses.stop(List.of(postmaster));
        List<ProcessHandle> processes = new ArrayList<>(postmaster.descendants().toList());
        processes.add(postmaster);
        postmaster.destroyForcibly();
        server.kill();
        Await.until(
                "no process of the database is left",
                () -> processes.stream()
                        .noneMatch(process -> process.isAlive()
                                && process.info().commandLine().isPresent()));
    }

    String url(String name) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    Database database(String name) throws SQLException {
        String password = PasswordFile.read(EmbeddedDatabase.passwordFile(folder));
        try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", password);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        Database database = new Database(url(name), "postgres", password);
        Migrations.apply(database);
        return database;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        server.close();
    }
}
