package vaiwg.bench.stages;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vaiwg.bench.measure.EventLog;
import vaiwg.cli.feed.EventEncoder;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Progress;

/** Some days of a synthetic force as they stand on the topics of the streams that follow cases, in the order of their arrival. */
public final class CaseLog {
    public static final Set<EventStream> STREAMS = EnumSet.of(
            EventStream.CRIME_RECORDING,
            EventStream.OUTCOME,
            EventStream.VICTIM_CONTACT,
            EventStream.CPS_REFERRAL,
            EventStream.DEVICE_EXAMINATION);

    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    private final EventEncoder encoder = new EventEncoder();
    private long events;

    private CaseLog() {}

    static CaseLog of(long seed, int days) {
        CaseLog log = new CaseLog();
        SyntheticForce.westMidlands(seed, EventLog.FIRST_DAY, EventLog.FIRST_DAY.plusDays(days))
                .play(log::add);
        return log;
    }

    private void add(FeedRecord record) {
        if (!STREAMS.contains(record.stream())) {
            return;
        }
        records.add(arrival(record, records.size(), encoder));
        events += record.value() instanceof Progress ? 0 : 1;
    }

    /** A record as it stands on its topic's one partition. */
    public static ConsumerRecord<byte[], byte[]> arrival(FeedRecord record, long offset, EventEncoder encoder) {
        byte[] key = record.key() == null ? null : record.key().getBytes(StandardCharsets.UTF_8);
        return EventLog.message(record.stream(), offset, record.timestamp(), key, encoder.encode(record.value()));
    }

    List<ConsumerRecord<byte[], byte[]>> records() {
        return records;
    }

    /** How many of the records are events, and not progress. */
    long events() {
        return events;
    }
}
