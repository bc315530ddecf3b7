package vaiwg.demo.synthetic;

import java.time.Instant;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.schemas.Conduct;
import vaiwg.schemas.ConductKind;
import vaiwg.schemas.OrderKind;
import vaiwg.schemas.ProtectiveOrder;
import vaiwg.schemas.Safeguarding;
import vaiwg.schemas.SafeguardingKind;

/** What begins day by day beside crimes: protective orders, safeguarding cases, complaints and conduct matters. */
record SubjectIntake(long seed, ForceCalendar calendar) {
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
    private static final long ENTERED = 97;
    private static final long RIGHT_TO_ASK = 111;
    private static final double DAYS_A_YEAR = 365.25;

    void casesOf(int day, Consumer<SimulatedCase> sink) {
        Draw orders = Draw.at(seed, ORDERS, day);
        for (int left = orders.poisson(Figures.of("notices_a_day")); left > 0; left--) {
            sink.accept(notice(day, "DV-" + day + "-" + left, orders));
        }
        // With the first day come those that were granted before it: some of them end in the history.
        for (int granted = day == 0 ? -Figures.whole("earlier_orders_days") : day; granted <= day; granted++) {
            for (int left = orders.poisson(Figures.of("harm_prevention_a_day")); left > 0; left--) {
                long grantedAt = hour(day, orders) - ForceCalendar.days(day - granted);
                sink.accept(harmPrevention(day, "SHPO-" + granted + "-" + left, grantedAt, orders));
            }
        }
        Draw safeguarding = Draw.at(seed, SAFEGUARDING, day);
        for (int left = safeguarding.poisson(Figures.of("conference_cases_a_day")); left > 0; left--) {
            sink.accept(conference(day, "M-" + day + "-" + left, safeguarding));
        }
        for (int left = safeguarding.poisson(Figures.of("disclosures_a_day")); left > 0; left--) {
            sink.accept(disclosure(day, "D-" + day + "-" + left, safeguarding));
        }
        Draw conduct = Draw.at(seed, CONDUCT, day);
        for (int left = conduct.poisson(Figures.of("conduct_cases_a_day")); left > 0; left--) {
            sink.accept(conduct(day, "PSD-" + day + "-" + left, conduct));
        }
    }

    private SimulatedCase notice(int day, String id, Draw draw) {
        SimulatedCase simulated = new SimulatedCase(day, id);
        long noticeAt = hour(day, draw);
        ProtectiveOrder notice = order(OrderKind.DVPN, id + "-N");
        notice.setGrantedAt(Instant.ofEpochMilli(noticeAt));
        notice.setEndsAt(Instant.ofEpochMilli(noticeAt + ForceCalendar.days(2)));
        Draw own = Draw.at(seed, NOTICE, id.hashCode());
        notice.setLpa(Figures.choice("areas").draw(own));
        notice.setBreached(own.chance(Figures.of("domestic_notice_breached")));
        notice.setAbuseAct(own.chance(Figures.of("domestic_abuse_act")));
        save(simulated, notice, noticeAt + ForceCalendar.HOUR, draw);
        if (draw.chance(Figures.of("order_follows"))) {
            boolean inTime = draw.chance(Figures.of("heard_in_time"));
            long heardAt = calendar.whenCourtsSit(
                    noticeAt + ForceCalendar.days(inTime ? draw.uniform(0.5, 2) : draw.uniform(2, 6)));
            ProtectiveOrder order = order(OrderKind.DVPO, id + "-O");
            order.setLpa(notice.getLpa());
            order.setAbuseAct(notice.getAbuseAct());
            order.setNoticeAt(Instant.ofEpochMilli(noticeAt));
            order.setHeardAt(Instant.ofEpochMilli(heardAt));
            order.setHeardVirtually(
                    Draw.at(seed, HEARD_VIRTUALLY, id.hashCode()).chance(Figures.of("heard_virtually")));
            if (!Draw.at(seed, REFUSED, id.hashCode()).chance(Figures.of("order_refused"))) {
                order.setGrantedAt(Instant.ofEpochMilli(heardAt));
                order.setBreached(Draw.at(seed, BREACHED, id.hashCode()).chance(Figures.of("domestic_order_breached")));
                order.setEndsAt(Instant.ofEpochMilli(heardAt + ForceCalendar.days(Figures.whole("order_days"))));
            }
            save(simulated, order, heardAt + ForceCalendar.HOUR, draw);
        }
        return simulated;
    }

    /** A sexual harm prevention order, granted at an instant and entered soon after. */
    private SimulatedCase harmPrevention(int day, String id, long grantedAt, Draw draw) {
        SimulatedCase simulated = new SimulatedCase(day, id);
        ProtectiveOrder order = order(OrderKind.SHPO, id);
        order.setGrantedAt(Instant.ofEpochMilli(grantedAt));
        Draw own = Draw.at(seed, KIND_OF_ORDER, id.hashCode());
        order.setInterim(own.chance(Figures.of("interim")));
        order.setCivil(own.chance(Figures.of("civil")));
        order.setLpa(Figures.choice("areas").draw(own));
        boolean ends = !draw.chance(Figures.of("without_end"));
        double years = draw.uniform(Figures.of("harm_prevention_years_from"), Figures.of("harm_prevention_years_to"));
        if (order.getInterim()) {
            order.setEndsAt(Instant.ofEpochMilli(grantedAt + ForceCalendar.days(own.uniform(30, 180))));
        } else if (ends) {
            order.setEndsAt(Instant.ofEpochMilli(grantedAt + ForceCalendar.days(years * DAYS_A_YEAR)));
        }
        save(simulated, order, grantedAt + ForceCalendar.HOUR, draw);
        return simulated;
    }

    private SimulatedCase conference(int day, String id, Draw draw) {
        SimulatedCase simulated = new SimulatedCase(day, id);
        long referredAt = hour(day, draw);
        Safeguarding known = safeguarding(SafeguardingKind.MARAC, id, referredAt);
        known.setHighRisk(draw.chance(Figures.of("high_risk")));
        known.setRepeat(Draw.at(seed, REPEATS, id.hashCode()).chance(Figures.of("conference_repeats")));
        save(simulated, known, referredAt + ForceCalendar.HOUR, draw);
        boolean inTime = draw.chance(Figures.of("heard_in_28_days"));
        long heardAt = referredAt + ForceCalendar.days(inTime ? draw.uniform(5, 26) : draw.uniform(28, 60));
        known.setHeardAt(Instant.ofEpochMilli(heardAt));
        save(simulated, known, heardAt + ForceCalendar.HOUR, draw);
        return simulated;
    }

    private SimulatedCase disclosure(int day, String id, Draw draw) {
        SimulatedCase simulated = new SimulatedCase(day, id);
        long askedAt = hour(day, draw);
        Safeguarding known = safeguarding(SafeguardingKind.DISCLOSURE, id, askedAt);
        known.setRightToAsk(Draw.at(seed, RIGHT_TO_ASK, id.hashCode()).chance(Figures.of("disclosure_asked_for")));
        save(simulated, known, askedAt + ForceCalendar.HOUR, draw);
        Draw own = Draw.at(seed, DISCLOSED, id.hashCode());
        if (own.chance(Figures.of("disclosed"))) {
            long madeAt = askedAt + ForceCalendar.days(own.logNormal(Figures.of("median_days_to_disclose"), 0.5));
            known.setHeardAt(Instant.ofEpochMilli(madeAt));
            save(simulated, known, madeAt + ForceCalendar.HOUR, own);
        }
        return simulated;
    }

    private SimulatedCase conduct(int day, String id, Draw draw) {
        SimulatedCase simulated = new SimulatedCase(day, id);
        long recordedAt = hour(day, draw);
        Conduct matter = Saved.begun(new Conduct());
        matter.setCaseId(id);
        boolean complaint = draw.chance(Figures.of("complaint"));
        matter.setKind(complaint ? ConductKind.COMPLAINT : ConductKind.CONDUCT);
        matter.setPersonId(staff(id));
        matter.setCategory(Figures.choice("categories").draw(Draw.at(seed, CATEGORY, id.hashCode())));
        matter.setFlagged(draw.chance(Figures.of("flagged")));
        matter.setUseOfForceOnly(complaint && draw.chance(Figures.of("force_only")));
        matter.setSuspectOfCrime(!complaint && draw.chance(Figures.of("suspect_of_crime")));
        matter.setRecordedAt(Instant.ofEpochMilli(recordedAt));
        save(simulated, matter, recordedAt + ForceCalendar.HOUR, draw);
        if (matter.getSuspectOfCrime()) {
            boolean inTime = draw.chance(Figures.of("restricted_in_time"));
            long decidedAt = recordedAt + ForceCalendar.days(inTime ? draw.uniform(0, 1) : draw.uniform(8, 40));
            matter.setRestrictionDecidedAt(Instant.ofEpochMilli(decidedAt));
            save(simulated, matter, decidedAt + ForceCalendar.HOUR, draw);
        }
        long finalisedAt =
                recordedAt + ForceCalendar.days(41 + draw.logNormal(Figures.of("median_days_to_finalise"), 0.8));
        matter.setFinalisedAt(Instant.ofEpochMilli(finalisedAt));
        matter.setProven(draw.chance(Figures.of("proven")));
        matter.setResult(
                matter.getProven() ? Figures.choice("results").draw(Draw.at(seed, RESULT, id.hashCode())) : "NO_CASE");
        save(simulated, matter, finalisedAt + ForceCalendar.HOUR, draw);
        return simulated;
    }

    /** By a chance of its own, so that all else is the same with it and without. */
    private String staff(String id) {
        Draw draw = Draw.at(seed, STAFF, id.hashCode());
        return draw.chance(Figures.of("staff_unresolved"))
                ? null
                : Person.pseudonym(Draw.hash(seed, STAFF, draw.below(Figures.whole("staff_with_cases"))));
    }

    private static ProtectiveOrder order(OrderKind kind, String id) {
        ProtectiveOrder order = Saved.begun(new ProtectiveOrder());
        order.setOrderId(id);
        order.setKind(kind);
        return order;
    }

    private static Safeguarding safeguarding(SafeguardingKind kind, String id, long referredAt) {
        Safeguarding known = Saved.begun(new Safeguarding());
        known.setCaseId(id);
        known.setKind(kind);
        known.setReferredAt(Instant.ofEpochMilli(referredAt));
        return known;
    }

    private void save(SimulatedCase simulated, SpecificRecord record, long at, Draw draw) {
        Saved.next(simulated, record, entered(simulated.reference(), at), draw.uuid());
    }

    /** All that is known of one subject is entered as late, none before the history. */
    private long entered(String id, long at) {
        double hours = Draw.at(seed, ENTERED, id.hashCode()).exponential(Figures.of("hours_to_enter"));
        return Math.max(at, calendar.hourOf(0, 8)) + (long) (hours * ForceCalendar.HOUR);
    }

    private long hour(int day, Draw draw) {
        return calendar.hourOf(day, draw.uniform(8, 20));
    }
}
