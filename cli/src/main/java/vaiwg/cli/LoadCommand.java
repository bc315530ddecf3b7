package vaiwg.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vaiwg.cli.feed.load.Load;
import vaiwg.cli.options.EventIdOptions;
import vaiwg.cli.options.EventRulesOptions;
import vaiwg.cli.options.KafkaOptions;
import vaiwg.cli.options.LineOptions;
import vaiwg.cli.options.PseudonymOptions;
import vaiwg.cli.options.SiteOptions;
import vaiwg.cli.process.ShutdownSequence;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.schemas.Source;

/** JSON lines to the topics. */
@Command(name = "load", mixinStandardHelpOptions = true)
final class LoadCommand extends PrintingVerb {
    @Mixin
    private LineOptions lines;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private EventRulesOptions rules;

    @Mixin
    private SiteOptions site;

    @Mixin
    private EventIdOptions ids;

    @Mixin
    private PseudonymOptions pseudonyms;

    @Option(names = "--live")
    private boolean live;

    @Option(names = "--source", paramLabel = "SOURCE")
    private Optional<Source> source = Optional.empty();

    @Option(names = "--rejects", paramLabel = "FILE")
    private Optional<Path> rejects = Optional.empty();

    @Option(names = "--complete-through", paramLabel = "INSTANT")
    private Optional<Instant> completeThrough = Optional.empty();

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
        PrintWriter out = out();
        Source unnamed = source.orElse(live ? Source.FEED : Source.LOAD);
        Load load = new Load(
                lines.files(
                        unnamed,
                        rules.required(Optional.empty()),
                        site.maps(),
                        ids.ids(),
                        completeThrough.isPresent() && unnamed != Source.FEED,
                        pseudonyms.keys()),
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
