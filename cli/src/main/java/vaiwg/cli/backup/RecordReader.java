package vaiwg.cli.backup;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Reads what {@link RecordWriter} wrote. */
final class RecordReader implements Closeable {
    private final String topic;
    private final int partition;
    private final DataInputStream in;
    private long records;

    /**
     * @param topic that the records are said to be of
     * @throws IOException where it is no such file
     */
    RecordReader(String topic, int partition, InputStream file) throws IOException {
        this.topic = topic;
        this.partition = partition;
        in = new DataInputStream(
                new BufferedInputStream(new GZIPInputStream(file, RecordWriter.BUFFER), RecordWriter.BUFFER));
        if (in.readLong() != RecordWriter.MAGIC) {
            throw new IOException("it is no file of records, or of another format");
        }
    }

    /**
     * The next; empty at the end.
     *
     * @throws IOException where the file was cut short
     */
    Optional<ConsumerRecord<byte[], byte[]>> next() throws IOException {
        if (in.readByte() == RecordWriter.END) {
            if (in.readLong() != records) {
                throw new IOException("it says another number of records than it holds");
            }
            return Optional.empty();
        }
        records++;
        long offset = in.readLong();
        long timestamp = in.readLong();
        byte[] key = readBytes();
        byte[] value = readBytes();
        RecordHeaders headers = new RecordHeaders();
        for (int left = in.readInt(); left > 0; left--) {
            headers.add(new String(readBytes(), StandardCharsets.UTF_8), readBytes());
        }
        return Optional.of(new ConsumerRecord<>(
                topic,
                partition,
                offset,
                timestamp,
                TimestampType.CREATE_TIME,
                size(key),
                size(value),
                key,
                value,
                headers,
                Optional.empty()));
    }

    private byte[] readBytes() throws IOException {
        int length = in.readInt();
        if (length == RecordWriter.ABSENT) {
            return null;
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("it was cut short");
        }
        return bytes;
    }

    private static int size(byte[] bytes) {
        return bytes == null ? ConsumerRecord.NULL_SIZE : bytes.length;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
