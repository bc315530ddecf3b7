package vaiwg.cli.doctor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.store.Database;
import vaiwg.schemas.EventStream;

/** Who holds the watermark back, and whether the job waits for that, reads what has piled up, or stands still. */
public final class WatermarkCheck implements Check {
    private static final String FEEDS =
            "SELECT stream, complete_through, updated_at FROM kpi_feed_row WHERE force = 'all'";

    private final Supplier<KafkaConnection> kafka;
    private final Supplier<Database> database;
    private final Clock clock;

    public WatermarkCheck(Supplier<KafkaConnection> kafka, Supplier<Database> database, Clock clock) {
        this.kafka = kafka;
        this.database = database;
        this.clock = clock;
    }

    private record Feed(String stream, WatermarkReading.Feed feed) {}

    @Override
    public String name() {
        return "watermark";
    }

    @Override
    public Set<String> needs() {
        return Set.of(TopicsCheck.NAME, JobCheck.NAME);
    }

    @Override
    public void look(Findings found) throws InterruptedException {
        Map<EventStream, WatermarkReading.Feed> feeds = new EnumMap<>(EventStream.class);
        for (Feed row : DatabaseRows.ask(database.get(), FEEDS, WatermarkCheck::feed)) {
            EventStream.ofSlug(row.stream()).ifPresent(stream -> feeds.put(stream, row.feed()));
        }
        Instant now = clock.instant();
        new WatermarkReading(feeds, NewestRecords.of(kafka.get()), now).say(found);
    }

    private static Feed feed(ResultSet row) throws SQLException {
        return new Feed(
                row.getString(1),
                new WatermarkReading.Feed(
                        row.getTimestamp(2).toInstant(), row.getTimestamp(3).toInstant()));
    }
}
