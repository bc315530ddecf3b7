package vaiwg.jobs.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A registry with Confluent's interface, which keeps schemas by their ids. An id means the same for ever. */
final class SchemaRegistry {
    /** The largest answer that is read, in bytes: ours have a few thousand. */
    static final int LARGEST_ANSWER = 256 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(SchemaRegistry.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final String AVRO = "AVRO";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final URI address;
    private final Duration patience;
    private final HttpClient client;
    private final ObjectMapper json = new ObjectMapper();

    /** @throws IllegalArgumentException in one sentence, where the address is none of the web's */
    SchemaRegistry(URI address) {
        this(address, PATIENCE);
    }

    SchemaRegistry(URI address, Duration patience) {
        this.address = requireWeb(address);
        this.patience = patience;
        this.client = HttpClient.newBuilder().connectTimeout(patience).build();
    }

    /** Asked before a job is built, which else would fail on its first framed record, again and again. */
    static URI requireWeb(URI address) {
        if (address.getHost() == null || !SCHEMES.contains(String.valueOf(address.getScheme()))) {
            throw new IllegalArgumentException(
                    "The schema registry '" + address + "' is no address: give one such as http://registry:8081.");
        }
        return address;
    }

    /**
     * The schema with an id as JSON; empty where the registry does not know it, or it is too large or no Avro.
     *
     * @throws IllegalStateException in one sentence, where the registry does not answer: what it would say decides whether an event counts
     */
    Optional<String> schema(int id) {
        URI page =
                URI.create(address.toString().replaceAll("/+$", "") + "/schemas/ids/" + Integer.toUnsignedString(id));
        HttpRequest request = HttpRequest.newBuilder(page).timeout(patience).build();
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                endInTime(body);
                if (answer.statusCode() == NOT_FOUND) {
                    return Optional.empty();
                }
                if (answer.statusCode() != OK) {
                    throw unanswered("it says " + answer.statusCode());
                }
                byte[] bytes = body.readNBytes(LARGEST_ANSWER + 1);
                return bytes.length > LARGEST_ANSWER ? Optional.empty() : avro(json.readTree(bytes));
            }
        } catch (IOException e) {
            LOG.info("The schema registry was asked for a schema in vain", e);
            throw unanswered("it does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unanswered("the job was interrupted");
        }
    }

    /** The request's own limit ends with the headers: a body that stops in the middle would hold the job for ever. */
    private void endInTime(InputStream body) {
        CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    try {
                        body.close();
                    } catch (IOException e) {
                        LOG.debug("The answer was over", e);
                    }
                });
    }

    /** The registry leaves out the type of Avro, and keeps schemas that refer to others in parts: ours do not. */
    private Optional<String> avro(JsonNode answer) {
        if (!answer.path("schemaType").asText(AVRO).equals(AVRO)) {
            return Optional.empty();
        }
        if (!answer.path("schema").isTextual()) {
            throw unanswered("its answer holds none");
        }
        return Optional.of(answer.get("schema").textValue());
    }

    private IllegalStateException unanswered(String why) {
        return new IllegalStateException("The schema registry at " + address + " does not tell a schema (" + why
                + "); check its address, and that it runs.");
    }
}
