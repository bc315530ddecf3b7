package vaiwg.cli.options;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import vaiwg.cli.feed.pseudonym.KeyAgent;
import vaiwg.cli.feed.pseudonym.KeyFile;
import vaiwg.cli.feed.pseudonym.PseudonymKeys;
import vaiwg.cli.terminal.CommandFailure;

/** With which keys pseudonyms are made, where they are. */
public final class PseudonymOptions {
    @Option(names = "--pseudonym-key", paramLabel = "FILE", defaultValue = "${env:VAIWG_PSEUDONYM_KEY}")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--pseudonym-agent", paramLabel = "COMMAND", defaultValue = "${env:VAIWG_PSEUDONYM_AGENT}")
    private Optional<String> agent = Optional.empty();

    public Optional<PseudonymKeys> keys() {
        Optional<Path> named = OptionValues.named(file);
        Optional<String> command = OptionValues.named(agent);
        if (named.isPresent() && command.isPresent()) {
            throw CommandFailure.wrongUsage(
                    "Keys come from --pseudonym-key or from --pseudonym-agent, not from both: leave one out.");
        }
        return named.map(KeyFile::read).or(() -> command.map(KeyAgent::ask));
    }

    public PseudonymKeys required() {
        return keys().orElseThrow(() -> CommandFailure.wrongUsage(
                "Name the file of keys with --pseudonym-key, or the command that prints them with --pseudonym-agent."));
    }
}
