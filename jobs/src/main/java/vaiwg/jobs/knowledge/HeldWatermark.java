package vaiwg.jobs.knowledge;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import vaiwg.kpis.time.LondonDays;
import vaiwg.kpis.time.PartitionClock;
import vaiwg.schemas.EventStream;

/**
 * What holds the watermark back, in a sentence. A partition: once some other has passed a midnight that it has not reached for
 * {@link #PATIENCE}. In a replay one is always behind another, and moves on from midnight to midnight within that time. Or this machine's
 * own clock: once all partitions are ahead of it.
 */
final class HeldWatermark {
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int NEVER = Integer.MIN_VALUE;

    private final String topicPrefix;
    /** By stream, then by partition. */
    private final long[][] clocks;

    private long heldSince = Long.MAX_VALUE;
    private int heldDay = NEVER;
    private boolean said;
    private boolean saidAhead;

    /** @param partitions how many partitions each stream's topic has */
    HeldWatermark(String topicPrefix, int partitions) {
        this.topicPrefix = topicPrefix;
        this.clocks = new long[EventStream.values().length][partitions];
        for (long[] ofStream : clocks) {
            Arrays.fill(ofStream, PartitionClock.UNSET);
        }
    }

    void take(FeedClock clock) {
        clocks[clock.stream][clock.partition] = clock.clock;
    }

    /**
     * What is to be said now; each midnight that is held is told once.
     *
     * @param now milliseconds of a clock that nobody sets
     */
    Optional<String> look(long now) {
        long greatest =
                Arrays.stream(clocks).flatMapToLong(Arrays::stream).max().orElse(PartitionClock.UNSET);
        long least = least();
        if (day(least) == day(greatest)) {
            heldSince = Long.MAX_VALUE;
            return Optional.empty();
        }
        if (heldSince == Long.MAX_VALUE || day(least) != heldDay) {
            heldSince = now;
            heldDay = day(least);
            said = false;
        }
        if (said || now - heldSince < PATIENCE.toMillis()) {
            return Optional.empty();
        }
        said = true;
        return Optional.of(sentence(least, greatest));
    }

    /**
     * What is to be said of a clock that is wrong; once, until it is right.
     *
     * @param now of this machine's clock, epoch milliseconds
     */
    Optional<String> lookAhead(long now) {
        long least = least();
        boolean ahead = least > now + PartitionClock.AHEAD;
        boolean toldAlready = saidAhead;
        saidAhead = ahead;
        return ahead && !toldAlready
                ? Optional.of("All streams are read through " + Instant.ofEpochMilli(least)
                        + ", but here it is only " + Instant.ofEpochMilli(now)
                        + ", and no midnight is published before it has come here: correct this machine's clock, or that of the"
                        + " Kafka broker and of what writes progress records.")
                : Optional.empty();
    }

    private long least() {
        return Arrays.stream(clocks).flatMapToLong(Arrays::stream).min().orElse(PartitionClock.UNSET);
    }

    private String sentence(long least, long greatest) {
        EventStream stream = null;
        int partition = 0;
        int others = -1;
        for (EventStream next : EventStream.values()) {
            long[] ofStream = clocks[next.ordinal()];
            for (int i = 0; i < ofStream.length; i++) {
                if (stream == null && ofStream[i] == least) {
                    stream = next;
                    partition = i;
                }
                others += day(ofStream[i]) == heldDay ? 1 : 0;
            }
        }
        return "No midnight has been published for " + PATIENCE.toMinutes() + " minutes, because "
                + stream.topic(topicPrefix) + ", partition " + partition
                + (others == 0 ? "" : " (like " + others + " more)")
                + (least == PartitionClock.UNSET
                        ? ", has brought no record yet"
                        : ", is read only through " + Instant.ofEpochMilli(least))
                + ", while others are read through " + Instant.ofEpochMilli(greatest)
                + ": send its events or a progress record, or start the heartbeat.";
    }

    private static int day(long clock) {
        return clock == PartitionClock.UNSET ? NEVER : LondonDays.dayOf(clock);
    }
}
