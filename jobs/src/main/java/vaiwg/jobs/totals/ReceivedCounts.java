package vaiwg.jobs.totals;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.jobs.records.StatedTotal;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.PackedCode;
import vaiwg.kpis.cases.Version;
import vaiwg.schemas.CrimeStatus;

/**
 * How many records were received since they were last told. They are told before the watermark and before a barrier goes by: so all of an hour
 * is known when it ends, and no checkpoint lacks any.
 */
public final class ReceivedCounts {
    private static final byte NO_STATUS = -1;
    private static final CrimeStatus[] STATUSES = CrimeStatus.values();

    private final Map<Kind, Integer> counts = new HashMap<>();

    private record Kind(String force, byte stream, long hour, long knownHour, byte status, long code) {}

    /** Counts a record that is no copy of one before. */
    public void add(DecodedRecord event) {
        Version version = event.version;
        byte status = NO_STATUS;
        long code = 0;
        if (version instanceof CrimeVersion crime) {
            status = crime.status;
            code = crime.offence;
        } else if (version instanceof OutcomeVersion outcome) {
            code = outcome.type;
        }
        Kind kind =
                new Kind(event.force, event.stream, hourOf(version.changedAt), hourOf(version.knownAt), status, code);
        counts.merge(kind, 1, Integer::sum);
    }

    /** Tells what was counted, and begins anew. */
    public void tell(Consumer<ReceivedCount> totals) {
        counts.forEach((kind, records) -> totals.accept(count(kind, records)));
        counts.clear();
    }

    private static ReceivedCount count(Kind kind, int records) {
        ReceivedCount count = new ReceivedCount();
        count.force = kind.force;
        count.stream = kind.stream;
        count.hour = kind.hour;
        count.knownHour = kind.knownHour;
        count.status = kind.status == NO_STATUS ? "" : STATUSES[kind.status].name();
        count.code = PackedCode.text(kind.code);
        count.records = records;
        return count;
    }

    private static long hourOf(long millis) {
        return Math.floorDiv(millis, StatedTotal.HOUR);
    }
}
