package vaiwg.cli.feed.erase;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vaiwg.cli.feed.EventDecoder;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.kpis.digest.Hmac;
import vaiwg.schemas.EventStream;

/**
 * Gives other names, by a key that is forgotten, to whom and what no event names since a day. Nobody can tell any more who they were, and since
 * a name is replaced wherever it is, or nowhere, what is counted of them stays the same. For one thread.
 */
public final class OldNames implements SourceLog.Rewriting {
    private static final int KEPT_BYTES = 16;
    /** What is shorter may be a code in the same event, and is left. */
    private static final int SHORTEST = 6;
    /** With which a message of Confluent's frame begins. */
    private static final byte CONFLUENT = 0;

    private final Instant before;
    private final String prefix;
    private final EventDecoder decoder = new EventDecoder();
    private final NamesOfEvents names = new NamesOfEvents();
    private final Set<String> named = new HashSet<>();
    private final Mac mac = Hmac.of(Hmac.newKey());
    private long events;
    private long rewritten;

    /**
     * @param before which all events that name somebody must have changed
     * @param prefix of the topics from which records come
     */
    public OldNames(Instant before, String prefix) {
        this.before = before;
        this.prefix = prefix;
    }

    /** Learns whom a record names; every record is shown before any is rewritten. */
    public void learn(ConsumerRecord<byte[], byte[]> record) {
        Optional<EventStream> stream = stream(record);
        if (stream.isEmpty()) {
            return;
        }
        if (record.value() != null && record.value().length > 0 && record.value()[0] == CONFLUENT) {
            throw CommandFailure.wrongUsage("Topic " + record.topic()
                    + " has events in Confluent's frame, whose names cannot be replaced: send its history again with the"
                    + " released schemas, to topics of another prefix.");
        }
        decoder.decode(record.value())
                .filter(event -> !isOld(event))
                .ifPresent(event -> named.addAll(names.of(stream.get(), event)));
    }

    /** As it is, or with other names. What nobody can read counts nowhere and is as it is. */
    @Override
    public Optional<SourceLog.Content> of(ConsumerRecord<byte[], byte[]> record) {
        Optional<EventStream> stream = stream(record);
        if (stream.isEmpty()) {
            return SourceLog.Content.of(record);
        }
        Optional<SpecificRecord> event = decoder.decode(record.value());
        if (event.isEmpty() || !isOld(event.get())) {
            return SourceLog.Content.of(record);
        }
        events++;
        Map<String, String> others = new LinkedHashMap<>();
        names.of(stream.get(), event.get()).stream()
                .filter(name -> name.length() >= SHORTEST && !named.contains(name))
                .forEach(name -> others.put(name, other(name)));
        if (others.isEmpty()) {
            return SourceLog.Content.of(record);
        }
        rewritten++;
        byte[] value = record.value();
        for (Map.Entry<String, String> other : others.entrySet()) {
            value = AvroText.replace(value, other.getKey(), other.getValue());
        }
        requireNames(record, stream.get(), event.get(), value, others);
        String key = new String(record.key(), StandardCharsets.UTF_8);
        return Optional.of(
                new SourceLog.Content(others.getOrDefault(key, key).getBytes(StandardCharsets.UTF_8), value));
    }

    /** That a text is where it was replaced, and nothing else was. */
    private void requireNames(
            ConsumerRecord<byte[], byte[]> record,
            EventStream stream,
            SpecificRecord event,
            byte[] value,
            Map<String, String> others) {
        Set<String> wanted = names.of(stream, event).stream()
                .map(name -> others.getOrDefault(name, name))
                .collect(Collectors.toSet());
        if (!decoder.decode(value)
                .filter(rewrittenEvent -> names.of(stream, rewrittenEvent).equals(wanted))
                .isPresent()) {
            throw CommandFailure.wrongUsage("The names of the record at " + record.topic() + ", partition "
                    + record.partition() + ", offset " + record.offset()
                    + " cannot be replaced: delete the new topics; the old ones are as they were.");
        }
    }

    private String other(String name) {
        byte[] whole = mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
        return "x-" + HexFormat.of().formatHex(whole, 0, KEPT_BYTES);
    }

    /** Without a key it is a progress record; a dead letter and a note name nobody by a field. */
    private Optional<EventStream> stream(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null
                ? Optional.empty()
                : EventStream.ofTopic(record.topic(), prefix).filter(stream -> stream != EventStream.NOTE);
    }

    private boolean isOld(SpecificRecord event) {
        Object changedAt = event.get(event.getSchema().getField("changedAt").pos());
        return ((Instant) changedAt).isBefore(before);
    }

    /** How many events changed before that day. */
    public long events() {
        return events;
    }

    /** How many of these have other names now. */
    public long rewritten() {
        return rewritten;
    }
}
