package vaiwg.demo.synthetic;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Outcome;

/**
 * A synthetic force that goes on after its history, at the pace of the clock: crimes are recorded, open cases get their
 * outcomes. Every event is changed and delivered at the instant of its tick. With a volume above 1 more crimes are recorded,
 * and outcomes that lie ahead are brought forward, so that a board moves while one looks at it.
 *
 * <p>Not safe for use by several threads.
 */
public final class LiveForce {
    /** Chance of a tick, apart from that of the cases. */
    private static final long LIVE = 61;
    /** A stretch that nobody watched. */
    private static final long UNWATCHED = 6 * ForceCalendar.HOUR;

    private final long seed;
    private final ForceCalendar calendar;
    private final Intake intake;
    private final CaseGenerator generator;
    private final UnaryOperator<SimulatedCase> told;
    private final StalkingVersions versions;
    private final double volume;
    private final PriorityQueue<SyntheticChange> records = new PriorityQueue<>(SyntheticChange.IN_ORDER);
    private final PriorityQueue<SyntheticChange> outcomes = new PriorityQueue<>(SyntheticChange.IN_ORDER);
    private final Map<OffenceGroup, Integer> recordedToday = new EnumMap<>(OffenceGroup.class);
    private int today;
    private long last;

    LiveForce(SyntheticForce force, List<SyntheticChange> future, StalkingVersions versions, double volume) {
        if (!(volume >= 1)) {
            throw new IllegalArgumentException("the volume must be at least 1");
        }
        seed = force.seed();
        calendar = force.calendar();
        told = force.told();
        this.versions = versions;
        this.volume = volume;
        intake = force.intake();
        generator = new CaseGenerator(seed, calendar);
        future.forEach(this::expect);
        today = calendar.days();
        last = calendar.end();
    }

    /**
     * Makes what has happened since the last tick, or since the end of the history at the first one; that first stretch, and any of
     * hours in which nobody ticked, is made at the usual volume. Nothing happens where the clock stands still or has been put back.
     */
    public void tick(Instant now, Consumer<FeedRecord> sink) {
        long instant = now.toEpochMilli();
        if (instant <= last) {
            return;
        }
        double pace = last == calendar.end() || instant - last > UNWATCHED ? 1 : volume;
        Draw draw = Draw.at(seed, LIVE, instant);
        double outcomesDue = 0;
        while (last < instant) {
            int day = calendar.dayOf(last);
            long until = Math.min(instant, calendar.midnight(day + 1));
            outcomesDue += record(day, last, until, pace, draw);
            last = until;
        }
        // A share of the crimes recorded has an outcome at any time, so outcomes are brought forward at the same pace.
        int forward = draw.poisson(outcomesDue * (pace - 1) / pace);
        emitDue(records, instant, sink);
        emitDue(outcomes, instant, sink);
        for (int i = 0; i < forward && !outcomes.isEmpty(); i++) {
            emit(outcomes.remove(), instant, sink);
        }
    }

    /** Records the crimes of a stretch within one day; gives the number expected. */
    private double record(int day, long from, long until, double pace, Draw draw) {
        if (day != today) {
            today = day;
            recordedToday.clear();
        }
        double share = (double) (until - from) / ForceCalendar.DAY;
        double expected = 0;
        for (OffenceGroup group : OffenceGroup.values()) {
            double mean = intake.expected(group, day) * share * pace;
            expected += mean;
            int crimes = draw.poisson(mean);
            for (int i = 0; i < crimes; i++) {
                int index = recordedToday.merge(group, 1, Integer::sum) - 1;
                long recordedAt = (long) draw.uniform(from, until);
                told.apply(generator.generate(CasePlan.ordinary(day, group, index), recordedAt))
                        .changes()
                        .forEach(this::expect);
            }
        }
        return expected;
    }

    private void expect(SyntheticChange change) {
        (change.stream() == EventStream.OUTCOME ? outcomes : records).add(change);
    }

    private void emitDue(PriorityQueue<SyntheticChange> queue, long instant, Consumer<FeedRecord> sink) {
        while (!queue.isEmpty() && queue.peek().changedAt() <= instant) {
            emit(queue.remove(), instant, sink);
        }
    }

    /** Hands over a change as made now; what it says about the time before stays, what lay ahead is now. */
    private void emit(SyntheticChange change, long instant, Consumer<FeedRecord> sink) {
        versions.number(change);
        Instant now = Instant.ofEpochMilli(instant);
        Saved.put(change.value(), "changedAt", now);
        if (change.value() instanceof Outcome outcome) {
            outcome.setAssignedAt(earlier(outcome.getAssignedAt(), now));
            outcome.setVictimInformedAt(earlier(outcome.getVictimInformedAt(), now));
            if (outcome.getSupportEnded() != null) {
                outcome.getSupportEnded()
                        .setAt(earlier(outcome.getSupportEnded().getAt(), now));
            }
        }
        sink.accept(new FeedRecord(change.stream(), change.key(), instant, change.value()));
    }

    private static Instant earlier(Instant instant, Instant now) {
        return instant == null || instant.isBefore(now) ? instant : now;
    }
}
