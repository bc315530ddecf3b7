package vaiwg.board.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vaiwg.board.SnapshotRequest;
import vaiwg.board.Tier;
import vaiwg.board.edition.Editions;
import vaiwg.board.figures.PublishedSnapshot;
import vaiwg.board.figures.SnapshotReader;
import vaiwg.board.report.Report;
import vaiwg.board.report.ReportMaker;
import vaiwg.board.report.ReportRequest;

/**
 * Reports of published snapshots: of no number, of the internal tier, with all that owners have said by now. A report is made once for all
 * that it is made of; a page then costs a few small queries.
 */
final class ReportCache implements AutoCloseable {
    private final Connections connections;
    private final ServerMetrics metrics;
    private final ReportShelf<Report> reports = new ReportShelf<>(this::make);

    ReportCache(Connections connections, ServerMetrics metrics) {
        this.connections = connections;
        this.metrics = metrics;
    }

    /**
     * A report, and which others there are.
     *
     * @param forces in order of their names
     * @param days of the report's force, the newest first
     */
    record Shown(Report report, List<String> forces, List<LocalDate> days) {}

    List<String> forces() throws SQLException {
        try (Connection connection = connections.open()) {
            return new PublishedDays(connection).forces();
        }
    }

    /**
     * The report of a force's day, or of its newest day; empty where that was not published.
     *
     * @throws Refusal where many wait for reports that are being made
     */
    Optional<Shown> show(String force, Optional<LocalDate> asAt) throws SQLException {
        Optional<ReportRequest> request;
        List<String> forces;
        List<LocalDate> days;
        try (Connection connection = connections.open()) {
            request = request(connection, force, asAt);
            PublishedDays published = new PublishedDays(connection);
            forces = published.forces();
            days = published.days(force);
        }
        return request.isEmpty()
                ? Optional.empty()
                : Optional.of(new Shown(reports.get(request.get(), isNewest(request.get(), days)), forces, days));
    }

    /** Makes a force's newest report where it is not there yet. */
    void prepareNewest(String force) throws SQLException {
        Optional<ReportRequest> request;
        try (Connection connection = connections.open()) {
            request = request(connection, force, Optional.empty());
        }
        if (request.isPresent()) {
            reports.prepare(request.get(), true);
        }
    }

    @Override
    public void close() {
        reports.close();
    }

    private static boolean isNewest(ReportRequest request, List<LocalDate> days) {
        return !days.isEmpty() && request.asAt().equals(days.get(0));
    }

    private static Optional<ReportRequest> request(Connection connection, String force, Optional<LocalDate> asAt)
            throws SQLException {
        SnapshotReader snapshots = new SnapshotReader(connection, force);
        Optional<PublishedSnapshot> snapshot =
                asAt.isPresent() ? snapshots.find(asAt.get(), Optional.empty()) : snapshots.newest();
        return snapshot.isEmpty() ? Optional.empty() : Optional.of(request(connection, snapshot.get()));
    }

    private static ReportRequest request(Connection connection, PublishedSnapshot snapshot) throws SQLException {
        return Editions.unregistered(
                connection,
                new SnapshotRequest(
                        snapshot.force(), snapshot.asAt(), Optional.of(snapshot.publication()), Tier.INTERNAL),
                false);
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
