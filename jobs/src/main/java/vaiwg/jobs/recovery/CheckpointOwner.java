package vaiwg.jobs.recovery;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import vaiwg.jobs.kafka.TopicReport;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.options.StateBackend;
import vaiwg.jobs.store.Database;
import vaiwg.jobs.store.DatabaseException;
import vaiwg.jobs.store.Query;
import vaiwg.kpis.catalogue.Catalogue;

/**
 * Which log and which tables the checkpoints of a folder belong to. With the places of another log, or without the
 * rows that were written before it, a checkpoint would give wrong figures and not say so.
 *
 * @param log the topics' ids, which a topic that is made anew does not keep
 * @param backend the state backend, which alone reads its checkpoints
 * @param tables when the first publication of published values began; empty before the first start
 * @param deprivation what the file of deprivation says, as a hash, since state has it with each crime; empty where there is no file
 */
public record CheckpointOwner(String log, String tables, StateBackend backend, String deprivation) {
    /**
     * The log, the tables and the catalogue's file of deprivation as they are now.
     *
     * @throws IllegalStateException in one sentence, where Kafka does not answer, or a topic is missing
     * @throws DatabaseException in one sentence, where PostgreSQL cannot be used
     */
    public static CheckpointOwner now(
            KafkaConnection kafka, Database database, StateBackend backend, Catalogue catalogue) {
        try {
            return new CheckpointOwner(
                    TopicReport.of(kafka).requireFit().log(),
                    tables(database),
                    backend,
                    catalogue.maps().deprivation().fingerprint());
        } catch (SQLException e) {
            throw new DatabaseException(database, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the topics were looked at; run the command again.", e);
        }
    }

    static String tables(Database database) throws SQLException {
        try (Connection connection = database.connectOrFail();
                Statement statement = connection.createStatement()) {
            String isEmpty = "SELECT to_regclass('kpi_publication') IS NULL";
            if (Query.rows(connection, isEmpty, found -> found.getBoolean(1)).get(0)) {
                return "";
            }
            // The text of an instant depends on the session's time zone, which the driver takes from the machine.
            statement.execute("SET TIME ZONE 'UTC'");
            String first = "SELECT started_at::text FROM kpi_publication ORDER BY publication LIMIT 1";
            return Query.rows(connection, first, found -> found.getString(1)).stream()
                    .findFirst()
                    .orElse("");
        }
    }

    /** Why checkpoints that belong to these are of no use for those; empty where they are. */
    Optional<String> obstacleFor(CheckpointOwner wanted) {
        if (!log.equals(wanted.log)) {
            return Optional.of("the checkpoints belong to other topics");
        }
        if (!tables.equals(wanted.tables)) {
            return Optional.of("the checkpoints belong to another database");
        }
        if (!deprivation.equals(wanted.deprivation)) {
            return Optional.of("the checkpoints were written with another file of deprivation");
        }
        return backend == wanted.backend
                ? Optional.empty()
                : Optional.of("the checkpoints were written by the state backend " + backend);
    }
}
