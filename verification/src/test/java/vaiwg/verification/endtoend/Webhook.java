package vaiwg.verification.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Takes what Alertmanager posts. */
final class Webhook implements AutoCloseable {
    private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    Webhook() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            messages.add(new ObjectMapper().readTree(exchange.getRequestBody()));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** All that was posted, in its order. */
    List<JsonNode> messages() {
        return List.copyOf(messages);
    }

    /** The alerts of a name and status that were told, in the order in which they came. */
    List<JsonNode> told(String alert, String status) {
        return messages.stream()
                .flatMap(message -> message.get("alerts").findParents("labels").stream())
                .filter(one -> one.at("/labels/alertname").asText().equals(alert))
                .filter(one -> one.get("status").asText().equals(status))
                .toList();
    }

    /** The receivers by which messages of an alert came. */
    List<String> receivers(String alert) {
        return with(alert)
                .map(message -> message.get("receiver").asText())
                .distinct()
                .toList();
    }

    /** What the alerts of messages in which an alert came have in common. */
    List<String> groups(String alert) {
        return with(alert)
                .map(message -> message.get("groupLabels").toString())
                .distinct()
                .toList();
    }

    private Stream<JsonNode> with(String alert) {
        return messages.stream()
                .filter(message -> message.findValuesAsText("alertname").contains(alert));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
