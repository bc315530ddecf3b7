package vaiwg.bench.statistics;

import java.util.List;
import vaiwg.demo.synthetic.Draw;
import vaiwg.statistics.signals.alarm.AlarmChange;
import vaiwg.statistics.signals.alarm.AlarmState;
import vaiwg.statistics.signals.alarm.Shift;

/** The share of forces that get an alarm of a rise within two months though nothing has changed, with and without a surge of new cases. */
final class SurgeStudy {
    /** How long is listened. */
    static final int DAYS = 60;

    static final double PER_DAY = 25;
    private static final long PURPOSE = 4;
    private static final int SETTLING = 60;

    private SurgeStudy() {}

    static MeanOfRuns falseAlarms(boolean surge, int runs, long seed) {
        MeanOfRuns heard = new MeanOfRuns();
        int from = Watch.WATCHED_FROM + SETTLING;
        List<CrimeKind> crimes = CrimeKind.one(PER_DAY / (1 - Conditions.REMOVED));
        Conditions conditions =
                new Conditions(Conditions.USUAL_REPORTING_DELAY, 0, Conditions.NEVER, surge ? from : Conditions.NEVER);
        for (int run = 0; run < runs; run++) {
            Watch watch = new Watch(crimes, new SimulatedCases(crimes, conditions, Draw.at(seed, PURPOSE, run)));
            watch.quietlyThrough(from - 1);
            boolean rang = false;
            while (watch.day() < from + DAYS - 1) {
                watch.advance();
                rang |= watch.judge().stream().anyMatch(SurgeStudy::isRise);
            }
            heard.add(rang ? 1 : 0);
        }
        return heard;
    }

    private static boolean isRise(AlarmChange change) {
        return change.state() == AlarmState.RAISED
                && change.alarm().shift() == Shift.RISE
                && !change.alarm().joined();
    }
}
