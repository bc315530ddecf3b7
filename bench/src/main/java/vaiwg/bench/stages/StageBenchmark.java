package vaiwg.bench.stages;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

/** A pass of a log through the core as far as a stage: each pass begins with empty state, and so is measured as one shot. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StageBenchmark {
    @Param({"DECODE", "COUNT", "PERSONS", "ROWS"})
    public Stage stage;

    /** Of the synthetic force. */
    @Param("30")
    public int days;

    @Param("7")
    public long seed;

    private CaseLog log;
    private StageRun run;

    @Setup(Level.Trial)
    public void makeLog() {
        log = CaseLog.of(seed, days);
    }

    /** Empties the state. */
    @Setup(Level.Invocation)
    public void begin() {
        run = new StageRun(ShippedCatalogue.get(), stage);
    }

    /** Returns what was kept, so that nothing of the work can be left out. */
    @Benchmark
    public Object pass(Processor processor) {
        Spent spent = run.play(log.records());
        processor.nanos = spent.nanos();
        processor.bytes = spent.bytes();
        return run;
    }

    /** What both threads of a replay spend: JMH's own profiler does not see those that have ended. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Processor {
        public long nanos;
        public long bytes;
    }
}
