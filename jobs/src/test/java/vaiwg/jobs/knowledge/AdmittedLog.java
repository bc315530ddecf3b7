package vaiwg.jobs.knowledge;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import vaiwg.engine.contributions.SubjectType;
import vaiwg.jobs.Events;
import vaiwg.jobs.decode.DecodingSchema;
import vaiwg.jobs.kafka.ReceivedRecord;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.schemas.EventStream;

/** A log as the job reads it up to admission: from the bytes of each record to when it is known, without Kafka. */
final class AdmittedLog implements AutoCloseable {
    private final DecodingSchema schema;
    private final OneInputStreamOperatorTestHarness<DecodedRecord, Void> admission =
            new OneInputStreamOperatorTestHarness<>(new KnowledgeTimeOperator(), 128, 1, 0);
    private long offset;

    AdmittedLog(EventOptions options) throws Exception {
        schema = new DecodingSchema("vaiwg.", options);
        schema.open(null);
        admission.open();
    }

    /**
     * Reads the next record.
     *
     * @param reached the record's own timestamp, epoch milliseconds
     * @param key null of a progress record
     * @return the record, with the clock of its partition after it
     */
    DecodedRecord read(EventStream stream, int partition, long reached, String key, SpecificRecord event)
            throws Exception {
        return read(stream, partition, reached, key, Events.encoded(event));
    }

    DecodedRecord read(EventStream stream, int partition, long reached, String key, byte[] value) throws Exception {
        List<DecodedRecord> arrivals = new ArrayList<>();
        schema.deserialize(
                ReceivedRecord.of(
                        stream.topic("vaiwg."),
                        partition,
                        offset++,
                        reached,
                        key == null ? null : key.getBytes(StandardCharsets.UTF_8),
                        value),
                new ListCollector<>(arrivals));
        DecodedRecord arrival = arrivals.get(0);
        admission.processElement(arrival, reached);
        return arrival;
    }

    /** The knowledge times of the events of cases, in the order of the log. */
    List<Long> knowledgeTimes() {
        return side(KnowledgeTimeOperator.ofSubjects(SubjectType.CASE)).stream()
                .map(event -> event.version.knownAt)
                .toList();
    }

    List<LateEvent> late() {
        return side(KnowledgeTimeOperator.LATE_EVENTS);
    }

    List<DeadLetter> deadLetters() {
        return side(KnowledgeTimeOperator.DEAD_LETTERS);
    }

    private <T> List<T> side(OutputTag<T> tag) {
        Queue<StreamRecord<T>> records = admission.getSideOutput(tag);
        return records == null
                ? List.of()
                : records.stream().map(StreamRecord::getValue).toList();
    }

    @Override
    public void close() throws Exception {
        admission.close();
    }
}
