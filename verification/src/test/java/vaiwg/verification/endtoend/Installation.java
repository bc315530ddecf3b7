package vaiwg.verification.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.flink.util.function.SerializableSupplier;
import vaiwg.cli.feed.Feed;
import vaiwg.cli.run.LocalJob;
import vaiwg.demo.embedded.EmbeddedDatabase;
import vaiwg.demo.embedded.EmbeddedKafka;
import vaiwg.demo.embedded.FreePorts;
import vaiwg.jobs.FigureOutputs;
import vaiwg.jobs.JobOptions;
import vaiwg.jobs.options.CheckpointOptions;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.options.LocalPorts;
import vaiwg.jobs.options.PublicationOptions;
import vaiwg.jobs.store.Database;
import vaiwg.jobs.store.Migrations;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.schemas.TrustedClasses;

/**
 * One Kafka and one PostgreSQL, on which any number of runs of the job can be made, one after the other or side by side: each log
 * has topics of its own, each run a database of its own. Tests get it by {@link InstallationExtension}.
 */
final class Installation implements AutoCloseable {
    static final int PARTITIONS = 2;
    private static final String TEMPLATE = "with_tables";

    static {
        TrustedClasses.register();
    }

    private final AtomicInteger made = new AtomicInteger();
    private final Path folder;
    private final EmbeddedKafka kafka;
    private final EmbeddedDatabase postgres;
    private boolean hasTemplate;

    private Installation(Path folder, EmbeddedKafka kafka, EmbeddedDatabase postgres) {
        this.folder = folder;
        this.kafka = kafka;
        this.postgres = postgres;
    }

    static Installation start() throws IOException {
        Path folder = Files.createTempDirectory("vaiwg-end-to-end");
        EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"));
        return new Installation(folder, kafka, EmbeddedDatabase.start(folder.resolve("postgres")));
    }

    /** New, empty topics. */
    EventLog newLog() {
        return newLog("log" + made.incrementAndGet() + '.');
    }

    /** New, empty topics of a prefix that is in use nowhere else. */
    EventLog newLog(String prefix) {
        kafka.createTopics(prefix, PARTITIONS);
        return new EventLog(kafka.connection(prefix));
    }

    /** New topics that hold a history. */
    EventLog logOf(Feed feed) {
        EventLog log = newLog();
        log.play(feed);
        return log;
    }

    /** Starts the job on a log; it goes on reading until it is stopped. */
    JobRun start(EventLog log, RunSettings settings) throws IOException, SQLException {
        return start(log, settings, ShippedCatalogue::get);
    }

    /** Likewise with other measures than the shipped ones. */
    JobRun start(EventLog log, RunSettings settings, SerializableSupplier<Catalogue> catalogue)
            throws IOException, SQLException {
        // A blank, as a folder of a user may have it.
        Path checkpoints = newFolder("check points");
        Database database = settings.into.isPresent() ? settings.into.get() : newDatabase();
        List<Integer> ports = FreePorts.find(1);
        JobOptions options = new JobOptions(
                log.connection(),
                new EventOptions(Forces.any(), EventOptions.DEFAULT_EARLIEST, settings.schemaRegistry),
                database,
                FigureOutputs.to(settings.remoteWrite),
                new PublicationOptions(
                        settings.dailyFrom,
                        settings.totalsDaily,
                        Optional.of(settings.historyEnd),
                        // Other measures of a test are not of a newer version.
                        settings.into.isPresent()),
                new CheckpointOptions(checkpoints, settings.checkpointEvery, settings.restoreFrom, settings.backend),
                settings.parallelism,
                new LocalPorts(0, ports.get(0)));
        return new JobRun(LocalJob.startOrFail(options, catalogue), database, checkpoints, ports.get(0));
    }

    /** Reads a log whose history is complete to its end, and leaves nothing running. */
    Figures replay(EventLog log, RunSettings settings) throws Exception {
        try (JobRun run = start(log, settings)) {
            run.awaitSnapshot(settings.historyEnd);
            run.stop();
            return run.figures();
        }
    }

    /** A new folder that is deleted with the installation. */
    Path newFolder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name + made.incrementAndGet()));
    }

    /** A new database with the tables, and nothing in them: a copy of one, which is made once. */
    synchronized Database newDatabase() throws SQLException {
        if (!hasTemplate) {
            create(TEMPLATE, "");
            Migrations.apply(postgres.database(TEMPLATE));
            hasTemplate = true;
        }
        String name = "run" + made.incrementAndGet();
        create(name, " TEMPLATE " + TEMPLATE);
        return postgres.database(name);
    }

    /** A new database with nothing in it, not even tables. */
    Database emptyDatabase() throws SQLException {
        String name = "empty" + made.incrementAndGet();
        create(name, "");
        return postgres.database(name);
    }

    /** Likewise, of a new login that owns it and has no other rights. */
    Database emptyDatabaseOf(String login) throws SQLException {
        String password = "of-" + login;
        try (Connection connection = postgres.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + login + " LOGIN PASSWORD '" + password + "'");
        }
        String name = "empty" + made.incrementAndGet();
        create(name, " OWNER " + login);
        return new Database(postgres.database(name).url(), login, password);
    }

    /** A copy of a database to which nobody is connected, as a backup of it that is restored. */
    Database copyOf(Database database) throws SQLException {
        String name = "copy" + made.incrementAndGet();
        create(name, " TEMPLATE " + database.url().replaceFirst(".*/([^?]*).*", "$1"));
        return postgres.database(name);
    }

    private void create(String name, String as) throws SQLException {
        try (Connection connection = postgres.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + as);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        postgres.close();
        kafka.close();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
