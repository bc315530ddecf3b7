package vaiwg.jobs.panes;

import java.util.List;
import vaiwg.kpis.panes.EstimateRow;

/** The estimates of a snapshot that are kept, side by side in the order of their slots. */
public final class SnapshotEstimates {
    /** Slots of the catalogue's estimates. */
    public int[] slots = {};
    /** Shares, 0 to 1. */
    public double[] values = {};
    /** Lower bounds of the 95 % intervals. */
    public double[] lowers = {};
    /** Upper bounds of the 95 % intervals. */
    public double[] uppers = {};
    /** The greatest number of cases at risk at one age. */
    public int[] atRisk = {};
    /** The last day whose events are in each, as a day number. */
    public int[] through = {};

    public SnapshotEstimates() {}

    SnapshotEstimates(List<EstimateRow> rows) {
        int count = rows.size();
        slots = new int[count];
        values = new double[count];
        lowers = new double[count];
        uppers = new double[count];
        atRisk = new int[count];
        through = new int[count];
        for (int i = 0; i < count; i++) {
            EstimateRow row = rows.get(i);
            slots[i] = row.slot();
            values[i] = row.estimate().value();
            lowers[i] = row.estimate().lower();
            uppers[i] = row.estimate().upper();
            atRisk[i] = row.estimate().atRisk();
            through[i] = row.through();
        }
    }
}
