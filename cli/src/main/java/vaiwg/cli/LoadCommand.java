package vaiwg.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vaiwg.cli.feed.load.Load;
import vaiwg.cli.options.EventIdOptions;
import vaiwg.cli.options.EventRulesOptions;
import vaiwg.cli.options.KafkaOptions;
import vaiwg.cli.options.LineOptions;
import vaiwg.cli.process.ShutdownSequence;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.schemas.Source;

/** JSON lines to the topics. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = {
            "Sends JSON lines to the topics of their streams.",
            "A history is checked to its end first, and sent in the order of its changes; with a line that would be rejected",
            "nothing is sent, unless --rejects names a file for such lines. docs/feeds.md has the fields and a producer's duties."
        })
final class LoadCommand implements Callable<Integer> {
    @Mixin
    private LineOptions lines;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private EventRulesOptions rules;

    @Mixin
    private EventIdOptions ids;

    @Option(
            names = "--live",
            description =
                    "Send each line as it is read, in this order: for a pipe that stays open. Events have the source feed.")
    private boolean live;

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            description = "Of events that name none: load (history; the default) or feed (the default with --live).")
    private Optional<Source> source = Optional.empty();

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "Lines that the job would reject are written there unchanged; the others are sent.")
    private Optional<Path> rejects = Optional.empty();

    @Option(
            names = "--complete-through",
            paramLabel = "INSTANT",
            description = {
                "At the end, write a progress record into every partition of all streams: no older event will follow, from any producer:",
                "2026-03-01T00:00:00Z. Without it no snapshot after the last event's day is published until there is such a record.",
                "Lines that say source FEED or SYNTHETIC are then rejected, unless --source feed says that they are meant."
            })
    private Optional<Instant> completeThrough = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Clock clock = Clock.systemUTC();
        if (live && completeThrough.isPresent()) {
            throw CommandFailure.wrongUsage("A live feed is never complete: leave --complete-through out, or --live.");
        }
        if (completeThrough.isPresent() && completeThrough.get().isAfter(clock.instant())) {
            throw CommandFailure.wrongUsage(
                    "--complete-through lies ahead: nobody can know yet; name an instant gone by.");
        }
        PrintWriter out = spec.commandLine().getOut();
        Source unnamed = source.orElse(live ? Source.FEED : Source.LOAD);
        Load load = new Load(
                lines.files(
                        unnamed,
                        rules.required(Optional.empty()),
                        ids.ids(),
                        completeThrough.isPresent() && unnamed != Source.FEED),
                lines.findings(out),
                rejects,
                clock,
                out);
        try (ShutdownSequence parts = ShutdownSequence.install(() -> System.out.println(
                "\nEnding ... Load the same file again to send the rest: what was sent already counts once."))) {
            try {
                boolean whole = live
                        ? load.live(kafka.connection(), parts)
                        : load.history(kafka.connection(), completeThrough, parts);
                return whole ? 0 : Vaiwg.FINDING;
            } catch (Exception e) {
                if (!parts.isClosing()) {
                    throw e;
                }
                // The process was asked to end: what fails now is the end itself. The hook gives the exit code.
                Thread.currentThread().join();
            }
        }
        return 0;
    }
}
