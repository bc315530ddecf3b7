package vaiwg.board.edition;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import vaiwg.board.ReportException;
import vaiwg.board.SnapshotRequest;
import vaiwg.board.Tier;
import vaiwg.board.figures.NoteReader;
import vaiwg.board.figures.SnapshotReader;
import vaiwg.board.files.BuildInfo;
import vaiwg.board.files.ReportFiles;
import vaiwg.board.page.ReportPage;
import vaiwg.board.page.ReportPdf;
import vaiwg.board.report.Edition;
import vaiwg.board.report.Report;
import vaiwg.board.report.ReportMaker;
import vaiwg.board.report.ReportRequest;
import vaiwg.kpis.digest.Sha256;

/**
 * Drafts, approves and issues reports. What was issued is kept as the bytes that were issued, so that it is the same for ever, and can be
 * compared with what the same figures give now.
 */
public final class Editions {
    /** The page of the report among its files. */
    public static final String PAGE = "index.html";

    public static final String PDF = "report.pdf";

    private final Connection connection;
    private final String product;
    private final Registrations registrations;

    /**
     * @param connection of a user with the role {@code vaiwg_reader}, and {@code vaiwg_secretary} to register anything
     * @param product what makes the report, for its manifest
     */
    public Editions(Connection connection, String product) {
        this.connection = connection;
        this.product = product;
        this.registrations = new Registrations(connection);
    }

    /**
     * A report with its files by their names, the manifest among them.
     *
     * @param report as its readers see it
     */
    public record Made(Report report, SortedMap<String, byte[]> files) {
        /** SHA-256 of the manifest. */
        public String manifest() {
            return Sha256.hex(files.get(ReportFiles.MANIFEST));
        }
    }

    public record Drafted(Registration registration, Made made) {}

    /**
     * What a report of no number is made of: all that owners have said, beside the last report of its tier, or of the board's where the
     * internal tier has none.
     */
    public static ReportRequest unregistered(Connection connection, SnapshotRequest request, boolean restricted)
            throws SQLException {
        Registrations registrations = new Registrations(connection);
        Optional<Registration> last = registrations.lastIssued(request.force(), request.tier(), request.asAt());
        if (last.isEmpty() && request.tier() == Tier.INTERNAL) {
            last = registrations.lastIssued(request.force(), Tier.BOARD, request.asAt());
        }
        return new ReportRequest(
                request.force(),
                request.asAt(),
                request.publication(),
                restricted ? Tier.INTERNAL : request.tier(),
                last.map(Registration::asAt),
                NoteReader.until(connection, request.force(), request.asAt()),
                restricted);
    }

    /** A report that is not registered: of no number, for one's own use. */
    public Made unregistered(SnapshotRequest request, boolean restricted) throws SQLException {
        return made(unregistered(connection, request, restricted), Optional.empty());
    }

    /** By the database's clock, in whole seconds: what is registered says again what was shown. */
    public Instant now() throws SQLException {
        return registrations.now();
    }

    /**
     * Registers a draft, and gives it.
     *
     * @param replaces the number of an issued edition that it corrects, with what is otherwise
     * @param now until when owners' notes are in it; not later than the database's clock
     * @throws ReportException in one sentence, where that snapshot or edition is not there
     */
    public Drafted draft(SnapshotRequest request, Optional<Integer> replaces, Optional<String> whatChanged, Instant now)
            throws SQLException {
        Optional<Registration> corrected = Optional.empty();
        if (replaces.isPresent()) {
            corrected = Optional.of(registrations.edition(request.force(), replaces.get()));
            if (corrected.get().status() != Edition.Status.ISSUED) {
                throw new ReportException("Edition " + replaces.get() + " was not issued: draft it again instead.");
            }
        }
        int publication = new SnapshotReader(connection, request.force())
                .require(request.asAt(), request.publication())
                .publication();
        Registration draft = registrations.next(
                request.force(), request.asAt(), publication, request.tier(), now, corrected, whatChanged);
        Made made = make(draft, false);
        registrations.add(draft.with(made.manifest()));
        return new Drafted(registrations.edition(draft.force(), draft.edition()), made);
    }

    /**
     * Approves the newest draft of an edition in the name of a post: what it will be when it is issued, to the byte.
     *
     * @throws ReportException in one sentence, where the login drafted it, or does not hold the post
     */
    public Registration approve(String force, int number, String post) throws SQLException {
        Registration draft = registrations.edition(force, number);
        if (draft.status() != Edition.Status.DRAFT) {
            throw new ReportException(draft.inWords() + ": it is approved already.");
        }
        Registration approved = draft.approvedBy(post);
        registrations.approve(
                approved.with(make(approved, false).manifest()),
                make(approved.issued(), false).manifest());
        return registrations.edition(force, number);
    }

    /**
     * Issues an approved edition, and keeps its files.
     *
     * @throws ReportException in one sentence, where the login approved it, or it would be issued otherwise than it was approved
     */
    public Registration issue(String force, int number) throws SQLException {
        Registration approved = registrations.edition(force, number);
        if (approved.status() != Edition.Status.APPROVED) {
            throw new ReportException(approved.inWords()
                    + (approved.status() == Edition.Status.DRAFT
                            ? ": a post has to approve it first, with --approve."
                            : ": it is issued already."));
        }
        Made made = make(approved.issued(), false);
        registrations.issue(approved, made.files());
        return registrations.edition(force, number);
    }

    /** The files of an edition: of an issued one those that were issued, of others as they are made. */
    public SortedMap<String, byte[]> files(Registration edition) throws SQLException {
        return edition.status() == Edition.Status.ISSUED
                ? registrations.files(edition)
                : make(edition, false).files();
    }

    public Made make(Registration edition, boolean restricted) throws SQLException {
        return made(
                new ReportRequest(
                        edition.force(),
                        edition.asAt(),
                        Optional.of(edition.publication()),
                        restricted ? Tier.INTERNAL : edition.tier(),
                        edition.previousAsAt(),
                        edition.notesUntil(),
                        restricted),
                Optional.of(edition));
    }

    private Made made(ReportRequest request, Optional<Registration> registration) throws SQLException {
        Report made = ReportMaker.make(connection, request);
        Report report = registration
                .map(row -> made.with(
                        made.edition().registered(row.edition(), row.status(), row.approvedBy(), row.whatChanged())))
                .orElse(made);
        Map<String, byte[]> further = new LinkedHashMap<>();
        further.put(PAGE, ReportPage.html(report).getBytes(StandardCharsets.UTF_8));
        further.put(PDF, ReportPdf.pdf(report));
        return new Made(
                report,
                ReportFiles.of(report, BuildInfo.of(product, report.edition().catalogue()), further));
    }
}
