package vaiwg.verification.oracle;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.engine.panes.ForceEstimates;
import vaiwg.engine.panes.ForcePanes;
import vaiwg.engine.panes.RowPolicy;
import vaiwg.jobs.decode.Rejection;
import vaiwg.kpis.cases.RecordKind;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.time.LondonDays;

/**
 * One force's log through the engine without Flink or Kafka: snapshots are taken as soon as the least of the partitions' clocks
 * allows.
 */
public final class PureRun implements LogReading.Reader {
    private final Catalogue catalogue;
    private final Figures figures;
    private final String force;
    private final List<LocalDate> wanted;
    private final ForcePanes panes;
    private final ForceEstimates estimates;

    /** @param wanted the days at whose beginning a snapshot is taken */
    public PureRun(Catalogue catalogue, Figures figures, String force, List<LocalDate> wanted) {
        this.catalogue = catalogue;
        this.figures = figures;
        this.force = force;
        this.wanted = wanted;
        this.panes = new ForcePanes(catalogue, force);
        this.estimates = new ForceEstimates(catalogue, panes);
    }

    /** @param seed of the turns in which partitions are read */
    public void play(List<LogRecord> log, long seed) throws SQLException, Rejection {
        new LogReading(catalogue, this).read(log, seed);
        figures.days(force, panes.knownDays());
    }

    @Override
    public void taken(RecordKind kind, long knownAt) {
        panes.add(kind, knownAt);
    }

    @Override
    public void entry(DeltaEntry entry) {
        panes.add(entry);
    }

    @Override
    public void late(LogRecord record, long knownAt) throws SQLException {
        figures.late(record, knownAt);
    }

    @Override
    public void readThrough(long watermark) throws SQLException {
        for (int next = panes.nextCutOff();
                next != ForcePanes.NONE && LondonDays.startOf(next) <= watermark;
                next = panes.nextCutOff()) {
            panes.advance();
            if (!panes.isDormant()) {
                estimates.advance();
            }
            LocalDate asAt = LocalDate.ofEpochDay(panes.cutOff());
            if (!panes.isDormant() && wanted.contains(asAt)) {
                figures.published(force, asAt, LocalDate.ofEpochDay(panes.historyFrom()));
                RowPolicy everything = new RowPolicy(panes.cutOff(), RowPolicy.Totals.AT_MONTH_ENDS);
                figures.snapshot(force, asAt, panes.rows(everything));
                figures.estimates(force, asAt, estimates.rows(everything));
                figures.charted(force, asAt, panes);
            }
        }
    }
}
