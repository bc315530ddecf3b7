package vaiwg.cli.options;

import java.util.Optional;
import picocli.CommandLine.Option;
import vaiwg.cli.terminal.CommandFailure;

/** Into which topics a log is written anew, or that it is only read. */
public final class NewTopicsOptions {
    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--into", paramLabel = "PREFIX")
    private Optional<String> into = Optional.empty();

    @Option(names = "--replication-factor", paramLabel = "N", converter = OptionValues.Positive.class)
    private Optional<Integer> replicas = Optional.empty();

    /** The prefix of the new topics; empty where nothing is written. */
    public Optional<String> into(String from) {
        if (dryRun == into.isPresent() || into.equals(Optional.of(from))) {
            throw CommandFailure.wrongUsage(
                    "Give --dry-run to find and count, or --into with another prefix for the new topics, such as vaiwg2.");
        }
        return into;
    }

    /** Of each of their partitions; as many as there are now where absent. */
    public Optional<Short> replicas() {
        return replicas.map(Integer::shortValue);
    }
}
