package vaiwg.jobs.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplitSerializer;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import vaiwg.kpis.time.PartitionClock;

/** A partition's place in a checkpoint together with its clock at that place. */
final class ClockedSplit extends KafkaPartitionSplit {
    /** Epoch milliseconds, {@link PartitionClock#UNSET} where it is not known. */
    final long clock;

    private ClockedSplit(KafkaPartitionSplit split, long offset, long clock) {
        super(split.getTopicPartition(), offset, split.getStoppingOffset().orElse(NO_STOPPING_OFFSET));
        this.clock = clock;
    }

    static ClockedSplit of(KafkaPartitionSplit split, long offset, long clock) {
        return new ClockedSplit(split, offset, clock);
    }

    /** The clock that a split carries, {@link PartitionClock#UNSET} where it carries none. */
    static long clockOf(KafkaPartitionSplit split) {
        return split instanceof ClockedSplit clocked ? clocked.clock : PartitionClock.UNSET;
    }

    /** The clock, then the split as the connector writes it. */
    static final class Serializer implements SimpleVersionedSerializer<KafkaPartitionSplit> {
        private static final int CLOCKED = 100;

        private final KafkaPartitionSplitSerializer kafka = new KafkaPartitionSplitSerializer();

        /** The connector's own version is part of ours: it may change with the connector. */
        @Override
        public int getVersion() {
            return CLOCKED + kafka.getVersion();
        }

        @Override
        public byte[] serialize(KafkaPartitionSplit split) throws IOException {
            byte[] place = kafka.serialize(split);
            return ByteBuffer.allocate(Long.BYTES + place.length)
                    .putLong(clockOf(split))
                    .put(place)
                    .array();
        }

        @Override
        public KafkaPartitionSplit deserialize(int version, byte[] bytes) throws IOException {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            long clock = in.getLong();
            byte[] place = new byte[in.remaining()];
            in.get(place);
            KafkaPartitionSplit split = kafka.deserialize(version - CLOCKED, place);
            return of(split, split.getStartingOffset(), clock);
        }
    }
}
