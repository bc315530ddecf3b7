package vaiwg.jobs.decode;

import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.cases.ConductVersion;
import vaiwg.kpis.cases.CountedField;
import vaiwg.schemas.ConductKind;
import vaiwg.schemas.EventStream;

/** A complaint or conduct matter in one of its versions. */
final class ConductProjection extends Projection {
    private static final CountedField PROVEN = CountedField.field(EventStream.CONDUCT, "proven");
    private static final CountedField RESULT = CountedField.field(EventStream.CONDUCT, "result");
    private static final CountedField.Test NO_CASE = RESULT.isOneOf("NO_CASE");
    private static final CountedField.Test SOME_CASE =
            RESULT.isOneOf("CASE_TO_ANSWER", "PROVEN", "DISMISSED", "WOULD_HAVE_BEEN_DISMISSED");

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
        requireResultFits(matter);
        record.version = matter;
    }

    /** Measures of proven matters and of their results would contradict each other. */
    private static void requireResultFits(ConductVersion matter) throws Rejection {
        if (RESULT.isIn(matter) && matter.finalisedAt == ABSENT) {
            throw impossible("a result of a matter that is not finalised");
        }
        CountedField.Test contrary = PROVEN.isSetIn(matter) ? NO_CASE : SOME_CASE;
        if (contrary.holds().test(matter)) {
            throw impossible("result contradicts proven");
        }
    }
}
