package vaiwg.jobs.decode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vaiwg.jobs.decode.Refusal.Reason;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.ManagementVersion;
import vaiwg.kpis.cases.StepVersion;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.Conduct;
import vaiwg.schemas.CpsReferral;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.DeviceExamination;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Note;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Progress;
import vaiwg.schemas.ProtectiveOrder;
import vaiwg.schemas.Safeguarding;
import vaiwg.schemas.Source;
import vaiwg.schemas.Stalking;
import vaiwg.schemas.VictimContact;

/**
 * The rules by which a record of a stream's topic is used or refused: the job's, and those of whoever asks beforehand what the job
 * would do. Whatever the bytes are, the answer is a record; nothing is thrown, unless a registry is asked in vain. Not safe for
 * several threads.
 */
public final class EventReader {
    /** The largest record that is read, in bytes of key and value: the largest real ones have a few thousand. */
    public static final int LARGEST_RECORD = 256 * 1024;
    /** The longest key, in bytes. */
    public static final int LONGEST_KEY = 256;
    /** How far a change may lie ahead of the Kafka record's own timestamp: clocks differ, but not by more. */
    private static final long AHEAD = 5 * 60_000L;

    private final EventDecoder decoder;
    private final Forces forces;
    /** Epoch milliseconds. */
    private final long earliest;

    private final StrangeValues strangeValues;
    private final Projection projection = new Projection();
    private final StepProjection steps = new StepProjection();
    private final SubjectProjection subjects = new SubjectProjection();
    private final NoteProjection notes = new NoteProjection();
    /** The last force that was accepted, null before the first: mostly the next event has it too. */
    private String knownForce;

    public EventReader(EventOptions options) {
        this(options, System::nanoTime);
    }

    /** @param nanoTime by which schemas that a registry did not know are asked for again, in nanoseconds */
    EventReader(EventOptions options, LongSupplier nanoTime) {
        decoder = new EventDecoder(options.schemaRegistry(), nanoTime);
        forces = options.forces();
        earliest = LondonDays.startOf((int) options.earliest().toEpochDay());
        strangeValues = new StrangeValues(CodeMaps.shipped(), earliest);
    }

    /**
     * What a record of a stream's topic is to the job: an event, a progress record, or a refusal that keeps the raw bytes.
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
        } catch (Refusal refusal) {
            record.refused = refusal.reason().slug();
            record.detail = refusal.getMessage();
            record.key = message.key();
            record.value = message.value();
        }
        return record;
    }

    private void read(ConsumerRecord<byte[], byte[]> message, EventStream stream, DecodedRecord record) throws Refusal {
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
        takeTime(record, event);
        if (event instanceof Progress) {
            record.progress = true;
            return;
        }
        if (key == null || key.length == 0) {
            throw new Refusal(Reason.NO_KEY, "the record has no key");
        }
        EnvelopeFields fields = EnvelopeFields.of(event);
        if (!fields.areOf(stream)) {
            throw new Refusal(Reason.WRONG_STREAM, "the event belongs to another topic");
        }
        takeSubject(record, fields.subject(event), key);
        envelope(record, fields.force(event), fields.source(event));
        Identifiers.check(event);
        project(stream, event, record);
    }

    private void project(EventStream stream, SpecificRecord event, DecodedRecord record) throws Refusal {
        switch (stream) {
            case CRIME_RECORDING -> {
                CrimeRecording recorded = (CrimeRecording) event;
                CrimeVersion crime = projection.crime(recorded);
                crime.receivedAt = Projection.received(recorded.getSource(), record.timestamp);
                record.version = crime;
                record.strange = strangeValues.of(recorded);
            }
            case OUTCOME -> {
                record.version = projection.outcome((Outcome) event);
                record.strange = strangeValues.of((Outcome) event);
            }
            case STALKING -> {
                StepVersion step = projection.step((Stalking) event);
                record.version = step;
                ManagementVersion management = steps.management((Stalking) event, step);
                if (management != null) {
                    record.ofCase = record.about(((Stalking) event).getCrimeReference(), management);
                }
                record.strange = strangeValues.of((Stalking) event);
            }
            case VICTIM_CONTACT -> record.version = steps.contact((VictimContact) event);
            case CPS_REFERRAL -> record.version = steps.submission((CpsReferral) event);
            case DEVICE_EXAMINATION -> record.version = steps.item((DeviceExamination) event);
            case PROTECTIVE_ORDER -> record.version = subjects.order((ProtectiveOrder) event);
            case SAFEGUARDING -> record.version = subjects.safeguarding((Safeguarding) event);
            case CONDUCT -> record.version = subjects.conduct((Conduct) event);
            case NOTE -> {
                record.note = notes.note((Note) event);
                record.note.force = record.force;
                record.version = record.note.version;
            }
        }
    }

    private void envelope(DecodedRecord record, String force, Source source) throws Refusal {
        if (!force.equals(knownForce)) {
            if (!Forces.isSlug(force)) {
                throw new Refusal(Reason.IMPOSSIBLE_VALUE, "force is no slug");
            }
            if (!forces.has(force)) {
                throw new Refusal(Reason.UNKNOWN_FORCE, "force is none of the configured ones");
            }
            knownForce = force;
        }
        record.force = force;
        record.source = (byte) source.ordinal();
    }

    /** First of all: whatever else is wrong with a record that can be read, its time moves the clock. */
    private void takeTime(DecodedRecord record, SpecificRecord event) throws Refusal {
        long instant;
        if (event instanceof Progress progress) {
            instant = Projection.instant("completeThrough", progress.getCompleteThrough());
        } else {
            instant = Projection.instant("changedAt", EnvelopeFields.of(event).changedAt(event));
            if (instant < earliest) {
                throw new Refusal(Reason.TOO_OLD, "changedAt lies before the earliest date");
            }
        }
        if (instant - record.timestamp > AHEAD) {
            throw new Refusal(Reason.FUTURE_DATED, "dated more than five minutes after it reached the topic");
        }
        record.changedAt = instant;
        record.advancesClock = true;
    }

    /** By bytes: a key that is no UTF-8 reads like another one that is. */
    private static void takeSubject(DecodedRecord record, String id, byte[] key) throws Refusal {
        if (!Arrays.equals(id.getBytes(StandardCharsets.UTF_8), key)) {
            throw new Refusal(Reason.KEY_MISMATCH, "the key is not the subject's id");
        }
        record.subject = id;
    }
}
