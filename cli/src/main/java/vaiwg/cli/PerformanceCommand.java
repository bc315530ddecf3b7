package vaiwg.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vaiwg.cli.performance.PerformancePage;

/** The page that tells what an event costs. */
@Command(
        name = "performance",
        mixinStandardHelpOptions = true,
        description = "Measures what an event costs, stage by stage, and prints the page docs/performance.md.")
final class PerformanceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--days",
            defaultValue = "30",
            description = "Days of the synthetic force to play (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(names = "--runs", defaultValue = "3", description = "Runs of each stage (default: ${DEFAULT-VALUE}).")
    private int runs;

    @Option(names = "--seed", defaultValue = "7", description = "Of the synthetic force (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() {
        if (days < 1 || days > 1_096 || runs < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Give --days from 1 to 1096, all of which are held in memory, and --runs of 1 or more.");
        }
        PerformancePage page = new PerformancePage(
                days, runs, seed, step -> spec.commandLine().getErr().println("Measuring " + step + " ..."));
        spec.commandLine().getOut().print(page.text());
        spec.commandLine().getOut().flush();
        return 0;
    }
}
