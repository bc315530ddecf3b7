package vaiwg.jobs.store;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Consumer;

/** Reads rows in PostgreSQL's binary format, as {@link BinaryCopy} writes them. Source: its documentation of COPY, "Binary Format". */
final class CopyRows {
    private static final int HEADER_BYTES = 11 + 2 * Integer.BYTES;

    private CopyRows() {}

    /** Hands over every row; none of a stream without bytes. */
    static void read(InputStream from, Consumer<StoredRow> rows) throws IOException {
        DataInputStream in = new DataInputStream(from);
        if (in.read() < 0) {
            return;
        }
        in.skipNBytes(HEADER_BYTES - 1);
        for (short columns = in.readShort(); columns >= 0; columns = in.readShort()) {
            byte[][] fields = new byte[columns][];
            for (int column = 0; column < columns; column++) {
                int length = in.readInt();
                if (length >= 0) {
                    fields[column] = new byte[length];
                    in.readFully(fields[column]);
                }
            }
            rows.accept(new StoredRow(fields));
        }
        // A copy that is not read to its end is broken off, and its transaction with it.
        in.transferTo(OutputStream.nullOutputStream());
    }
}
