package vaiwg.engine.contributions;

import java.util.ArrayList;
import java.util.List;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.OrderVersion;
import vaiwg.kpis.cases.VersionLog;
import vaiwg.kpis.cases.Versions;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.DimensionKey;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.facts.Quantity;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.OrderKind;

/** A protective order as a function of what was known when. */
record OrderHistory(VersionLog<OrderVersion> state, Catalogue catalogue) implements History {
    private static final long HOUR = 3_600_000L;
    private static final long TWO_DAYS = 48 * HOUR;

    @Override
    public long[] knowledgeTimes(long from) {
        return Versions.knowledgeTimes(from, state.versions);
    }

    @Override
    public Known knownAt(long instant) {
        List<Contribution> found = new ArrayList<>();
        OrderVersion order = Versions.currentAt(state.versions, instant);
        if (order == null || order.withdrawn || order.monthOnly) {
            return Known.of(found);
        }
        StepContributions contributions = new StepContributions(catalogue, DimensionKey.scopeOnly(), found);
        if (order.kind == OrderKind.SHPO.ordinal()) {
            addHarmPrevention(order, contributions);
        } else {
            addDomesticProtection(order, contributions);
        }
        return Known.of(found);
    }

    private static void addDomesticProtection(OrderVersion order, StepContributions contributions) {
        boolean isOrder = order.kind == OrderKind.DVPO.ordinal();
        if (order.grantedAt != CrimeVersion.ABSENT) {
            FactSet granted =
                    FactSet.of(Fact.DOMESTIC_PROTECTION_GRANTED, isOrder ? Fact.DVPO_GRANTED : Fact.DVPN_GIVEN);
            contributions.addStep(LondonDays.dayOf(order.grantedAt), granted.plus(FactSet.statedBy(order)));
        }
        if (isOrder && order.noticeAt != CrimeVersion.ABSENT) {
            contributions.addStep(LondonDays.dayOf(order.noticeAt), FactSet.of(Fact.DVPO_APPLIED));
        }
        if (isOrder && order.heardAt != CrimeVersion.ABSENT) {
            addHearing(order, contributions);
        }
    }

    private static void addHearing(OrderVersion order, StepContributions contributions) {
        int day = LondonDays.dayOf(order.heardAt);
        FactSet heard = FactSet.of(Fact.DVPO_DECIDED);
        if (order.grantedAt != CrimeVersion.ABSENT) {
            heard = heard.plus(FactSet.of(Fact.DVPO_DECIDED_GRANTED));
        }
        if (order.noticeAt != CrimeVersion.ABSENT && order.noticeAt <= order.heardAt) {
            long after = order.heardAt - order.noticeAt;
            heard = heard.plus(FactSet.of(Fact.DVPO_HEARD));
            if (after <= TWO_DAYS) {
                heard = heard.plus(FactSet.of(Fact.DVPO_HEARD_WITHIN_48H));
            }
            contributions.addQuantity(Quantity.HOURS_TO_HEARING, day, heard, after / HOUR);
        }
        contributions.addStep(day, heard);
    }

    private static void addHarmPrevention(OrderVersion order, StepContributions contributions) {
        if (order.grantedAt == CrimeVersion.ABSENT) {
            return;
        }
        int granted = LondonDays.dayOf(order.grantedAt);
        contributions.addStep(granted, FactSet.of(Fact.SHPO_GRANTED).plus(FactSet.statedBy(order)));
        contributions.addEntry(granted, FactSet.of(Fact.SHPO_IN_FORCE));
        if (order.endsAt != CrimeVersion.ABSENT) {
            contributions.addExit(Math.max(granted, LondonDays.dayOf(order.endsAt)), FactSet.of(Fact.SHPO_IN_FORCE));
        }
    }
}
