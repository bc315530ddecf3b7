package vaiwg.cli.feed.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.cli.feed.EventEncoder;
import vaiwg.jobs.decode.EventReader;
import vaiwg.jobs.decode.Rejection.Reason;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Source;
import vaiwg.schemas.TrustedClasses;

/**
 * From a line of natural JSON to an event that is ready for its topic: in our schemas' field names, absent for null, times as ISO 8601
 * or epoch milliseconds. What comes out was read from its bytes by the job's own rules, so the job will use it. For one thread.
 */
public final class LineEvents {
    /** The deepest of our schemas has four levels; what goes deeper is not read. */
    private static final int DEEPEST = 8;

    private static final int LONGEST_NUMBER = 40;
    private static final String STREAM = "stream";
    private static final String SOURCE = "source";
    private static final String EVENT_ID = "eventId";
    private static final Set<Source> LIVE = Set.of(Source.FEED, Source.SYNTHETIC);

    private final ObjectMapper json = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    // Whatever the encoding of the terminal or pipe.
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(EventReader.LARGEST_RECORD)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final EventEncoder encoder = new EventEncoder();
    private final EventReader reader;
    private final Source source;
    private final EventIds ids;
    private final Clock clock;
    private boolean historyAlone;
    private Optional<Pseudonyms> pseudonyms = Optional.empty();

    /**
     * A line whose identifiers were replaced.
     *
     * @param json the line as it may leave the force, with its stream
     * @param event that the job would read from it
     */
    public record Pseudonymised(String json, ReadyEvent event) {}

    /**
     * @param source of events that name none
     * @param rules of the job
     * @param maps by which codes are strange or not
     * @param ids of events that bring none
     * @param clock the time at which events reach their topics
     */
    public LineEvents(Source source, EventOptions rules, CodeMaps maps, EventIds ids, Clock clock) {
        TrustedClasses.register();
        this.reader = new EventReader(rules, maps);
        this.source = source;
        this.ids = ids;
        this.clock = clock;
    }

    /** From now on a line that says that it was told as it happened is rejected: published is for ever. */
    public LineEvents ofHistoryAlone() {
        historyAlone = true;
        return this;
    }

    /** From now on lines hold identifiers, and get pseudonyms in their place. */
    public LineEvents with(Pseudonyms made) {
        pseudonyms = Optional.of(made);
        return this;
    }

    /**
     * @param known the stream where an option or the file tells it; a field {@code stream} must then say the same
     * @throws BadLine where the line is no event, or one that the job would reject
     */
    public ReadyEvent read(LineReader line, Optional<EventStream> known) throws BadLine {
        requireWhole(line);
        return read(line.buffer(), line.from(), line.length(), known);
    }

    /**
     * The line itself with pseudonyms, and otherwise as it came; it is read as {@link #read(LineReader, Optional)} reads it, so that nothing
     * leaves the force that has a field which the schema does not know.
     *
     * @throws BadLine where the line is no event, or one that the job would reject
     */
    public Pseudonymised pseudonymised(LineReader line, Optional<EventStream> known) throws BadLine {
        requireWhole(line);
        ObjectNode object = object(line.buffer(), line.from(), line.length());
        EventStream stream = streamOf(object, known);
        replaceIdentifiers(object, stream);
        String text = text(object.deepCopy().put(STREAM, stream.slug()));
        return new Pseudonymised(text, ready(stream, event(object, stream)));
    }

    private String text(ObjectNode line) {
        try {
            return json.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a write to memory failed", e);
        }
    }

    private static void requireWhole(LineReader line) throws BadLine {
        if (line.isTooLong()) {
            throw BadLine.rejected(Reason.OVERSIZED, "the line has more than " + LineReader.LONGEST + " bytes");
        }
    }

    private void replaceIdentifiers(ObjectNode line, EventStream stream) throws BadLine {
        if (pseudonyms.isPresent()) {
            pseudonyms.get().replace(line, stream);
        }
    }

    /**
     * The event in bytes of JSON; otherwise as {@link #read(LineReader, Optional)}.
     *
     * @throws BadLine where they are no event, or one that the job would reject
     * @throws UncheckedIOException where a read from memory fails
     */
    public ReadyEvent read(byte[] bytes, int from, int length, Optional<EventStream> known) throws BadLine {
        ObjectNode line = object(bytes, from, length);
        EventStream stream = streamOf(line, known);
        replaceIdentifiers(line, stream);
        return ready(stream, event(line, stream));
    }

    private ObjectNode object(byte[] bytes, int from, int length) throws BadLine {
        try {
            if (json.readTree(bytes, from, length) instanceof ObjectNode line) {
                return line;
            }
            throw BadLine.notJson("it is no object");
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw new UncheckedIOException("a read from memory failed", e);
        }
    }

    private static Object value(SpecificRecord event, String field) {
        return event.get(event.getSchema().getField(field).pos());
    }

    private static String text(SpecificRecord event, String field) {
        return (String) value(event, field);
    }

    /** The subject's id, which is the record's key. */
    private static String subject(EventStream stream, SpecificRecord event) {
        return text(event, stream.subject());
    }

    /**
     * An event that was not read from a line, ready for its topic by the same rules.
     *
     * @throws BadLine where the job would reject it
     */
    public ReadyEvent ready(EventStream stream, SpecificRecord event) throws BadLine {
        byte[] key = subject(stream, event).getBytes(StandardCharsets.UTF_8);
        byte[] value = encoder.encode(event);
        DecodedRecord arrival = reader.read(stream, clock.millis(), key, value);
        if (arrival.rejected != null) {
            throw BadLine.rejected(Reason.ofSlug(arrival.rejected), arrival.detail);
        }
        return new ReadyEvent(stream, arrival.changedAt, key, value, arrival.warnings);
    }

    /** Takes the stream out of the line, where it says it. */
    private static EventStream streamOf(ObjectNode line, Optional<EventStream> known) throws BadLine {
        JsonNode named = line.remove(STREAM);
        if (known.isEmpty()) {
            return Optional.ofNullable(named)
                    .map(JsonNode::textValue)
                    .flatMap(EventStream::ofSlug)
                    .orElseThrow(() -> BadLine.unknownStream(slugs()));
        }
        if (named != null && !named.isNull() && !known.get().slug().equals(named.textValue())) {
            throw BadLine.rejected(Reason.WRONG_STREAM, "the line names another stream than the option or the file");
        }
        return known.get();
    }

    private SpecificRecord event(ObjectNode line, EventStream stream) throws BadLine {
        boolean saysSource = line.hasNonNull(SOURCE);
        boolean saysId = line.hasNonNull(EVENT_ID);
        if (!saysSource) {
            line.put(SOURCE, source.name());
        }
        if (!saysId) {
            line.put(EVENT_ID, "");
        }
        SpecificRecord event = JsonRecords.record(line, stream.schema(), "");
        if (historyAlone && saysSource && LIVE.contains(value(event, SOURCE))) {
            throw BadLine.liveInHistory();
        }
        if (!saysId) {
            event.put(stream.schema().getField(EVENT_ID).pos(), eventId(stream, event));
        }
        return event;
    }

    /** The same for the same version of the same subject, or step of one: a file that is loaded twice makes duplicates, not conflicts. */
    private String eventId(EventStream stream, SpecificRecord event) {
        String subject = subject(stream, event);
        return ids.of(String.join(
                "/",
                stream.slug(),
                text(event, "force"),
                stream.step().map(step -> subject + '/' + text(event, step)).orElse(subject),
                value(event, "version").toString(),
                Long.toString(((Instant) value(event, "changedAt")).toEpochMilli())));
    }

    /** Jackson's own words may quote the line. */
    private static BadLine unreadable(JsonProcessingException e) {
        if (e.getOriginalMessage().startsWith("Duplicate field") && e.getProcessor() instanceof JsonParser parser) {
            String pointer = parser.getParsingContext().pathAsPointer().toString();
            return BadLine.repeatedField(JsonRecords.named(pointer.substring(1).replace('/', '.')));
        }
        return BadLine.notJson(
                e.getLocation() == null
                        ? "it cannot be read as JSON"
                        : "it cannot be read as JSON from column "
                                + e.getLocation().getColumnNr() + " on");
    }

    private static String slugs() {
        return Arrays.stream(EventStream.values()).map(EventStream::slug).collect(Collectors.joining(", "));
    }
}
