package vaiwg.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.cli.feed.PureSubjects;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.jobs.decode.Rejection;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.time.PartitionClock;
import vaiwg.schemas.Progress;

/**
 * What the engine's speed rests on: an event sends few deltas with few delta entries, however many measures it touches. The figures and
 * their reasons are in {@code docs/decisions/0142-budgets-of-entries-and-rows.md}.
 */
class BudgetIT {
    /**
     * One of a crime's is for the share of domestic abuse of all crimes, one for its fifth quantity, one for a referral to support; one or
     * two of domestic abuse are for its place.
     */
    private static final double MOST_ENTRIES_AN_EVENT = 4.9;

    /** Each crime of domestic abuse with a cell changes its place. */
    private static final double MOST_DELTAS_AN_EVENT = 1.8;

    /** Each event, update of a person or place, and delta is written and read once. */
    private static final double MOST_EXCHANGED_AN_EVENT = 5;

    private static final long SEED = 7;

    private final PureSubjects subjects = new PureSubjects(ShippedCatalogue.get());
    private final PartitionClock clock = new PartitionClock(PartitionClock.UNSET);
    private long events;
    private long entries;

    @Test
    void an_event_sends_few_deltas_with_few_entries_on_average() {
        SyntheticForce.westMidlands(SEED, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 7, 1))
                .play(this::take);
        assertThat(events).isGreaterThan(10_000);
        System.out.printf(
                "budget: %,d events, %.2f entries, %.2f deltas and %.2f updates an event%n",
                events,
                (double) entries / events,
                (double) subjects.deltas() / events,
                (double) subjects.updates() / events);
        assertThat((double) entries / events)
                .as("entries an event, of %s events, seed %s", events, SEED)
                .isLessThanOrEqualTo(MOST_ENTRIES_AN_EVENT);
        assertThat((double) subjects.deltas() / events)
                .as("deltas an event, of %s events, seed %s", events, SEED)
                .isLessThanOrEqualTo(MOST_DELTAS_AN_EVENT);
        assertThat((double) (events + subjects.updates() + subjects.deltas()) / events)
                .as("records an event between tasks, of %s events, seed %s", events, SEED)
                .isLessThanOrEqualTo(MOST_EXCHANGED_AN_EVENT);
    }

    private void take(FeedRecord record) {
        try {
            if (record.value() instanceof Progress progress) {
                clock.progress(progress.getCompleteThrough().toEpochMilli());
            } else {
                long knownAt = clock.admit(changedAt(record.value()));
                events++;
                entries += subjects.take(record.stream(), record.key(), record.value(), record.timestamp(), knownAt)
                        .size();
            }
        } catch (Rejection e) {
            throw new AssertionError("the synthetic force sends nothing that is rejected", e);
        }
    }

    private static long changedAt(SpecificRecord event) {
        return ((Instant) event.get(event.getSchema().getField("changedAt").pos())).toEpochMilli();
    }
}
