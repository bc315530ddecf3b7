package vaiwg.jobs.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import vaiwg.engine.panes.EstimateRow;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.kpis.digest.Sha256;
import vaiwg.statistics.attrition.Estimate;

/** A short fingerprint of a snapshot's rows, and of its estimates, signals and charts where it has any. */
public final class SnapshotDigest {
    private static final int DIGITS = 16;

    private SnapshotDigest() {}

    public static String of(Snapshot snapshot) {
        ByteBuffer bytes = ByteBuffer.allocate(snapshot.count * 3 * Integer.BYTES
                + snapshot.estimates.length * (3 * Integer.BYTES + 3 * Double.BYTES));
        for (int i = 0; i < snapshot.count; i++) {
            bytes.putInt(snapshot.slots[i]).putInt(snapshot.numerators[i]).putInt(snapshot.denominators[i]);
        }
        for (EstimateRow row : snapshot.estimates) {
            Estimate estimate = row.estimate();
            bytes.putInt(row.slot()).putInt(estimate.atRisk()).putInt(row.through());
            bytes.putDouble(estimate.value()).putDouble(estimate.lower()).putDouble(estimate.upper());
        }
        MessageDigest digest = Sha256.digest();
        digest.update(bytes.array());
        // The text of a record is that of all its components, each number to its last digit.
        for (Object[] records : List.<Object[]>of(
                snapshot.signals,
                snapshot.charts.limits,
                snapshot.charts.places,
                snapshot.verdicts.rows,
                snapshot.verdicts.matters)) {
            for (Object one : records) {
                digest.update(one.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }
}
