package vaiwg.cli.feed.erase;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vaiwg.schemas.EventStream;

/**
 * Which records are of a data subject: those that bear a reference, and all of the crimes and cases of which any version does. An earlier
 * version of a crime may not name its victim, and its outcomes never do.
 */
public final class SubjectRecords implements Predicate<ConsumerRecord<byte[], byte[]>> {
    private final SubjectReferences references;
    private final String prefix;
    /** By the stream that gives them: a key of one is another one's only where both are of crimes. */
    private final Map<EventStream, Set<ByteBuffer>> keys = new EnumMap<>(EventStream.class);

    /** @param prefix of the topics from which records come */
    public SubjectRecords(SubjectReferences references, String prefix) {
        this.references = references;
        this.prefix = prefix;
    }

    private SubjectRecords(SubjectRecords others, String prefix) {
        this(others.references, prefix);
        keys.putAll(others.keys);
    }

    /** The same, in topics of another prefix. */
    public SubjectRecords in(String otherPrefix) {
        return new SubjectRecords(this, otherPrefix);
    }

    /** Learns from a record which crimes and cases are the subject's; every record is shown before any is asked for. */
    public void learn(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null || !bears(record)) {
            return;
        }
        wholes(record)
                .ifPresent(of ->
                        keys.computeIfAbsent(of, stream -> new HashSet<>()).add(ByteBuffer.wrap(record.key())));
    }

    @Override
    public boolean test(ConsumerRecord<byte[], byte[]> record) {
        return bears(record) || isOfWhole(record);
    }

    private boolean isOfWhole(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            return false;
        }
        ByteBuffer key = ByteBuffer.wrap(record.key());
        if (stream(record).isEmpty()) {
            // A dead letter, which may be of any stream.
            return keys.values().stream().anyMatch(known -> known.contains(key));
        }
        return wholes(record)
                        .map(keys::get)
                        .filter(known -> known.contains(key))
                        .isPresent()
                && references.mayBeOfForce(record.value());
    }

    private boolean bears(ConsumerRecord<byte[], byte[]> record) {
        Optional<EventStream> stream = stream(record);
        boolean isOfWords = stream.isEmpty() || stream.get() == EventStream.NOTE;
        boolean bears = references.areKey(record.key())
                || (isOfWords ? references.areAnywhereIn(record.value()) : references.areIn(record.value()));
        return bears && (isOfWords || references.mayBeOfForce(record.value()));
    }

    private Optional<EventStream> stream(ConsumerRecord<byte[], byte[]> record) {
        return EventStream.ofTopic(record.topic(), prefix);
    }

    /**
     * The stream whose subjects go whole. A perpetrator's steps do not go with a crime that one of them names, nor all notes of a signal with
     * one that names somebody.
     */
    private Optional<EventStream> wholes(ConsumerRecord<byte[], byte[]> record) {
        return stream(record)
                .map(stream -> stream.subject().equals(EventStream.CRIME_RECORDING.subject())
                        ? EventStream.CRIME_RECORDING
                        : stream)
                .filter(stream -> stream == EventStream.CRIME_RECORDING || stream == EventStream.CONDUCT);
    }
}
