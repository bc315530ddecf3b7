package vaiwg.cli.feed.erase;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import vaiwg.jobs.store.Database;
import vaiwg.jobs.store.DatabaseException;
import vaiwg.jobs.store.Query;

/**
 * What the tables hold of a data subject: late events, by their place in the log, and owners' words that name a reference. All else there are
 * counts, which stay.
 */
public record SubjectTables(Database database) {
    private static final String AT_PLACES = " WHERE (topic, kafka_partition, kafka_offset) IN"
            + " (SELECT * FROM unnest(?::text[], ?::int[], ?::bigint[]))";
    private static final String WITH_REFERENCE = "SELECT count(*) FROM kpi_note_row WHERE EXISTS (SELECT FROM"
            + " unnest(?::text[]) AS sought WHERE position(sought IN concat_ws(' ', cause, action, owner)) > 0)";
    private static final String KEEP = "INSERT INTO erasure"
            + " (records, late_events, force, subject, old_topics, new_topics, reason) VALUES (?, ?, ?, ?::text[], ?, ?, ?)";

    private static final String RIGHTS = "SELECT (has_table_privilege('late_event', 'DELETE')"
            + " AND has_table_privilege('erasure', 'INSERT'))::int";

    /**
     * What is kept of an erasure.
     *
     * @param force whose records were looked at; empty where those of all
     * @param subject keyed hashes of the references, by which a later request for the same subject is known, and nothing else; empty where
     *     names were replaced and nobody was sought
     * @param oldTopics prefix of the topics that held the subject
     * @param newTopics prefix of those that hold all the rest
     * @param reason why, and by whose decision
     */
    public record Erasure(String force, List<String> subject, String oldTopics, String newTopics, String reason) {}

    /** Asked before anything is written to Kafka. */
    public void requireRights() {
        if (count(RIGHTS, connection -> List.of()) == 0) {
            throw new DatabaseException("This login of the database may not keep that it was done, or not remove late"
                    + " events: name the owner of the tables with --database-user.");
        }
    }

    public long lateEvents(FoundRecords found) {
        return count("SELECT count(*) FROM late_event" + AT_PLACES, connection -> places(connection, found));
    }

    /** How many rows of owners' words name a reference. */
    public long notes(SubjectReferences references) {
        return count(
                WITH_REFERENCE,
                connection -> List.of(array(connection, "text", references.all().toArray())));
    }

    /** Removes the late events of an erasure and keeps that it was made, in one transaction. */
    public void erase(FoundRecords found, Erasure erasure) {
        try (Connection connection = database.connectOrFail()) {
            connection.setAutoCommit(false);
            long removed;
            try (PreparedStatement late = connection.prepareStatement("DELETE FROM late_event" + AT_PLACES)) {
                set(late, places(connection, found));
                removed = late.executeUpdate();
            }
            keep(connection, found.records(), removed, erasure);
            connection.commit();
        } catch (SQLException e) {
            throw new DatabaseException(database, e);
        }
    }

    /** Keeps that names were replaced in so many records. */
    public void keep(long records, Erasure erasure) {
        try (Connection connection = database.connectOrFail()) {
            keep(connection, records, 0, erasure);
        } catch (SQLException e) {
            throw new DatabaseException(database, e);
        }
    }

    private void keep(Connection connection, long records, long lateEvents, Erasure erasure) throws SQLException {
        try (PreparedStatement kept = connection.prepareStatement(KEEP)) {
            kept.setLong(1, records);
            kept.setLong(2, lateEvents);
            kept.setString(3, erasure.force());
            kept.setArray(4, array(connection, "text", erasure.subject().toArray()));
            kept.setString(5, erasure.oldTopics());
            kept.setString(6, erasure.newTopics());
            kept.setString(7, erasure.reason());
            kept.executeUpdate();
        }
    }

    private long count(String question, Function<Connection, List<Array>> parameters) {
        try (Connection connection = database.connectOrFail()) {
            return Query.rows(
                            connection,
                            question,
                            row -> row.getLong(1),
                            parameters.apply(connection).toArray())
                    .get(0);
        } catch (SQLException e) {
            throw new DatabaseException(database, e);
        }
    }

    private static void set(PreparedStatement statement, List<Array> parameters) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            statement.setArray(i + 1, parameters.get(i));
        }
    }

    private List<Array> places(Connection connection, FoundRecords found) {
        List<FoundRecords.Place> places = found.places();
        return List.of(
                array(
                        connection,
                        "text",
                        places.stream().map(FoundRecords.Place::topic).toArray()),
                array(
                        connection,
                        "int4",
                        places.stream().map(FoundRecords.Place::partition).toArray()),
                array(
                        connection,
                        "int8",
                        places.stream().map(FoundRecords.Place::offset).toArray()));
    }

    private Array array(Connection connection, String type, Object[] elements) {
        try {
            return connection.createArrayOf(type, elements);
        } catch (SQLException e) {
            throw new DatabaseException(database, e);
        }
    }
}
