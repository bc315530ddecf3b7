package vaiwg.jobs.decode;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vaiwg.jobs.decode.Refusal.Reason;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Progress;
import vaiwg.schemas.Source;
import vaiwg.schemas.Stalking;

/**
 * The rules by which a record of a stream's topic is used or refused: the job's, and those of whoever asks beforehand what the job
 * would do. Whatever the bytes are, the answer is an arrival; nothing is thrown, unless a registry is asked in vain. Not safe for
 * several threads.
 */
public final class EventReader {
    /** The largest record that is read, in bytes of key and value: the largest real ones have a few thousand. */
    public static final int LARGEST_RECORD = 256 * 1024;
    /** The longest key, in bytes. */
    public static final int LONGEST_KEY = 256;
    /** How far a change may lie ahead of the Kafka record's own timestamp: clocks differ, but not by more. */
    private static final long AHEAD = 5 * 60_000L;

    private static final Pattern FORCE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private final EventDecoder decoder;
    private final StrangeValues strangeValues = new StrangeValues(CodeMaps.shipped());
    private final Projection projection = new Projection();
    /** The last force that was a slug, null before the first: mostly the next event has it too. */
    private String knownForce;

    /** Of records in Avro's single-object encoding only. */
    public EventReader() {
        this(Optional.empty());
    }

    /** @param registry where the schemas of records in Confluent's frame are kept */
    public EventReader(Optional<URI> registry) {
        decoder = new EventDecoder(registry);
    }

    /**
     * What a record of a stream's topic is to the job: an event, a progress record, or a refusal that keeps the raw bytes.
     *
     * @throws IllegalStateException in one sentence, where the registry does not answer: only it can tell which of them
     */
    public Arrival read(EventStream stream, ConsumerRecord<byte[], byte[]> message) {
        Arrival arrival = new Arrival();
        arrival.topic = message.topic();
        arrival.stream = (byte) stream.ordinal();
        arrival.partition = message.partition();
        arrival.offset = message.offset();
        arrival.timestamp = message.timestamp();
        try {
            read(message, stream, arrival);
        } catch (Refusal refusal) {
            arrival.refused = refusal.reason().slug();
            arrival.detail = refusal.getMessage();
            arrival.key = message.key();
            arrival.value = message.value();
        }
        return arrival;
    }

    private void read(ConsumerRecord<byte[], byte[]> message, EventStream stream, Arrival arrival) throws Refusal {
        byte[] key = message.key();
        if (message.value() == null) {
            throw new Refusal(Reason.EMPTY, "the record has no value");
        }
        if (message.value().length > LARGEST_RECORD) {
            throw new Refusal(Reason.OVERSIZED, "the value has more than " + LARGEST_RECORD + " bytes");
        }
        if (key != null && key.length > LONGEST_KEY) {
            throw new Refusal(Reason.OVERSIZED, "the key has more than " + LONGEST_KEY + " bytes");
        }
        SpecificRecord event = decoder.decode(message.value());
        takeTime(arrival, event);
        if (event instanceof Progress) {
            arrival.progress = true;
            return;
        }
        if (key == null || key.length == 0) {
            throw new Refusal(Reason.NO_KEY, "the record has no key");
        }
        if (stream == EventStream.CRIME_RECORDING && event instanceof CrimeRecording crime) {
            takeSubject(arrival, crime.getCrimeReference(), key);
            envelope(arrival, crime.getForce(), crime.getEventId(), crime.getSource());
            arrival.crime = projection.crime(crime);
            arrival.strange = strangeValues.of(crime);
        } else if (stream == EventStream.OUTCOME && event instanceof Outcome outcome) {
            takeSubject(arrival, outcome.getCrimeReference(), key);
            envelope(arrival, outcome.getForce(), outcome.getEventId(), outcome.getSource());
            arrival.outcome = projection.outcome(outcome);
            arrival.strange = strangeValues.of(outcome);
        } else if (stream == EventStream.STALKING && event instanceof Stalking step) {
            takeSubject(arrival, step.getPerpetratorId(), key);
            envelope(arrival, step.getForce(), step.getEventId(), step.getSource());
            arrival.step = projection.step(step);
            arrival.strange = strangeValues.of(step);
        } else {
            throw new Refusal(Reason.WRONG_STREAM, "the event belongs to another topic");
        }
    }

    private void envelope(Arrival arrival, String force, String eventId, Source source) throws Refusal {
        if (!force.equals(knownForce)) {
            if (!FORCE.matcher(force).matches()) {
                throw new Refusal(Reason.IMPOSSIBLE_VALUE, "force is no slug");
            }
            knownForce = force;
        }
        arrival.force = force;
        arrival.eventId = eventId;
        arrival.source = (byte) source.ordinal();
    }

    /** First of all: whatever else is wrong with a record that can be read, its time moves the clock. */
    private static void takeTime(Arrival arrival, SpecificRecord event) throws Refusal {
        long instant;
        if (event instanceof Progress progress) {
            instant = Projection.instant("completeThrough", progress.getCompleteThrough());
        } else if (event instanceof CrimeRecording crime) {
            instant = Projection.instant("changedAt", crime.getChangedAt());
        } else if (event instanceof Outcome outcome) {
            instant = Projection.instant("changedAt", outcome.getChangedAt());
        } else {
            instant = Projection.instant("changedAt", ((Stalking) event).getChangedAt());
        }
        if (instant - arrival.timestamp > AHEAD) {
            throw new Refusal(Reason.FUTURE_DATED, "dated more than five minutes after it reached the topic");
        }
        arrival.changedAt = instant;
        arrival.movesClock = true;
    }

    /** By bytes: a key that is no UTF-8 reads like another one that is. */
    private static void takeSubject(Arrival arrival, String id, byte[] key) throws Refusal {
        if (!Arrays.equals(id.getBytes(StandardCharsets.UTF_8), key)) {
            throw new Refusal(Reason.KEY_MISMATCH, "the key is not the subject's id");
        }
        arrival.subject = id;
    }
}
