package vaiwg.jobs.prometheus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.xerial.snappy.Snappy;

/**
 * A remote-write request, version 0.1.0: the protobuf message {@code prometheus.WriteRequest}, snappy block format. Source: the
 * Prometheus remote-write specification and its types.proto (field numbers).
 */
final class WriteRequest {
    private static final int TIME_SERIES = 1;
    private static final int LABELS = 1;
    private static final int SAMPLES = 2;
    private static final int LABEL_NAME = 1;
    private static final int LABEL_VALUE = 2;
    private static final int SAMPLE_VALUE = 1;
    private static final int SAMPLE_TIMESTAMP = 2;
    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    /** The parts at hand, of which the length is written before them. */
    private final ByteArrayOutputStream timeSeries = new ByteArrayOutputStream();

    private final ByteArrayOutputStream part = new ByteArrayOutputStream();

    private WriteRequest() {}

    /** The compressed body; samples of one series stand together, in the order given. */
    static byte[] encode(List<Sample> samples) throws IOException {
        Map<SortedMap<String, String>, List<Sample>> series = new LinkedHashMap<>();
        samples.forEach(sample -> series.computeIfAbsent(sample.labels(), key -> new ArrayList<>())
                .add(sample));
        WriteRequest request = new WriteRequest();
        series.forEach(request::add);
        return Snappy.compress(request.out.toByteArray());
    }

    private void add(SortedMap<String, String> labels, List<Sample> samples) {
        labels.forEach((name, value) -> {
            text(LABEL_NAME, name);
            text(LABEL_VALUE, value);
            end(LABELS, part, timeSeries);
        });
        for (Sample sample : samples) {
            tag(part, SAMPLE_VALUE, FIXED_64);
            long bits = Double.doubleToRawLongBits(sample.value());
            for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
                part.write((int) (bits >>> shift));
            }
            tag(part, SAMPLE_TIMESTAMP, VARINT);
            varint(part, sample.timestamp());
            end(SAMPLES, part, timeSeries);
        }
        end(TIME_SERIES, timeSeries, out);
    }

    private void text(int field, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        tag(part, field, BYTES);
        varint(part, bytes.length);
        part.writeBytes(bytes);
    }

    /** Ends a message: it goes to the one that it is a field of, and the next begins. */
    private static void end(int field, ByteArrayOutputStream message, ByteArrayOutputStream whole) {
        tag(whole, field, BYTES);
        varint(whole, message.size());
        whole.writeBytes(message.toByteArray());
        message.reset();
    }

    private static void tag(ByteArrayOutputStream out, int field, int type) {
        varint(out, (long) field << 3 | type);
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
