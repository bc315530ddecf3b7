package vaiwg.bench.scale;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import vaiwg.bench.results.ResultsFile;

/** 43 forces of the size of the West Midlands for a year through the core, all kept at once in one thread; and a part of them through Flink. */
final class NationSection implements Section {
    static final String HEADER = "through,records,cases,processor_ms,wall_ms,heap_bytes";
    static final String CORE = "core";
    static final String FLINK = "flink";
    static final String FORCES = "forces";
    static final String DAYS = "days";
    static final String JOB_DAYS = "days through flink";
    static final String JOB_PART = "part through flink";

    @Override
    public ResultsFile measure(Trial trial) throws Exception {
        int forces = trial.of(3, 43);
        int days = trial.of(10, 365);
        int jobDays = trial.of(5, 120);
        int part = trial.of(1, 4);
        CaseTemplates templates = CaseTemplates.of(trial.seed(), days);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(FORCES, Integer.toString(forces));
        facts.put(DAYS, Integer.toString(days));
        facts.put(JOB_DAYS, Integer.toString(jobDays));
        facts.put(JOB_PART, Integer.toString(part));
        return new ResultsFile(
                facts,
                HEADER,
                List.of(core(trial, templates, forces, days), flink(trial, templates, forces, jobDays, part)));
    }

    private static String core(Trial trial, CaseTemplates templates, int forces, int days) {
        long before = Trial.liveBytes();
        List<CoreTimer> timers = IntStream.range(0, forces)
                .mapToObj(i -> new CoreTimer(templates, new ScaledForce(templates, "force-" + i, 1, 1)))
                .toList();
        Countdown countdown = new Countdown(trial, forces + " forces through the core", days);
        long begin = System.nanoTime();
        for (int day = 0; day < days; day++) {
            timers.forEach(CoreTimer::playDay);
            countdown.at(day + 1.0);
        }
        long wall = System.nanoTime() - begin;
        long live = Trial.liveBytes() - before;
        String row = String.format(
                Locale.ROOT,
                "%s,%d,%d,%d,%d,%d",
                CORE,
                timers.stream().mapToLong(CoreTimer::events).sum(),
                timers.stream().mapToLong(timer -> timer.run().cases()).sum(),
                TimeUnit.NANOSECONDS.toMillis(
                        timers.stream().mapToLong(CoreTimer::nanos).sum()),
                TimeUnit.NANOSECONDS.toMillis(wall),
                live);
        trial.say(row);
        return row;
    }

    private static String flink(Trial trial, CaseTemplates templates, int forces, int days, int part) throws Exception {
        List<ScaledForce> some = IntStream.range(0, forces)
                .mapToObj(i -> new ScaledForce(templates, "force-" + i, 1, part))
                .toList();
        JobOfForces run = JobOfForces.run(
                new ScaledFeed(templates, some, days), trial.scratch().folder(FLINK));
        String row = String.format(
                Locale.ROOT, "%s,%d,,%d,%d,%d", FLINK, run.records(), run.cpuMillis(), run.millis(), run.heapBytes());
        trial.say(row);
        return row;
    }
}
