package vaiwg.jobs.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/** A row of a table, field by field in the bytes in which PostgreSQL sends and takes it. */
public final class StoredRow {
    /** Dimensions, whether there are nulls, and the type: before the length and the first index. */
    private static final int BEFORE_LENGTH = 3 * Integer.BYTES;

    private static final byte[] NULL = {-1, -1, -1, -1};

    /** Null where a field is. */
    private final byte[][] fields;

    StoredRow(byte[][] fields) {
        this.fields = fields;
    }

    /** Adds its bytes, those of each field behind their number. */
    public void into(MessageDigest digest) {
        for (byte[] field : fields) {
            digest.update(
                    field == null
                            ? NULL
                            : ByteBuffer.allocate(Integer.BYTES)
                                    .putInt(0, field.length)
                                    .array());
            if (field != null) {
                digest.update(field);
            }
        }
    }

    long bigint(int column) {
        return ByteBuffer.wrap(fields[column]).getLong();
    }

    int day(int column) {
        return ByteBuffer.wrap(fields[column]).getInt() + BinaryCopy.DAYS_BEFORE_2000;
    }

    String text(int column) {
        return new String(fields[column], StandardCharsets.UTF_8);
    }

    /** The numbers of an array, null where it has none at a place; empty where the field is null. */
    Integer[] integers(int column) {
        if (fields[column] == null) {
            return new Integer[0];
        }
        ByteBuffer array = ByteBuffer.wrap(fields[column]).position(BEFORE_LENGTH);
        Integer[] numbers = new Integer[array.getInt()];
        array.position(array.position() + Integer.BYTES);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.getInt() < 0 ? null : Integer.valueOf(array.getInt());
        }
        return numbers;
    }

    byte[] bytes(int column) {
        return fields[column] == null ? NULL : fields[column];
    }

    boolean hasSame(int column, StoredRow other) {
        return Arrays.equals(fields[column], other.fields[column]);
    }
}
