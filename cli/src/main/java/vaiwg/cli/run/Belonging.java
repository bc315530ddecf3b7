package vaiwg.cli.run;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import vaiwg.cli.CommandFailure;
import vaiwg.jobs.kafka.TopicReport;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.store.Database;
import vaiwg.jobs.store.DatabaseException;

/**
 * Which log and which tables the checkpoints of a folder belong to. With the places of another log, or without the
 * rows that were written before it, a checkpoint would give wrong figures and not say so.
 *
 * @param log the topics' ids, which a topic that is made anew does not keep
 * @param tables when the first generation of published values began; empty before the first start
 */
public record Belonging(String log, String tables) {
    private static final String FILE = "belongs-to.properties";

    /**
     * That of the log and the tables as they are now.
     *
     * @throws CommandFailure where Kafka or PostgreSQL does not answer, or a topic is missing
     */
    public static Belonging now(KafkaConnection kafka, Database database) {
        try {
            return new Belonging(TopicReport.of(kafka).requireFit().log(), tables(database));
        } catch (IllegalStateException | DatabaseException e) {
            throw CommandFailure.unreachable("The job did not start: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw CommandFailure.unreachable(
                    "The job did not start: " + new DatabaseException(database, e).getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.unreachable("Interrupted while the topics were looked at; run the command again.", e);
        }
    }

    private static String tables(Database database) throws SQLException {
        try (Connection connection = database.connectOrFail();
                Statement statement = connection.createStatement()) {
            if (isEmpty(statement)) {
                return "";
            }
            try (ResultSet first =
                    statement.executeQuery("SELECT started_at::text FROM kpi_generation ORDER BY generation LIMIT 1")) {
                return first.next() ? first.getString(1) : "";
            }
        }
    }

    private static boolean isEmpty(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("SELECT to_regclass('kpi_generation') IS NULL")) {
            found.next();
            return found.getBoolean(1);
        }
    }

    /** That of the checkpoints in a folder; empty where none was noted. */
    public static Optional<Belonging> of(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return Optional.of(new Belonging(properties.getProperty("log", ""), properties.getProperty("tables", "")));
    }

    /** Notes that the checkpoints of a folder belong to these from now on. */
    public void note(Path folder) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("log", log);
        properties.setProperty("tables", tables);
        Files.createDirectories(folder);
        try (Writer writer = Files.newBufferedWriter(folder.resolve(FILE))) {
            properties.store(writer, "What the checkpoints in this folder belong to");
        }
    }

    /** Why checkpoints that belong to these are of no use for those; empty where they are. */
    public Optional<String> obstacleFor(Belonging wanted) {
        if (!log.equals(wanted.log)) {
            return Optional.of("the checkpoints belong to other topics");
        }
        return tables.equals(wanted.tables)
                ? Optional.empty()
                : Optional.of("the checkpoints belong to another database");
    }
}
