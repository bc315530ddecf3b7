package vaiwg.jobs.decode;

import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.cases.OrderVersion;
import vaiwg.schemas.EventStream;

/** A protective order in one of its versions. */
final class OrderProjection extends Projection {
    private final int kind = column("kind");
    private final int withdrawn = column("withdrawn");
    private final int noticeAt = column("noticeAt");
    private final int heardAt = column("heardAt");
    private final int grantedAt = column("grantedAt");
    private final int endsAt = column("endsAt");

    OrderProjection() {
        super(EventStream.PROTECTIVE_ORDER);
    }

    @Override
    void project(DecodedRecord record) throws Rejection {
        OrderVersion order = envelope(new OrderVersion());
        order.kind = (byte) number(kind);
        order.monthOnly = isMonthOnly();
        order.withdrawn = isSet(withdrawn);
        order.noticeAt = later(noticeAt, ABSENT);
        order.heardAt = later(heardAt, order.noticeAt);
        order.grantedAt = later(grantedAt, order.noticeAt);
        order.endsAt = instantIfAny(endsAt);
        if (order.endsAt != ABSENT && order.endsAt < order.grantedAt) {
            throw impossible("endsAt is before grantedAt");
        }
        record.version = order;
    }
}
