package vaiwg.jobs.decode;

import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.cases.OrderVersion;
import vaiwg.kpis.cases.UnitCode;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.schemas.EventStream;

/** A protective order in one of its versions. */
final class OrderProjection extends Projection {
    private static final CountedField UNIT = CountedField.field(EventStream.PROTECTIVE_ORDER, "lpa");

    private final int kind = column("kind");
    private final int withdrawn = column("withdrawn");
    private final int noticeAt = column("noticeAt");
    private final int heardAt = column("heardAt");
    private final int grantedAt = column("grantedAt");
    private final int endsAt = column("endsAt");

    private final CodeMaps maps;

    OrderProjection(CodeMaps maps) {
        super(EventStream.PROTECTIVE_ORDER);
        this.maps = maps;
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
        long unit = UnitCode.in(record.force, UNIT.in(order));
        if (unit != 0) {
            UNIT.setIn(order, unit);
            record.warnings = maps.knowsUnit(unit) ? 0 : DataQualityWarning.LPA.bit();
        }
        record.version = order;
    }
}
