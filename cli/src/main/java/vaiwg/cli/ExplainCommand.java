package vaiwg.cli;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vaiwg.board.access.Grant;
import vaiwg.cli.explain.Audit;
import vaiwg.cli.explain.ExplanationText;
import vaiwg.cli.explain.HeardCase;
import vaiwg.cli.explain.LogOptions;
import vaiwg.cli.explain.PublishedFigure;
import vaiwg.cli.explain.ReadLog;
import vaiwg.cli.options.AccountOptions;
import vaiwg.cli.options.JobInputOptions;
import vaiwg.cli.options.ReaderConnections;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.explain.CaseFigure;
import vaiwg.jobs.explain.Evidence;
import vaiwg.jobs.explain.Explanation;
import vaiwg.jobs.explain.Figure;
import vaiwg.jobs.explain.FigureListener;
import vaiwg.jobs.explain.Movement;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.replay.LogPart;
import vaiwg.kpis.catalogue.Catalogue;

/** Which cases are behind a figure, which figures a case is in, and which cases moved a figure. */
@Command(name = "explain", mixinStandardHelpOptions = true)
final class ExplainCommand extends PrintingVerb {
    @Option(names = "--force", paramLabel = "SLUG")
    private String force;

    @ArgGroup(multiplicity = "1")
    private Subject subject;

    static final class Subject {
        @ArgGroup(exclusive = false)
        private OfFigure figure;

        @Option(names = "--case", required = true, paramLabel = "REFERENCE")
        private String reference;
    }

    /** A figure as tables name it. */
    static final class OfFigure {
        @Option(names = "--kpi", required = true, paramLabel = "MEASURE")
        private String kpi;

        @Option(names = "--basis", required = true, paramLabel = "BASIS")
        private String basis;

        @Option(names = "--window", paramLabel = "WINDOW", defaultValue = "all")
        private String window;

        @Option(names = "--slice", paramLabel = "SLICE", defaultValue = "")
        private String slice;
    }

    @Option(names = "--as-at", paramLabel = "DATE")
    private Optional<LocalDate> asAt = Optional.empty();

    @Option(names = "--between", paramLabel = "DATE", arity = "2")
    private List<LocalDate> between = List.of();

    @Option(names = "--why", required = true, paramLabel = "PURPOSE")
    private String why;

    @Mixin
    private AccountOptions account;

    @Mixin
    private LogOptions log;

    @Mixin
    private JobInputOptions inputs;

    @Override
    public Integer call() throws SQLException {
        if (why.isBlank()) {
            throw CommandFailure.wrongUsage("Say with --why what the cases are wanted for: it is put on record.");
        }
        EventOptions events = inputs.events();
        force = force == null ? only(events) : force;
        Catalogue catalogue = inputs.catalogue(events).get();
        return subject.reference == null ? ofFigure(catalogue, events) : ofCase(catalogue, events);
    }

    private static String only(EventOptions events) {
        List<String> counted = List.copyOf(events.forces().slugs().orElse(Set.of()));
        if (counted.size() != 1) {
            throw CommandFailure.wrongUsage("Several forces are counted: name one with --force.");
        }
        return counted.get(0);
    }

    private int ofFigure(Catalogue catalogue, EventOptions events) throws SQLException {
        OfFigure named = subject.figure;
        Figure figure = CommandFailure.orWrongUsage(
                () -> Figure.find(catalogue, force, named.kpi, named.basis, named.window, named.slice));
        List<LocalDate> days = days();
        boolean conduct = figure.column().measure().isRestricted();
        ReaderConnections readers = conduct ? ReaderConnections.CONDUCT : ReaderConnections.EXPLAIN;
        String when = days.stream().map(LocalDate::toString).collect(Collectors.joining(" and "));
        String midnights = days.size() == 1 ? "as at " + when : "between " + when;
        admit(readers, figure.name() + " of " + force + ", " + midnights, conduct);
        FigureListener heard = new FigureListener(
                catalogue, figure, days.stream().map(ExplainCommand::cutOff).toList());
        ReadLog read = log.read(inputs.kafka(), LogPart.WHOLE, catalogue, events, heard, out());
        days.forEach(read::requireComplete);
        ExplanationText text = new ExplanationText(out());
        text.heading(figure, midnights);
        List<Explanation> explained = new ArrayList<>();
        days.forEach(day -> explained.add(Explanation.of(figure, cutOff(day), heard.contributors())));
        boolean same = compare(readers, catalogue, explained, text);
        if (days.size() == 1) {
            text.cases(explained.get(0));
        } else {
            text.movements(Movement.between(figure, cutOff(days.get(0)), cutOff(days.get(1)), heard.contributors()));
        }
        read.sayWhatIsNoLongerHeld(out());
        return same ? 0 : Vaiwg.FINDING;
    }

    /** Whether what was found is what was published, which is said of each midnight. */
    private boolean compare(
            ReaderConnections readers, Catalogue catalogue, List<Explanation> explained, ExplanationText text)
            throws SQLException {
        boolean same = true;
        try (Connection connection = readers.of(inputs.database()).open()) {
            for (Explanation one : explained) {
                PublishedFigure.Compared compared = PublishedFigure.compare(connection, one, catalogue);
                text.published(compared);
                same &= compared.difference().isEmpty();
            }
        }
        return same;
    }

    private int ofCase(Catalogue catalogue, EventOptions events) {
        if (!between.isEmpty()) {
            throw CommandFailure.wrongUsage("Ask with --between for a figure, or with --as-at for a case.");
        }
        boolean conduct = account.grant(inputs.siteOptions().areas()).conduct();
        admit(ReaderConnections.EXPLAIN, "the case " + subject.reference + " of " + force, false);
        HeardCase found = HeardCase.of(log, inputs.kafka(), catalogue, events, force, subject.reference, out());
        ReadLog read = found.read();
        List<Evidence> records = found.heard().records().stream()
                .filter(record -> conduct || !record.stream().isRestricted())
                .toList();
        if (records.isEmpty()) {
            say("The log has no record of this reference.");
            read.sayWhatIsNoLongerHeld(out());
            return Vaiwg.FINDING;
        }
        ExplanationText text = new ExplanationText(out());
        List<LocalDate> days = new ArrayList<>(List.of(read.newestMidnight(Clock.systemUTC())));
        asAt.filter(day -> !days.contains(day)).ifPresent(days::add);
        days.forEach(read::requireComplete);
        for (LocalDate day : days) {
            List<CaseFigure> figures = found.heard().at(cutOff(day)).stream()
                    .filter(one -> conduct || !one.figure().column().measure().isRestricted())
                    .toList();
            text.ofCase(subject.reference, "as at " + day, records, figures);
        }
        read.sayWhatIsNoLongerHeld(out());
        return 0;
    }

    private List<LocalDate> days() {
        if (asAt.isPresent() == !between.isEmpty()) {
            throw CommandFailure.wrongUsage(
                    "Say of which midnight: --as-at DATE, or --between DATE DATE for what moved the figure.");
        }
        if (!between.isEmpty() && (between.size() != 2 || !between.get(0).isBefore(between.get(1)))) {
            throw CommandFailure.wrongUsage("Give --between once, the earlier date first.");
        }
        return asAt.map(List::of).orElse(between);
    }

    /** Nothing is read, and nothing shown or refused, before it is on record who asked and for what. */
    private void admit(ReaderConnections readers, String what, boolean conduct) {
        Audit audit = new Audit(inputs.database(), readers, inputs.kafka(), Clock.systemUTC());
        if (!account.isKnown()) {
            audit.notLoggedIn(account.claimed(), what);
            throw account.unknown();
        }
        String login = account.claimed();
        Grant grant = account.grant(inputs.siteOptions().areas());
        if (!grant.cases() || !grant.sees(force) || (conduct && !grant.conduct())) {
            audit.refused(login, what, "not granted");
            throw CommandFailure.wrongUsage(
                    "Cases behind figures of this force are not shown to this login: ask whoever keeps the grants for cases = yes.");
        }
        audit.shown(login, what, why.strip());
    }

    private static int cutOff(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }
}
