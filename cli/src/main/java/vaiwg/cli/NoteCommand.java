package vaiwg.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vaiwg.board.answer.AnswerException;
import vaiwg.board.answer.OwnerAnswer;
import vaiwg.cli.feed.note.NoteTopic;
import vaiwg.cli.options.AccountOptions;
import vaiwg.cli.options.EventRulesOptions;
import vaiwg.cli.options.KafkaOptions;
import vaiwg.cli.options.SiteOptions;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.kpis.catalogue.BoardSubject;
import vaiwg.kpis.catalogue.Commitment;
import vaiwg.kpis.catalogue.Commitments;
import vaiwg.kpis.catalogue.Interventions;
import vaiwg.kpis.catalogue.NotedIntervention;
import vaiwg.kpis.catalogue.Priority;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.reference.Sites;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.Standing;

/**
 * What the owner of a measure says of one of its signals, a lead reports to the board or has done to move a figure, and how commitments and the
 * board's actions stand, to the topic.
 */
@Command(name = "note", mixinStandardHelpOptions = true)
final class NoteCommand extends PrintingVerb {
    private static final Optional<String> STANDARD_INPUT = Optional.of("-");

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private EventRulesOptions rules;

    @Mixin
    private AccountOptions account;

    @ArgGroup(multiplicity = "1")
    private Subject subject;

    static final class Subject {
        @Option(names = "--signal", paramLabel = "ID")
        private Optional<String> signal = Optional.empty();

        @Option(names = "--area", paramLabel = "AREA", completionCandidates = Areas.class)
        private Optional<String> area = Optional.empty();

        @Option(names = "--commitment", paramLabel = "ID", completionCandidates = CommitmentIds.class)
        private Optional<String> commitment = Optional.empty();

        @Option(names = "--board-action", paramLabel = "YYYY-MM/NUMBER")
        private Optional<String> action = Optional.empty();

        @Option(names = "--intervention", paramLabel = "YYYY-MM-DD/KPI[:SLICE][/AREA]")
        private Optional<String> intervention = Optional.empty();
    }

    /** The areas of the strategy. */
    static final class Areas implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Priority.shipped().stream().map(Priority::slug).iterator();
        }
    }

    /** The entries of the registers. */
    static final class CommitmentIds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Commitments.of(Sites.shipped()).stream().map(Commitment::id).iterator();
        }
    }

    @Mixin
    private SiteOptions site;

    @Option(names = "--meeting", paramLabel = "YYYY-MM")
    private Optional<YearMonth> meeting = Optional.empty();

    @Option(names = "--standing", paramLabel = "STANDING")
    private Optional<Standing> standing = Optional.empty();

    @Option(names = "--owner", paramLabel = "POST")
    private Optional<String> owner = Optional.empty();

    @Option(names = "--due", paramLabel = "DATE")
    private Optional<LocalDate> due = Optional.empty();

    @Option(names = "--done", paramLabel = "DATE")
    private Optional<LocalDate> done = Optional.empty();

    @Option(names = "--force", paramLabel = "FORCE", required = true)
    private String force;

    @Option(names = "--acknowledge")
    private boolean acknowledge;

    @ArgGroup
    private Cause cause = new Cause();

    @ArgGroup
    private Action action = new Action();

    /** What was found, typed or from a file that no shell remembers. */
    static final class Cause {
        @Option(names = "--cause", paramLabel = "TEXT")
        private Optional<String> text = Optional.empty();

        @Option(names = "--cause-file", paramLabel = "FILE")
        private Optional<String> file = Optional.empty();
    }

    /** What is done about it, likewise. */
    static final class Action {
        @Option(names = "--action", paramLabel = "TEXT")
        private Optional<String> text = Optional.empty();

        @Option(names = "--action-file", paramLabel = "FILE")
        private Optional<String> file = Optional.empty();
    }

    @Option(names = "--post", paramLabel = "POST", required = true)
    private String post;

    @Override
    public Integer call() {
        if (cause.file.equals(STANDARD_INPUT) && action.file.equals(STANDARD_INPUT)) {
            throw CommandFailure.wrongUsage("Standard input holds the cause or the action, not both: name a file.");
        }
        try {
            new NoteTopic(kafka.connection(), rules.ifNamed(Optional.empty()), Clock.systemUTC()).send(answer());
        } catch (AnswerException e) {
            throw e.isRejected()
                    ? CommandFailure.wrongUsage(e.getMessage())
                    : CommandFailure.unreachable(e.getMessage(), e);
        }
        PrintWriter out = out();
        out.println("Sent: the " + (acknowledge ? "acknowledgement" : "note") + " counts from the next midnight.");
        return 0;
    }

    private OwnerAnswer answer() {
        return new OwnerAnswer(
                force,
                named(),
                acknowledge,
                words(cause.text, cause.file),
                words(action.text, action.file),
                standing,
                new OwnerAnswer.Terms(owner, due, done),
                post,
                account.speakingFor(post, site.areas()));
    }

    private String named() {
        if (meeting.isPresent() && subject.area.isEmpty()) {
            throw CommandFailure.wrongUsage("--meeting is of an area's report: name the area with --area.");
        }
        subject.commitment
                .filter(id -> Commitments.of(site.sites()).stream()
                        .noneMatch(entry -> entry.id().equals(id)))
                .ifPresent(id -> {
                    throw CommandFailure.wrongUsage(
                            "--commitment " + id + " is in no register of the site: its files list them.");
                });
        subject.intervention.ifPresent(this::requireFit);
        Optional<String> report = subject.area.map(area -> BoardSubject.report(
                site.area("--area", area),
                meeting.orElseGet(() -> BoardSubject.meetingAt(LocalDate.now(LondonDays.ZONE)))));
        return subject.signal
                .or(() -> report)
                .or(() -> subject.commitment.map(BoardSubject::commitment))
                .or(() -> subject.action.map(BoardSubject::action))
                .or(() -> subject.intervention.map(BoardSubject::intervention))
                .orElseThrow();
    }

    /** By the rules of the site's register: what is noted could be one of its rows. */
    private void requireFit(String named) {
        NotedIntervention done = BoardSubject.done(BoardSubject.intervention(named))
                .orElseThrow(() -> CommandFailure.wrongUsage("--intervention " + named
                        + " names no day and figure: write YYYY-MM-DD/KPI[:SLICE][/AREA], the slice as in tables."));
        Sites sites = site.sites();
        try {
            Interventions.requireFit(List.of(done.entry(force, "", post)), sites, ShippedCatalogue.of(sites));
        } catch (IllegalStateException e) {
            throw CommandFailure.wrongUsage(e.getMessage() + ": correct --intervention.", e);
        }
    }

    private static Optional<String> words(Optional<String> text, Optional<String> file) {
        return file.map(NoteCommand::read).or(() -> text);
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
}
