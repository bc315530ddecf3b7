package vaiwg.verification.oracle;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import vaiwg.engine.panes.EstimateRow;
import vaiwg.engine.panes.KnownDays;
import vaiwg.engine.panes.SnapshotRows;
import vaiwg.kpis.catalogue.SlotValues;

/** Takes what a run publishes. */
public interface Figures {
    /** That there is a snapshot, and from which day on the history is that it shows. */
    default void published(String force, LocalDate asAt, LocalDate historyFrom) throws SQLException {}

    /** The values of a snapshot. */
    void snapshot(String force, LocalDate asAt, SnapshotRows rows) throws SQLException;

    /** The estimates of a snapshot. */
    void estimates(String force, LocalDate asAt, List<EstimateRow> rows) throws SQLException;

    /** What charts are told of a snapshot: the values of slots, by the day too. */
    default void charted(String force, LocalDate asAt, SlotValues values) throws SQLException {}

    /** The days as they are known when all has been read. */
    void days(String force, KnownDays known) throws SQLException;

    /** An event that its partition's clock had passed. */
    void late(LogRecord record, long knownAt) throws SQLException;
}
