package vaiwg.jobs.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import vaiwg.jobs.admission.LateEvent;
import vaiwg.schemas.EventStream;

/** Events that came after their time, by their place in the log. */
final class LateRows implements Upsert<LateEvent> {
    private static final String INSERT =
            "INSERT INTO late_event (topic, kafka_partition, kafka_offset, force, stream, event_id, changed_at, admitted_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";

    @Override
    public Object key(LateEvent late) {
        return List.of(late.topic, late.partition, late.offset);
    }

    @Override
    public void write(Connection connection, Collection<LateEvent> events) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (LateEvent late : events) {
                insert.setString(1, late.topic);
                insert.setInt(2, late.partition);
                insert.setLong(3, late.offset);
                insert.setString(4, late.force);
                insert.setString(5, EventStream.values()[late.stream].slug());
                insert.setString(6, late.eventId);
                insert.setTimestamp(7, new Timestamp(late.changedAt));
                insert.setTimestamp(8, new Timestamp(late.admittedAt));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
