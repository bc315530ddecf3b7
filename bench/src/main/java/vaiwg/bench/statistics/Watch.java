package vaiwg.bench.statistics;

import java.time.LocalDate;
import java.util.List;
import vaiwg.kpis.reference.Cause;
import vaiwg.statistics.signals.DataMoves;
import vaiwg.statistics.signals.alarm.AlarmChange;
import vaiwg.statistics.signals.alarm.AlarmState;
import vaiwg.statistics.signals.alarm.Baseline;
import vaiwg.statistics.signals.alarm.ForceAlarms;
import vaiwg.statistics.signals.alarm.Stratum;
import vaiwg.statistics.signals.alarm.Thresholds;

/** A simulated force under the alarms of the product, midnight by midnight. */
final class Watch {
    /** Every simulated history begins here. */
    static final int FIRST_DAY = Math.toIntExact(LocalDate.of(2016, 1, 1).toEpochDay());
    /** The first day after the reference year. */
    static final int WATCHED_FROM = FIRST_DAY + ForceAlarms.RUN_IN + Baseline.DAYS;

    private final ForceAlarms alarms;
    private final SimulatedCases cases;
    private final SimulatedCases.Receiver receiver;
    private int day = FIRST_DAY - 1;

    Watch(List<CrimeKind> crimes, SimulatedCases cases) {
        this.alarms = new ForceAlarms(FIRST_DAY, Thresholds.shipped());
        this.cases = cases;
        this.receiver = new SimulatedCases.Receiver() {
            @Override
            public void record(int crime, int recordedDay) {
                for (Stratum stratum : crimes.get(crime).strata()) {
                    alarms.risk(stratum).record(recordedDay, 1);
                }
            }

            @Override
            public void end(int crime, int recordedDay, int decidedDay, int knownDay, Cause cause, int sign) {
                for (Stratum stratum : crimes.get(crime).strata()) {
                    alarms.risk(stratum).end(recordedDay, knownDay, cause, sign);
                }
            }
        };
    }

    ForceAlarms alarms() {
        return alarms;
    }

    /** The day that was judged last. */
    int day() {
        return day;
    }

    /** Begins the next day and tells what becomes known on it; {@link #judge} is still to come. */
    void advance() {
        day++;
        alarms.advance();
        cases.tell(day, receiver);
    }

    /** What the midnight after the day brings. */
    List<AlarmChange> judge() {
        return alarms.judge(DataMoves.NONE);
    }

    /** Goes on to the end of a day; whatever is raised on the way is acknowledged on the day after. */
    void quietlyThrough(int last) {
        while (day < last) {
            advance();
            judge().forEach(this::acknowledge);
        }
    }

    /** Somebody sees an alarm on the day after it was raised. */
    void acknowledge(AlarmChange change) {
        if (change.state() == AlarmState.RAISED) {
            alarms.acknowledge(
                    change.alarm().stratum(),
                    change.alarm().outcomes(),
                    change.alarm().shift(),
                    change.asAt());
        }
    }
}
