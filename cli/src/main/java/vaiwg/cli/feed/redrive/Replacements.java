package vaiwg.cli.feed.redrive;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vaiwg.cli.feed.json.BadLine;
import vaiwg.cli.feed.json.LineEvents;
import vaiwg.cli.feed.json.ReadyEvent;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.schemas.EventStream;

/**
 * Repaired events by the place of the letter that each stands for: JSON lines such as
 * {@code {"topic": "vaiwg.outcome", "partition": 1, "offset": 42, "event": {...}}}.
 */
public final class Replacements {
    private final Map<RecordPlace, ReadyEvent> events;

    private Replacements(Map<RecordPlace, ReadyEvent> events) {
        this.events = events;
    }

    /** No event is replaced. */
    public static Replacements none() {
        return new Replacements(Map.of());
    }

    /**
     * Reads a file.
     *
     * @param topicPrefix of the streams' topics, with its dot
     * @throws CommandFailure at the first line that is not as it must be, or holds an event that the job would reject
     */
    public static Replacements read(Path file, String topicPrefix, LineEvents lineEvents) {
        ObjectMapper mapper = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
        Map<RecordPlace, ReadyEvent> events = new HashMap<>();
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).isBlank()) {
                    readLine(mapper, lines.get(i), file + ":" + (i + 1), topicPrefix, lineEvents, events);
                }
            }
        } catch (IOException e) {
            throw CommandFailure.wrongUsage(file + " cannot be read: check that it is there, and JSON lines in UTF-8.");
        }
        return new Replacements(events);
    }

    private static void readLine(
            ObjectMapper mapper,
            String line,
            String where,
            String topicPrefix,
            LineEvents lineEvents,
            Map<RecordPlace, ReadyEvent> events)
            throws IOException {
        JsonNode tree = mapper.readTree(line);
        if (!tree.path("topic").isTextual()
                || !tree.path("partition").isInt()
                || !tree.path("offset").canConvertToLong()
                || !tree.path("event").isObject()) {
            throw CommandFailure.wrongUsage(
                    where + ": a replacement has topic, partition, offset and event; correct the line.");
        }
        RecordPlace place = new RecordPlace(
                tree.get("topic").asText(),
                tree.get("partition").asInt(),
                tree.get("offset").asLong());
        EventStream stream = EventStream.ofTopic(place.topic(), topicPrefix)
                .orElseThrow(() -> CommandFailure.wrongUsage(
                        where + ": " + place.topic() + " is no stream's topic; correct the line or --topic-prefix."));
        try {
            byte[] event = mapper.writeValueAsBytes(tree.get("event"));
            events.put(place, lineEvents.read(event, 0, event.length, Optional.of(stream)));
        } catch (BadLine problem) {
            throw CommandFailure.wrongUsage(
                    where + ": " + problem.reason() + ": " + problem.getMessage() + ". " + problem.advice());
        }
    }

    /** The event that stands for the letter of a place. */
    Optional<ReadyEvent> of(RecordPlace place) {
        return Optional.ofNullable(events.get(place));
    }

    int size() {
        return events.size();
    }
}
