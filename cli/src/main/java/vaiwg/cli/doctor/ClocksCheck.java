package vaiwg.cli.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import vaiwg.cli.feed.ClockDifference;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.store.Database;
import vaiwg.kpis.time.PartitionClock;

/**
 * Whether this machine's clock and those of the servers agree as far as figures need it. Kafka's own is known by what it writes alone, and
 * nothing is written here: it is only seen where it is ahead. The heartbeat compares it both ways.
 */
public final class ClocksCheck implements Check {
    private final Supplier<KafkaConnection> kafka;
    private final Supplier<Database> database;
    private final Clock clock;

    public ClocksCheck(Supplier<KafkaConnection> kafka, Supplier<Database> database, Clock clock) {
        this.kafka = kafka;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "clocks";
    }

    @Override
    public Set<String> needs() {
        return Set.of(TopicsCheck.NAME, DatabaseCheck.NAME);
    }

    @Override
    public void look(Findings found) throws InterruptedException {
        Instant before = clock.instant();
        Instant there = DatabaseRows.ask(
                        database.get(),
                        "SELECT clock_timestamp()",
                        row -> row.getTimestamp(1).toInstant())
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
}
