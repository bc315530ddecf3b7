package vaiwg.jobs.store;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import vaiwg.jobs.panes.Snapshot;

/** A short fingerprint of a snapshot's rows. */
final class SnapshotDigest {
    private static final int DIGITS = 16;

    private SnapshotDigest() {}

    static String of(Snapshot snapshot) {
        ByteBuffer bytes = ByteBuffer.allocate(snapshot.count * 3 * Integer.BYTES);
        for (int i = 0; i < snapshot.count; i++) {
            bytes.putInt(snapshot.slots[i]).putInt(snapshot.parts[i]).putInt(snapshot.wholes[i]);
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.array());
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
