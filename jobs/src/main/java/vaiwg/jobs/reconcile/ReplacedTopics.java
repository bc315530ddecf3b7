package vaiwg.jobs.reconcile;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import vaiwg.jobs.store.Query;
import vaiwg.schemas.EventStream;

/** Topics that an erasure wrote anew, without a data subject or without old names. */
final class ReplacedTopics {
    private static final String NEWEST_FIRST =
            "SELECT (at AT TIME ZONE 'Europe/London')::date, old_topics, new_topics" + " FROM erasure ORDER BY at DESC";

    private ReplacedTopics() {}

    /**
     * Of which topics a publication is, and what to do; empty where no erasure put one's topics in the place of the other's.
     *
     * @param published as {@code kpi_publication.topics} has it
     * @param asked prefix of the topics with which it was to be compared
     */
    static Optional<String> inWords(Connection connection, String published, String asked) throws SQLException {
        List<Optional<String>> all = Query.rows(
                connection,
                NEWEST_FIRST,
                row -> inWords(row.getString(1), row.getString(2), row.getString(3), published, asked));
        return all.stream().flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> inWords(String day, String old, String anew, String published, String asked) {
        if (asked.equals(anew) && isOf(old, published)) {
            return Optional.of(
                    "the topics %s*, which an erasure of %s replaced by these: start the job once with --topic-prefix %s --fresh --new-publication, and compare what it publishes."
                            .formatted(old, day, anew));
        }
        return asked.equals(old) && isOf(anew, published)
                ? Optional.of(
                        "the topics %s*, by which an erasure of %s replaced these: name them with --topic-prefix %s."
                                .formatted(anew, day, anew))
                : Optional.empty();
    }

    private static boolean isOf(String prefix, String topics) {
        return (" " + topics).contains(" " + EventStream.CRIME_RECORDING.topic(prefix) + "=");
    }
}
