package vaiwg.demo.synthetic;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Progress;

/**
 * Runs a history day by day: the cases of the day are made, their changes wait for the day on which they happen, and the
 * deliveries for the day on which they arrive. Only open cases and records on their way are held in memory.
 */
final class Simulation {
    /** Progress is said ten minutes behind the clock, so the one at ten past midnight completes the day before. */
    private static final long PROGRESS_BEHIND = 10 * ForceCalendar.MINUTE;

    private static final String PRODUCER = "synthetic";

    private final ForceCalendar calendar;
    private final CaseSource source;
    private final Truth.Tally tally;
    private final SyntheticDelivery delivery;
    private final StalkingVersions versions = new StalkingVersions();
    private final DayBuckets<SyntheticChange> changes;
    private final DayBuckets<FeedRecord> deliveries;

    Simulation(long seed, ForceCalendar calendar, CaseSource source) {
        this.calendar = calendar;
        this.source = source;
        tally = new Truth.Tally(calendar);
        delivery = new SyntheticDelivery(seed, calendar.end(), tally);
        changes = new DayBuckets<>(calendar.days(), SyntheticChange.IN_ORDER);
        deliveries = new DayBuckets<>(calendar.days(), Comparator.comparingLong(FeedRecord::timestamp));
    }

    /** Hands over the records of the whole history in the order of their timestamps; may be called once. */
    void run(Consumer<FeedRecord> sink) {
        for (int day = 0; day < calendar.days(); day++) {
            source.casesOf(day, this::take);
            for (SyntheticChange change : changes.take(day)) {
                versions.number(change);
                tally.count(change.stream());
                delivery.deliver(change, this::send);
            }
            long midnight = calendar.midnight(day);
            progress(midnight, midnight + PROGRESS_BEHIND, this::send);
            deliveries.take(day).forEach(sink);
        }
        progress(calendar.end(), calendar.end(), sink);
    }

    private void take(SimulatedCase simulated) {
        tally.add(simulated);
        for (SyntheticChange change : simulated.changes()) {
            int day = change.changedAt() < calendar.end() ? calendar.dayOf(change.changedAt()) : calendar.days();
            changes.add(day, change);
        }
    }

    private void send(FeedRecord record) {
        deliveries.add(calendar.dayOf(record.timestamp()), record);
    }

    private static void progress(long completeThrough, long timestamp, Consumer<FeedRecord> sink) {
        for (EventStream stream : EventStream.values()) {
            Progress progress = new Progress(Instant.ofEpochMilli(completeThrough), PRODUCER);
            sink.accept(new FeedRecord(stream, null, timestamp, progress));
        }
    }

    /** The truth about the history; complete once it has run. */
    Truth truth() {
        return tally.truth();
    }

    /** What happens after the end to cases that are known by then, in order; to be taken once, after the run. */
    List<SyntheticChange> future() {
        return changes.take(calendar.days());
    }

    StalkingVersions versions() {
        return versions;
    }
}
