package vaiwg.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.cli.terminal.JsonAnswer;
import vaiwg.kpis.catalogue.DictionaryText;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

/** The dictionary of measures. */
@Command(
        name = "kpis",
        mixinStandardHelpOptions = true,
        description = "Prints the dictionary: every measure, its definition, owner and bases.")
final class KpisCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--budget", description = "Print instead how many daily counts and values each measure has.")
    private boolean budget;

    @Option(names = "--json", description = "Print the dictionary as one JSON object, for programs.")
    private boolean json;

    @Override
    public Integer call() {
        if (json && budget) {
            throw CommandFailure.wrongUsage("The budget is for people only: leave --json or --budget out.");
        }
        if (json) {
            JsonAnswer.print(spec.commandLine().getOut(), DictionaryAnswer.of(ShippedCatalogue.get()));
            return 0;
        }
        DictionaryText text = new DictionaryText(ShippedCatalogue.get());
        spec.commandLine().getOut().print(budget ? text.budget() : text.dictionary());
        spec.commandLine().getOut().flush();
        return 0;
    }
}
