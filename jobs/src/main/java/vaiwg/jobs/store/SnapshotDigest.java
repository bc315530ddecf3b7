package vaiwg.jobs.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.jobs.panes.SnapshotEstimates;
import vaiwg.kpis.signals.Signal;

/** A short fingerprint of a snapshot's rows, and of its estimates and signals where it has any. */
final class SnapshotDigest {
    private static final int DIGITS = 16;

    private SnapshotDigest() {}

    static String of(Snapshot snapshot) {
        SnapshotEstimates estimates = snapshot.estimates;
        int estimated = estimates.slots.length;
        ByteBuffer bytes = ByteBuffer.allocate(
                snapshot.count * 3 * Integer.BYTES + estimated * (3 * Integer.BYTES + 3 * Double.BYTES));
        for (int i = 0; i < snapshot.count; i++) {
            bytes.putInt(snapshot.slots[i]).putInt(snapshot.parts[i]).putInt(snapshot.wholes[i]);
        }
        for (int i = 0; i < estimated; i++) {
            bytes.putInt(estimates.slots[i]).putInt(estimates.atRisk[i]).putInt(estimates.through[i]);
            bytes.putDouble(estimates.values[i]).putDouble(estimates.lowers[i]).putDouble(estimates.uppers[i]);
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes.array());
            for (Signal signal : snapshot.signals) {
                // The text of a record is that of all its components, each number to its last digit.
                digest.update(signal.toString().getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
