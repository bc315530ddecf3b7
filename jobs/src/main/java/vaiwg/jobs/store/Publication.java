package vaiwg.jobs.store;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.DefinitionsVersion;

/**
 * A publication: all that is published under one set of definitions. Newer definitions, or a deliberate decision, begin a new one; the old
 * one stays, with its dictionary.
 *
 * @param dailyFrom the day number from which rows of all slices are kept daily; it stays what it was when the publication began
 */
public record Publication(int number, int dailyFrom) implements Serializable {
    private static final String NEWEST =
            "SELECT publication, daily_from, catalogue, version, topics FROM kpi_publication ORDER BY publication DESC LIMIT 1";

    /**
     * Finds the publication that a job goes on with, or begins one, in one transaction.
     *
     * @param connection in no transaction
     * @param topics the log of which its figures are, as {@link vaiwg.jobs.kafka.TopicReport#log} names it
     * @param dailyFrom for a new publication
     * @param evenIfNotNewer whether definitions that are others, and not newer, or other topics may begin a new publication
     * @throws DatabaseException in one sentence, where other definitions are not newer, or the figures there are of other topics, and that
     *     was not allowed
     */
    public static Publication current(
            Connection connection, Catalogue catalogue, String topics, LocalDate dailyFrom, boolean evenIfNotNewer)
            throws SQLException {
        // One at a time, and the one that will publish takes it again.
        PublicationLock.take(connection);
        connection.setAutoCommit(false);
        Publication found;
        try (Statement select = connection.createStatement();
                ResultSet newest = select.executeQuery(NEWEST)) {
            if (!newest.next()) {
                found = begin(connection, 1, catalogue, dailyFrom, "the first");
            } else {
                int number = newest.getInt("publication");
                int version = newest.getInt("version");
                boolean newer = DefinitionsVersion.NUMBER > version || evenIfNotNewer;
                boolean ofOthers = isOfOthers(newest.getString("topics"), topics);
                if (ofOthers && !evenIfNotNewer) {
                    throw new DatabaseException(otherTopics(number));
                }
                if (ofOthers) {
                    found = begin(connection, number + 1, catalogue, dailyFrom, "other topics");
                } else if (newest.getString("catalogue").equals(catalogue.fingerprint())) {
                    found = new Publication(number, day(newest.getObject("daily_from", LocalDate.class)));
                    if (newer) {
                        goOn(connection, number, catalogue);
                    }
                } else if (newer) {
                    found = begin(connection, number + 1, catalogue, dailyFrom, "definitions changed");
                } else {
                    throw new DatabaseException(otherDefinitions(number, version));
                }
            }
        }
        keepTopics(connection, found.number(), topics);
        // Whichever build it is: a site's files change without one.
        Registers.writeOfSites(connection, found.number(), catalogue.sites());
        connection.commit();
        connection.setAutoCommit(true);
        return found;
    }

    /**
     * Whether figures are of other topics than these. A publication of an earlier build does not say of which topics it is; a newer build may
     * have more of them.
     *
     * @param kept as {@code kpi_publication.topics} has it
     */
    public static boolean isOfOthers(String kept, String topics) {
        if (kept == null) {
            return false;
        }
        Map<String, String> ids = idsByName(topics);
        Map<String, String> common = idsByName(kept);
        common.keySet().retainAll(ids.keySet());
        return common.isEmpty() || !ids.entrySet().containsAll(common.entrySet());
    }

    private static Map<String, String> idsByName(String topics) {
        return Stream.of(topics.split(" "))
                .map(topic -> topic.split("="))
                .collect(Collectors.toMap(topic -> topic[0], topic -> topic[1]));
    }

    private static String otherTopics(int number) {
        return "The newest publication in the database, %d, is of other topics than these: name the database of these topics, or an empty one, or say --new-publication (VAIWG_NEW_PUBLICATION=true) to begin another from these beside it."
                .formatted(number);
    }

    private static void keepTopics(Connection connection, int number, String topics) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE kpi_publication SET topics = ? WHERE publication = ? AND topics IS DISTINCT FROM ?")) {
            update.setString(1, topics);
            update.setInt(2, number);
            update.setString(3, topics);
            update.executeUpdate();
        }
    }

    private static String otherDefinitions(int number, int version) {
        return "The newest publication in the database, %d, has definitions of version %d, and this build has others of version %d: run the build, and the site folder, that began it, or say --new-publication (VAIWG_NEW_PUBLICATION=true) to begin another under these."
                .formatted(number, version, DefinitionsVersion.NUMBER);
    }

    private static void goOn(Connection connection, int number, Catalogue catalogue) throws SQLException {
        Dictionary.write(connection, number, catalogue);
        Registers.writeOfEveryForce(connection, number, catalogue.sites());
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE kpi_publication SET version = ? WHERE publication = ?")) {
            update.setInt(1, DefinitionsVersion.NUMBER);
            update.setInt(2, number);
            update.executeUpdate();
        }
    }

    private static Publication begin(
            Connection connection, int number, Catalogue catalogue, LocalDate dailyFrom, String reason)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO kpi_publication (publication, started_at, reason, daily_from, catalogue, version)"
                        + " VALUES (?, now(), ?, ?, ?, ?)")) {
            insert.setInt(1, number);
            insert.setString(2, reason);
            insert.setObject(3, dailyFrom);
            insert.setString(4, catalogue.fingerprint());
            insert.setInt(5, DefinitionsVersion.NUMBER);
            insert.executeUpdate();
        }
        Dictionary.write(connection, number, catalogue);
        Registers.writeOfEveryForce(connection, number, catalogue.sites());
        return new Publication(number, day(dailyFrom));
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }
}
