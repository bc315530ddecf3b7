package vaiwg.jobs.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.statistics.signals.Signal;

/** Writes the signals of snapshots; there are few, so each is a row of a statement. */
final class SignalRows {
    private static final String INSERT =
            "INSERT INTO kpi_signal_row (publication, force, as_at, signal_id, kpi, basis, \"window\","
                    + " slice, rule, state, change, day, since, n, observed, expected, sigma_z, false_alarms, paragraph, restricted)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Publication publication;
    private final Connection connection;
    private final Set<String> restricted;

    SignalRows(Catalogue catalogue, Publication publication, Connection connection) {
        this.publication = publication;
        this.connection = connection;
        this.restricted = catalogue.measures().stream()
                .filter(Measure::isRestricted)
                .map(Measure::slug)
                .collect(Collectors.toSet());
    }

    void write(Snapshot snapshot) throws SQLException {
        if (snapshot.signals.length == 0) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Signal signal : snapshot.signals) {
                set(insert, snapshot.force, signal);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void set(PreparedStatement insert, String force, Signal signal) throws SQLException {
        insert.setInt(1, publication.number());
        insert.setString(2, force);
        insert.setObject(3, LocalDate.ofEpochDay(signal.asAt()));
        insert.setString(4, signal.id(force));
        insert.setString(5, signal.kpi());
        insert.setString(6, signal.basis());
        insert.setString(7, signal.window());
        insert.setString(8, signal.slice());
        insert.setString(9, signal.rule());
        insert.setString(10, signal.state().slug());
        insert.setString(11, signal.change().slug());
        insert.setObject(12, LocalDate.ofEpochDay(signal.day()));
        insert.setObject(13, LocalDate.ofEpochDay(signal.since()));
        insert.setInt(14, signal.n());
        insert.setDouble(15, signal.observed());
        insert.setDouble(16, signal.expected());
        insert.setDouble(17, signal.dispersion());
        insert.setString(18, signal.falseAlarms());
        insert.setString(19, signal.paragraph());
        insert.setBoolean(20, restricted.contains(signal.kpi()));
    }
}
