package vaiwg.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
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
import vaiwg.bench.results.Results;
import vaiwg.bench.stages.StageResults;

/** The command {@code bench/run}. */
@Command(
        name = "bench/run",
        mixinStandardHelpOptions = true,
        description =
                "Measures the job beside what it would be replaced by, prints the table and writes bench/results/race.tsv.")
public final class Bench implements Callable<Integer> {
    private static final int MOST_DAYS = 1_096;
    /** Of each stage. */
    private static final int PASSES = 5;

    @Spec
    private CommandSpec spec;

    @Option(names = "--days", defaultValue = "1096", description = "Days of the log (default: ${DEFAULT-VALUE}).")
    private int days;

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

    private final Path results =
            Path.of(System.getProperty("vaiwg.home", ".")).resolve("bench").resolve("results");

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
        requireBetween("--days", days, MOST_DAYS);
        requireBetween("--rounds", rounds, Integer.MAX_VALUE);
        requireBetween("--warm", warm, Integer.MAX_VALUE);
        if (warmUp < 0) {
            throw new ParameterException(spec.commandLine(), "Give --warm-up of 0 or more.");
        }
        race(entries()).publish(spec.commandLine().getOut(), results.resolve("race.tsv"));
        return 0;
    }

    @Command(
            name = "stages",
            mixinStandardHelpOptions = true,
            description = "Measures the job's own code alone, stage by stage, and writes bench/results/stages.tsv.")
    int stages(
            @Option(
                            names = "--days",
                            defaultValue = "60",
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
    int replay(
            @Option(
                            names = "--days",
                            defaultValue = "1096",
                            description = "Days of the log (default: ${DEFAULT-VALUE}).")
                    int logDays)
            throws Exception {
        requireBetween("--days", logDays, MOST_DAYS);
        say("A broker gets " + logDays + " days of the synthetic force ...");
        try (Scratch scratch = new Scratch();
                RemoteLog remote = RemoteLog.start(scratch.folder("kafka"), EventLog.FIRST_DAY, logDays, seed)) {
            new Replay(remote.log(), this::say)
                    .measure()
                    .publish(spec.commandLine().getOut(), results.resolve("replay.tsv"));
        }
        return 0;
    }

    private List<Entry> entries() {
        try {
            return only.stream().map(Entry::of).toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private Results race(List<Entry> entries) throws Exception {
        say("A broker gets " + days + " days of the synthetic force ...");
        try (Scratch scratch = new Scratch();
                RemoteLog remote = RemoteLog.start(scratch.folder("kafka"), EventLog.FIRST_DAY, days, seed)) {
            EventLog log = remote.log();
            String answer = RightAnswer.of(log).hash();
            Map<Entry, List<Measurement>> measured =
                    new Race(log, answer, scratch.folder("turns"), warmUp, warm, this::say).run(entries, rounds);
            Results table = new Results(RaceTable.COLUMNS)
                    .fact("days", days)
                    .fact("seed", seed)
                    .fact("turns", rounds)
                    .fact("runs to warm up", warmUp)
                    .fact("warm runs", warm)
                    .fact("records", log.records(EventLog.ALL))
                    .fact("records on two topics", log.records(CaseRow.STREAMS))
                    .fact("answer", answer);
            new RaceTable(log, measured).rows().forEach(table::add);
            return table;
        }
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
