package vaiwg.cli.backup;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Writes the records of a partition to a file, compressed: a mark, then of each record its offset, time, key, value and headers, and at the
 * end how many they are, so that a file that was cut short is known as one.
 */
final class RecordWriter implements Closeable {
    /** The first bytes, with the number of the format. */
    static final long MAGIC = 0x7661_6977_6700_0001L;

    static final int RECORD = 1;
    static final int END = 0;
    static final int ABSENT = -1;
    static final int BUFFER = 1 << 16;

    private final DataOutputStream out;
    private long records;

    RecordWriter(OutputStream file) throws IOException {
        out = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(file, BUFFER), BUFFER));
        out.writeLong(MAGIC);
    }

    void write(ConsumerRecord<byte[], byte[]> next) throws IOException {
        out.writeByte(RECORD);
        out.writeLong(next.offset());
        out.writeLong(next.timestamp());
        writeBytes(next.key());
        writeBytes(next.value());
        Header[] headers = next.headers().toArray();
        out.writeInt(headers.length);
        for (Header header : headers) {
            writeBytes(header.key().getBytes(StandardCharsets.UTF_8));
            writeBytes(header.value());
        }
        records++;
    }

    long records() {
        return records;
    }

    private void writeBytes(byte[] bytes) throws IOException {
        out.writeInt(bytes == null ? ABSENT : bytes.length);
        if (bytes != null) {
            out.write(bytes);
        }
    }

    /** Writes the end, and closes the file. */
    void finish() throws IOException {
        out.writeByte(END);
        out.writeLong(records);
        close();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
