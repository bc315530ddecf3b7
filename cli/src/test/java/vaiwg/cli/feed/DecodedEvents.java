package vaiwg.cli.feed;

import java.nio.charset.StandardCharsets;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.jobs.decode.EventReader;
import vaiwg.jobs.decode.Rejection;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.schemas.EventStream;

/** What the job makes of events that are encoded, on their topics. */
public final class DecodedEvents {
    private final EventReader reader;
    private final EventEncoder encoder = new EventEncoder();

    public DecodedEvents() {
        this(CodeMaps.shipped());
    }

    DecodedEvents(CodeMaps maps) {
        reader = new EventReader(EventOptions.of(Forces.any()), maps);
    }

    /** @throws Rejection where the job rejects it */
    public DecodedRecord of(FeedRecord record) throws Rejection {
        return of(record.stream(), record.key(), record.value(), record.timestamp());
    }

    /**
     * @param timestamp the Kafka record's own, epoch milliseconds
     * @throws Rejection where the job rejects it
     */
    public DecodedRecord of(EventStream stream, String key, SpecificRecord event, long timestamp) throws Rejection {
        DecodedRecord record =
                reader.read(stream, timestamp, key.getBytes(StandardCharsets.UTF_8), encoder.encode(event));
        if (record.rejected != null) {
            throw new Rejection(Rejection.Reason.ofSlug(record.rejected), record.detail);
        }
        return record;
    }
}
