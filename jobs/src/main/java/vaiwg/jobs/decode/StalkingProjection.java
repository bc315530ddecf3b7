package vaiwg.jobs.decode;

import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.cases.ManagementVersion;
import vaiwg.kpis.cases.StepVersion;
import vaiwg.kpis.cases.UnitCode;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.ProgrammeArm;

/** A step of stalking management, as its perpetrator knows it, and as the case of the crime that it names does. */
final class StalkingProjection extends Projection {
    private static final int SESSIONS = 6;

    private final int crimeReference = column("crimeReference");
    private final int step = column("step");
    private final int at = column("at");
    private final int arm = column("programme.arm");
    private final int route = column("programme.route");
    private final int disposalAt = column("programme.disposalAt", "disposalAt");
    private final int session = column("programme.session");

    StalkingProjection() {
        super(EventStream.STALKING);
    }

    @Override
    void project(DecodedRecord record) throws Rejection {
        person(subject);
        requireShort(crimeReference);
        requireReference(crimeReference);
        StepVersion of = envelope(new StepVersion());
        of.step = (byte) number(step);
        of.monthOnly = isMonthOnly();
        of.at = instant(at);
        if (has(session)) {
            long which = number(session);
            if (which < 1 || which > Short.MAX_VALUE) {
                throw impossible("session is no number of a session");
            }
            of.session = (short) which;
        }
        if (has(arm)) {
            of.arm = (byte) (number(arm) + 1);
            of.route = (byte) (number(route) + 1);
            of.disposalAt = instantIfAny(disposalAt);
        }
        of.treatment = number(arm) == ProgrammeArm.TREATMENT.ordinal();
        record.warnings = of.session > SESSIONS ? DataQualityWarning.SESSION.bit() : 0;
        record.version = of;
        if (isNamed(crimeReference)) {
            record.ofCase = record.about(text(crimeReference), management(of, record.subject));
        }
    }

    private static ManagementVersion management(StepVersion step, String perpetrator) {
        ManagementVersion management = new ManagementVersion();
        management.eventHigh = step.eventHigh;
        management.eventLow = step.eventLow;
        management.version = step.version;
        management.changedAt = step.changedAt;
        management.step = UnitCode.of(perpetrator + '/' + step.version);
        management.monthOnly = step.monthOnly;
        management.kind = step.step;
        management.at = step.at;
        return management;
    }
}
