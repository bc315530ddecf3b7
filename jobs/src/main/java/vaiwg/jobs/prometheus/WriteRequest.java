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

    private WriteRequest() {}

    /** The compressed body; samples of one series stand together, in the order given. */
    static byte[] encode(List<Sample> samples) throws IOException {
        Map<SortedMap<String, String>, List<Sample>> series = new LinkedHashMap<>();
        samples.forEach(sample -> series.computeIfAbsent(sample.labels(), key -> new ArrayList<>())
                .add(sample));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Map.Entry<SortedMap<String, String>, List<Sample>> entry : series.entrySet()) {
            message(out, TIME_SERIES, timeSeries(entry.getKey(), entry.getValue()));
        }
        return Snappy.compress(out.toByteArray());
    }

    private static byte[] timeSeries(SortedMap<String, String> labels, List<Sample> samples) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        labels.forEach((name, value) -> {
            ByteArrayOutputStream label = new ByteArrayOutputStream();
            message(label, LABEL_NAME, name.getBytes(StandardCharsets.UTF_8));
            message(label, LABEL_VALUE, value.getBytes(StandardCharsets.UTF_8));
            message(out, LABELS, label.toByteArray());
        });
        for (Sample sample : samples) {
            ByteArrayOutputStream encoded = new ByteArrayOutputStream();
            tag(encoded, SAMPLE_VALUE, FIXED_64);
            long bits = Double.doubleToRawLongBits(sample.value());
            for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
                encoded.write((int) (bits >>> shift));
            }
            tag(encoded, SAMPLE_TIMESTAMP, VARINT);
            varint(encoded, sample.timestamp());
            message(out, SAMPLES, encoded.toByteArray());
        }
        return out.toByteArray();
    }

    private static void message(ByteArrayOutputStream out, int field, byte[] body) {
        tag(out, field, BYTES);
        varint(out, body.length);
        out.writeBytes(body);
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
