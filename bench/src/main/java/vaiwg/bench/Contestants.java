package vaiwg.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import vaiwg.bench.contestants.DuckDbSql;
import vaiwg.bench.contestants.FlinkSql;
import vaiwg.bench.contestants.Job;
import vaiwg.bench.contestants.JobWithSinks;
import vaiwg.bench.contestants.KafkaStreamsTables;
import vaiwg.bench.contestants.LeastJob;
import vaiwg.bench.contestants.PlainLoop;
import vaiwg.bench.contestants.PostgresSql;
import vaiwg.bench.contestants.ReadAndDecode;
import vaiwg.bench.measure.Contestant;
import vaiwg.bench.measure.Entry;

/** All who take part, by name, in the order of a round. */
public final class Contestants {
    private static final Map<String, Supplier<Contestant>> ALL = all();

    private Contestants() {}

    private static Map<String, Supplier<Contestant>> all() {
        Map<String, Supplier<Contestant>> all = new LinkedHashMap<>();
        all.put("reading", ReadAndDecode::new);
        all.put("least-job", () -> new LeastJob(Entry.LEAST_JOB));
        all.put("least-job-cases", () -> new LeastJob(Entry.LEAST_JOB_CASES));
        all.put("loop", PlainLoop::new);
        all.put("flink-sql", FlinkSql::new);
        all.put("kafka-streams", KafkaStreamsTables::new);
        all.put("postgres", PostgresSql::new);
        all.put("duckdb", DuckDbSql::new);
        all.put("job-one", Job::ofOneMeasure);
        all.put("job-all", Job::ofAllMeasures);
        all.put("job-sinks", JobWithSinks::new);
        return all;
    }

    /** Their names, in order. */
    public static Iterable<String> names() {
        return ALL.keySet();
    }

    /**
     * A new one for one run.
     *
     * @throws IllegalArgumentException in one sentence, where nobody has the name
     */
    public static Contestant named(String name) {
        Supplier<Contestant> contestant = ALL.get(name);
        if (contestant == null) {
            throw new IllegalArgumentException("'" + name + "' does not take part: give some of "
                    + String.join(", ", ALL.keySet()) + ", separated by commas.");
        }
        return contestant.get();
    }
}
