package vaiwg.jobs.decode;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vaiwg.jobs.decode.Refusal.Reason;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Progress;
import vaiwg.schemas.Source;
import vaiwg.schemas.Stalking;

/** Decodes and projects a Kafka record, once, at the source. What cannot be used becomes a refusal; nothing is thrown. */
public final class ArrivalSchema implements KafkaRecordDeserializationSchema<Arrival> {
    private static final long serialVersionUID = 1L;
    /** How far a change may lie ahead of the Kafka record's own timestamp: clocks differ, but not by more. */
    private static final long AHEAD = 5 * 60_000L;

    private final String topicPrefix;
    private transient Map<String, EventStream> streams;
    private transient EventDecoder decoder;
    private transient Projection projection;

    public ArrivalSchema(String topicPrefix) {
        this.topicPrefix = topicPrefix;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        streams = new HashMap<>();
        for (EventStream stream : EventStream.values()) {
            streams.put(stream.topic(topicPrefix), stream);
        }
        decoder = new EventDecoder();
        projection = new Projection(CodeMaps.shipped());
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<Arrival> out) {
        Arrival arrival = new Arrival();
        EventStream stream = streams.get(message.topic());
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
        out.collect(arrival);
    }

    @Override
    public TypeInformation<Arrival> getProducedType() {
        return TypeInformation.of(Arrival.class);
    }

    private void read(ConsumerRecord<byte[], byte[]> message, EventStream stream, Arrival arrival) throws Refusal {
        if (message.value() == null) {
            throw new Refusal(Reason.EMPTY, "the record has no value");
        }
        SpecificRecord event = decoder.decode(message.value());
        takeTime(arrival, timeOf(event));
        if (event instanceof Progress) {
            arrival.progress = true;
            return;
        }
        if (message.key() == null || message.key().length == 0) {
            throw new Refusal(Reason.NO_KEY, "the record has no key");
        }
        arrival.subject = new String(message.key(), StandardCharsets.UTF_8);
        if (stream == EventStream.CRIME_RECORDING && event instanceof CrimeRecording crime) {
            requireKey(arrival, crime.getCrimeReference());
            envelope(arrival, crime.getForce(), crime.getEventId(), crime.getSource());
            arrival.crime = projection.crime(crime);
        } else if (stream == EventStream.OUTCOME && event instanceof Outcome outcome) {
            requireKey(arrival, outcome.getCrimeReference());
            envelope(arrival, outcome.getForce(), outcome.getEventId(), outcome.getSource());
            arrival.outcome = projection.outcome(outcome);
        } else if (stream == EventStream.STALKING && event instanceof Stalking step) {
            requireKey(arrival, step.getPerpetratorId());
            envelope(arrival, step.getForce(), step.getEventId(), step.getSource());
            arrival.step = projection.step(step);
        } else {
            throw new Refusal(Reason.WRONG_STREAM, "the event belongs to another topic");
        }
    }

    private static long timeOf(SpecificRecord event) {
        if (event instanceof Progress progress) {
            return progress.getCompleteThrough().toEpochMilli();
        }
        if (event instanceof CrimeRecording crime) {
            return crime.getChangedAt().toEpochMilli();
        }
        if (event instanceof Outcome outcome) {
            return outcome.getChangedAt().toEpochMilli();
        }
        return ((Stalking) event).getChangedAt().toEpochMilli();
    }

    private static void envelope(Arrival arrival, String force, String eventId, Source source) throws Refusal {
        if (force.isBlank() || !force.equals(force.strip())) {
            throw new Refusal(Reason.IMPOSSIBLE_VALUE, "force is no slug");
        }
        arrival.force = force;
        arrival.eventId = eventId;
        arrival.source = (byte) source.ordinal();
    }

    /** First of all: whatever else is wrong with a record that can be read, its time moves the clock. */
    private static void takeTime(Arrival arrival, long instant) throws Refusal {
        if (instant - arrival.timestamp > AHEAD) {
            throw new Refusal(Reason.FUTURE_DATED, "dated more than five minutes after it reached the topic");
        }
        arrival.changedAt = instant;
        arrival.movesClock = true;
    }

    private static void requireKey(Arrival arrival, String id) throws Refusal {
        if (!id.equals(arrival.subject)) {
            throw new Refusal(Reason.KEY_MISMATCH, "the key is not the subject's id");
        }
    }

    /** The version that an arrival carries. */
    static Version version(Arrival arrival) {
        if (arrival.crime != null) {
            return arrival.crime;
        }
        return arrival.outcome != null ? arrival.outcome : arrival.step;
    }
}
