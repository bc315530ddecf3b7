package vaiwg.jobs.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import vaiwg.jobs.admission.FeedClock;
import vaiwg.schemas.EventStream;

/** How far each stream is complete. */
final class FeedRows implements Upsert<FeedClock> {
    private static final String INSERT =
            "INSERT INTO kpi_feed (force, stream, complete_through, updated_at) VALUES ('all', ?, ?, now())"
                    + " ON CONFLICT (force, stream) DO UPDATE"
                    + " SET complete_through = excluded.complete_through, updated_at = excluded.updated_at";

    @Override
    public Object key(FeedClock clock) {
        return clock.stream;
    }

    @Override
    public void write(Connection connection, Collection<FeedClock> clocks) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (FeedClock clock : clocks) {
                insert.setString(1, EventStream.values()[clock.stream].slug());
                insert.setTimestamp(2, new Timestamp(clock.clock));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
