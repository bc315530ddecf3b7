package vaiwg.cli.feed.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import vaiwg.cli.feed.EventEncoder;
import vaiwg.jobs.decode.EventReader;
import vaiwg.jobs.decode.Rejection.Reason;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.records.DecodedRecord;
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

    private final JsonFactory json = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(EventReader.LARGEST_RECORD)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build();
    private final Map<EventStream, JsonRecord> records = new EnumMap<>(EventStream.class);
    private final EventEncoder encoder = new EventEncoder();
    private final EventReader reader;
    private final Source source;
    private final EventIds ids;
    private final Clock clock;
    private boolean historyAlone;

    /**
     * @param source of events that name none
     * @param rules of the job
     * @param ids of events that bring none
     * @param clock the time at which events reach their topics
     */
    public LineEvents(Source source, EventOptions rules, EventIds ids, Clock clock) {
        TrustedClasses.register();
        this.reader = new EventReader(rules);
        this.source = source;
        this.ids = ids;
        this.clock = clock;
        for (EventStream stream : EventStream.values()) {
            records.put(stream, new JsonRecord(stream.schema()));
        }
    }

    /** From now on a line that says that it was told as it happened is rejected: published is for ever. */
    public LineEvents ofHistoryAlone() {
        historyAlone = true;
        return this;
    }

    /**
     * The event in a line.
     *
     * @param known the stream where an option or the file tells it; a field {@code stream} must then say the same
     * @throws BadLine where the line is no event, or one that the job would reject
     */
    public ReadyEvent read(LineReader line, Optional<EventStream> known) throws BadLine {
        if (line.isTooLong()) {
            throw BadLine.rejected(Reason.OVERSIZED, "the line has more than " + LineReader.LONGEST + " bytes");
        }
        return read(line.buffer(), line.from(), line.length(), known);
    }

    /**
     * The event in bytes of JSON; otherwise as {@link #read(LineReader, Optional)}.
     *
     * @throws BadLine where they are no event, or one that the job would reject
     * @throws UncheckedIOException where a read from memory fails
     */
    public ReadyEvent read(byte[] bytes, int from, int length, Optional<EventStream> known) throws BadLine {
        try {
            EventStream stream = known.isPresent() ? known.get() : streamOf(bytes, from, length);
            try (JsonParser parser = json.createParser(bytes, from, length)) {
                parser.nextToken();
                Line line = new Line(stream);
                SpecificRecord event = line.read(parser, records.get(stream));
                if (parser.nextToken() != null) {
                    throw BadLine.notJson("something follows the object");
                }
                return ready(stream, event);
            }
        } catch (JsonProcessingException e) {
            // Its own words may quote the line.
            throw BadLine.notJson(
                    e.getLocation() == null
                            ? "it cannot be read as JSON"
                            : "it cannot be read as JSON from column "
                                    + e.getLocation().getColumnNr() + " on");
        } catch (IOException e) {
            throw new UncheckedIOException("a read from memory failed", e);
        }
    }

    private static String text(SpecificRecord event, String field) {
        return (String) event.get(event.getSchema().getField(field).pos());
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
        DecodedRecord arrival = reader.read(
                stream,
                new ConsumerRecord<>(
                        stream.slug(),
                        0,
                        0,
                        clock.millis(),
                        TimestampType.CREATE_TIME,
                        ConsumerRecord.NULL_SIZE,
                        ConsumerRecord.NULL_SIZE,
                        key,
                        value,
                        new RecordHeaders(),
                        Optional.empty()));
        if (arrival.rejected != null) {
            throw BadLine.rejected(Reason.ofSlug(arrival.rejected), arrival.detail);
        }
        return new ReadyEvent(stream, arrival.changedAt, key, value, arrival.warnings);
    }

    private EventStream streamOf(byte[] bytes, int from, int length) throws IOException, BadLine {
        try (JsonParser parser = json.createParser(bytes, from, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw BadLine.notJson("it is no object");
            }
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                JsonToken value = parser.nextToken();
                if (name.equals(STREAM) && value == JsonToken.VALUE_STRING) {
                    return EventStream.ofSlug(parser.getText()).orElseThrow(() -> BadLine.unknownStream(slugs()));
                }
                parser.skipChildren();
            }
            throw BadLine.unknownStream(slugs());
        }
    }

    private static String slugs() {
        return Arrays.stream(EventStream.values()).map(EventStream::slug).collect(Collectors.joining(", "));
    }

    /** What a line may have beside the schema's fields, and leave out of them. */
    private final class Line implements JsonRecord.Envelope {
        private final EventStream stream;
        private boolean withoutSource;
        private boolean withoutEventId;

        Line(EventStream stream) {
            this.stream = stream;
        }

        SpecificRecord read(JsonParser parser, JsonRecord form) throws IOException, BadLine {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw BadLine.notJson("it is no object");
            }
            SpecificRecord event = form.read(parser, this);
            if (historyAlone
                    && !withoutSource
                    && LIVE.contains(event.get(stream.schema().getField(SOURCE).pos()))) {
                throw BadLine.liveInHistory();
            }
            if (withoutSource) {
                event.put(stream.schema().getField(SOURCE).pos(), source);
            }
            if (withoutEventId) {
                event.put(stream.schema().getField(EVENT_ID).pos(), eventId(event));
            }
            return event;
        }

        @Override
        public boolean take(String name, JsonParser parser) throws IOException, BadLine {
            if (!name.equals(STREAM)) {
                return false;
            }
            if (parser.currentToken() != JsonToken.VALUE_STRING
                    || !parser.getText().equals(stream.slug())) {
                throw BadLine.rejected(
                        Reason.WRONG_STREAM, "the line names another stream than the option or the file");
            }
            return true;
        }

        @Override
        public boolean fills(String name) {
            withoutSource |= name.equals(SOURCE);
            withoutEventId |= name.equals(EVENT_ID);
            return name.equals(SOURCE) || name.equals(EVENT_ID);
        }

        /** The same for the same version of the same subject, or step of one: a file that is loaded twice makes duplicates, not conflicts. */
        private String eventId(SpecificRecord event) {
            String name = String.join(
                    "/",
                    stream.slug(),
                    text(event, "force"),
                    stream.step()
                            .map(step -> subject(stream, event) + '/' + text(event, step))
                            .orElse(subject(stream, event)),
                    event.get(stream.schema().getField("version").pos()).toString(),
                    Long.toString(((Instant) event.get(
                                    stream.schema().getField("changedAt").pos()))
                            .toEpochMilli()));
            return ids.of(name);
        }
    }
}
