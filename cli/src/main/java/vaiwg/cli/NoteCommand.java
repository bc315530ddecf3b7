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
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
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
import vaiwg.kpis.catalogue.Priority;
import vaiwg.kpis.reference.Sites;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.Standing;

/** What the owner of a measure says of one of its signals, what a lead reports to the board, and how a commitment stands, to the topic. */
@Command(
        name = "note",
        mixinStandardHelpOptions = true,
        description = {
            "Sends an owner's note on a signal, or an acknowledgement that it was seen; a lead's report to the Strategy Board; or",
            "the progress of a recommendation, a step or posts. It counts from the next midnight. The words go to the table",
            "kpi_note, and from there to the board's pages: write about the service and the figures, never about a person.",
            "It is signed by a post that is granted to your login, and by the login; both are asked for.",
            "A further note is added; no note is deleted."
        })
final class NoteCommand implements Callable<Integer> {
    private static final Optional<String> STANDARD_INPUT = Optional.of("-");

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private EventRulesOptions rules;

    @Mixin
    private AccountOptions account;

    @ArgGroup(multiplicity = "1")
    private Subject subject;

    /** What it is about: one of these. */
    static final class Subject {
        @Option(names = "--signal", paramLabel = "ID", description = "The signal, as signal_id names it in kpi_signal.")
        private Optional<String> signal = Optional.empty();

        @Option(
                names = "--area",
                paramLabel = "AREA",
                description = "The area whose lead reports to the board: ${COMPLETION-CANDIDATES}.")
        private Optional<Priority> area = Optional.empty();

        @Option(
                names = "--commitment",
                paramLabel = "ID",
                completionCandidates = CommitmentIds.class,
                description =
                        "The recommendation, step or posts of the site; of West Midlands: ${COMPLETION-CANDIDATES}.")
        private Optional<String> commitment = Optional.empty();
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

    @Option(
            names = "--meeting",
            paramLabel = "YYYY-MM",
            description = "With --area: the month of the board's meeting. Without it that of the newest meeting.")
    private Optional<YearMonth> meeting = Optional.empty();

    @Option(
            names = "--standing",
            paramLabel = "STANDING",
            description = "With --commitment: its progress: ${COMPLETION-CANDIDATES}.")
    private Optional<Standing> standing = Optional.empty();

    @Option(
            names = "--force",
            paramLabel = "FORCE",
            required = true,
            description = "The force of the note: west-midlands.")
    private String force;

    @Option(
            names = "--acknowledge",
            description =
                    "Acknowledge that it was seen; cause and action may follow. Without it one of them is needed.")
    private boolean acknowledge;

    @ArgGroup
    private Cause cause = new Cause();

    @ArgGroup
    private Action action = new Action();

    /** What was found, typed or from a file that no shell remembers. */
    static final class Cause {
        @Option(
                names = "--cause",
                paramLabel = "TEXT",
                description = "What was found to be the cause; in a report, what was found.")
        private Optional<String> text = Optional.empty();

        @Option(
                names = "--cause-file",
                paramLabel = "FILE",
                description = "File with the cause, so that it is not kept in a shell's history; - for standard input.")
        private Optional<String> file = Optional.empty();
    }

    /** What is done about it, likewise. */
    static final class Action {
        @Option(names = "--action", paramLabel = "TEXT", description = "What is done about it.")
        private Optional<String> text = Optional.empty();

        @Option(
                names = "--action-file",
                paramLabel = "FILE",
                description = "File with the action; - for standard input.")
        private Optional<String> file = Optional.empty();
    }

    @Option(
            names = "--post",
            paramLabel = "POST",
            required = true,
            description =
                    "The post that sends it, not a person's name; one that is granted to the login. Readers see both (kpi_note).")
    private String post;

    @Spec
    private CommandSpec spec;

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
        PrintWriter out = spec.commandLine().getOut();
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
                post,
                account.speakingFor(post));
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
        Optional<String> report = subject.area.map(area -> BoardSubject.report(
                area, meeting.orElseGet(() -> BoardSubject.meetingAt(LocalDate.now(LondonDays.ZONE)))));
        return subject.signal
                .or(() -> report)
                .or(() -> subject.commitment.map(BoardSubject::commitment))
                .orElseThrow();
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
