package vaiwg.engine.contributions;

import static vaiwg.kpis.cases.CountedField.field;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import vaiwg.kpis.cases.CountedField;
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
import vaiwg.schemas.EventStream;
import vaiwg.schemas.OrderKind;

/** A protective order as a function of what was known when. */
record OrderHistory(VersionLog<OrderVersion> state, Catalogue catalogue) implements History {
    private static final CountedField UNIT = field(EventStream.PROTECTIVE_ORDER, "lpa");
    private static final CountedField ABUSE_ACT = field(EventStream.PROTECTIVE_ORDER, "abuseAct");
    private static final long HOUR = 3_600_000L;
    private static final long TWO_DAYS = 48 * HOUR;
    /** Of an order by the Crime and Security Act 2010, with the day on which it is made. */
    private static final int LONGEST_DAYS = 28;

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
        int area = catalogue.maps().lpaOf(UNIT.in(order), firstDay(order));
        if (order.kind == OrderKind.SHPO.ordinal()) {
            addHarmPrevention(order, new StepContributions(catalogue, DimensionKey.scopeIn(area), found));
        } else {
            addDomesticProtection(order, new StepContributions(catalogue, DimensionKey.ofDomesticAbuseIn(area), found));
        }
        return Known.of(found);
    }

    /** The day of its first date; where it has none it counts nowhere. */
    private static int firstDay(OrderVersion order) {
        return LongStream.of(order.noticeAt, order.heardAt, order.grantedAt)
                .filter(at -> at != CrimeVersion.ABSENT)
                .min()
                .stream()
                .mapToInt(LondonDays::dayOf)
                .findFirst()
                .orElse(0);
    }

    private void addDomesticProtection(OrderVersion order, StepContributions contributions) {
        boolean isOrder = order.kind == OrderKind.DVPO.ordinal();
        if (order.grantedAt != CrimeVersion.ABSENT) {
            FactSet granted = ofItsAct(order, isOrder ? Fact.DOMESTIC_ORDER_GRANTED : Fact.DOMESTIC_NOTICE_GIVEN);
            int day = LondonDays.dayOf(order.grantedAt);
            contributions.addStep(day, granted.plus(contributions.stated(order)));
            if (isOrder) {
                contributions.addStock(day, day, endOf(order, day), ofItsAct(order, Fact.DOMESTIC_ORDER_IN_FORCE));
            }
        }
        if (isOrder && order.noticeAt != CrimeVersion.ABSENT) {
            contributions.addStep(LondonDays.dayOf(order.noticeAt), FactSet.of(Fact.DOMESTIC_ORDER_APPLIED));
        }
        if (isOrder && order.heardAt != CrimeVersion.ABSENT) {
            addHearing(order, contributions);
        }
    }

    /** When it ends: where its record does not say, after the longest that the Act of 2010 allows; by that of 2021 it may have no end. */
    private static long endOf(OrderVersion order, int granted) {
        boolean hasLongest = order.endsAt == CrimeVersion.ABSENT && !ABUSE_ACT.isSetIn(order);
        return hasLongest ? LondonDays.startOf(granted + LONGEST_DAYS - 1) : order.endsAt;
    }

    private void addHearing(OrderVersion order, StepContributions contributions) {
        int day = LondonDays.dayOf(order.heardAt);
        FactSet heard = ofItsAct(order, Fact.DOMESTIC_ORDER_DECIDED)
                .plus(contributions.stated(order))
                .plusIf(order.grantedAt != CrimeVersion.ABSENT, Fact.DOMESTIC_ORDER_DECIDED_GRANTED);
        if (order.noticeAt != CrimeVersion.ABSENT && order.noticeAt <= order.heardAt) {
            OptionalLong deadline = catalogue.maps().workingDays().hearingDeadline(order.noticeAt, TWO_DAYS);
            boolean inTime = deadline.isPresent() && order.heardAt <= deadline.getAsLong();
            heard = heard.plus(Fact.DOMESTIC_ORDER_HEARD)
                    .plusIf(deadline.isPresent(), Fact.DOMESTIC_ORDER_HEARING_DEADLINE_KNOWN)
                    .plusIf(inTime, Fact.DOMESTIC_ORDER_HEARD_WITHIN_48H);
            contributions.addQuantity(Quantity.HOURS_TO_HEARING, day, heard, (order.heardAt - order.noticeAt) / HOUR);
        }
        contributions.addStep(day, heard);
    }

    /** A fact of a notice or order on domestic violence or abuse, with that of the Act that it is of. */
    private static FactSet ofItsAct(OrderVersion order, Fact fact) {
        return FactSet.of(fact).plusIf(ABUSE_ACT.isSetIn(order), Fact.OF_DOMESTIC_ABUSE_ACT);
    }

    private void addHarmPrevention(OrderVersion order, StepContributions contributions) {
        if (order.grantedAt == CrimeVersion.ABSENT) {
            return;
        }
        int granted = LondonDays.dayOf(order.grantedAt);
        contributions.addStep(granted, FactSet.of(Fact.SHPO_GRANTED).plus(contributions.stated(order)));
        contributions.addStock(granted, granted, order.endsAt, FactSet.of(Fact.SHPO_IN_FORCE));
    }
}
