package vaiwg.studies;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vaiwg.bench.measure.Scratch;
import vaiwg.bench.results.Results;

/** The command {@code studies/run}. */
@Command(
        name = "studies/run",
        mixinStandardHelpOptions = true,
        description = "Measures what is named, prints its table and writes studies/results/NAME.tsv.")
public final class Studies implements Callable<Integer> {
    private static final Map<String, Study> ALL = Map.of(
            "alarms", AlarmStudy::measure,
            "charts", ChartStudy::measure,
            "rules", RuleStudy::measure,
            "thresholds", ThresholdStudy::measure,
            "scale", ScaleStudy::measure,
            "load", LoadStudy::measure);

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "NAME", description = "alarms, charts, rules, thresholds, scale or load.")
    private List<String> names;

    @Option(names = "--small", description = "Only to see that it works, with the table in studies/target.")
    private boolean small;

    /**
     * How much is measured.
     *
     * @param full whether at its full size, or only to see that it works
     * @param scratch for folders on the disk that is measured
     */
    record Effort(boolean full, Scratch scratch) {
        static final long SEED = 1;

        /** One of two sizes. */
        int of(int small, int whole) {
            return full ? whole : small;
        }
    }

    /** What is measured. */
    interface Study {
        Results measure(Effort effort) throws Exception;
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Studies()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (!ALL.keySet().containsAll(names)) {
            throw new ParameterException(spec.commandLine(), "Give some of " + new TreeSet<>(ALL.keySet()) + ".");
        }
        PrintWriter out = spec.commandLine().getOut();
        Path folder = Path.of(System.getProperty("vaiwg.home", "."), "studies", small ? "target" : "results");
        for (String name : names) {
            try (Scratch scratch = new Scratch()) {
                ALL.get(name).measure(new Effort(!small, scratch)).publish(out, folder.resolve(name + ".tsv"));
            }
        }
        return 0;
    }
}
