package vaiwg.board.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vaiwg.board.report.Report;
import vaiwg.board.web.PublishedDays.Published;

/**
 * Reports of the snapshots that were asked for last. A report is made once for a snapshot, as long as owners' notes are no newer: a page
 * then costs two small queries.
 */
final class ReportCache {
    private static final int KEPT = 6;

    private final Connections connections;
    private final Map<Key, Report> reports = new LinkedHashMap<>(KEPT, 0.75f, true);

    ReportCache(Connections connections) {
        this.connections = connections;
    }

    private record Key(Published snapshot, String newestNote) {}

    List<String> forces() throws SQLException {
        try (Connection connection = connections.open()) {
            return new PublishedDays(connection).forces();
        }
    }

    List<LocalDate> days(String force) throws SQLException {
        try (Connection connection = connections.open()) {
            return new PublishedDays(connection).days(force);
        }
    }

    /** The report of a force's day, or of its newest day; empty where that was not published. */
    Optional<Report> report(String force, Optional<LocalDate> asAt) throws SQLException {
        try (Connection connection = connections.open()) {
            PublishedDays days = new PublishedDays(connection);
            Optional<Published> snapshot = days.find(force, asAt);
            if (snapshot.isEmpty()) {
                return Optional.empty();
            }
            Key key = new Key(snapshot.get(), days.newestNote(force));
            synchronized (reports) {
                Report report = reports.get(key);
                if (report == null) {
                    report = LiveReport.make(connection, snapshot.get());
                    reports.put(key, report);
                    if (reports.size() > KEPT) {
                        reports.remove(reports.keySet().iterator().next());
                    }
                }
                return Optional.of(report);
            }
        }
    }
}
