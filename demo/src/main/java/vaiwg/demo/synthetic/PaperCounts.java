package vaiwg.demo.synthetic;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vaiwg.cli.feed.Feed;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.schemas.Audit;
import vaiwg.schemas.AuditAnswer;
import vaiwg.schemas.ContactKind;
import vaiwg.schemas.CpsReferral;
import vaiwg.schemas.DeviceExamination;

/**
 * A history of six months, March to August 2021, at whose end the figures are exactly those that the paper gives beside its table of
 * outcome 16: 2,015 rapes and 217 items at the kiosks; 13 submissions to the CPS overdue, of 30 to 58 days, and 9
 * re-submissions; 1,263 sexual harm prevention orders granted; and what the audit under the Victims' Code found in its samples. The paper
 * says nothing of the number of samples: here it is a hundred. On the way entries are corrected and taken back.
 */
public final class PaperCounts implements Feed {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalDate FIRST_DAY = LocalDate.of(2021, 3, 1);
    private static final LocalDate END_DAY = LocalDate.of(2021, 9, 1);
    private static final LocalDate FIRST_ORDER = LocalDate.of(2015, 3, 1);
    private static final LocalDate LAST_ORDER = LocalDate.of(2021, 7, 31);

    private static final int RAPES = 2_015;
    private static final int ITEMS = 217;
    private static final int OVERDUE = 13;
    private static final int NEWEST_OVERDUE_DAYS = 30;
    private static final int OLDEST_OVERDUE_DAYS = 58;
    private static final int IN_TIME = 20;
    private static final int RESUBMISSIONS_OVERDUE = 9;
    private static final int RESUBMISSIONS_IN_TIME = 11;
    private static final int ORDERS = 1_263;
    private static final int AUDITS = 100;
    /** Of the hundred samples: section 1.1.3. */
    private static final int NO_STATEMENT = 28;

    private static final int END_NOT_TOLD = 14;
    private static final int NOT_REFERRED = 15;
    private static final int REFERRED_LATE = 7;
    private static final int CODE_NOT_EXPLAINED = 51;

    private static final long STEPS = 81;
    private static final long ORDER = 82;
    /** Measured. */
    private static final double RECORDS_A_RAPE = 3.5;

    private final long seed;
    private final ForceCalendar calendar = new ForceCalendar(FIRST_DAY, END_DAY);

    private PaperCounts(long seed) {
        this.seed = seed;
    }

    /** The counts at 1 September 2021. */
    public static PaperCounts feed(long seed) {
        return new PaperCounts(seed);
    }

    @Override
    public String describe() {
        return "the paper's other counts, seed " + seed + ", six months to " + calendar.date(calendar.days() - 1);
    }

    @Override
    public long expectedRecords() {
        return (long) (RAPES * RECORDS_A_RAPE) + ORDERS;
    }

    @Override
    public Instant end() {
        return Instant.ofEpochMilli(calendar.end());
    }

    @Override
    public void play(Consumer<FeedRecord> sink) {
        run(sink);
    }

    /** Runs the history without handing it over and counts what is true of it. */
    public Truth truth() {
        return run(record -> {}).truth();
    }

    /**
     * A total of the paper.
     *
     * @param numerator of the age of the oldest that age
     * @param denominator 0 for a count
     */
    public record Figure(String kpi, String basis, String window, int numerator, int denominator) {}

    /** The paper's counts, exact by construction. */
    public static List<Figure> figures() {
        return List.of(
                new Figure("devices_examined", "recorded", "365d", ITEMS, RAPES),
                new Figure("cps_overdue", "stock", "all", OVERDUE, OVERDUE + IN_TIME),
                new Figure("cps_overdue_oldest_days", "stock", "all", OLDEST_OVERDUE_DAYS, OVERDUE),
                new Figure(
                        "cps_resubmission_overdue",
                        "stock",
                        "all",
                        RESUBMISSIONS_OVERDUE,
                        RESUBMISSIONS_OVERDUE + RESUBMISSIONS_IN_TIME),
                new Figure("shpo_cumulative", "stock", "all", ORDERS, 0),
                audited("vps_offered", AUDITS - NO_STATEMENT),
                audited("end_of_journey_told", AUDITS - END_NOT_TOLD),
                audited("referred_2d", AUDITS - NOT_REFERRED - REFERRED_LATE),
                audited("referred_late", REFERRED_LATE),
                audited("code_informed", AUDITS - CODE_NOT_EXPLAINED));
    }

    private static Figure audited(String kpi, int met) {
        return new Figure(kpi, "recorded", "365d", met, AUDITS);
    }

    private Simulation run(Consumer<FeedRecord> sink) {
        Map<Integer, List<SimulatedCase>> cases = new HashMap<>();
        rapes(cases);
        orders(cases);
        Simulation simulation = new Simulation(
                seed,
                calendar,
                (day, taker) -> cases.getOrDefault(day, List.of()).forEach(taker));
        simulation.run(sink);
        return simulation;
    }

    private void rapes(Map<Integer, List<SimulatedCase>> cases) {
        for (int number = 0; number < RAPES; number++) {
            int day = (int) ((long) number * calendar.days() / RAPES);
            List<SimulatedCase> ofDay = cases.computeIfAbsent(day, key -> new ArrayList<>());
            CasePlan plan = CasePlan.ordinary(day, OffenceGroup.RAPE, ofDay.size());
            SimulatedCase rape = new SeedTableCase(seed, calendar, plan, false, SeedTableCase.Fate.OTHERWISE).live();
            new Steps(rape, number, Draw.at(seed, STEPS, number)).add();
            ofDay.add(rape);
        }
    }

    /** Those granted before the history are entered on its first day. */
    private void orders(Map<Integer, List<SimulatedCase>> cases) {
        SubjectIntake intake = new SubjectIntake(seed, calendar);
        long days = LAST_ORDER.toEpochDay() - FIRST_ORDER.toEpochDay();
        for (int number = 0; number < ORDERS; number++) {
            LocalDate granted = FIRST_ORDER.plusDays(number * days / (ORDERS - 1));
            int day = (int) (granted.toEpochDay() - FIRST_DAY.toEpochDay());
            Draw draw = Draw.at(seed, ORDER, number);
            int entered = Math.max(0, day);
            long noon =
                    granted.atTime(LocalTime.NOON).atZone(LONDON).toInstant().toEpochMilli();
            cases.computeIfAbsent(entered, key -> new ArrayList<>())
                    .add(intake.harmPrevention(entered, "SHPO-" + number, noon, draw));
        }
    }

    /** What follows one of the rapes: which, its number decides. */
    private final class Steps {
        private final SimulatedCase rape;
        private final int number;
        private final Draw draw;
        private final InquiryRecords records;

        Steps(SimulatedCase rape, int number, Draw draw) {
            this.rape = rape;
            this.number = number;
            this.draw = draw;
            this.records = new InquiryRecords(rape, draw);
        }

        void add() {
            int audit = number / 15;
            if (number % 15 == 0 && audit < AUDITS) {
                addAudit(audit);
            }
            if (number % 9 == 4 && number / 9 < ITEMS) {
                addItem();
            }
            // Early enough to be submitted two months before the end: of the first thousand, one in fifty of each kind.
            int kind = number % 50;
            int which = number / 50;
            if (kind == 7 && which < OVERDUE) {
                int olderBy = (OLDEST_OVERDUE_DAYS - NEWEST_OVERDUE_DAYS) * which / (OVERDUE - 1);
                addSubmission(before(NEWEST_OVERDUE_DAYS + olderBy));
            } else if (kind == 9 && which < IN_TIME) {
                addSubmission(before(1 + which));
            } else if (kind == 11 && which < RESUBMISSIONS_OVERDUE) {
                addActionPlan(before(1 + 2 * which), Long.MAX_VALUE);
            } else if (kind == 13 && which < RESUBMISSIONS_IN_TIME) {
                addActionPlan(before(-3 - which), Long.MAX_VALUE);
            } else if (kind == 15 && which < IN_TIME) {
                addActionPlan(before(10), before(12));
            }
        }

        private void addAudit(int audit) {
            long at = calendar.midnight(rape.day() + 20) + 10 * ForceCalendar.HOUR;
            ContactRecord contact = new ContactRecord(rape, "audit", ContactKind.AUDIT, at, draw);
            boolean corrected = draw.chance(0.1);
            if (corrected) {
                contact.drawAudit(Double.POSITIVE_INFINITY);
                contact.save(at + ForceCalendar.HOUR);
            }
            contact.audit(found(audit));
            contact.save(at + 2 * ForceCalendar.HOUR);
        }

        /** Spread over the samples, so that what is not met is not all in the same ones. */
        private Audit found(int audit) {
            int referral = audit * 7 % AUDITS;
            AuditAnswer referred = referral < NOT_REFERRED
                    ? AuditAnswer.NO
                    : referral < NOT_REFERRED + REFERRED_LATE ? AuditAnswer.LATE : met(audit);
            return new Audit(
                    AuditAnswer.YES,
                    AuditAnswer.YES,
                    audit * 3 % AUDITS < NO_STATEMENT ? AuditAnswer.NO : met(audit),
                    referred,
                    audit * 11 % AUDITS < CODE_NOT_EXPLAINED ? AuditAnswer.NO : AuditAnswer.YES,
                    audit * 13 % AUDITS < END_NOT_TOLD ? AuditAnswer.NO : met(audit));
        }

        private static AuditAnswer met(int audit) {
            return audit % 4 == 0 ? AuditAnswer.NOT_APPLICABLE : AuditAnswer.YES;
        }

        private void addItem() {
            long receivedAt = calendar.midnight(rape.day() + 1) + 9 * ForceCalendar.HOUR;
            DeviceExamination item = records.item("item", receivedAt);
            item.setItemKind(draw.chance(0.8) ? "TELEPHONE" : "STORAGE");
            records.save(item, receivedAt + ForceCalendar.MINUTE);
            item.setAtKiosk(true);
            item.setExaminedAt(Instant.ofEpochMilli(receivedAt + 3 * ForceCalendar.HOUR));
            item.setReturnedAt(Instant.ofEpochMilli(receivedAt + 5 * ForceCalendar.HOUR));
            records.save(item, receivedAt + 6 * ForceCalendar.HOUR);
            if (draw.chance(0.05)) {
                DeviceExamination wrong = records.item("item-of-case-2", receivedAt);
                wrong.setExaminedAt(Instant.ofEpochMilli(receivedAt));
                records.save(wrong, receivedAt + ForceCalendar.HOUR);
                wrong.setWithdrawn(true);
                records.save(wrong, receivedAt + 2 * ForceCalendar.HOUR);
                addOther("computer", "COMPUTER", true, receivedAt);
                addOther("telephone-2", "TELEPHONE", false, receivedAt);
            }
        }

        /** What is examined beside the items that the paper counts. */
        private void addOther(String id, String kind, boolean atKiosk, long receivedAt) {
            DeviceExamination other = records.item(id, receivedAt);
            other.setItemKind(kind);
            other.setAtKiosk(atKiosk);
            other.setExaminedAt(Instant.ofEpochMilli(receivedAt + ForceCalendar.HOUR));
            records.save(other, receivedAt + 2 * ForceCalendar.HOUR);
        }

        private void addSubmission(long submittedAt) {
            records.save(records.submission("submission", submittedAt), submittedAt + ForceCalendar.MINUTE);
        }

        private void addActionPlan(long dueAt, long resubmittedAt) {
            long submittedAt = before(80);
            CpsReferral submission = records.submission("submission", submittedAt);
            records.save(submission, submittedAt + ForceCalendar.MINUTE);
            submission.setReturnedAt(Instant.ofEpochMilli(before(60)));
            submission.setActionPlanDueAt(Instant.ofEpochMilli(dueAt));
            records.save(submission, before(60) + ForceCalendar.MINUTE);
            if (resubmittedAt != Long.MAX_VALUE) {
                submission.setResubmittedAt(Instant.ofEpochMilli(resubmittedAt));
                records.save(submission, resubmittedAt + ForceCalendar.MINUTE);
            }
        }

        /** Noon so many days before the end. */
        private long before(int days) {
            return calendar.hourOf(calendar.days() - days, 12);
        }
    }
}
