package vaiwg.jobs.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.jdbc.JdbcConnectionOptions;
import org.apache.flink.connector.jdbc.JdbcExecutionOptions;
import org.apache.flink.connector.jdbc.JdbcStatementBuilder;
import org.apache.flink.connector.jdbc.core.datastream.sink.JdbcSink;
import vaiwg.jobs.knowledge.FeedClock;
import vaiwg.jobs.knowledge.LateEvent;
import vaiwg.jobs.records.OwnerNote;
import vaiwg.jobs.records.StatedTotal;
import vaiwg.jobs.totals.ComparedTotal;
import vaiwg.jobs.totals.ControlTotalText;
import vaiwg.schemas.EventStream;

/** The tables of few rows, a statement each: late events, owners' notes, how far feeds have come, control totals. */
public final class UpsertSinks {
    private static final String LATE =
            "INSERT INTO late_event (topic, kafka_partition, kafka_offset, force, stream, event_id, changed_at, known_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String FEED =
            "INSERT INTO kpi_feed_row (force, stream, complete_through, updated_at) VALUES ('all', ?, ?, now())"
                    + " ON CONFLICT (force, stream) DO UPDATE"
                    + " SET complete_through = excluded.complete_through, updated_at = excluded.updated_at";
    private static final String TOTAL =
            "INSERT INTO kpi_control_total_row (force, stream, counted_from, counted_to, status, code, known_at, stated, received, sentence)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT (force, stream, counted_from, counted_to, status, code, known_at) DO UPDATE"
                    + " SET stated = excluded.stated, received = excluded.received, sentence = excluded.sentence";
    private static final String NOTE =
            "INSERT INTO kpi_note_row (force, signal_id, version, kind, cause, action, post, at, changed_at, event_id, known_at, standing, login,"
                    + " owner, due, done)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";

    private UpsertSinks() {}

    /** Events that came after their time, by their place in the log. */
    public static Sink<LateEvent> lateEvents(Database database) {
        return sink(database, LATE, UpsertSinks::setLate);
    }

    /** How far each stream is complete. */
    public static Sink<FeedClock> feeds(Database database) {
        return sink(database, FEED, (statement, clock) -> {
            statement.setString(1, EventStream.values()[clock.stream].slug());
            statement.setTimestamp(2, new java.sql.Timestamp(clock.clock));
        });
    }

    /** What sources say that they had, beside what was received: a row for each hour as at which it is told. */
    public static Sink<ComparedTotal> totals(Database database) {
        return sink(database, TOTAL, UpsertSinks::setTotal);
    }

    /** What owners said of signals, an event a row, for ever: one that claims a number again is a further row. */
    public static Sink<OwnerNote> notes(Database database) {
        return sink(database, NOTE, UpsertSinks::setNote);
    }

    private static void setLate(PreparedStatement statement, LateEvent late) throws SQLException {
        statement.setString(1, late.topic);
        statement.setInt(2, late.partition);
        statement.setLong(3, late.offset);
        statement.setString(4, late.force);
        statement.setString(5, EventStream.values()[late.stream].slug());
        statement.setString(6, late.eventId);
        statement.setTimestamp(7, new java.sql.Timestamp(late.changedAt));
        statement.setTimestamp(8, new java.sql.Timestamp(late.knownAt));
    }

    private static void setTotal(PreparedStatement statement, ComparedTotal total) throws SQLException {
        StatedTotal stated = total.stated;
        statement.setString(1, stated.force);
        statement.setString(2, EventStream.values()[stated.stream].slug());
        statement.setTimestamp(3, new java.sql.Timestamp(stated.from));
        statement.setTimestamp(4, new java.sql.Timestamp(stated.to));
        statement.setString(5, Objects.requireNonNullElse(stated.status, ""));
        statement.setString(6, Objects.requireNonNullElse(stated.code, ""));
        statement.setTimestamp(7, new java.sql.Timestamp(total.knownAt));
        statement.setLong(8, stated.records);
        statement.setLong(9, total.received);
        statement.setString(10, ControlTotalText.of(total));
    }

    private static void setNote(PreparedStatement statement, OwnerNote note) throws SQLException {
        statement.setString(1, note.force);
        statement.setString(2, note.version.signalId);
        statement.setLong(3, note.version.version);
        statement.setString(4, note.version.acknowledgement ? "acknowledgement" : "note");
        statement.setString(5, note.cause);
        statement.setString(6, note.action);
        statement.setString(7, note.post);
        statement.setTimestamp(8, new java.sql.Timestamp(note.at));
        statement.setTimestamp(9, new java.sql.Timestamp(note.version.changedAt));
        statement.setObject(10, new UUID(note.version.eventHigh, note.version.eventLow));
        statement.setTimestamp(11, new java.sql.Timestamp(note.version.knownAt));
        statement.setString(12, note.standing);
        statement.setString(13, note.login);
        statement.setString(14, note.owner);
        statement.setObject(15, day(note.due), Types.DATE);
        statement.setObject(16, day(note.done), Types.DATE);
    }

    private static LocalDate day(Integer number) {
        return number == null ? null : LocalDate.ofEpochDay(number);
    }

    private static <T> Sink<T> sink(Database database, String statement, JdbcStatementBuilder<T> setter) {
        return JdbcSink.<T>builder()
                .withQueryStatement(statement, setter)
                .withExecutionOptions(JdbcExecutionOptions.builder()
                        .withBatchSize(1_000)
                        .withBatchIntervalMs(Duration.ofMillis(500).toMillis())
                        .withMaxRetries(3)
                        .build())
                .buildAtLeastOnce(new JdbcConnectionOptions.JdbcConnectionOptionsBuilder()
                        .withUrl(database.urlInSchema())
                        .withDriverName("org.postgresql.Driver")
                        .withUsername(database.user())
                        .withPassword(database.password())
                        .build());
    }
}
