package vaiwg.jobs.decode;

import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.cases.ConductVersion;
import vaiwg.schemas.ConductKind;
import vaiwg.schemas.EventStream;

/** A complaint or conduct matter in one of its versions. */
final class ConductProjection extends Projection {
    private final int personId = column("personId");
    private final int kind = column("kind");
    private final int withdrawn = column("withdrawn");
    private final int recordedAt = column("recordedAt");
    private final int restrictionDecidedAt = column("restrictionDecidedAt");
    private final int finalisedAt = column("finalisedAt");

    ConductProjection() {
        super(EventStream.CONDUCT);
    }

    @Override
    void project(DecodedRecord record) throws Rejection {
        ConductVersion matter = new ConductVersion();
        matter.person = person(personId);
        envelope(matter);
        matter.complaint = number(kind) == ConductKind.COMPLAINT.ordinal();
        matter.monthOnly = isMonthOnly();
        matter.withdrawn = isSet(withdrawn);
        matter.recordedAt = happened(recordedAt);
        matter.restrictionDecidedAt = later(restrictionDecidedAt, ABSENT);
        matter.finalisedAt = later(finalisedAt, matter.recordedAt);
        record.version = matter;
    }
}
