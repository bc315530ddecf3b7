package vaiwg.kpis.time;

/**
 * The clock of one partition: a pure function of the records up to an offset. It is the greater of the newest progress record and
 * the newest {@code changedAt} less ten minutes. It decides when an event is known, once; wall time enters only through progress
 * records.
 */
public final class PartitionClock {
    /** How far a record may be dated ahead of its own Kafka timestamp and still be believed, in milliseconds: clocks differ, but not by more. */
    public static final long AHEAD = 5 * 60_000L;

    /** Before anything was read. */
    public static final long UNSET = Long.MIN_VALUE;

    /** How far events may arrive out of order within a partition before they are late, in milliseconds. */
    public static final long DISORDER = 10 * 60_000L;

    private long clock;

    public PartitionClock(long clock) {
        this.clock = clock;
    }

    /** Nothing known later in this partition is known at or before this instant, epoch milliseconds. */
    public long now() {
        return clock;
    }

    /** Takes note of a progress record. */
    public void progress(long completeThrough) {
        clock = Math.max(clock, completeThrough);
    }

    /** Whether an event changed at this instant comes after its time: the clock has passed it. */
    public boolean isLate(long changedAt) {
        return clock != UNSET && changedAt <= clock;
    }

    /** The knowledge time from which an event is known, and the clock's step: to be called once an event, in the order of offsets. */
    public long admit(long changedAt) {
        long knowledgeTime = isLate(changedAt) ? clock + 1 : changedAt;
        clock = Math.max(clock, changedAt - DISORDER);
        return knowledgeTime;
    }
}
