package vaiwg.board.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vaiwg.board.SnapshotRequest;
import vaiwg.board.Tier;
import vaiwg.board.access.Grant;
import vaiwg.board.access.SeenReport;
import vaiwg.board.edition.Editions;
import vaiwg.board.figures.PublishedSnapshot;
import vaiwg.board.figures.SnapshotReader;
import vaiwg.board.report.Report;
import vaiwg.board.report.ReportMaker;
import vaiwg.board.report.ReportRequest;

/**
 * Reports of published snapshots: of no number, as the board has them and with all figures, with all that owners have said by now. A report is
 * made once for all that it is made of; a page then costs a few small queries.
 */
final class ReportCache implements AutoCloseable {
    private final Connections connections;
    private final ServerMetrics metrics;
    private final boolean restricted;
    private final ReportShelf<Report> reports = new ReportShelf<>(this::make);

    /** @param restricted whether they are restricted annexes, which whoever sees one sees whole */
    ReportCache(Connections connections, ServerMetrics metrics, boolean restricted) {
        this.connections = connections;
        this.metrics = metrics;
        this.restricted = restricted;
    }

    /**
     * A report, and which others there are.
     *
     * @param forces in order of their names
     * @param days of the report's force, the newest first
     */
    record Shown(Report report, List<String> forces, List<LocalDate> days) {}

    /** Those whose reports may be seen. */
    List<String> forces(Grant grant) throws SQLException {
        try (Connection connection = connections.open()) {
            return forces(connection, grant);
        }
    }

    /**
     * The report of a force's day, or of its newest day, as it may be seen; empty where that was not published, or is not to be seen.
     *
     * @throws Refusal where many wait for reports that are being made
     */
    Optional<Shown> show(String force, Optional<LocalDate> asAt, Grant grant) throws SQLException {
        if (!grant.sees(force)) {
            return Optional.empty();
        }
        Optional<ReportRequest> request;
        List<String> forces;
        List<LocalDate> days;
        try (Connection connection = connections.open()) {
            request = request(connection, force, asAt);
            forces = forces(connection, grant);
            days = PublishedDays.days(connection, force);
        }
        return request.isEmpty()
                ? Optional.empty()
                : Optional.of(new Shown(seen(request.get(), isNewest(request.get(), days), grant), forces, days));
    }

    /** How far a history is loaded, while the newest day is another a moment later; else empty. */
    Optional<String> loading(String force) throws SQLException {
        try (Connection connection = connections.open()) {
            return PublishedDays.loading(connection, force);
        }
    }

    /**
     * Makes a force's newest report where it is not there yet.
     *
     * @param internal whether that with all figures too
     */
    void prepareNewest(String force, boolean internal) throws SQLException {
        Optional<ReportRequest> request;
        try (Connection connection = connections.open()) {
            request = request(connection, force, Optional.empty());
        }
        if (request.isPresent()) {
            reports.prepare(request.get(), true);
            if (internal) {
                reports.prepare(request.get().with(Tier.INTERNAL), true);
            }
        }
    }

    @Override
    public void close() {
        reports.close();
    }

    private Report seen(ReportRequest request, boolean isNewest, Grant grant) throws SQLException {
        if (restricted || !grant.seesSome()) {
            return reports.get(request, isNewest);
        }
        Report internal = reports.get(request.with(Tier.INTERNAL), isNewest);
        return grant.seesAll() ? internal : SeenReport.of(reports.get(request, isNewest), internal, grant);
    }

    private static List<String> forces(Connection connection, Grant grant) throws SQLException {
        return SnapshotReader.forces(connection).stream().filter(grant::sees).toList();
    }

    private static boolean isNewest(ReportRequest request, List<LocalDate> days) {
        return !days.isEmpty() && request.asAt().equals(days.get(0));
    }

    private Optional<ReportRequest> request(Connection connection, String force, Optional<LocalDate> asAt)
            throws SQLException {
        SnapshotReader snapshots = new SnapshotReader(connection, force);
        Optional<PublishedSnapshot> snapshot =
                asAt.isPresent() ? snapshots.find(asAt.get(), Optional.empty()) : snapshots.newest();
        return snapshot.isEmpty() ? Optional.empty() : Optional.of(request(connection, snapshot.get()));
    }

    /** Beside the board's last report in every tier, so that parts of two are of the same time. */
    private ReportRequest request(Connection connection, PublishedSnapshot snapshot) throws SQLException {
        return Editions.unregistered(
                connection,
                new SnapshotRequest(snapshot.force(), snapshot.asAt(), Optional.of(snapshot.publication()), Tier.BOARD),
                restricted);
    }

    private Report make(ReportRequest request) throws SQLException {
        long began = System.nanoTime();
        try (Connection connection = connections.open()) {
            return ReportMaker.make(connection, request);
        } finally {
            metrics.reportMade(System.nanoTime() - began);
        }
    }
}
