package vaiwg.board.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * Reports of the snapshots that were asked for last: of no number, of the internal tier, with all that owners have said by now. A report is
 * made once for all that it is made of; a page then costs a few small queries.
 */
final class ReportCache {
    private static final int KEPT = 6;

    private final Connections connections;
    private final Map<ReportRequest, Report> reports = new LinkedHashMap<>(KEPT, 0.75f, true);

    ReportCache(Connections connections) {
        this.connections = connections;
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

    /** The report of a force's day, or of its newest day; empty where that was not published. */
    Optional<Shown> show(String force, Optional<LocalDate> asAt) throws SQLException {
        try (Connection connection = connections.open()) {
            SnapshotReader snapshots = new SnapshotReader(connection, force);
            Optional<PublishedSnapshot> snapshot =
                    asAt.isPresent() ? snapshots.find(asAt.get(), Optional.empty()) : snapshots.newest();
            if (snapshot.isEmpty()) {
                return Optional.empty();
            }
            PublishedDays days = new PublishedDays(connection);
            return Optional.of(new Shown(report(connection, snapshot.get()), days.forces(), days.days(force)));
        }
    }

    private Report report(Connection connection, PublishedSnapshot snapshot) throws SQLException {
        ReportRequest request = Editions.unregistered(
                connection,
                new SnapshotRequest(
                        snapshot.force(), snapshot.asAt(), Optional.of(snapshot.publication()), Tier.INTERNAL),
                false);
        synchronized (reports) {
            Report report = reports.get(request);
            if (report == null) {
                report = ReportMaker.make(connection, request);
                reports.put(request, report);
                if (reports.size() > KEPT) {
                    reports.remove(reports.keySet().iterator().next());
                }
            }
            return report;
        }
    }
}
