package vaiwg.board.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Speaks the DevTools protocol of Chromium: calls, each with its answer, and events, over one connection. */
final class DevTools {
    private static final int PATIENCE_MINUTES = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<JsonNode>> events = new ConcurrentHashMap<>();
    private final WebSocket socket;
    private int last;

    DevTools(URI address) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, new Reader())
                .join();
    }

    /**
     * Calls a method and waits for its answer.
     *
     * @param session of a tab, or null for the browser
     */
    synchronized JsonNode call(String session, String method, ObjectNode parameters) {
        int id = ++last;
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", parameters);
        if (session != null) {
            message.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        socket.sendText(message.toString(), true).join();
        JsonNode answered = arrived(answer, method);
        assertThat(answered.get("error")).as(method).isNull();
        return answered.get("result");
    }

    /** Does something and waits for an event of a tab that it causes. */
    void await(String session, String event, Runnable cause) {
        CompletableFuture<JsonNode> happened = new CompletableFuture<>();
        events.put(session + event, happened);
        cause.run();
        arrived(happened, event);
    }

    private static JsonNode arrived(CompletableFuture<JsonNode> future, String what) {
        return future.orTimeout(PATIENCE_MINUTES, TimeUnit.MINUTES)
                .handle((message, failure) -> {
                    assertThat(failure).as("the browser answers " + what).isNull();
                    return message;
                })
                .join();
    }

    private void take(String text) {
        try {
            JsonNode message = JSON.readTree(text);
            CompletableFuture<JsonNode> waiting = message.has("id")
                    ? answers.remove(message.get("id").asInt())
                    : events.remove(message.path("sessionId").asText()
                            + message.path("method").asText());
            if (waiting != null) {
                waiting.complete(message);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the browser sent what is not JSON: " + text, e);
        }
    }

    /** Puts the parts of a message together. */
    private final class Reader implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
            message.append(part);
            if (isLast) {
                take(message.toString());
                message.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
