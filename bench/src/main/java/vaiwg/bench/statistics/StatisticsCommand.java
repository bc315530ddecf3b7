package vaiwg.bench.statistics;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The page that proves the alarms. */
@Command(
        name = "statistics",
        mixinStandardHelpOptions = true,
        description =
                "Measures the alarms, charts and estimates on simulated forces, and prints the page docs/statistics.md.")
public final class StatisticsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--runs",
            defaultValue = "500",
            description =
                    "Forces to simulate for each figure, 20 or more (default: ${DEFAULT-VALUE}, which takes minutes).")
    private int runs;

    @Option(
            names = "--years",
            defaultValue = "10",
            description = "Years to watch each force for false alarms (default: ${DEFAULT-VALUE}, which is the most).")
    private int years;

    @Option(names = "--seed", defaultValue = "1", description = "The seed of all chance (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--threads",
            defaultValue = "1",
            description = "Studies that go on at a time; the page does not depend on it (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Option(names = "--thresholds", description = "Print instead the reference file of the daily alarm's thresholds.")
    private boolean thresholds;

    @Override
    public Integer call() {
        if (runs < 20 || years < 1 || years > 10 || threads < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Give --runs of 20 or more, --threads of 1 or more, and --years from 1 to 10: bank holidays are known"
                            + " so far.");
        }
        spec.commandLine().getOut().print(thresholds ? ThresholdTable.text() : page());
        spec.commandLine().getOut().flush();
        return 0;
    }

    private String page() {
        return new StatisticsPage(
                        runs,
                        years,
                        seed,
                        threads,
                        step -> spec.commandLine().getErr().println("Measuring " + step + " ..."))
                .text();
    }
}
