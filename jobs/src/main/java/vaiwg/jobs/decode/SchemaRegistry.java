package vaiwg.jobs.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.jobs.http.HttpCaller;
import vaiwg.jobs.options.HttpEndpoint;

/** A registry with Confluent's interface, which keeps schemas by their ids. An id means the same for ever. */
final class SchemaRegistry {
    /** The largest answer that is read, in bytes: ours have a few thousand. */
    static final int LARGEST_ANSWER = 256 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(SchemaRegistry.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String AVRO = "AVRO";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final HttpEndpoint endpoint;
    private final HttpCaller caller;
    private final ObjectMapper json = new ObjectMapper();

    SchemaRegistry(HttpEndpoint endpoint) {
        this(endpoint, PATIENCE);
    }

    SchemaRegistry(HttpEndpoint endpoint, Duration patience) {
        this.endpoint = endpoint;
        this.caller = new HttpCaller(endpoint, patience, LARGEST_ANSWER);
    }

    /**
     * The schema with an id as JSON; empty where the registry does not know it, or it is too large or no Avro.
     *
     * @throws IllegalStateException in one sentence, where the registry does not answer: what it would say decides whether an event counts
     */
    Optional<String> schema(int id) {
        try {
            HttpCaller.Answer answer =
                    caller.call(caller.request(endpoint.page("/schemas/ids/" + Integer.toUnsignedString(id)))
                            .build());
            if (answer.status() == NOT_FOUND) {
                return Optional.empty();
            }
            if (answer.status() != OK) {
                throw unanswered("it says " + answer.status());
            }
            return answer.isCut() ? Optional.empty() : avro(json.readTree(answer.body()));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(e.getMessage(), e);
        } catch (IOException e) {
            LOG.info("The schema registry was asked for a schema in vain", e);
            throw unanswered("it does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unanswered("the job was interrupted");
        }
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
        return new IllegalStateException("The schema registry at " + endpoint + " sends no schema (" + why
                + "); check its address, and that it runs.");
    }
}
