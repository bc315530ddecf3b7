package vaiwg.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import vaiwg.bench.contestants.FlinkSql;
import vaiwg.bench.contestants.Job;
import vaiwg.bench.contestants.JobWithSinks;
import vaiwg.bench.contestants.KafkaStreamsTables;
import vaiwg.bench.contestants.LeastJob;
import vaiwg.bench.measure.CaseRow;
import vaiwg.bench.measure.Contestant;
import vaiwg.bench.measure.EventLog;
import vaiwg.jobs.options.StateBackend;
import vaiwg.schemas.EventStream;

/** All who take part, in the order of a round: each is a row of the table. */
public enum Entry {
    /** The yardstick of those that read all topics. */
    LEAST_JOB(EventLog.ALL, false, () -> new LeastJob(EventLog.ALL)),
    /** The yardstick of those that read two. */
    LEAST_JOB_CASES(CaseRow.STREAMS, false, () -> new LeastJob(CaseRow.STREAMS)),
    FLINK_SQL(CaseRow.STREAMS, true, FlinkSql::new),
    KAFKA_STREAMS(CaseRow.STREAMS, true, KafkaStreamsTables::new),
    JOB_ONE(CaseRow.STREAMS, true, Job::ofOneMeasure),
    /** With the whole catalogue, without sinks. */
    JOB_ALL(EventLog.ALL, true, () -> Job.ofAllMeasures(2, StateBackend.HEAP)),
    /** The same at parallelism 1, where all others have 2. */
    JOB_ALL_1(EventLog.ALL, true, () -> Job.ofAllMeasures(1, StateBackend.HEAP)),
    JOB_ALL_4(EventLog.ALL, true, () -> Job.ofAllMeasures(4, StateBackend.HEAP)),
    /** At parallelism 2, with its state on disk. */
    JOB_ALL_ROCKSDB(EventLog.ALL, true, () -> Job.ofAllMeasures(2, StateBackend.ROCKSDB)),
    JOB_SINKS(EventLog.ALL, true, JobWithSinks::new);

    private final Set<EventStream> streams;
    private final boolean answers;
    private final Supplier<Contestant> contestant;

    Entry(Set<EventStream> streams, boolean answers, Supplier<Contestant> contestant) {
        this.streams = streams;
        this.answers = answers;
        this.contestant = contestant;
    }

    public Set<EventStream> streams() {
        return streams;
    }

    /** Whether it is asked the question. */
    public boolean answers() {
        return answers;
    }

    /** The least Flink job on the same topics. */
    Entry yardstick() {
        return streams.equals(EventLog.ALL) ? LEAST_JOB : LEAST_JOB_CASES;
    }

    /** A new one for one run. */
    public Contestant contestant() {
        return contestant.get();
    }

    /** Its name in tables and options. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException in one sentence, where nobody has the name */
    static Entry of(String id) {
        return Arrays.stream(values())
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + id + "' does not take part: give some of "
                        + String.join(
                                ", ", Arrays.stream(values()).map(Entry::id).toList())
                        + ", separated by commas."));
    }
}
