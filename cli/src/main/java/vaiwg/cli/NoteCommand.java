package vaiwg.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vaiwg.cli.feed.FeedProducer;
import vaiwg.cli.feed.json.BadLine;
import vaiwg.cli.feed.json.EventIds;
import vaiwg.cli.feed.json.LineEvents;
import vaiwg.cli.feed.json.ReadyEvent;
import vaiwg.cli.options.EventRulesOptions;
import vaiwg.cli.options.KafkaOptions;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.schemas.DateResolution;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Note;
import vaiwg.schemas.NoteKind;
import vaiwg.schemas.Source;

/** What the owner of a measure says of one of its signals, to the topic. */
@Command(
        name = "note",
        mixinStandardHelpOptions = true,
        description = {
            "Sends an owner's note on a signal, or an acknowledgement that it was seen.",
            "It counts from the next midnight. The words go to the table kpi_note and nowhere else: write of the service",
            "and the figures, never of a person. A further note is added; nothing that was said is taken back."
        })
final class NoteCommand implements Callable<Integer> {
    private static final Optional<String> STANDARD_INPUT = Optional.of("-");

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private EventRulesOptions rules;

    @Option(
            names = "--signal",
            paramLabel = "ID",
            required = true,
            description = "The signal, as signal_id names it in kpi_signal.")
    private String signal;

    @Option(
            names = "--force",
            paramLabel = "FORCE",
            required = true,
            description = "Whose signal it is: west-midlands.")
    private String force;

    @Option(
            names = "--acknowledge",
            description = "Say that it was seen; cause and action may follow. Without it one of them is needed.")
    private boolean acknowledge;

    @ArgGroup
    private Cause cause = new Cause();

    @ArgGroup
    private Action action = new Action();

    /** What was found to be the cause, typed or from a file that no shell remembers. */
    static final class Cause {
        @Option(names = "--cause", paramLabel = "TEXT", description = "What was found to be the cause.")
        private Optional<String> text = Optional.empty();

        @Option(
                names = "--cause-file",
                paramLabel = "FILE",
                description = "The cause is there, so that it is not kept in a shell's history; - for standard input.")
        private Optional<String> file = Optional.empty();
    }

    /** What is done about it, likewise. */
    static final class Action {
        @Option(names = "--action", paramLabel = "TEXT", description = "What is done about it.")
        private Optional<String> text = Optional.empty();

        @Option(
                names = "--action-file",
                paramLabel = "FILE",
                description = "The action is there; - for standard input.")
        private Optional<String> file = Optional.empty();
    }

    @Option(
            names = "--post",
            paramLabel = "POST",
            required = true,
            description =
                    "The post that says so, not a person's name. Readers see who acknowledged (kpi_acknowledgement).")
    private String post;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (cause.file.equals(STANDARD_INPUT) && action.file.equals(STANDARD_INPUT)) {
            throw CommandFailure.wrongUsage("Standard input holds the cause or the action, not both: name a file.");
        }
        Clock clock = Clock.systemUTC();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ReadyEvent ready = ready(note(now), Clock.fixed(now, clock.getZone()));
        try (FeedProducer producer = new FeedProducer(kafka.connection())) {
            producer.send(EventStream.NOTE, ready.key(), now.toEpochMilli(), ready.value());
            producer.flush();
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("Sent: the " + (acknowledge ? "acknowledgement" : "note") + " counts from the next midnight.");
        return 0;
    }

    /** Numbered by its instant: notes of one signal are many, and nobody keeps a count of them. */
    private Note note(Instant now) {
        return Note.newBuilder()
                .setSignalId(signal)
                .setForce(force)
                .setEventId(UUID.randomUUID().toString())
                .setVersion(now.toEpochMilli())
                .setChangedAt(now)
                .setSource(Source.FEED)
                .setDateResolution(DateResolution.DAY)
                .setKind(acknowledge ? NoteKind.ACKNOWLEDGEMENT : NoteKind.NOTE)
                .setCause(words(cause.text, cause.file))
                .setAction(words(action.text, action.file))
                .setPost(post)
                .setAt(now)
                .build();
    }

    private static String words(Optional<String> text, Optional<String> file) {
        return file.map(NoteCommand::read).or(() -> text).orElse(null);
    }

    private static String read(String file) {
        try {
            byte[] bytes = Optional.of(file).equals(STANDARD_INPUT)
                    ? System.in.readAllBytes()
                    : Files.readAllBytes(Path.of(file));
            return new String(bytes, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw CommandFailure.wrongUsage(file + " cannot be read: correct the path of the cause or of the action.");
        }
    }

    private ReadyEvent ready(Note note, Clock clock) {
        try {
            return new LineEvents(Source.FEED, rules.ifNamed(Optional.empty()), EventIds.forgotten(), clock)
                    .ready(EventStream.NOTE, note);
        } catch (BadLine refused) {
            throw CommandFailure.wrongUsage("The job would refuse the note: " + refused.getMessage() + ".");
        }
    }
}
