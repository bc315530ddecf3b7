package vaiwg.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vaiwg.bench.load.LoadRun;
import vaiwg.bench.measure.CaseRow;
import vaiwg.bench.measure.ChildJvm;
import vaiwg.bench.measure.EventLog;
import vaiwg.bench.measure.Expected;
import vaiwg.bench.measure.LogServer;
import vaiwg.bench.measure.Measurement;
import vaiwg.bench.measure.Scratch;
import vaiwg.bench.page.PerformancePage;
import vaiwg.bench.page.RaceTable;
import vaiwg.bench.results.Machine;
import vaiwg.bench.results.ResultsFile;
import vaiwg.bench.scale.ScaleCommand;
import vaiwg.bench.stages.StageResults;
import vaiwg.bench.statistics.StatisticsCommand;
import vaiwg.jobs.options.StateBackend;
import vaiwg.kpis.time.LondonDays;

/** The command {@code bench/run}. */
@Command(
        name = "bench/run",
        mixinStandardHelpOptions = true,
        subcommands = {ScaleCommand.class, StatisticsCommand.class},
        description =
                "Measures the job beside what it would be replaced by, and its stages, and writes docs/performance.md.")
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

    @Option(
            names = "--stage-days",
            defaultValue = "60",
            description = "Days of the log of the stages, which is held in memory (default: ${DEFAULT-VALUE}).")
    private int stageDays;

    @Option(names = "--seed", defaultValue = "7", description = "Of the synthetic force (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAME",
            description =
                    "Contestants to measure, and no stages: put in the place of their former runs, which were of the same log.")
    private List<String> only = new ArrayList<>();

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

    private final Path home = Path.of(System.getProperty("vaiwg.home", "."));
    private final Path results = home.resolve("bench").resolve("results");

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
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
        List<String> names = new ArrayList<>(only);
        if (names.isEmpty()) {
            Contestants.names().forEach(names::add);
        }
        try {
            names.forEach(Contestants::named);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
        RaceResults known = new RaceResults(results.resolve(PerformancePage.RACE));
        ResultsFile race = race(names, known.times());
        if (only.isEmpty()) {
            race.write(results.resolve(PerformancePage.RACE));
            return stages();
        }
        print(race);
        known.merge(race);
        return page();
    }

    @Command(
            name = "stages",
            mixinStandardHelpOptions = true,
            description = "Measures the stages alone, with the options before this word.")
    int stages() throws Exception {
        requireBetween("--stage-days", stageDays, MOST_DAYS);
        say("The stages, by JMH ...");
        Machine.with(StageResults.measure(stageDays, seed, PASSES, 1)).write(results.resolve(PerformancePage.STAGES));
        return page();
    }

    @Command(
            name = "load",
            mixinStandardHelpOptions = true,
            description = "Sends events at a steady rate to the job with PostgreSQL, and measures.")
    int load(
            @Option(
                            names = "--rate",
                            defaultValue = "1000",
                            description = "Events a second (default: ${DEFAULT-VALUE}).")
                    int rate,
            @Option(names = "--minutes", defaultValue = "3", description = "How long (default: ${DEFAULT-VALUE}).")
                    int minutes,
            @Option(
                            names = "--history",
                            defaultValue = "30",
                            description = "Days of history before (default: ${DEFAULT-VALUE}).")
                    int history,
            @Option(
                            names = "--state-backend",
                            defaultValue = "rocksdb",
                            description =
                                    "Where the job keeps its cases, heap or rocksdb: the heap grows with them (default: ${DEFAULT-VALUE}).")
                    StateBackend backend)
            throws Exception {
        requireBetween("--rate", rate, Integer.MAX_VALUE);
        requireBetween("--minutes", minutes, Integer.MAX_VALUE);
        requireBetween("--history", history, MOST_DAYS);
        LocalDate today = ZonedDateTime.now(LondonDays.ZONE).toLocalDate();
        try (Scratch scratch = new Scratch();
                ChildJvm broker = broker(scratch.folder("kafka"), today.minusDays(history), history)) {
            EventLog log = log(broker, today.minusDays(history), history);
            ResultsFile measured =
                    new LoadRun(log, rate, minutes, backend, seed, this::say).run(scratch.folder("load"));
            Machine.with(measured).write(results.resolve(PerformancePage.LOAD));
        }
        return Files.exists(results.resolve(PerformancePage.RACE)) ? page() : 0;
    }

    @Command(
            name = "page",
            mixinStandardHelpOptions = true,
            description = "Writes docs/performance.md from what was measured last.")
    int page() throws IOException {
        for (Map.Entry<String, String> file : PerformancePage.files(results).entrySet()) {
            Files.writeString(home.resolve("docs").resolve(file.getKey()), file.getValue());
        }
        say("docs/performance.md is written.");
        return 0;
    }

    private ResultsFile race(List<String> names, TurnTimes times) throws Exception {
        try (Scratch scratch = new Scratch();
                ChildJvm broker = broker(scratch.folder("kafka"), EventLog.FIRST_DAY, days)) {
            EventLog log = log(broker, EventLog.FIRST_DAY, days);
            Expected expected = Race.expected(log);
            List<Measurement> measurements =
                    new Race(log, names, scratch.folder("turns"), warmUp, warm, times, this::say).run(rounds);
            expected.disqualified(measurements)
                    .forEach(entry -> say("Disqualified, its answer is wrong: " + entry.id()));
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put(RaceResults.DAYS, Integer.toString(days));
            facts.put(RaceResults.SEED, Long.toString(seed));
            facts.put(RaceTable.WARM_UP, Integer.toString(warmUp));
            facts.put(RaceTable.WARM, Integer.toString(warm));
            facts.put(RaceResults.TURNS, times.toString());
            facts.put("records", Long.toString(log.records(EventLog.ALL)));
            facts.put("records on two topics", Long.toString(log.records(CaseRow.STREAMS)));
            facts.put("answer", expected.atTheEnd());
            facts.put("answer in the middle", expected.inTheMiddle());
            return Machine.with(new ResultsFile(
                    facts,
                    Measurement.HEADER,
                    measurements.stream().map(Measurement::toLine).toList()));
        }
    }

    private ChildJvm broker(Path folder, LocalDate firstDay, int length) throws IOException {
        say("A broker gets " + length + " days of the synthetic force ...");
        return ChildJvm.start(
                LogServer.class,
                List.of(folder.toString(), firstDay.toString(), Integer.toString(length), Long.toString(seed)));
    }

    private static EventLog log(ChildJvm broker, LocalDate firstDay, int length) throws IOException {
        String address = broker.readLine();
        if (address == null) {
            throw new IOException("There is no log to measure with; what the broker said is above.");
        }
        return new EventLog(address, broker.pid(), firstDay, length);
    }

    private void print(ResultsFile race) {
        PrintWriter out = spec.commandLine().getOut();
        new RaceTable(race).lines().forEach(out::println);
        out.flush();
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
