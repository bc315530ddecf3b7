package vaiwg.jobs.prometheus;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.xerial.snappy.Snappy;
import vaiwg.jobs.options.HttpEndpoint;

/** Stands where Prometheus would: answers as it is told to, then accepts, and keeps what it was sent. */
final class PrometheusDouble implements AutoCloseable {
    private record Answer(int status, String body) {}

    private final HttpServer server;
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<byte[]> bodies = Collections.synchronizedList(new ArrayList<>());
    private final List<Map<String, List<String>>> headers = Collections.synchronizedList(new ArrayList<>());

    PrometheusDouble() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/write", exchange -> {
            bodies.add(Snappy.uncompress(exchange.getRequestBody().readAllBytes()));
            headers.add(Map.copyOf(exchange.getRequestHeaders()));
            Answer answer = next();
            byte[] text = answer.body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status, text.length == 0 ? -1 : text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
        server.start();
    }

    HttpEndpoint endpoint() {
        return HttpEndpoint.of(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1/write"));
    }

    PrometheusDouble answering(int status, String body) {
        synchronized (answers) {
            answers.add(new Answer(status, body));
        }
        return this;
    }

    /** The requests' bodies, uncompressed, in the order in which they came. */
    List<byte[]> bodies() {
        return List.copyOf(bodies);
    }

    String header(int request, String name) {
        return headers.get(request).entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(entry -> entry.getValue().get(0))
                .findFirst()
                .orElse("");
    }

    private Answer next() {
        synchronized (answers) {
            return answers.isEmpty() ? new Answer(204, "") : answers.poll();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
