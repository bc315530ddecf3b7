package vaiwg.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vaiwg.bench.measure.CaseRow;
import vaiwg.bench.measure.EventLog;
import vaiwg.bench.measure.Measurement;
import vaiwg.bench.measure.RemoteLog;
import vaiwg.bench.measure.RightAnswer;
import vaiwg.bench.measure.Scratch;
import vaiwg.bench.profile.StageTimes;
import vaiwg.bench.results.PagePart;
import vaiwg.bench.results.Results;
import vaiwg.bench.stages.StageResults;

/** The command {@code bench/run}. */
@Command(
        name = "bench/run",
        mixinStandardHelpOptions = true,
        description =
                "Measures the job beside what it would be replaced by, prints the table and writes bench/results/race.tsv;"
                        + " with all contestants, the core alone too, as bench/run stages does.")
public final class Bench implements Callable<Integer> {
    private static final int MOST_DAYS = 1_096;
    /** Of each stage. */
    private static final int PASSES = 5;
    /** Of the log of the stages. */
    private static final int STAGE_DAYS = 60;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Length length;

    @Option(
            names = "--rounds",
            defaultValue = "1",
            description = "Turns of each contestant (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--seed", defaultValue = "7", description = "Of the synthetic force (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--only", split = ",", paramLabel = "NAME", description = "Contestants to measure (default: all).")
    private List<String> only = Arrays.stream(Entry.values()).map(Entry::id).toList();

    @Option(
            names = "--warm-up",
            defaultValue = "2",
            description =
                    "Runs of a turn that are not measured, between the cold and the warm ones (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--warm",
            defaultValue = "3",
            description = "Runs of a turn that are measured after these (default: ${DEFAULT-VALUE}).")
    private int warm;

    /** Of the log that a command plays. */
    static final class Length {
        @Option(names = "--days", defaultValue = "1096", description = "Days of the log (default: ${DEFAULT-VALUE}).")
        private int days;
    }

    /** Measures something on a log. */
    private interface OnLog {
        Results table(EventLog log, Scratch scratch) throws Exception;
    }

    private final Path home = Path.of(System.getProperty("vaiwg.home", "."));
    private final Path results = home.resolve("bench").resolve("results");

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench())
                .setExecutionExceptionHandler((failure, command, result) -> {
                    command.getErr()
                            .println("bench/run: "
                                    + (failure.getMessage() == null ? failure.toString() : failure.getMessage()));
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        requireBetween("--rounds", rounds, Integer.MAX_VALUE);
        requireBetween("--warm", warm, Integer.MAX_VALUE);
        if (warmUp < 0) {
            throw new ParameterException(spec.commandLine(), "Give --warm-up of 0 or more.");
        }
        List<Entry> entries = entries();
        publish(length.days, "race.tsv", (log, scratch) -> race(entries, log, scratch));
        return entries.containsAll(List.of(Entry.values())) ? stages(STAGE_DAYS) : 0;
    }

    @Command(
            name = "stages",
            mixinStandardHelpOptions = true,
            description = "Measures the job's own code alone, stage by stage, and writes bench/results/stages.tsv.")
    int stages(
            @Option(
                            names = "--days",
                            defaultValue = "" + STAGE_DAYS,
                            description = "Days of the log, which is held in memory (default: ${DEFAULT-VALUE}).")
                    int logDays)
            throws Exception {
        requireBetween("--days", logDays, MOST_DAYS);
        StageResults.measure(logDays, seed, PASSES, 1)
                .publish(spec.commandLine().getOut(), results.resolve("stages.tsv"));
        return 0;
    }

    @Command(
            name = "replay",
            mixinStandardHelpOptions = true,
            description = {
                "Plays a log through the job's own code without Flink, as explain and reconcile do.",
                "Prints seconds and memory, and writes bench/results/replay.tsv."
            })
    void replay(@Mixin Length played) throws Exception {
        publish(played.days, "replay.tsv", (log, scratch) -> new Replay(log, this::say).measure());
    }

    @Command(
            name = "profile",
            mixinStandardHelpOptions = true,
            description =
                    "Records a warm run of the whole catalogue and one of all sinks, and writes where their time goes: pictures"
                            + " of the stacks (bench/results/profile/*.svg), a table by stage (profile.tsv) and its part of"
                            + " docs/performance.md.")
    void profile(@Mixin Length played) throws Exception {
        publish(played.days, "profile.tsv", (log, scratch) -> {
            Map<Entry, StageTimes> times = new Profile(race(log, scratch, 1), log, results.resolve("profile"))
                    .measure(List.of(Entry.JOB_ALL, Entry.JOB_SINKS), scratch.folder("recordings"));
            Results table = Profile.table(times)
                    .fact("days", played.days)
                    .fact("seed", seed)
                    .fact("runs to warm up", warmUp);
            new PagePart(home.resolve("docs").resolve("performance.md"), "profile")
                    .write(Profile.page(times, "../bench/results/profile/", table));
            return table;
        });
    }

    private void publish(int logDays, String file, OnLog measured) throws Exception {
        requireBetween("--days", logDays, MOST_DAYS);
        say("A broker gets " + logDays + " days of the synthetic force ...");
        try (Scratch scratch = new Scratch();
                RemoteLog remote = RemoteLog.start(scratch.folder("kafka"), EventLog.FIRST_DAY, logDays, seed)) {
            measured.table(remote.log(), scratch).publish(spec.commandLine().getOut(), results.resolve(file));
        }
    }

    private List<Entry> entries() {
        try {
            return only.stream().map(Entry::of).toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private Results race(List<Entry> entries, EventLog log, Scratch scratch) throws Exception {
        Race race = race(log, scratch, warm);
        Map<Entry, List<Measurement>> measured = race.run(entries, rounds);
        Results table = new Results(RaceTable.COLUMNS)
                .fact("days", length.days)
                .fact("seed", seed)
                .fact("turns", rounds)
                .fact("runs to warm up", warmUp)
                .fact("warm runs", warm)
                .fact("records", log.records(EventLog.ALL))
                .fact("records on two topics", log.records(CaseRow.STREAMS))
                .fact("answer", race.answer());
        new RaceTable(log, measured).rows().forEach(table::add);
        return table;
    }

    private Race race(EventLog log, Scratch scratch, int warmRuns) throws IOException {
        return new Race(log, RightAnswer.of(log).hash(), scratch.folder("turns"), warmUp, warmRuns, this::say);
    }

    private void say(String step) {
        spec.commandLine().getErr().println(step);
    }

    private void requireBetween(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Give " + option + (most == Integer.MAX_VALUE ? " of 1 or more." : " from 1 to " + most + "."));
        }
    }
}
