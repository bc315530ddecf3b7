package vaiwg.jobs.decode;

import vaiwg.jobs.decode.Refusal.Reason;
import vaiwg.kpis.cases.ConductVersion;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.OrderVersion;
import vaiwg.kpis.cases.PersonCode;
import vaiwg.kpis.cases.SafeguardingVersion;
import vaiwg.schemas.Conduct;
import vaiwg.schemas.ConductKind;
import vaiwg.schemas.DateResolution;
import vaiwg.schemas.ProtectiveOrder;
import vaiwg.schemas.Safeguarding;

/** From an event of a stream with a subject of its own, not a case, to its flat version. An impossible value is refused. */
public final class SubjectProjection {
    /** @throws Refusal where a value is impossible */
    public OrderVersion order(ProtectiveOrder event) throws Refusal {
        OrderVersion order = new OrderVersion();
        Projection.envelope(order, event.getEventId(), event.getVersion(), event.getChangedAt());
        order.kind = (byte) event.getKind().ordinal();
        order.monthOnly = event.getDateResolution() == DateResolution.MONTH;
        order.withdrawn = event.getWithdrawn();
        order.noticeAt = StepProjection.later("noticeAt", event.getNoticeAt(), CrimeVersion.ABSENT, order);
        order.heardAt = StepProjection.later("heardAt", event.getHeardAt(), order.noticeAt, order);
        order.grantedAt = StepProjection.later("grantedAt", event.getGrantedAt(), order.noticeAt, order);
        order.endsAt = Projection.instantIfAny("endsAt", event.getEndsAt());
        if (order.endsAt != CrimeVersion.ABSENT && order.endsAt < order.grantedAt) {
            throw new Refusal(Reason.IMPOSSIBLE_VALUE, "endsAt is before grantedAt");
        }
        return order;
    }

    /** @throws Refusal where a value is impossible */
    public SafeguardingVersion safeguarding(Safeguarding event) throws Refusal {
        SafeguardingVersion known = new SafeguardingVersion();
        Projection.envelope(known, event.getEventId(), event.getVersion(), event.getChangedAt());
        known.kind = (byte) event.getKind().ordinal();
        known.monthOnly = event.getDateResolution() == DateResolution.MONTH;
        known.withdrawn = event.getWithdrawn();
        known.highRisk = event.getHighRisk();
        known.repeatKnown = event.getRepeat() != null;
        known.repeat = Boolean.TRUE.equals(event.getRepeat());
        known.referredAt = StepProjection.happened("referredAt", event.getReferredAt(), known);
        known.heardAt = StepProjection.later("heardAt", event.getHeardAt(), known.referredAt, known);
        return known;
    }

    /** @throws Refusal where a value is impossible */
    public ConductVersion conduct(Conduct event) throws Refusal {
        ConductVersion matter = new ConductVersion();
        Projection.envelope(matter, event.getEventId(), event.getVersion(), event.getChangedAt());
        matter.complaint = event.getKind() == ConductKind.COMPLAINT;
        matter.monthOnly = event.getDateResolution() == DateResolution.MONTH;
        matter.withdrawn = event.getWithdrawn();
        matter.flagged = event.getFlagged();
        matter.useOfForceOnly = event.getUseOfForceOnly();
        matter.suspectOfCrime = event.getSuspectOfCrime();
        matter.proven = event.getProven();
        matter.recordedAt = StepProjection.happened("recordedAt", event.getRecordedAt(), matter);
        matter.restrictionDecidedAt = StepProjection.later(
                "restrictionDecidedAt", event.getRestrictionDecidedAt(), CrimeVersion.ABSENT, matter);
        matter.person = PersonCode.of(event.getPersonId());
        matter.finalisedAt = StepProjection.later("finalisedAt", event.getFinalisedAt(), matter.recordedAt, matter);
        return matter;
    }
}
