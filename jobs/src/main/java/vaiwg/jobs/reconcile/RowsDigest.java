package vaiwg.jobs.reconcile;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import vaiwg.jobs.store.StoredRow;

/** A fingerprint of rows in any order: how many there are, and the sum of what each of them hashes to. */
final class RowsDigest {
    private long rows;
    private long high;
    private long low;

    void add(StoredRow row, MessageDigest hash) {
        row.into(hash);
        ByteBuffer sum = ByteBuffer.wrap(hash.digest());
        rows++;
        high += sum.getLong();
        low += sum.getLong();
    }

    long rows() {
        return rows;
    }

    boolean isThatOf(RowsDigest other) {
        return rows == other.rows && high == other.high && low == other.low;
    }
}
