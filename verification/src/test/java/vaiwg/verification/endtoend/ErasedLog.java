package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import vaiwg.jobs.store.Database;

/**
 * A log that was written anew, and what a comparison with the one or the other says of it.
 *
 * @param old as it was
 * @param anew what stands in its place
 */
record ErasedLog(EventLog old, EventLog anew) {
    /** The newest publication is of the old topics: the new ones cannot be compared with it. */
    void requireStillToPublish(Database database) throws SQLException, IOException {
        String day = day(database);
        assertThatThrownBy(() -> Reconciled.of(anew, database))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is of the topics " + old.prefix() + "*, which an erasure of " + day
                        + " replaced by these: start the job once with --topic-prefix " + anew.prefix()
                        + " --fresh --new-publication");
    }

    /** The newest publication is of the new topics: the old ones cannot be compared with it. */
    void requirePublished(Database database) throws SQLException, IOException {
        String day = day(database);
        assertThatThrownBy(() -> Reconciled.of(old, database))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("by which an erasure of " + day
                        + " replaced these: name them with --topic-prefix " + anew.prefix() + ".");
    }

    private static String day(Database database) throws SQLException, IOException {
        return Figures.lines(database, "SELECT (at AT TIME ZONE 'Europe/London')::date FROM erasure")
                .get(0);
    }
}
