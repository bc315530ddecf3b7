package vaiwg.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vaiwg.board.SnapshotRequest;
import vaiwg.board.Tier;
import vaiwg.board.edition.Editions;
import vaiwg.board.edition.Registration;
import vaiwg.board.edition.Registrations;
import vaiwg.board.files.ReportFiles;
import vaiwg.board.report.Report;
import vaiwg.cli.options.DatabaseOptions;
import vaiwg.cli.options.ForceOptions;
import vaiwg.cli.terminal.CommandFailure;

/** The Strategy Board's report of a published snapshot. */
@Command(name = "report", mixinStandardHelpOptions = true)
final class ReportCommand extends PrintingVerb {
    @ArgGroup(multiplicity = "1")
    private Which which;

    @Mixin
    private ForceOptions forces;

    @Option(names = "--out", paramLabel = "DIR")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--replace")
    private boolean replace;

    @Option(names = "--restricted")
    private boolean restricted;

    @Mixin
    private DatabaseOptions database;

    private String force;

    /** Of which day, or which edition. */
    static final class Which {
        @ArgGroup(exclusive = false)
        private OfDay day;

        @ArgGroup(exclusive = false)
        private OfEdition edition;

        @Option(names = "--list", required = true)
        private boolean list;
    }

    static final class OfDay {
        @Option(names = "--as-at", required = true, paramLabel = "DATE")
        private LocalDate asAt;

        @Option(names = "--tier", defaultValue = "board")
        private Tier tier;

        @Option(names = "--publication", paramLabel = "N")
        private Optional<Integer> publication = Optional.empty();

        @Option(names = "--draft")
        private boolean draft;

        @ArgGroup(exclusive = false)
        private Correction correction;
    }

    static final class Correction {
        @Option(names = "--corrects", required = true, paramLabel = "N")
        private int corrects;

        @Option(names = "--because", required = true, paramLabel = "TEXT")
        private String because;
    }

    static final class OfEdition {
        @Option(names = "--edition", required = true, paramLabel = "N")
        private int edition;

        @ArgGroup
        private Step step = new Step();
    }

    /** Two people's: who approves does not issue. */
    static final class Step {
        @Option(names = "--approve", paramLabel = "POST")
        private Optional<String> approve = Optional.empty();

        @Option(names = "--issue")
        private boolean issue;
    }

    @Override
    public Integer call() throws Exception {
        force = forces.force(database.database());
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            if (which.list) {
                list(connection);
            } else if (which.edition != null) {
                ofEdition(connection, which.edition);
            } else {
                ofDay(connection, which.day);
            }
        }
        return 0;
    }

    private void list(Connection connection) throws SQLException {
        List<Registration> all = new Registrations(connection).all(force);
        if (all.isEmpty()) {
            say("No report of " + force + " is registered: report --as-at DATE --draft begins one.");
        }
        all.forEach(one -> say(one.inWords()));
    }

    private void ofDay(Connection connection, OfDay day) throws SQLException, IOException {
        SnapshotRequest request = new SnapshotRequest(force, day.asAt, day.publication, day.tier);
        if (!day.draft) {
            if (day.correction != null) {
                throw CommandFailure.wrongUsage("A correction of an issued report begins as a draft: say --draft too.");
            }
            write(
                    new Editions(connection, product())
                            .unregistered(request, restricted)
                            .files(),
                    "as at " + day.asAt + ", " + day.tier.name().toLowerCase(Locale.ROOT) + " tier",
                    folder());
            return;
        }
        Editions editions = new Editions(connection, product());
        Optional<Correction> correction = Optional.ofNullable(day.correction);
        Editions.Drafted drafted = editions.draft(
                request, correction.map(one -> one.corrects), correction.map(one -> one.because), editions.now());
        registered(connection, drafted.registration());
        askForComments(drafted.made().report());
        if (out.isPresent()) {
            write(
                    (restricted ? editions.make(drafted.registration(), true) : drafted.made()).files(),
                    drafted.registration().inWords(),
                    out.get());
        }
    }

    private void ofEdition(Connection connection, OfEdition of) throws SQLException, IOException {
        Editions editions = new Editions(connection, product());
        if (of.step.approve.isPresent()) {
            registered(connection, editions.approve(force, of.edition, of.step.approve.get()));
        } else if (of.step.issue) {
            registered(connection, editions.issue(force, of.edition));
        } else if (out.isEmpty()) {
            say(new Registrations(connection).edition(force, of.edition).inWords() + ".");
        }
        if (out.isPresent()) {
            Registration edition = new Registrations(connection).edition(force, of.edition);
            write(
                    restricted ? editions.make(edition, true).files() : editions.files(edition),
                    edition.inWords(),
                    out.get());
        }
    }

    /** What is said is so: files that cannot be written afterwards take nothing of it back. */
    private void registered(Connection connection, Registration reached) throws SQLException {
        connection.commit();
        say(reached.inWords() + ".");
    }

    private void askForComments(Report report) {
        report.matters().stream()
                .filter(matter -> matter.answer().isEmpty())
                .forEach(matter -> say(matter.owner() + ": a comment on “" + matter.title() + "” is missing."));
    }

    private Path folder() {
        return out.orElseThrow(() -> CommandFailure.wrongUsage("Say with --out where the files are to be left."));
    }

    /** Who takes figures out is written down before they are out. */
    private void write(SortedMap<String, byte[]> files, String which, Path folder) throws IOException {
        Exports.log(
                database.database(), "report of " + force + ", " + which + (restricted ? ", restricted annex" : ""));
        ReportFiles.write(files, folder, replace);
        say("The report is in " + folder + ": " + Editions.PAGE + " and " + Editions.PDF + " to read, "
                + ReportFiles.WORKBOOK + " and " + ReportFiles.FIGURES + " to count on.");
    }

    private static String product() throws IOException {
        return new BuildVersion().getVersion()[0];
    }
}
