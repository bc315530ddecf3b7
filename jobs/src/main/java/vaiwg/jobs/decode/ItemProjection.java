package vaiwg.jobs.decode;

import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.cases.ItemVersion;
import vaiwg.schemas.EventStream;

/** The examination of a device in one of its versions. */
final class ItemProjection extends Projection {
    private final int itemId = column("itemId");
    private final int receivedAt = column("receivedAt");
    private final int withdrawn = column("withdrawn");
    private final int examinedAt = column("examinedAt");
    private final int returnedAt = column("returnedAt");

    ItemProjection() {
        super(EventStream.DEVICE_EXAMINATION);
    }

    @Override
    void project(DecodedRecord record) throws Rejection {
        ItemVersion item = step(new ItemVersion(), itemId, withdrawn);
        item.receivedAt = happened(receivedAt);
        item.examinedAt = later(examinedAt, item.receivedAt);
        item.returnedAt = later(returnedAt, item.receivedAt);
        record.version = item;
    }
}
