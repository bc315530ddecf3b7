package vaiwg.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vaiwg.cli.statistics.ThresholdTable;

/** The page that proves the alarms. */
@Command(
        name = "statistics",
        mixinStandardHelpOptions = true,
        description = "Measures the alarms and charts on simulated forces, and prints the page docs/statistics.md.")
final class StatisticsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--thresholds", description = "Print instead the reference file of the daily alarm's thresholds.")
    private boolean thresholds;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(ThresholdTable.text());
        spec.commandLine().getOut().flush();
        return 0;
    }
}
