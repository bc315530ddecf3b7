package vaiwg.bench.scale;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import vaiwg.bench.contestants.Job;
import vaiwg.bench.measure.EventLog;
import vaiwg.bench.measure.Laps;
import vaiwg.bench.measure.LogServer;
import vaiwg.bench.measure.Measurement;

/**
 * This job without sinks, whole catalogue, parallelism 2, on a log of several forces, with the broker in the same JVM.
 *
 * @param records of the log
 * @param millis by the clock
 * @param cpuMillis of the JVM
 * @param panes processor time of the threads of panes, in milliseconds
 * @param heapBytes the most that was used of the old generation
 */
record JobOfForces(long records, long millis, long cpuMillis, LongSummaryStatistics panes, long heapBytes) {
    static JobOfForces run(ScaledFeed feed, Path folder) throws Exception {
        try (LogServer server = LogServer.start(
                Files.createDirectory(folder.resolve("kafka")), feed, EventLog.FIRST_DAY, feed.days())) {
            return run(server.log(), Files.createDirectory(folder.resolve("job")));
        }
    }

    private static JobOfForces run(EventLog log, Path folder) throws Exception {
        List<Measurement> measurements = new ArrayList<>();
        try (ThreadTimes panes = new ThreadTimes("Panes")) {
            ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
            Job.ofAllMeasures().run(log, folder, new Laps(log, 1, false, measurements::add));
            return new JobOfForces(
                    log.records(EventLog.ALL),
                    measurements.get(0).wallMillis(),
                    measurements.get(0).cpuMillis(),
                    panes.millis(),
                    oldGeneration());
        }
    }

    private static long oldGeneration() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool ->
                        pool.getType() == MemoryType.HEAP && pool.getName().contains("Old"))
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
