package vaiwg.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vaiwg.cli.feed.FeedProducer;
import vaiwg.cli.feed.json.BadLine;
import vaiwg.cli.feed.json.LineEvents;
import vaiwg.cli.feed.json.ReadyEvent;
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

    @Option(names = "--cause", paramLabel = "TEXT", description = "What was found to be the cause.")
    private Optional<String> cause = Optional.empty();

    @Option(names = "--action", paramLabel = "TEXT", description = "What is done about it.")
    private Optional<String> action = Optional.empty();

    @Option(names = "--post", paramLabel = "POST", description = "The post that owns the measure, not a person's name.")
    private Optional<String> post = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
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
                .setCause(cause.orElse(null))
                .setAction(action.orElse(null))
                .setPost(post.orElse(null))
                .setAt(now)
                .build();
    }

    private ReadyEvent ready(Note note, Clock clock) {
        try {
            return new LineEvents(Source.FEED, rules.ifNamed(Optional.empty()), clock).ready(EventStream.NOTE, note);
        } catch (BadLine refused) {
            throw CommandFailure.wrongUsage("The job would refuse the note: " + refused.getMessage() + ".");
        }
    }
}
