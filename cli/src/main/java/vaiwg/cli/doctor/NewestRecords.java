package vaiwg.cli.doctor;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import vaiwg.jobs.kafka.KafkaErrors;
import vaiwg.jobs.kafka.Patience;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.schemas.EventStream;

/** When the newest record of each partition came. */
final class NewestRecords {
    private NewestRecords() {}

    /**
     * By stream, in the order of partitions; empty of a partition that has no record.
     *
     * @throws IllegalStateException in one sentence, where Kafka does not answer, or is older than 3.0 and cannot say
     */
    static Map<EventStream, List<Optional<Instant>>> of(KafkaConnection kafka) throws InterruptedException {
        try (Admin admin = Admin.create(kafka.admin(Patience.LONGEST))) {
            Map<EventStream, List<Optional<Instant>>> all = new EnumMap<>(EventStream.class);
            StreamOffsets.of(admin, kafka.topicPrefix(), OffsetSpec.maxTimestamp(), IsolationLevel.READ_UNCOMMITTED)
                    .forEach((stream, newest) -> all.put(
                            stream,
                            newest.values().stream().map(NewestRecords::time).toList()));
            return all;
        } catch (ExecutionException e) {
            throw new IllegalStateException(KafkaErrors.sentence(kafka, e), e);
        }
    }

    private static Optional<Instant> time(ListOffsetsResultInfo newest) {
        return newest.timestamp() < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(newest.timestamp()));
    }
}
