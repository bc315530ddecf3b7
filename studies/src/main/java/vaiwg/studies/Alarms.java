package vaiwg.studies;

import java.util.List;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.statistics.attrition.Exit;
import vaiwg.statistics.signals.DataMoves;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.alarm.AlarmChange;
import vaiwg.statistics.signals.alarm.Baseline;
import vaiwg.statistics.signals.alarm.ForceAlarms;
import vaiwg.statistics.signals.alarm.OutcomeSet;
import vaiwg.statistics.signals.alarm.Shift;
import vaiwg.statistics.signals.alarm.Stratum;
import vaiwg.statistics.signals.alarm.Thresholds;

/** A simulated force under the daily alarms of the product, midnight by midnight. */
final class Alarms {
    /** The first day after the reference year. */
    static final int WATCHED_FROM = SimulatedCases.FIRST_DAY + ForceAlarms.RUN_IN + Baseline.DAYS;

    private final ForceAlarms alarms = new ForceAlarms(
            SimulatedCases.FIRST_DAY, Thresholds.shipped(), CodeMaps.shipped().workingDays());
    private final SimulatedCases cases;
    private int day = SimulatedCases.FIRST_DAY - 1;

    Alarms(SimulatedCases cases) {
        this.cases = cases;
    }

    ForceAlarms alarms() {
        return alarms;
    }

    /** Goes on by a day, and gives what the midnight after it brings. */
    List<AlarmChange> next() {
        day++;
        alarms.advance();
        cases.tell(day, new SimulatedCases.Receiver() {
            @Override
            public void record(SimulatedCases.Kind kind, int recorded) {
                for (Stratum stratum : kind.strata()) {
                    alarms.risk(stratum).record(recorded, 1);
                }
            }

            @Override
            public void end(SimulatedCases.Kind kind, Exit exit, int sign) {
                for (Stratum stratum : kind.strata()) {
                    alarms.risk(stratum).end(exit.recorded(), exit.known(), exit.cause(), sign);
                }
            }
        });
        return alarms.judge(DataMoves.NONE);
    }

    /** Likewise, where somebody sees each alarm on the day after it was raised. */
    List<AlarmChange> nextSeen() {
        List<AlarmChange> changes = next();
        for (AlarmChange change : changes) {
            if (change.state() == Signal.Change.RAISED) {
                alarms.acknowledge(
                        change.alarm().stratum(),
                        change.alarm().outcomes(),
                        change.alarm().shift(),
                        change.asAt());
            }
        }
        return changes;
    }

    /** Goes on to the end of a day. */
    void seenThrough(int last) {
        while (day < last) {
            nextSeen();
        }
    }

    /** Whether an alarm of a rise of outcome 16 is open. */
    boolean stands() {
        return alarms.series().stream()
                .anyMatch(series -> series.outcomes() == OutcomeSet.OUTCOME_16
                        && series.open(Shift.RISE).isPresent());
    }

    /** The days from the beginning of one until a rise of outcome 16 is told; as many as are waited where none is. */
    int daysUntilRise(int begin, int patience) {
        while (day < begin + patience - 1) {
            if (next().stream()
                    .anyMatch(change -> change.state() == Signal.Change.RAISED
                            && change.alarm().shift() == Shift.RISE
                            && change.alarm().outcomes() == OutcomeSet.OUTCOME_16)) {
                return day + 1 - begin;
            }
        }
        return patience;
    }
}
