package vaiwg.jobs.reconcile;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vaiwg.jobs.store.Query;
import vaiwg.schemas.EventStream;

/**
 * Topics that were written anew, without a data subject or without old names.
 *
 * @param oldTopics prefix of those that were replaced
 * @param newTopics prefix of those in their place
 * @param isPublished whether the newest publication is of the new ones
 */
record ReplacedTopics(LocalDate day, String oldTopics, String newTopics, boolean isPublished) {
    private static final String NEWEST_FIRST = "SELECT (at AT TIME ZONE 'Europe/London')::date, old_topics, new_topics"
            + " FROM erasure ORDER BY at DESC";

    /**
     * Looks whether topics that are asked for were replaced by those of a publication, or the other way round.
     *
     * @param published as {@code kpi_publication.topics} has it
     * @param asked prefix of the others
     */
    static Optional<ReplacedTopics> between(Connection connection, String published, String asked)
            throws SQLException {
        List<ReplacedTopics> all = Query.rows(
                connection,
                NEWEST_FIRST,
                row -> new ReplacedTopics(
                        row.getObject(1, LocalDate.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(2).equals(asked)));
        return all.stream()
                .filter(one -> one.isPublished || one.newTopics.equals(asked))
                .filter(one -> areOf(one.isPublished ? one.newTopics : one.oldTopics, published))
                .findFirst();
    }

    private static boolean areOf(String prefix, String topics) {
        return (" " + topics).contains(" " + EventStream.CRIME_RECORDING.topic(prefix) + "=");
    }

    /** What the publication is of, and what to do. */
    String inWords() {
        return isPublished
                ? "the topics %s*, by which an erasure of %s replaced these: name them with --topic-prefix %s."
                        .formatted(newTopics, day, newTopics)
                : "the topics %s*, which an erasure of %s replaced by these: start the job once with --topic-prefix %s --fresh --new-publication, and compare what it publishes."
                        .formatted(oldTopics, day, newTopics);
    }
}
