package vaiwg.cli.options;

import java.util.Optional;
import picocli.CommandLine.Option;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.store.BoardAddress;

/** Where people reach the board's pages. */
public final class BoardAddressOptions {
    @Option(names = "--board-url", paramLabel = "URL", defaultValue = "${env:VAIWG_BOARD_URL}")
    private Optional<String> url = Optional.empty();

    public Optional<BoardAddress> address() {
        return CommandFailure.orWrongUsage(() -> OptionValues.named(url).map(BoardAddress::parse));
    }
}
