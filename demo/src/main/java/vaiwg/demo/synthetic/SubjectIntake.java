package vaiwg.demo.synthetic;

import java.time.Instant;
import java.util.function.Consumer;
import vaiwg.schemas.Conduct;
import vaiwg.schemas.ConductKind;
import vaiwg.schemas.DateResolution;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.OrderKind;
import vaiwg.schemas.ProtectiveOrder;
import vaiwg.schemas.Safeguarding;
import vaiwg.schemas.SafeguardingKind;
import vaiwg.schemas.Source;

/** What begins day by day beside crimes: protective orders, safeguarding cases, complaints and conduct matters. */
final class SubjectIntake {
    private static final long ORDERS = 61;
    private static final long SAFEGUARDING = 62;
    private static final long CONDUCT = 63;
    private static final long STAFF = 64;
    private static final long CATEGORY = 85;
    private static final long RESULT = 86;
    private static final long REPEATS = 65;
    private static final long REFUSED = 66;
    private static final long DISCLOSED = 67;
    private static final long KIND_OF_ORDER = 71;
    private static final long BREACHED = 81;
    private static final long NOTICE = 82;
    private static final long HEARD_VIRTUALLY = 89;

    private final long seed;
    private final ForceCalendar calendar;

    SubjectIntake(long seed, ForceCalendar calendar) {
        this.seed = seed;
        this.calendar = calendar;
    }

    void casesOf(int day, Consumer<SimulatedCase> sink) {
        Draw orders = Draw.at(seed, ORDERS, day);
        for (int left = orders.poisson(ServiceFigures.NOTICES_A_DAY); left > 0; left--) {
            sink.accept(notice(day, "DV-" + day + "-" + left, orders));
        }
        for (int left = orders.poisson(ServiceFigures.HARM_PREVENTION_A_DAY); left > 0; left--) {
            sink.accept(harmPrevention(day, "SHPO-" + day + "-" + left, hour(day, orders), orders));
        }
        Draw safeguarding = Draw.at(seed, SAFEGUARDING, day);
        for (int left = safeguarding.poisson(ServiceFigures.CONFERENCE_CASES_A_DAY); left > 0; left--) {
            sink.accept(conference(day, "M-" + day + "-" + left, safeguarding));
        }
        for (int left = safeguarding.poisson(ServiceFigures.DISCLOSURES_A_DAY); left > 0; left--) {
            sink.accept(disclosure(day, "D-" + day + "-" + left, safeguarding));
        }
        Draw conduct = Draw.at(seed, CONDUCT, day);
        for (int left = conduct.poisson(ServiceFigures.CONDUCT_CASES_A_DAY); left > 0; left--) {
            sink.accept(conduct(day, "PSD-" + day + "-" + left, conduct));
        }
    }

    private SimulatedCase notice(int day, String id, Draw draw) {
        SimulatedCase simulated = new SimulatedCase(day, id);
        long noticeAt = hour(day, draw);
        ProtectiveOrder notice = order(OrderKind.DVPN, id + "-N", draw);
        notice.setGrantedAt(Instant.ofEpochMilli(noticeAt));
        notice.setEndsAt(Instant.ofEpochMilli(noticeAt + days(2)));
        // By a chance of its own, so that all else is the same with it and without.
        Draw own = Draw.at(seed, NOTICE, id.hashCode());
        notice.setLpa(WestMidlandsFigures.AREAS.draw(own));
        notice.setBreached(own.chance(ServiceFigures.DOMESTIC_NOTICE_BREACHED));
        save(simulated, notice, noticeAt + ForceCalendar.HOUR);
        if (draw.chance(ServiceFigures.ORDER_FOLLOWS)) {
            boolean inTime = draw.chance(ServiceFigures.HEARD_IN_TIME);
            long heardAt = calendar.whenCourtsSit(noticeAt + days(inTime ? draw.uniform(0.5, 2) : draw.uniform(2, 6)));
            ProtectiveOrder order = order(OrderKind.DVPO, id + "-O", draw);
            order.setLpa(notice.getLpa());
            order.setNoticeAt(Instant.ofEpochMilli(noticeAt));
            order.setHeardAt(Instant.ofEpochMilli(heardAt));
            order.setHeardVirtually(
                    Draw.at(seed, HEARD_VIRTUALLY, id.hashCode()).chance(ServiceFigures.HEARD_VIRTUALLY));
            // By a chance of its own, so that all else is the same with it and without.
            if (!Draw.at(seed, REFUSED, id.hashCode()).chance(ServiceFigures.ORDER_REFUSED)) {
                order.setGrantedAt(Instant.ofEpochMilli(heardAt));
                order.setBreached(
                        Draw.at(seed, BREACHED, id.hashCode()).chance(ServiceFigures.DOMESTIC_ORDER_BREACHED));
                order.setEndsAt(Instant.ofEpochMilli(heardAt + days(ServiceFigures.ORDER_DAYS)));
            }
            save(simulated, order, heardAt + ForceCalendar.HOUR);
        }
        return simulated;
    }

    /** A sexual harm prevention order, granted at an instant and entered soon after. */
    private SimulatedCase harmPrevention(int day, String id, long grantedAt, Draw draw) {
        SimulatedCase simulated = new SimulatedCase(day, id);
        ProtectiveOrder order = order(OrderKind.SHPO, id, draw);
        order.setGrantedAt(Instant.ofEpochMilli(grantedAt));
        Draw own = Draw.at(seed, KIND_OF_ORDER, id.hashCode());
        order.setInterim(own.chance(ServiceFigures.INTERIM));
        order.setCivil(own.chance(ServiceFigures.CIVIL));
        order.setLpa(WestMidlandsFigures.AREAS.draw(own));
        if (!draw.chance(ServiceFigures.WITHOUT_END)) {
            order.setEndsAt(Instant.ofEpochMilli(
                    grantedAt + days(draw.uniform(0.7, 1.3) * 365 * ServiceFigures.HARM_PREVENTION_YEARS)));
        }
        save(simulated, order, grantedAt + ForceCalendar.HOUR);
        return simulated;
    }

    private SimulatedCase conference(int day, String id, Draw draw) {
        SimulatedCase simulated = new SimulatedCase(day, id);
        long referredAt = hour(day, draw);
        Safeguarding known = safeguarding(SafeguardingKind.MARAC, id, referredAt);
        known.setHighRisk(draw.chance(ServiceFigures.HIGH_RISK));
        // By a chance of its own, so that all else is the same with it and without.
        known.setRepeat(Draw.at(seed, REPEATS, id.hashCode()).chance(ServiceFigures.CONFERENCE_REPEATS));
        save(simulated, known, referredAt + ForceCalendar.HOUR, draw);
        boolean inTime = draw.chance(ServiceFigures.HEARD_IN_28_DAYS);
        long heardAt = referredAt + days(inTime ? draw.uniform(5, 26) : draw.uniform(28, 60));
        known.setHeardAt(Instant.ofEpochMilli(heardAt));
        save(simulated, known, heardAt + ForceCalendar.HOUR, draw);
        return simulated;
    }

    private SimulatedCase disclosure(int day, String id, Draw draw) {
        SimulatedCase simulated = new SimulatedCase(day, id);
        long askedAt = hour(day, draw);
        Safeguarding known = safeguarding(SafeguardingKind.DISCLOSURE, id, askedAt);
        save(simulated, known, askedAt + ForceCalendar.HOUR, draw);
        Draw own = Draw.at(seed, DISCLOSED, id.hashCode());
        if (own.chance(ServiceFigures.DISCLOSED)) {
            long madeAt = askedAt + days(own.logNormal(ServiceFigures.MEDIAN_DAYS_TO_DISCLOSE, 0.5));
            known.setHeardAt(Instant.ofEpochMilli(madeAt));
            save(simulated, known, madeAt + ForceCalendar.HOUR, own);
        }
        return simulated;
    }

    private SimulatedCase conduct(int day, String id, Draw draw) {
        SimulatedCase simulated = new SimulatedCase(day, id);
        long recordedAt = hour(day, draw);
        Conduct matter = new Conduct();
        matter.setCaseId(id);
        matter.setForce(WestMidlandsFigures.FORCE);
        matter.setSource(Source.SYNTHETIC);
        matter.setDateResolution(DateResolution.DAY);
        boolean complaint = draw.chance(ServiceFigures.COMPLAINT);
        matter.setKind(complaint ? ConductKind.COMPLAINT : ConductKind.CONDUCT);
        matter.setPersonId(staff(id));
        matter.setCategory(ServiceFigures.CATEGORIES.draw(Draw.at(seed, CATEGORY, id.hashCode())));
        matter.setFlagged(draw.chance(ServiceFigures.FLAGGED));
        matter.setUseOfForceOnly(complaint && draw.chance(ServiceFigures.FORCE_ONLY));
        matter.setSuspectOfCrime(!complaint && draw.chance(ServiceFigures.SUSPECT_OF_CRIME));
        matter.setRecordedAt(Instant.ofEpochMilli(recordedAt));
        save(simulated, matter, recordedAt + ForceCalendar.HOUR, draw);
        if (matter.getSuspectOfCrime()) {
            boolean inTime = draw.chance(ServiceFigures.RESTRICTED_IN_TIME);
            long decidedAt = recordedAt + days(inTime ? draw.uniform(0, 1) : draw.uniform(8, 40));
            matter.setRestrictionDecidedAt(Instant.ofEpochMilli(decidedAt));
            save(simulated, matter, decidedAt + ForceCalendar.HOUR, draw);
        }
        long finalisedAt = recordedAt + days(41 + draw.logNormal(ServiceFigures.MEDIAN_DAYS_TO_FINALISE, 0.8));
        matter.setFinalisedAt(Instant.ofEpochMilli(finalisedAt));
        matter.setProven(draw.chance(ServiceFigures.PROVEN));
        matter.setResult(
                matter.getProven() ? ServiceFigures.RESULTS.draw(Draw.at(seed, RESULT, id.hashCode())) : "NO_CASE");
        save(simulated, matter, finalisedAt + ForceCalendar.HOUR, draw);
        return simulated;
    }

    /** By a chance of its own, so that all else is the same with it and without. */
    private String staff(String id) {
        Draw draw = Draw.at(seed, STAFF, id.hashCode());
        return draw.chance(ServiceFigures.STAFF_UNRESOLVED)
                ? null
                : Person.pseudonym(Draw.hash(seed, STAFF, draw.below(ServiceFigures.STAFF_WITH_CASES)));
    }

    private static ProtectiveOrder order(OrderKind kind, String id, Draw draw) {
        ProtectiveOrder order = new ProtectiveOrder();
        order.setOrderId(id);
        order.setForce(WestMidlandsFigures.FORCE);
        order.setEventId(draw.uuid());
        order.setSource(Source.SYNTHETIC);
        order.setDateResolution(DateResolution.DAY);
        order.setKind(kind);
        return order;
    }

    private static Safeguarding safeguarding(SafeguardingKind kind, String id, long referredAt) {
        Safeguarding known = new Safeguarding();
        known.setCaseId(id);
        known.setForce(WestMidlandsFigures.FORCE);
        known.setSource(Source.SYNTHETIC);
        known.setDateResolution(DateResolution.DAY);
        known.setKind(kind);
        known.setReferredAt(Instant.ofEpochMilli(referredAt));
        return known;
    }

    private static void save(SimulatedCase simulated, ProtectiveOrder order, long changedAt) {
        order.setVersion(1);
        order.setChangedAt(Instant.ofEpochMilli(changedAt));
        simulated.add(EventStream.PROTECTIVE_ORDER, order.getOrderId(), changedAt, order);
    }

    private static void save(SimulatedCase simulated, Safeguarding known, long changedAt, Draw draw) {
        known.setVersion(known.getVersion() + 1);
        known.setEventId(draw.uuid());
        known.setChangedAt(Instant.ofEpochMilli(changedAt));
        Safeguarding version = Saved.copyOf(known);
        simulated.add(EventStream.SAFEGUARDING, known.getCaseId(), changedAt, version);
    }

    private static void save(SimulatedCase simulated, Conduct matter, long changedAt, Draw draw) {
        matter.setVersion(matter.getVersion() + 1);
        matter.setEventId(draw.uuid());
        matter.setChangedAt(Instant.ofEpochMilli(changedAt));
        Conduct version = Saved.copyOf(matter);
        simulated.add(EventStream.CONDUCT, matter.getCaseId(), changedAt, version);
    }

    private long hour(int day, Draw draw) {
        return calendar.hourOf(day, draw.uniform(8, 20));
    }

    private static long days(double days) {
        return (long) (days * ForceCalendar.DAY);
    }
}
