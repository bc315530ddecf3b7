package vaiwg.cli.options;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import picocli.CommandLine.Option;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.options.HttpEndpoint;

/** By which rules of an installation events are used or rejected, beside those that hold everywhere. */
public final class EventRulesOptions {
    @Option(names = "--forces", paramLabel = "FORCES", defaultValue = "${env:VAIWG_FORCES}")
    private Optional<String> forces = Optional.empty();

    @Option(names = "--earliest-date", paramLabel = "DATE", defaultValue = "${env:VAIWG_EARLIEST_DATE}")
    private Optional<String> earliest = Optional.empty();

    /** Whether the forces are known, so that events of others are rejected. */
    public boolean knowForces() {
        return OptionValues.named(forces).isPresent();
    }

    public EventOptions required(Optional<HttpEndpoint> schemaRegistry) {
        if (!knowForces()) {
            throw CommandFailure.wrongUsage(
                    "Set --forces or VAIWG_FORCES to the forces whose events are counted, such as west-midlands,bedfordshire.");
        }
        return ifNamed(schemaRegistry);
    }

    /** The rules, with every force accepted where none is named. */
    public EventOptions ifNamed(Optional<HttpEndpoint> schemaRegistry) {
        try {
            return CommandFailure.orWrongUsage(() -> new EventOptions(
                    OptionValues.named(forces).map(Forces::parse).orElseGet(Forces::any),
                    OptionValues.named(earliest).map(LocalDate::parse).orElse(EventOptions.DEFAULT_EARLIEST),
                    schemaRegistry));
        } catch (DateTimeParseException e) {
            throw CommandFailure.wrongUsage("--earliest-date is no date: give one such as 2000-01-01.");
        }
    }
}
