package vaiwg.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vaiwg.cli.feed.FeedProducer;
import vaiwg.cli.feed.json.LineEvents;
import vaiwg.cli.feed.redrive.Redrive;
import vaiwg.cli.feed.redrive.Replacements;
import vaiwg.cli.feed.redrive.Selection;
import vaiwg.cli.options.EventIdOptions;
import vaiwg.cli.options.EventRulesOptions;
import vaiwg.cli.options.KafkaOptions;
import vaiwg.cli.options.LineOptions;
import vaiwg.cli.options.RegistryOptions;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.decode.EventReader;
import vaiwg.jobs.decode.Rejection.Reason;
import vaiwg.jobs.options.EventOptions;
import vaiwg.schemas.Source;

/** Dead letters back to their topics after a fix. */
@Command(name = "redrive", mixinStandardHelpOptions = true)
final class RedriveCommand implements Callable<Integer> {
    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private RegistryOptions registry;

    @Mixin
    private EventRulesOptions rules;

    @Mixin
    private EventIdOptions ids;

    @Option(names = "--reason", paramLabel = "REASON")
    private Optional<String> reason = Optional.empty();

    @Option(names = "--since", paramLabel = "INSTANT")
    private Optional<Instant> since = Optional.empty();

    @Option(names = "--stream", paramLabel = "STREAM")
    private Optional<String> stream = Optional.empty();

    @Option(names = "--force", paramLabel = "FORCE")
    private Optional<String> force = Optional.empty();

    @Option(names = "--replace", paramLabel = "FILE")
    private Optional<Path> replace = Optional.empty();

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--show", paramLabel = "N", defaultValue = "20")
    private long shown;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Clock clock = Clock.systemUTC();
        reason.ifPresent(RedriveCommand::requireReason);
        EventOptions options = rules.required(registry.endpoint());
        Replacements replacements = replace.map(file -> Replacements.read(
                        file, kafka.topicPrefix(), new LineEvents(Source.FEED, options, ids.ids(), clock)))
                .orElseGet(Replacements::none);
        Selection selection = new Selection(
                reason, since, stream.map(slug -> LineOptions.streamOrFail(slug).topic(kafka.topicPrefix())), force);
        Redrive redrive = new Redrive(kafka.connection(), new EventReader(options), selection, replacements, clock);
        try (FeedProducer producer = dryRun ? null : new FeedProducer(kafka.connection())) {
            boolean whole = redrive.run(
                    Optional.ofNullable(producer), spec.commandLine().getOut(), shown);
            return whole ? 0 : Vaiwg.FINDING;
        }
    }

    private static void requireReason(String slug) {
        if (Arrays.stream(Reason.values()).noneMatch(reason -> reason.slug().equals(slug))) {
            throw CommandFailure.wrongUsage("There is no reason '" + slug + "': choose "
                    + Arrays.stream(Reason.values()).map(Reason::slug).collect(Collectors.joining(", ")) + ".");
        }
    }
}
