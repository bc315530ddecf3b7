package vaiwg.verification.endtoend;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xerial.snappy.Snappy;

/** Takes samples by remote write as Prometheus does, and keeps which were sent again with another value. */
final class SampleReceiver implements AutoCloseable {
    private static final int LABELS = 1;

    private final HttpServer server;
    private final SortedMap<String, Double> values = new TreeMap<>();
    private final List<String> contradictions = new ArrayList<>();

    SampleReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/write", exchange -> {
            take(Snappy.uncompress(exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1/write");
    }

    /** By labels and instant all values of a metric. */
    synchronized SortedMap<String, Double> values(String metric) {
        SortedMap<String, Double> found = new TreeMap<>(values);
        found.keySet().removeIf(key -> !key.contains("__name__=" + metric + ","));
        return found;
    }

    /** Samples that came twice, with two values. */
    synchronized List<String> contradictions() {
        return List.copyOf(contradictions);
    }

    /** A message {@code prometheus.WriteRequest}: series, each of labels and samples. */
    private synchronized void take(byte[] request) {
        ByteBuffer whole = ByteBuffer.wrap(request).order(ByteOrder.LITTLE_ENDIAN);
        while (whole.hasRemaining()) {
            field(whole);
            ByteBuffer series = message(whole);
            StringBuilder labels = new StringBuilder();
            while (series.hasRemaining()) {
                if (field(series) == LABELS) {
                    ByteBuffer label = message(series);
                    labels.append(text(label)).append('=').append(text(label)).append(',');
                } else {
                    take(labels.toString(), message(series));
                }
            }
        }
    }

    private void take(String labels, ByteBuffer sample) {
        field(sample);
        double value = sample.getDouble();
        field(sample);
        String key = labels + varint(sample);
        Double before = values.putIfAbsent(key, value);
        // Not by ==: what is missing is sent as NaN.
        if (before != null && Double.compare(before, value) != 0) {
            contradictions.add(key + ": " + before + ", then " + value);
        }
    }

    private static String text(ByteBuffer label) {
        field(label);
        return StandardCharsets.UTF_8.decode(message(label)).toString();
    }

    private static int field(ByteBuffer from) {
        return (int) (varint(from) >>> 3);
    }

    private static ByteBuffer message(ByteBuffer from) {
        int length = (int) varint(from);
        ByteBuffer part = from.slice(from.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        from.position(from.position() + length);
        return part;
    }

    private static long varint(ByteBuffer from) {
        long value = 0;
        byte next = -1;
        for (int shift = 0; next < 0; shift += 7) {
            next = from.get();
            value |= (next & 0x7FL) << shift;
        }
        return value;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
