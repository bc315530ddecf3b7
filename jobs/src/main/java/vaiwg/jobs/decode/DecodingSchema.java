package vaiwg.jobs.decode;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.flink.util.function.SerializableSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.jobs.records.RecordType;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.time.PartitionClock;
import vaiwg.schemas.EventStream;

/**
 * Decodes and projects a Kafka record, once, at the source. What cannot be used becomes a rejection; nothing is thrown, unless a schema
 * registry is asked in vain: then the job starts again from its last checkpoint, until it answers.
 */
public final class DecodingSchema implements KafkaRecordDeserializationSchema<DecodedRecord> {
    private static final long serialVersionUID = 1L;

    private final String topicPrefix;
    private final EventOptions options;
    private final SerializableSupplier<Catalogue> catalogue;

    private transient Map<String, EventStream> streams;
    private transient EventReader reader;
    private transient Map<TopicPartition, PartitionPlace> places;

    /** A partition's clock, and from where on its records are new. */
    private static final class PartitionPlace {
        final PartitionClock clock;
        final long newFrom;

        PartitionPlace(long clock, long newFrom) {
            this.clock = new PartitionClock(clock);
            this.newFrom = newFrom;
        }

        void advance(DecodedRecord record) {
            if (!record.believed) {
                return;
            }
            if (record.progress) {
                clock.progress(record.changedAt);
            } else {
                clock.admit(record.changedAt);
            }
        }
    }

    /** With the shipped catalogue, which knows no small area. */
    public DecodingSchema(String topicPrefix, EventOptions options) {
        this(topicPrefix, options, ShippedCatalogue::get);
    }

    /**
     * @param options the rules by which records are used or rejected
     * @param catalogue whose maps know small areas
     */
    public DecodingSchema(String topicPrefix, EventOptions options, SerializableSupplier<Catalogue> catalogue) {
        this.topicPrefix = topicPrefix;
        this.options = options;
        this.catalogue = catalogue;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        streams = new HashMap<>();
        for (EventStream stream : EventStream.values()) {
            streams.put(stream.topic(topicPrefix), stream);
        }
        reader = new EventReader(options, catalogue.get().maps());
        places = new HashMap<>();
    }

    /**
     * A partition goes on from a checkpoint.
     *
     * @param newFrom records before this offset were read before: they only carry the partition's clock
     * @param clock the partition's clock there, {@link PartitionClock#UNSET} where the checkpoint has none
     */
    void restore(TopicPartition partition, long newFrom, long clock) {
        places.put(partition, new PartitionPlace(clock, newFrom));
    }

    /** The clock of a partition after the last record that was read of it. */
    long clockOf(TopicPartition partition) {
        PartitionPlace place = places.get(partition);
        return place == null ? PartitionClock.UNSET : place.clock.now();
    }

    /** The offset from which on records of a partition are new; 0 where it did not go on from a checkpoint. */
    long newFrom(TopicPartition partition) {
        PartitionPlace place = places.get(partition);
        return place == null ? 0 : place.newFrom;
    }

    /** A record that is none, which carries a partition's clock and nothing else. */
    DecodedRecord clockAlone(TopicPartition partition) {
        DecodedRecord record = new DecodedRecord();
        record.topic = partition.topic();
        record.stream = (byte) streams.get(partition.topic()).ordinal();
        record.partition = partition.partition();
        record.clock = clockOf(partition);
        record.replayed = true;
        return record;
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<DecodedRecord> out) {
        DecodedRecord record = reader.read(streams.get(message.topic()), message);
        PartitionPlace place = places.computeIfAbsent(
                new TopicPartition(message.topic(), message.partition()),
                partition -> new PartitionPlace(PartitionClock.UNSET, 0));
        place.advance(record);
        record.clock = place.clock.now();
        record.replayed = message.offset() < place.newFrom;
        out.collect(record);
    }

    @Override
    public TypeInformation<DecodedRecord> getProducedType() {
        return RecordType.ofClass(DecodedRecord.class);
    }
}
