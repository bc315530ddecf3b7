package vaiwg.jobs.panes;

import java.util.List;
import vaiwg.kpis.panes.RevisionRow;

/** What is known otherwise since the snapshot before, of days of headlines that were published, side by side. */
public final class SnapshotRevisions {
    /** Cells of the catalogue. */
    public int[] cells = {};
    /** Day numbers. */
    public int[] days = {};
    /** Ordinals of {@link vaiwg.kpis.signatures.RevisionCause}. */
    public byte[] causes = {};
    /** What is to be added to numerators. */
    public int[] parts = {};
    /** What is to be added to denominators. */
    public int[] wholes = {};

    public SnapshotRevisions() {}

    SnapshotRevisions(List<RevisionRow> rows) {
        int count = rows.size();
        cells = new int[count];
        days = new int[count];
        causes = new byte[count];
        parts = new int[count];
        wholes = new int[count];
        for (int i = 0; i < count; i++) {
            RevisionRow row = rows.get(i);
            cells[i] = row.cell();
            days[i] = row.day();
            causes[i] = (byte) row.cause().ordinal();
            parts[i] = row.part();
            wholes[i] = row.whole();
        }
    }
}
