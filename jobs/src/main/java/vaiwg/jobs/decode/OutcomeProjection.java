package vaiwg.jobs.decode;

import vaiwg.jobs.decode.Rejection.Reason;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.PackedCode;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.schemas.EventStream;

/** The outcome of a crime in one of its versions. */
final class OutcomeProjection extends Projection {
    /** "Not yet assigned": a crime with it has no outcome. */
    private static final long NOT_ASSIGNED = PackedCode.pack("0");

    private final int outcomeType = column("outcomeType");
    private final int outcomeGroup = column("outcomeGroup");
    private final int assignedAt = column("assignedAt");
    private final int decidedBy = column("decidedBy");

    private final CodeMaps maps;

    OutcomeProjection(CodeMaps maps) {
        super(EventStream.OUTCOME);
        this.maps = maps;
    }

    @Override
    void project(DecodedRecord record) throws Rejection {
        OutcomeVersion outcome = envelope(new OutcomeVersion());
        outcome.monthOnly = isMonthOnly();
        long type = code(outcomeType);
        outcome.type = outcomeType(type);
        outcome.group = outcomeGroup();
        outcome.assignedAt = instantIfAny(assignedAt);
        outcome.decidedByPolice = is(decidedBy, "POLICE");
        boolean named = outcome.type != 0 || outcome.group != OutcomeVersion.NO_GROUP;
        if (named && outcome.assignedAt == ABSENT) {
            throw impossible("an outcome without assignedAt");
        }
        if (named && outcome.assignedAt - outcome.changedAt > DAY) {
            throw impossible("assignedAt is more than a day after changedAt");
        }
        record.warnings = warnings(outcome, type);
        record.version = outcome;
    }

    /** "Not yet assigned" says what an outcome without a type says. */
    private long outcomeType(long type) throws Rejection {
        if (type == 0 || type == NOT_ASSIGNED) {
            return 0;
        }
        if (!maps.isOutcome(type)) {
            throw new Rejection(
                    Reason.UNKNOWN_OUTCOME, "outcomeType is not in the Home Office framework: 1 to 22, 1A, 2A, 3A");
        }
        return type;
    }

    private byte outcomeGroup() {
        if (!has(outcomeGroup)) {
            return OutcomeVersion.NO_GROUP;
        }
        if (is(outcomeGroup, "unable-to-prosecute")) {
            return OutcomeVersion.UNABLE_TO_PROSECUTE;
        }
        return is(outcomeGroup, "charged") ? OutcomeVersion.CHARGED : OutcomeVersion.OTHER_GROUP;
    }

    private int warnings(OutcomeVersion outcome, long type) {
        int found = type == NOT_ASSIGNED ? DataQualityWarning.OUTCOME_TYPE.bit() : 0;
        if (!outcome.decidedByPolice && isNamed(decidedBy) && !is(decidedBy, "CPS")) {
            found |= DataQualityWarning.DECIDED_BY.bit();
        }
        return found;
    }
}
