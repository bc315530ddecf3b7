package vaiwg.cli.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vaiwg.cli.feed.ClockDifference;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.store.Database;
import vaiwg.kpis.time.PartitionClock;
import vaiwg.schemas.EventStream;

/** Whether the clocks agree as far as figures need it, and who holds the watermark back. */
public record TimeChecks(Supplier<KafkaConnection> kafka, Supplier<Database> database, Clock clock) {
    private static final String NOW = "SELECT clock_timestamp()";
    private static final String FEEDS =
            "SELECT stream, complete_through, updated_at FROM kpi_feed_row WHERE force = 'all'";

    private record Feed(String stream, WatermarkReading.Feed feed) {}

    public List<Check> all() {
        return List.of(
                new Check("clocks", this::clocks, KafkaChecks.TOPICS, DatabaseChecks.DATABASE),
                new Check("watermark", this::watermark, KafkaChecks.TOPICS, DatabaseChecks.JOB));
    }

    /**
     * Kafka's own clock is known by what it writes alone, and nothing is written here: it is only seen where it is ahead. The heartbeat
     * compares it both ways.
     */
    private void clocks(Findings found) throws InterruptedException {
        Instant before = clock.instant();
        Instant there = DatabaseChecks.ask(
                        database.get(), NOW, row -> row.getTimestamp(1).toInstant())
                .get(0);
        ClockDifference.sentence(before, there, clock.instant(), "PostgreSQL").ifPresent(found::todo);
        Optional<Instant> newest = NewestRecords.of(kafka.get()).values().stream()
                .flatMap(partitions -> partitions.stream().flatMap(Optional::stream))
                .max(Instant::compareTo);
        Instant now = clock.instant();
        if (newest.filter(time -> time.isAfter(now.plusMillis(PartitionClock.AHEAD)))
                .isPresent()) {
            found.todo("The newest record in Kafka is dated " + Spans.words(Duration.between(now, newest.get()))
                    + " ahead of this machine's clock: correct this clock, or that of the broker.");
        }
        if (found.areWell()) {
            found.ok("The clocks of this machine and of PostgreSQL agree, and no record in Kafka is ahead of them.");
        }
    }

    private void watermark(Findings found) throws InterruptedException {
        Map<EventStream, WatermarkReading.Feed> feeds = new EnumMap<>(EventStream.class);
        List<Feed> rows = DatabaseChecks.ask(
                database.get(),
                FEEDS,
                row -> new Feed(
                        row.getString(1),
                        new WatermarkReading.Feed(
                                row.getTimestamp(2).toInstant(),
                                row.getTimestamp(3).toInstant())));
        rows.forEach(row -> EventStream.ofSlug(row.stream()).ifPresent(stream -> feeds.put(stream, row.feed())));
        Instant now = clock.instant();
        new WatermarkReading(feeds, NewestRecords.of(kafka.get()), StreamsRead.of(kafka.get()), now).say(found);
    }
}
