package vaiwg.engine.panes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.kpis.Seed;
import vaiwg.kpis.catalogue.ContributionType;
import vaiwg.kpis.catalogue.DimensionKey;
import vaiwg.kpis.reference.Cause;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.reference.Theme;
import vaiwg.statistics.signals.DataMoves;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.alarm.AlarmChange;
import vaiwg.statistics.signals.alarm.Baseline;
import vaiwg.statistics.signals.alarm.ForceAlarms;
import vaiwg.statistics.signals.alarm.OutcomeSet;
import vaiwg.statistics.signals.alarm.RiskDays;
import vaiwg.statistics.signals.alarm.Shift;
import vaiwg.statistics.signals.alarm.Stratum;
import vaiwg.statistics.signals.alarm.Thresholds;
import vaiwg.statistics.signals.alarm.WatchedCases;

/** From delta entries to alarms, and through a restart. */
class WatchedCasesTest {
    /** A Monday. */
    private static final int FIRST = 17_532;

    private static final int WATCHED = FIRST + ForceAlarms.RUN_IN + Baseline.DAYS;
    private static final long RAPE = DimensionKey.inScope(1L << Theme.RAPE.ordinal());

    private final WatchedCases cases = new WatchedCases(
            new ForceAlarms(FIRST, Thresholds.shipped(), CodeMaps.shipped().workingDays()));
    private final CaseFollowUp followUp = new CaseFollowUp();

    @Test
    void a_posting_reaches_the_strata_of_its_tuple_on_the_day_on_which_it_became_known() {
        cases.advanceTo(FIRST + 9);
        add(begin(FIRST + 2, RAPE, 1));
        add(exit(FIRST + 2, FIRST + 4, 3, RAPE, Cause.OUTCOME_16, 1));
        for (Stratum stratum : List.of(Stratum.VAIWG, Stratum.RAPE)) {
            RiskDays days = cases.alarms().risk(stratum);
            assertThat(days.ended(FIRST + 7, OutcomeSet.OUTCOME_16)).isEqualTo(1);
            assertThat(days.atRisk(FIRST + 7)).isEqualTo(1);
            assertThat(days.atRisk(FIRST + 8)).isZero();
        }
        assertThat(cases.alarms().risk(Stratum.STALKING).atRisk(FIRST + 5)).isZero();
    }

    @Test
    void what_is_dated_ahead_waits_and_what_was_recorded_before_is_not_watched() {
        cases.advanceTo(FIRST + 1);
        add(begin(FIRST - 1, RAPE, 1));
        add(begin(FIRST, RAPE, 1));
        add(exit(FIRST, FIRST + 5, 0, RAPE, Cause.OUTCOME_16, 1));
        RiskDays days = cases.alarms().risk(Stratum.RAPE);
        assertThat(days.atRisk(FIRST + 1)).isEqualTo(1);
        cases.advanceTo(FIRST + 6);
        assertThat(days.ended(FIRST + 5, OutcomeSet.OUTCOME_16)).isEqualTo(1);
        assertThat(days.atRisk(FIRST + 6)).isZero();
    }

    @Test
    void a_restart_changes_nothing() {
        Random random = Seed.random("alarms through a restart");
        Map<Integer, List<DeltaEntry>> coming = new HashMap<>();
        List<WatchedCases> copies = new ArrayList<>(List.of(cases));
        List<Signal.Change> states = new ArrayList<>();
        for (int day = FIRST; day < WATCHED + 150; day++) {
            plan(day, coming, random);
            List<DeltaEntry> due = coming.getOrDefault(day, List.of());
            long before = followUp.changes();
            due.forEach(followUp::add);
            List<AlarmChange> changes = null;
            for (WatchedCases copy : copies) {
                if (day == WATCHED + 120) {
                    copy.alarms().acknowledge(Stratum.VAIWG, OutcomeSet.OUTCOME_16, Shift.RISE, day);
                }
                copy.advanceTo(day);
                followUp.forEachSince(before, copy);
                List<AlarmChange> its = copy.alarms().judge(DataMoves.NONE);
                assertThat(changes == null ? its : changes).isEqualTo(its);
                changes = its;
            }
            changes.forEach(change -> states.add(change.state()));
            if (day == FIRST + 200 || day == WATCHED - 1 || day == WATCHED + 60 || day == WATCHED + 119) {
                copies.add(WatchedCases.of(
                        cases.alarms().toBytes(),
                        Thresholds.shipped(),
                        CodeMaps.shipped().workingDays(),
                        followUp::forEach));
            }
        }
        assertThat(states).contains(Signal.Change.RAISED);
        for (WatchedCases copy : copies) {
            assertThat(copy.alarms().toBytes()).isEqualTo(cases.alarms().toBytes());
        }
    }

    private void add(DeltaEntry entry) {
        long before = followUp.changes();
        followUp.add(entry);
        followUp.forEachSince(before, cases);
    }

    /** Twenty cases a day; from two months on more of them end with outcome 16; some of these are corrected. */
    private static void plan(int day, Map<Integer, List<DeltaEntry>> coming, Random random) {
        for (int i = 0; i < 20; i++) {
            long dimensionKey = i % 3 == 0 ? RAPE : DimensionKey.inScope(0);
            put(coming, day, begin(day, dimensionKey, 1));
            int ended = day + random.nextInt(60);
            int delay = random.nextInt(4);
            double share16 = ended > WATCHED + 60 ? 0.7 : 0.4;
            Cause cause = random.nextDouble() < share16 ? Cause.OUTCOME_16 : Cause.CHARGED;
            put(coming, ended + delay, exit(day, ended, delay, dimensionKey, cause, 1));
            if (random.nextInt(20) == 0) {
                int corrected = ended + delay + 1 + random.nextInt(30);
                put(coming, corrected, exit(day, ended, delay, dimensionKey, cause, -1));
                put(coming, corrected, exit(day, ended, corrected - ended, dimensionKey, Cause.OTHER_OUTCOME, 1));
            }
        }
    }

    private static void put(Map<Integer, List<DeltaEntry>> coming, int day, DeltaEntry entry) {
        coming.computeIfAbsent(day, on -> new ArrayList<>()).add(entry);
    }

    private static DeltaEntry begin(int recorded, long dimensionKey, int sign) {
        DeltaEntry entry = entry(ContributionType.RECORDED, recorded, recorded, 0, dimensionKey, sign);
        entry.life = lifeFor(entry, DeltaEntry::begins);
        return entry;
    }

    private static DeltaEntry exit(int recorded, int day, int delay, long dimensionKey, Cause cause, int sign) {
        DeltaEntry entry = entry(ContributionType.ASSIGNED, day, recorded, delay, dimensionKey, sign);
        entry.life = lifeFor(entry, one -> one.leavesFor(cause));
        return entry;
    }

    private static DeltaEntry entry(
            ContributionType contributionType, int day, int recorded, int delay, long dimensionKey, int sign) {
        DeltaEntry entry = new DeltaEntry();
        entry.contributionType = (byte) contributionType.ordinal();
        entry.day = day;
        entry.recordedDay = recorded;
        entry.quantity = delay;
        entry.dimensionKey = dimensionKey;
        entry.sign = (byte) sign;
        return entry;
    }

    /** The mark under which a delta entry tells what is wanted: the contributions' own, which is not known here. */
    private static byte lifeFor(DeltaEntry entry, Predicate<DeltaEntry> tells) {
        for (int bit = 0; bit < Byte.SIZE; bit++) {
            entry.life = (byte) (1 << bit);
            if (tells.test(entry)) {
                return entry.life;
            }
        }
        throw new IllegalStateException("no mark tells it");
    }
}
