package vaiwg.cli.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.JobOptions;

/** Answers on this machine how the job is, at {@code /health}: 200 where it is ready, else 503, with one line of JSON. */
public final class HealthServer implements AutoCloseable {
    static final String READY = "ready";

    private static final Logger LOG = LoggerFactory.getLogger(HealthServer.class);
    private static final String PATH = "/health";
    /** Who asks meanwhile has the same answer: a database is not asked as often as somebody likes. */
    private static final long FRESH_NANOS = 2_000_000_000L;
    /** Each reads a request, which nobody hurries to send. */
    private static final int THREADS = 4;
    /** How long a request may take to come; the JDK's server waits for ever by itself. */
    private static final String MOST_SECONDS = "2";

    private final ObjectMapper json = new ObjectMapper();
    private final Callable<Map<String, Object>> health;
    private final HttpServer server;
    private final ExecutorService executor = Executors.newFixedThreadPool(THREADS, task -> {
        Thread thread = new Thread(task, "health");
        thread.setDaemon(true);
        return thread;
    });
    private Map<String, Object> told = Map.of();
    private long toldAt;

    private HealthServer(HttpServer server, Callable<Map<String, Object>> health) {
        this.server = server;
        this.health = health;
    }

    public static HealthServer start(int port, JobHealth health) {
        return start(port, health::now);
    }

    static HealthServer start(int port, Callable<Map<String, Object>> health) {
        try {
            System.setProperty("sun.net.httpserver.maxReqTime", MOST_SECONDS);
            HttpServer server = HttpServer.create(new InetSocketAddress(JobOptions.HOST, port), 0);
            HealthServer started = new HealthServer(server, health);
            server.createContext("/", started::answer);
            server.setExecutor(started.executor);
            server.start();
            return started;
        } catch (IOException e) {
            throw CommandFailure.unreachable("Port " + port + " of " + JobOptions.HOST + " cannot be listened on.", e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals(PATH)) {
                exchange.sendResponseHeaders(404, -1);
            } else if (!exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(405, -1);
            } else {
                Map<String, Object> now = now();
                byte[] body = (json.writeValueAsString(now) + "\n").getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(Boolean.TRUE.equals(now.get(READY)) ? 200 : 503, body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    private synchronized Map<String, Object> now() {
        if (told.isEmpty() || System.nanoTime() - toldAt > FRESH_NANOS) {
            try {
                told = health.call();
            } catch (Exception e) {
                LOG.info("The job does not say how it is", e);
                told = Map.of("live", true, READY, false);
            }
            toldAt = System.nanoTime();
        }
        return told;
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
