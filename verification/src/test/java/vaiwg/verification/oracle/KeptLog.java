package vaiwg.verification.oracle;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vaiwg.jobs.kafka.ReceivedRecord;
import vaiwg.schemas.EventStream;

/** The log that a released build wrote, byte by byte, and the figures that it counted from it: kept for every build to come. */
final class KeptLog {
    private final Path folder;

    /** @param release the build's version */
    KeptLog(String release) {
        folder = Path.of("src/test/resources/logs").resolve(release);
    }

    /** A record as it lies on its topic; the key is null of a progress record. */
    record Entry(
            String force, EventStream stream, int partition, long offset, long timestamp, byte[] key, byte[] value) {
        ConsumerRecord<byte[], byte[]> asReceived() {
            return ReceivedRecord.of(stream.topic(force + "."), partition, offset, timestamp, key, value);
        }
    }

    List<Entry> records() throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(Files.newInputStream(log())))) {
            while (true) {
                entries.add(new Entry(
                        in.readUTF(),
                        EventStream.ofSlug(in.readUTF()).orElseThrow(),
                        in.readInt(),
                        in.readLong(),
                        in.readLong(),
                        bytes(in),
                        bytes(in)));
            }
        } catch (EOFException end) {
            return entries;
        }
    }

    /** How many people rates were for, in the form of the reference file. */
    String people() throws IOException {
        return Files.readString(folder.resolve("people.csv"));
    }

    boolean isKept() {
        return Files.exists(log());
    }

    /** What the build counted, a line each, sorted. */
    List<String> figures() throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve("figures.csv.gz"))), StandardCharsets.UTF_8))) {
            return in.lines().toList();
        }
    }

    void write(List<Entry> entries, String people, List<String> figures) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("people.csv"), people);
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(log())))) {
            for (Entry entry : entries) {
                out.writeUTF(entry.force);
                out.writeUTF(entry.stream.slug());
                out.writeInt(entry.partition);
                out.writeLong(entry.offset);
                out.writeLong(entry.timestamp);
                write(out, entry.key);
                write(out, entry.value);
            }
        }
        try (Writer out = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(folder.resolve("figures.csv.gz"))),
                StandardCharsets.UTF_8)) {
            for (String figure : figures) {
                out.write(figure + "\n");
            }
        }
    }

    private Path log() {
        return folder.resolve("log.bin.gz");
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : in.readNBytes(length);
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes == null ? -1 : bytes.length);
        if (bytes != null) {
            out.write(bytes);
        }
    }
}
