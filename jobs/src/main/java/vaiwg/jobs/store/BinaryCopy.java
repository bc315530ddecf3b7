package vaiwg.jobs.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.postgresql.PGConnection;

/**
 * Rows on their way to a table, in PostgreSQL's binary format, which the server need not parse. The fields of a row are given in the order
 * of the columns, each by the method of its column's type: the server refuses a field of another length. Source: PostgreSQL's
 * documentation of COPY, "Binary Format".
 */
final class BinaryCopy {
    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    /** No flags, and no extension of the header. */
    private static final long NOTHING_MORE = 0;

    private static final short END = -1;
    private static final int NULL = -1;
    /** Dimensions, whether there are nulls, the type, the length and the first index. */
    private static final int ARRAY_HEADER = 5;

    private static final int OID_OF_INT = 23;
    static final int DAYS_BEFORE_2000 = Math.toIntExact(LocalDate.of(2000, 1, 1).toEpochDay());

    private final String statement;
    private final short columns;
    private ByteBuffer bytes = ByteBuffer.allocate(1 << 10);

    BinaryCopy(String table, String columns) {
        this.statement = "COPY " + table + " (" + columns + ") FROM STDIN (FORMAT binary)";
        this.columns = (short) columns.split(",").length;
    }

    BinaryCopy row() {
        if (bytes.position() == 0) {
            bytes.put(SIGNATURE).putLong(NOTHING_MORE);
        }
        room(Short.BYTES).putShort(columns);
        return this;
    }

    BinaryCopy bigint(long value) {
        field(Long.BYTES).putLong(value);
        return this;
    }

    BinaryCopy integer(int value) {
        field(Integer.BYTES).putInt(value);
        return this;
    }

    /** @param there whether the row has it */
    BinaryCopy integer(int value, boolean there) {
        return there ? integer(value) : missing();
    }

    /** @param value null where the row has none */
    BinaryCopy integer(Integer value) {
        return value == null ? missing() : integer(value.intValue());
    }

    /** @param value null where the row has none */
    BinaryCopy real(Double value) {
        return value == null ? missing() : real(value.doubleValue());
    }

    /** @param day a day number, null where the row has none */
    BinaryCopy date(Integer day) {
        return day == null ? missing() : date(day.intValue());
    }

    BinaryCopy smallint(int value) {
        field(Short.BYTES).putShort((short) value);
        return this;
    }

    BinaryCopy real(double value) {
        field(Double.BYTES).putDouble(value);
        return this;
    }

    /** @param there whether the row has it */
    BinaryCopy real(double value, boolean there) {
        return there ? real(value) : missing();
    }

    BinaryCopy flag(boolean value) {
        field(Byte.BYTES).put((byte) (value ? 1 : 0));
        return this;
    }

    /** @param day a day number */
    BinaryCopy date(int day) {
        return integer(day - DAYS_BEFORE_2000);
    }

    /** @param there whether the row has it */
    BinaryCopy date(int day, boolean there) {
        return there ? date(day) : missing();
    }

    /** @param value null where there is none */
    BinaryCopy text(String value) {
        if (value == null) {
            return missing();
        }
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        field(encoded.length).put(encoded);
        return this;
    }

    /** @param values null where there is no array; an element is null where it has none. Their format is that of array_send. */
    BinaryCopy integers(Integer[] values) {
        if (values == null) {
            return missing();
        }
        int there = (int) Arrays.stream(values).filter(Objects::nonNull).count();
        field((ARRAY_HEADER + values.length + there) * Integer.BYTES)
                .putInt(1)
                .putInt(there < values.length ? 1 : 0)
                .putInt(OID_OF_INT)
                .putInt(values.length)
                .putInt(1);
        for (Integer value : values) {
            if (value == null) {
                bytes.putInt(NULL);
            } else {
                bytes.putInt(Integer.BYTES).putInt(value);
            }
        }
        return this;
    }

    /** Gives the rows as they would be sent, and is empty again. */
    InputStream take() {
        if (bytes.position() == 0) {
            return InputStream.nullInputStream();
        }
        room(Short.BYTES).putShort(END);
        InputStream rows = new ByteArrayInputStream(Arrays.copyOf(bytes.array(), bytes.position()));
        bytes.clear();
        return rows;
    }

    /** Sends the rows, and is empty again. */
    void write(Connection connection) throws SQLException, IOException {
        if (bytes.position() == 0) {
            return;
        }
        room(Short.BYTES).putShort(END);
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(statement, new ByteArrayInputStream(bytes.array(), 0, bytes.position()));
        bytes.clear();
    }

    private BinaryCopy missing() {
        room(Integer.BYTES).putInt(NULL);
        return this;
    }

    private ByteBuffer field(int length) {
        return room(Integer.BYTES + length).putInt(length);
    }

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            int needed = Math.addExact(bytes.position(), more);
            bytes = ByteBuffer.allocate(Math.max(needed, bytes.capacity() * 2)).put(bytes.flip());
        }
        return bytes;
    }
}
