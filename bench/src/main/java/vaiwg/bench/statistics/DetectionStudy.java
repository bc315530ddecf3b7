package vaiwg.bench.statistics;

import java.util.List;
import vaiwg.demo.synthetic.Draw;
import vaiwg.statistics.signals.alarm.AlarmChange;
import vaiwg.statistics.signals.alarm.AlarmState;
import vaiwg.statistics.signals.alarm.Baseline;
import vaiwg.statistics.signals.alarm.OutcomeSet;
import vaiwg.statistics.signals.alarm.Shift;
import vaiwg.statistics.signals.alarm.Stratum;

/** How many days pass until a rise of the hazard by one fifth is published, where no alarm stood when it began. */
final class DetectionStudy {
    private static final long PURPOSE = 1;
    /** A change begins at some time in the year after this many watched days, and the years asked for. */
    private static final int SETTLING = 60;

    private static final int PATIENCE = 1_500;

    private DetectionStudy() {}

    /**
     * @param perDay crimes recorded a day, without those removed later
     * @param reportingDelay mean days from a decision to its entry
     * @param years how long the force has been watched by then
     */
    static MeanOfRuns days(double perDay, double reportingDelay, int years, int runs, long seed) {
        MeanOfRuns delays = new MeanOfRuns();
        for (int run = 0; delays.count() < runs; run++) {
            Draw draw = Draw.at(seed, PURPOSE, Math.round(perDay), Math.round(reportingDelay), years, run);
            int change = Watch.WATCHED_FROM + SETTLING + years * Baseline.DAYS + draw.below(Baseline.DAYS);
            List<CrimeKind> crimes = CrimeKind.one(perDay / (1 - Conditions.REMOVED));
            Conditions conditions = new Conditions(reportingDelay, 0, change, Conditions.NEVER);
            Watch watch = new Watch(crimes, new SimulatedCases(crimes, conditions, draw));
            watch.quietlyThrough(change - 1);
            if (!stands(watch)) {
                delays.add(daysToRise(watch, change));
            }
        }
        return delays;
    }

    private static int daysToRise(Watch watch, int change) {
        while (watch.day() < change + PATIENCE) {
            watch.advance();
            if (watch.judge().stream().anyMatch(DetectionStudy::isRise)) {
                return watch.day() + 1 - change;
            }
        }
        return PATIENCE;
    }

    private static boolean isRise(AlarmChange change) {
        return change.state() == AlarmState.RAISED
                && change.alarm().shift() == Shift.RISE
                && change.alarm().outcomes() == OutcomeSet.OUTCOME_16
                && change.alarm().stratum() == Stratum.VAIWG;
    }

    private static boolean stands(Watch watch) {
        return watch.alarms().series().stream()
                .anyMatch(series -> series.outcomes() == OutcomeSet.OUTCOME_16 && series.stands(Shift.RISE));
    }
}
