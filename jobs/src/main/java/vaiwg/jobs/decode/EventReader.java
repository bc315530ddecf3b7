package vaiwg.jobs.decode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vaiwg.jobs.decode.Rejection.Reason;
import vaiwg.jobs.kafka.ReceivedRecord;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.cases.VersionKind;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.time.LondonDays;
import vaiwg.kpis.time.PartitionClock;
import vaiwg.schemas.EventStream;

/**
 * The rules by which a record of a stream's topic is used or rejected: the job's, and those of whoever asks beforehand what the job
 * would do. Whatever the bytes are, the answer is a record; nothing is thrown, unless a registry is asked in vain. Not safe for
 * several threads.
 */
public final class EventReader {
    /** The largest record that is read, in bytes of key and value: the largest real ones have a few thousand. */
    public static final int LARGEST_RECORD = 256 * 1024;
    /** The longest key, in bytes. */
    public static final int LONGEST_KEY = 256;

    /** Stands in a text for bytes that are no UTF-8. */
    private static final char NO_UTF_8 = '\uFFFD';

    private final ProgressRow progress = new ProgressRow();
    private final RowDecoder decoder;
    private final Forces forces;
    /** Epoch milliseconds. */
    private final long earliest;

    /** The last force that was accepted, null before the first: mostly the next event has it too. */
    private String knownForce;

    private byte[] knownForceBytes;

    /** @param maps of the run; to those that are shipped no small area is known */
    public EventReader(EventOptions options, CodeMaps maps) {
        this(options, maps, System::nanoTime);
    }

    /** @param nanoTime by which schemas that a registry did not know are asked for again, in nanoseconds */
    EventReader(EventOptions options, CodeMaps maps, LongSupplier nanoTime) {
        forces = options.forces();
        earliest = LondonDays.startOf((int) options.earliest().toEpochDay());
        List<Row> rows = new ArrayList<>(projections(earliest, maps));
        rows.add(progress);
        decoder = new RowDecoder(rows, options.schemaRegistry(), nanoTime);
    }

    /**
     * Of each stream how its events are read.
     *
     * @param earliest the first instant at which a change can have been made, epoch milliseconds
     */
    static List<Projection> projections(long earliest, CodeMaps maps) {
        Stream<Projection> declared = Stream.of(VersionKind.values())
                .filter(kind -> !kind.dates().isEmpty())
                .map(kind -> new RecordProjection(kind, maps));
        return Stream.concat(
                        Stream.of(
                                new CrimeProjection(maps, earliest),
                                new OutcomeProjection(maps),
                                new StalkingProjection(),
                                new ContactProjection(),
                                new SubmissionProjection(),
                                new ItemProjection(),
                                new ConductProjection(),
                                new NoteProjection()),
                        declared)
                .toList();
    }

    /**
     * What a record of a stream's topic is to the job: an event, a progress record, or a rejection that keeps the raw bytes.
     *
     * @throws IllegalStateException in one sentence, where the registry does not answer: only it can tell which of them
     */
    public DecodedRecord read(EventStream stream, ConsumerRecord<byte[], byte[]> message) {
        DecodedRecord record = new DecodedRecord();
        record.topic = message.topic();
        record.stream = (byte) stream.ordinal();
        record.partition = message.partition();
        record.offset = message.offset();
        record.timestamp = message.timestamp();
        try {
            read(message, stream, record);
        } catch (Rejection rejection) {
            record.rejected = rejection.reason().slug();
            record.detail = rejection.getMessage();
            record.key = message.key();
            record.value = message.value();
        }
        return record;
    }

    /**
     * What a record would be that is in no topic yet.
     *
     * @param timestamp at which it would reach its topic, epoch milliseconds
     * @param key may be null
     */
    public DecodedRecord read(EventStream stream, long timestamp, byte[] key, byte[] value) {
        return read(stream, ReceivedRecord.of(stream.slug(), 0, 0, timestamp, key, value));
    }

    private void read(ConsumerRecord<byte[], byte[]> message, EventStream stream, DecodedRecord record)
            throws Rejection {
        byte[] key = message.key();
        if (message.value() == null) {
            throw new Rejection(Reason.EMPTY, "the record has no value");
        }
        if (message.value().length > LARGEST_RECORD) {
            throw new Rejection(Reason.OVERSIZED, "the value has more than " + LARGEST_RECORD + " bytes");
        }
        if (key != null && key.length > LONGEST_KEY) {
            throw new Rejection(Reason.OVERSIZED, "the key has more than " + LONGEST_KEY + " bytes");
        }
        Row row = decoder.decode(message.value());
        if (row == progress) {
            record.progress = true;
            record.changedAt = progress.instant(progress.completeThrough);
            record.believed = !isAhead(record);
            progress.readTotals(record, forces);
            return;
        }
        Projection event = (Projection) row;
        record.changedAt = event.instant(event.changedAt);
        if (record.changedAt < earliest) {
            throw new Rejection(Reason.TOO_OLD, "changedAt lies before the earliest date");
        }
        if (isAhead(record)) {
            throw new Rejection(Reason.FUTURE_DATED, "dated more than five minutes after it reached the topic");
        }
        if (key == null || key.length == 0) {
            throw new Rejection(Reason.NO_KEY, "the record has no key");
        }
        if (event.stream != stream) {
            throw new Rejection(Reason.WRONG_STREAM, "the event belongs to another topic");
        }
        String id = event.text(event.subject);
        if (!isKey(key, event, id)) {
            throw new Rejection(Reason.KEY_MISMATCH, "the key is not the subject's id");
        }
        record.subject = id;
        record.force = force(event);
        event.requireReference(event.subject);
        record.source = (byte) event.number(event.source);
        event.project(record);
        record.believed = true;
    }

    /** By bytes: a key that is no UTF-8 reads like another one that is. */
    private static boolean isKey(byte[] key, Projection event, String id) {
        return event.hasBytes(event.subject, key) && id.indexOf(NO_UTF_8) < 0
                || Arrays.equals(id.getBytes(StandardCharsets.UTF_8), key);
    }

    private String force(Projection event) throws Rejection {
        if (knownForce == null || !event.hasBytes(event.force, knownForceBytes)) {
            String force = event.text(event.force);
            if (!Forces.isSlug(force)) {
                throw new Rejection(Reason.IMPOSSIBLE_VALUE, "force is no identifier");
            }
            if (!forces.has(force)) {
                throw new Rejection(Reason.UNKNOWN_FORCE, "force is none of the configured ones");
            }
            knownForce = force;
            knownForceBytes = force.getBytes(StandardCharsets.UTF_8);
        }
        return knownForce;
    }

    private static boolean isAhead(DecodedRecord record) {
        return record.changedAt - record.timestamp > PartitionClock.AHEAD;
    }
}
