package vaiwg.demo.synthetic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final SourceTotals totals;
    private final StalkingVersions versions = new StalkingVersions();
    /** By the day of the history that they wait for; one beyond it has all that comes later. */
    private final Map<Integer, List<SyntheticChange>> changes = new HashMap<>();

    private final Map<Integer, List<FeedRecord>> deliveries = new HashMap<>();

    Simulation(long seed, ForceCalendar calendar, CaseSource source) {
        this.calendar = calendar;
        this.source = source;
        tally = new Truth.Tally(calendar);
        delivery = new SyntheticDelivery(seed, calendar, tally);
        totals = new SourceTotals(calendar);
    }

    /** Hands over the records of the whole history in the order of their timestamps; may be called once. */
    void run(Consumer<FeedRecord> sink) {
        for (int day = 0; day < calendar.days(); day++) {
            source.casesOf(day, this::take);
            for (SyntheticChange change : take(changes, day, SyntheticChange.IN_ORDER)) {
                versions.number(change);
                tally.count(change.stream());
                totals.count(change);
                delivery.deliver(change, this::send);
            }
            long midnight = calendar.midnight(day);
            progress(day, midnight, midnight + PROGRESS_BEHIND, this::send);
            take(deliveries, day, Comparator.comparingLong(FeedRecord::timestamp))
                    .forEach(sink);
        }
        progress(calendar.days(), calendar.end(), calendar.end(), sink);
    }

    private void take(SimulatedCase simulated) {
        tally.add(simulated);
        for (SyntheticChange change : simulated.changes()) {
            int day = change.changedAt() < calendar.end() ? calendar.dayOf(change.changedAt()) : calendar.days();
            add(changes, day, change);
        }
    }

    private void send(FeedRecord record) {
        add(deliveries, calendar.dayOf(record.timestamp()), record);
    }

    private <T> void add(Map<Integer, List<T>> waiting, int day, T item) {
        waiting.computeIfAbsent(Math.min(day, calendar.days()), bucket -> new ArrayList<>())
                .add(item);
    }

    private static <T> List<T> take(Map<Integer, List<T>> waiting, int day, Comparator<T> order) {
        List<T> taken = Optional.ofNullable(waiting.remove(day)).orElseGet(ArrayList::new);
        taken.sort(order);
        return taken;
    }

    private void progress(int day, long completeThrough, long timestamp, Consumer<FeedRecord> sink) {
        for (EventStream stream : EventStream.values()) {
            Progress progress = Progress.newBuilder()
                    .setCompleteThrough(Instant.ofEpochMilli(completeThrough))
                    .setProducer(PRODUCER)
                    .setTotals(totals.tell(stream, day))
                    .build();
            sink.accept(new FeedRecord(stream, null, timestamp, progress));
        }
    }

    /** The truth about the history; complete once it has run. */
    Truth truth() {
        return tally.truth();
    }

    /** What happens after the end to cases that are known by then, in order; to be taken once, after the run. */
    List<SyntheticChange> future() {
        return take(changes, calendar.days(), SyntheticChange.IN_ORDER);
    }

    StalkingVersions versions() {
        return versions;
    }
}
