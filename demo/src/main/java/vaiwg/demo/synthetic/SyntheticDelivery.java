package vaiwg.demo.synthetic;

import java.util.OptionalLong;
import java.util.function.Consumer;
import vaiwg.cli.feed.FeedRecord;

/**
 * The way of a change to its topic: seconds as a rule; some minutes for a few, so that later records overtake them; hours or days
 * for fewer; and now and then a second copy. What is changed before the history ends also arrives before it ends.
 *
 * @param tally of late deliveries, those held back, and copies
 */
record SyntheticDelivery(long seed, ForceCalendar calendar, Truth.Tally tally) {
    /** Beyond this lag, in milliseconds, a record counts as late: progress records may have passed it. */
    static final long LATE_AFTER = 10 * ForceCalendar.MINUTE;

    private static final long DELIVERY = 51;

    void deliver(SyntheticChange change, Consumer<FeedRecord> sink) {
        Draw draw = Draw.at(
                seed,
                DELIVERY,
                change.changedAt(),
                change.key().hashCode(),
                change.stream().ordinal());
        long lag = lag(draw);
        long prompt = arrival(change.changedAt(), lag, draw);
        OptionalLong heldBack = PlantedShortfall.sentAt(change, calendar);
        long arrivedAt = heldBack.orElse(prompt);
        if (heldBack.isPresent()) {
            tally.countHeldBack();
        }
        send(change, arrivedAt, sink);
        if (draw.chance(Figures.of("duplicate"))) {
            double hours = draw.exponential(Figures.of("duplicate_mean_hours"));
            send(change, arrival(arrivedAt, (long) (hours * ForceCalendar.HOUR) + ForceCalendar.SECOND, draw), sink);
            tally.count(Disturbance.DUPLICATE);
        }
        if (arrivedAt - change.changedAt() > LATE_AFTER) {
            tally.count(Disturbance.LATE);
        }
    }

    private static long lag(Draw draw) {
        double kind = draw.unit();
        if (kind < Figures.of("late")) {
            return LATE_AFTER + (long) (draw.exponential(Figures.of("late_mean_hours")) * ForceCalendar.HOUR) + 1;
        }
        double most = Figures.of("delivery_minutes_at_most") * ForceCalendar.MINUTE;
        if (kind < Figures.of("late") + Figures.of("out_of_order")) {
            return (long) draw.uniform(ForceCalendar.MINUTE, most);
        }
        return (long) Math.min(
                2 * ForceCalendar.SECOND + draw.exponential(Figures.of("delivery_seconds")) * ForceCalendar.SECOND,
                most);
    }

    private long arrival(long from, long lag, Draw draw) {
        return from + lag < calendar.end() ? from + lag : (long) draw.uniform(from, calendar.end());
    }

    private static void send(SyntheticChange change, long timestamp, Consumer<FeedRecord> sink) {
        sink.accept(new FeedRecord(change.stream(), change.key(), timestamp, change.value()));
    }
}
