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
    private static final CountedField ABUSE_ACT = field(EventStream.PROTECTIVE_ORDER, "abuseAct");
    private static final int NOTICE_AT = VersionKind.ORDER.date("noticeAt");
    private static final int HEARD_AT = VersionKind.ORDER.date("heardAt");
    private static final int GRANTED_AT = VersionKind.ORDER.date("grantedAt");
    private static final int ENDS_AT = VersionKind.ORDER.date("endsAt");
    private static final Fact NOTICE_GIVEN = Fact.named("domestic_notice_given");
    private static final Fact ORDER_APPLIED = Fact.named("domestic_order_applied");
    private static final Fact ORDER_GRANTED = Fact.named("domestic_order_granted");
    private static final Fact ORDER_DECIDED = Fact.named("domestic_order_decided");
    private static final Fact ORDER_DECIDED_GRANTED = Fact.named("domestic_order_decided_granted");
    private static final Fact ORDER_HEARD = Fact.named("domestic_order_heard");
    private static final Fact HEARING_DEADLINE_KNOWN = Fact.named("domestic_order_hearing_deadline_known");
    private static final Fact HEARD_WITHIN_48H = Fact.named("domestic_order_heard_within_48h");
    private static final Fact ORDER_IN_FORCE = Fact.named("domestic_order_in_force");
    private static final Fact OF_DOMESTIC_ABUSE_ACT = Fact.named("of_domestic_abuse_act");
    private static final Fact SHPO_GRANTED = Fact.named("shpo_granted");
    private static final Fact SHPO_IN_FORCE = Fact.named("shpo_in_force");
    private static final long HOUR = 3_600_000L;
    private static final long TWO_DAYS = 48 * HOUR;
    /** Of an order by the Crime and Security Act 2010, with the day on which it is made. */
    private static final int LONGEST_DAYS = 28;

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
            FactSet granted = ofItsAct(order, isOrder ? ORDER_GRANTED : NOTICE_GIVEN);
            int day = LondonDays.dayOf(order.at(GRANTED_AT));
            contributions.addStep(day, granted.plus(contributions.stated(order)));
            if (isOrder) {
                contributions.addStock(day, day, endOf(order, day), ofItsAct(order, ORDER_IN_FORCE));
            }
        }
        if (isOrder && order.has(NOTICE_AT)) {
            contributions.addStep(LondonDays.dayOf(order.at(NOTICE_AT)), FactSet.of(ORDER_APPLIED));
        }
        if (isOrder && order.has(HEARD_AT)) {
            addHearing(order, contributions);
        }
    }

    /** When it ends: where its record does not say, after the longest that the Act of 2010 allows; by that of 2021 it may have no end. */
    private static long endOf(RecordVersion order, int granted) {
        boolean hasLongest = !order.has(ENDS_AT) && !ABUSE_ACT.isSetIn(order);
        return hasLongest ? LondonDays.startOf(granted + LONGEST_DAYS - 1) : order.at(ENDS_AT);
    }

    private void addHearing(RecordVersion order, StepContributions contributions) {
        int day = LondonDays.dayOf(order.at(HEARD_AT));
        FactSet heard = ofItsAct(order, ORDER_DECIDED)
                .plus(contributions.stated(order))
                .plusIf(order.has(GRANTED_AT), ORDER_DECIDED_GRANTED);
        if (order.has(NOTICE_AT) && order.at(NOTICE_AT) <= order.at(HEARD_AT)) {
            OptionalLong deadline = catalogue.maps().workingDays().hearingDeadline(order.at(NOTICE_AT), TWO_DAYS);
            boolean inTime = deadline.isPresent() && order.at(HEARD_AT) <= deadline.getAsLong();
            heard = heard.plus(ORDER_HEARD)
                    .plusIf(deadline.isPresent(), HEARING_DEADLINE_KNOWN)
                    .plusIf(inTime, HEARD_WITHIN_48H);
            contributions.addQuantity(
                    Quantity.HOURS_TO_HEARING, day, heard, (order.at(HEARD_AT) - order.at(NOTICE_AT)) / HOUR);
        }
        contributions.addStep(day, heard);
    }

    /** A fact of a notice or order on domestic violence or abuse, with that of the Act that it is of. */
    private static FactSet ofItsAct(RecordVersion order, Fact fact) {
        return FactSet.of(fact).plusIf(ABUSE_ACT.isSetIn(order), OF_DOMESTIC_ABUSE_ACT);
    }

    private void addHarmPrevention(RecordVersion order, StepContributions contributions) {
        if (!order.has(GRANTED_AT)) {
            return;
        }
        int granted = LondonDays.dayOf(order.at(GRANTED_AT));
        contributions.addStep(granted, FactSet.of(SHPO_GRANTED).plus(contributions.stated(order)));
        contributions.addStock(granted, granted, order.at(ENDS_AT), FactSet.of(SHPO_IN_FORCE));
    }
}
