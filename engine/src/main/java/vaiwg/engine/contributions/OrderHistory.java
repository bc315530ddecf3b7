package vaiwg.engine.contributions;

import static vaiwg.kpis.cases.CountedField.field;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.RecordVersion;
import vaiwg.kpis.cases.VersionKind;
import vaiwg.kpis.cases.VersionLog;
import vaiwg.kpis.cases.Versions;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.DimensionKey;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.facts.Quantity;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.OrderKind;

/** A protective order as a function of what was known when. */
record OrderHistory(VersionLog<RecordVersion> state, Catalogue catalogue) implements History {
    private static final CountedField UNIT = field(EventStream.PROTECTIVE_ORDER, "lpa");
    private static final int NOTICE_AT = VersionKind.ORDER.date("noticeAt");
    private static final int HEARD_AT = VersionKind.ORDER.date("heardAt");
    private static final int GRANTED_AT = VersionKind.ORDER.date("grantedAt");
    private static final int ENDS_AT = VersionKind.ORDER.date("endsAt");
    private static final Fact DVPN_GIVEN = Fact.named("dvpn_given");
    private static final Fact DVPO_APPLIED = Fact.named("dvpo_applied");
    private static final Fact DVPO_GRANTED = Fact.named("dvpo_granted");
    private static final Fact DVPO_DECIDED = Fact.named("dvpo_decided");
    private static final Fact DVPO_DECIDED_GRANTED = Fact.named("dvpo_decided_granted");
    private static final Fact DVPO_HEARD = Fact.named("dvpo_heard");
    private static final Fact DVPO_HEARING_DEADLINE_KNOWN = Fact.named("dvpo_hearing_deadline_known");
    private static final Fact DVPO_HEARD_WITHIN_48H = Fact.named("dvpo_heard_within_48h");
    private static final Fact SHPO_GRANTED = Fact.named("shpo_granted");
    private static final Fact SHPO_IN_FORCE = Fact.named("shpo_in_force");
    private static final long HOUR = 3_600_000L;
    private static final long TWO_DAYS = 48 * HOUR;

    @Override
    public long[] knowledgeTimes(long from) {
        return Versions.knowledgeTimes(from, state.versions);
    }

    @Override
    public Known knownAt(long instant) {
        List<Contribution> found = new ArrayList<>();
        RecordVersion order = Versions.currentAt(state.versions, instant);
        if (order == null || !order.stands()) {
            return Known.of(found);
        }
        int area = catalogue.maps().lpaOf(UNIT.in(order), firstDay(order));
        if (order.kind == OrderKind.SHPO.ordinal()) {
            addHarmPrevention(order, new StepContributions(catalogue, DimensionKey.scopeIn(area), found));
        } else {
            addDomesticProtection(order, new StepContributions(catalogue, DimensionKey.ofDomesticAbuseIn(area), found));
        }
        return Known.of(found);
    }

    /** The day of its first date; where it has none it counts nowhere. */
    private static int firstDay(RecordVersion order) {
        return LongStream.of(order.at(NOTICE_AT), order.at(HEARD_AT), order.at(GRANTED_AT))
                .filter(at -> at != CrimeVersion.ABSENT)
                .min()
                .stream()
                .mapToInt(LondonDays::dayOf)
                .findFirst()
                .orElse(0);
    }

    private void addDomesticProtection(RecordVersion order, StepContributions contributions) {
        boolean isOrder = order.kind == OrderKind.DVPO.ordinal();
        if (order.has(GRANTED_AT)) {
            FactSet granted = FactSet.of(isOrder ? DVPO_GRANTED : DVPN_GIVEN);
            contributions.addStep(LondonDays.dayOf(order.at(GRANTED_AT)), granted.plus(contributions.stated(order)));
        }
        if (isOrder && order.has(NOTICE_AT)) {
            contributions.addStep(LondonDays.dayOf(order.at(NOTICE_AT)), FactSet.of(DVPO_APPLIED));
        }
        if (isOrder && order.has(HEARD_AT)) {
            addHearing(order, contributions);
        }
    }

    private void addHearing(RecordVersion order, StepContributions contributions) {
        int day = LondonDays.dayOf(order.at(HEARD_AT));
        FactSet heard = FactSet.of(DVPO_DECIDED)
                .plus(contributions.stated(order))
                .plusIf(order.has(GRANTED_AT), DVPO_DECIDED_GRANTED);
        if (order.has(NOTICE_AT) && order.at(NOTICE_AT) <= order.at(HEARD_AT)) {
            OptionalLong deadline = catalogue.maps().workingDays().hearingDeadline(order.at(NOTICE_AT), TWO_DAYS);
            boolean inTime = deadline.isPresent() && order.at(HEARD_AT) <= deadline.getAsLong();
            heard = heard.plus(DVPO_HEARD)
                    .plusIf(deadline.isPresent(), DVPO_HEARING_DEADLINE_KNOWN)
                    .plusIf(inTime, DVPO_HEARD_WITHIN_48H);
            contributions.addQuantity(Quantity.HOURS_TO_HEARING, day, heard, (order.at(HEARD_AT) - order.at(NOTICE_AT)) / HOUR);
        }
        contributions.addStep(day, heard);
    }

    private void addHarmPrevention(RecordVersion order, StepContributions contributions) {
        if (order.at(GRANTED_AT) == CrimeVersion.ABSENT) {
            return;
        }
        int granted = LondonDays.dayOf(order.at(GRANTED_AT));
        contributions.addStep(granted, FactSet.of(SHPO_GRANTED).plus(contributions.stated(order)));
        contributions.addEntry(granted, FactSet.of(SHPO_IN_FORCE));
        if (order.has(ENDS_AT)) {
            contributions.addExit(Math.max(granted, LondonDays.dayOf(order.at(ENDS_AT))), FactSet.of(SHPO_IN_FORCE));
        }
    }
}
