package vaiwg.bench.statistics;

import java.util.List;
import vaiwg.demo.synthetic.Draw;
import vaiwg.kpis.reference.Cause;
import vaiwg.statistics.signals.alarm.AlarmChange;
import vaiwg.statistics.signals.alarm.AlarmState;
import vaiwg.statistics.signals.alarm.OutcomeSet;
import vaiwg.statistics.signals.alarm.RiskDays;
import vaiwg.statistics.signals.alarm.Shift;
import vaiwg.statistics.signals.alarm.Stratum;

/** Outcomes 16 entered by error in one batch, and corrected ten days later: is the alarm that they raise withdrawn at once? */
final class WithdrawalStudy {
    static final double PER_DAY = 25;
    static final int WRONG = 60;
    static final int DAYS_TO_CORRECTION = 10;
    private static final long PURPOSE = 5;
    private static final int SETTLING = 60;

    private int raised;
    private int withdrawn;
    private int supported;

    WithdrawalStudy(int runs, long seed) {
        List<CrimeKind> crimes = CrimeKind.one(PER_DAY / (1 - Conditions.REMOVED));
        for (int run = 0; run < runs; run++) {
            Conditions conditions = Conditions.steady(Conditions.USUAL_REPORTING_DELAY);
            Watch watch = new Watch(crimes, new SimulatedCases(crimes, conditions, Draw.at(seed, PURPOSE, run)));
            watch.quietlyThrough(Watch.WATCHED_FROM + SETTLING);
            if (!stands(watch)) {
                follow(watch);
            }
        }
    }

    /** Runs in which the errors raised an alarm that stood until they were corrected. */
    int raised() {
        return raised;
    }

    /** Of those, runs whose alarm was withdrawn at the midnight after the correction. */
    int withdrawn() {
        return withdrawn;
    }

    /** Of the others, runs in which other outcomes of the same days uphold the alarm. */
    int supported() {
        return supported;
    }

    private void follow(Watch watch) {
        watch.advance();
        RiskDays risk = watch.alarms().risk(Stratum.VAIWG);
        int entered = watch.day();
        enter(risk, entered, 1);
        watch.judge();
        while (watch.day() < entered + DAYS_TO_CORRECTION - 1) {
            watch.advance();
            watch.judge();
        }
        if (!stands(watch)) {
            return;
        }
        raised++;
        watch.advance();
        enter(risk, entered, -1);
        List<AlarmChange> changes = watch.judge();
        if (changes.stream().anyMatch(WithdrawalStudy::isWithdrawal)) {
            withdrawn++;
        } else if (stands(watch)) {
            supported++;
        }
    }

    /** Cases recorded on the days before, as many as were wrong, with an end on a day. */
    private static void enter(RiskDays risk, int day, int sign) {
        for (int i = 0; i < WRONG; i++) {
            risk.end(day - 1 - i % 20, day, Cause.OUTCOME_16, sign);
        }
    }

    private static boolean isWithdrawal(AlarmChange change) {
        return change.state() == AlarmState.WITHDRAWN
                && change.alarm().outcomes() == OutcomeSet.OUTCOME_16
                && change.alarm().shift() == Shift.RISE;
    }

    private static boolean stands(Watch watch) {
        return watch.alarms().series().stream()
                .anyMatch(series -> series.outcomes() == OutcomeSet.OUTCOME_16 && series.stands(Shift.RISE));
    }
}
