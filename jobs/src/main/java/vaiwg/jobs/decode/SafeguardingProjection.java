package vaiwg.jobs.decode;

import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.cases.SafeguardingVersion;
import vaiwg.schemas.EventStream;

/** A safeguarding case in one of its versions. */
final class SafeguardingProjection extends Projection {
    private final int kind = column("kind");
    private final int withdrawn = column("withdrawn");
    private final int referredAt = column("referredAt");
    private final int heardAt = column("heardAt");

    SafeguardingProjection() {
        super(EventStream.SAFEGUARDING);
    }

    @Override
    void project(DecodedRecord record) throws Rejection {
        SafeguardingVersion known = envelope(new SafeguardingVersion());
        known.kind = (byte) number(kind);
        known.monthOnly = isMonthOnly();
        known.withdrawn = isSet(withdrawn);
        known.referredAt = happened(referredAt);
        known.heardAt = later(heardAt, known.referredAt);
        record.version = known;
    }
}
