package vaiwg.jobs.panes;

import java.util.ArrayList;
import java.util.List;
import vaiwg.engine.panes.CaseFollowUp;
import vaiwg.engine.panes.ForcePanes;
import vaiwg.kpis.time.WorkingDays;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.alarm.Alarm;
import vaiwg.statistics.signals.alarm.AlarmChange;
import vaiwg.statistics.signals.alarm.AlarmSignals;
import vaiwg.statistics.signals.alarm.DailyReading;
import vaiwg.statistics.signals.alarm.ForceAlarms;
import vaiwg.statistics.signals.alarm.Thresholds;
import vaiwg.statistics.signals.alarm.WatchedCases;
import vaiwg.statistics.verdict.SeriesVerdict;

/**
 * The daily alarms of one force. They read the follow-up of cases at midnights alone, so that a day that was live says what a replay says:
 * what begins to count between two of them is read at the later one.
 */
final class AlarmConsumer implements DailyConsumer {
    private final Force force;
    private final ForcePanes panes;
    private final CaseFollowUp followUp;
    private final List<Signal> over = new ArrayList<>();
    /** None before the first midnight. */
    private WatchedCases cases;
    /** Through which change of the follow-up they are read. */
    private long read;

    AlarmConsumer(Force force) {
        this.force = force;
        this.panes = force.panes();
        this.followUp = panes.followUp();
    }

    private WorkingDays workingDays() {
        return force.catalogue().maps().workingDays();
    }

    /** Alarms as they were stored; where none were, as the follow-up tells them now. */
    @Override
    public List<Signal> resume(byte[] stored) {
        List<AlarmChange> pending = List.of();
        if (ForceAlarms.isReadable(stored)) {
            cases = WatchedCases.of(stored, Thresholds.shipped(), workingDays(), followUp::forEach);
        } else if (panes.cutOff() != ForcePanes.NONE) {
            int first = panes.historyFrom() == ForcePanes.NONE ? panes.cutOff() : panes.historyFrom();
            cases = new WatchedCases(new ForceAlarms(first, Thresholds.shipped(), workingDays()));
            followUp.forEach(cases);
            pending = cases.catchUp(panes.cutOff() - 1, force.moves());
        }
        read = followUp.changes();
        return signals(pending);
    }

    @Override
    public void start() {
        cases = null;
        over.clear();
    }

    @Override
    public List<Signal> advance() {
        if (cases == null) {
            // Cases recorded before the published history starts are not watched.
            cases = new WatchedCases(new ForceAlarms(panes.cutOff() - 1, Thresholds.shipped(), workingDays()));
            cases.advanceTo(panes.cutOff() - 1);
            followUp.forEach(cases);
        } else {
            cases.advanceTo(panes.cutOff() - 1);
            followUp.forEachSince(read, cases);
        }
        read = followUp.changes();
        return judge();
    }

    /** An alarm that stands and of which an owner has said something by now ends with it. */
    private List<Signal> judge() {
        for (Alarm alarm : cases.alarms().open()) {
            if (force.notes()
                    .acknowledgedFrom(raised(alarm).id(force.slug()), panes.cutOff())
                    .isPresent()) {
                cases.alarms().acknowledge(alarm.stratum(), alarm.outcomes(), alarm.shift(), panes.cutOff() - 1);
            }
        }
        List<AlarmChange> changes = cases.alarms().judge(force.moves());
        over.clear();
        for (AlarmChange change : changes) {
            if (change.state() == Signal.Change.TURNED) {
                // It is to be taken otherwise: it stands, but no longer as what it was.
                over.add(raised(change.turnedFrom()));
            } else if (change.state() != Signal.Change.RAISED) {
                over.add(raised(change.alarm()));
            }
        }
        return signals(changes);
    }

    @Override
    public void publish(Snapshot snapshot) {
        // All that is said of alarms is signals.
    }

    @Override
    public void show(DashboardSnapshot dashboard, boolean atMidnight, List<SeriesVerdict> verdicts) {
        dashboard.alarms = cases.alarms().readings().toArray(DailyReading[]::new);
        dashboard.standing = alarms().toArray(Signal[]::new);
        dashboard.over = over.toArray(Signal[]::new);
    }

    @Override
    public List<Signal> alarms() {
        return cases.alarms().open().stream().map(AlarmConsumer::raised).toList();
    }

    @Override
    public byte[] toBytes() {
        return cases == null ? new byte[0] : cases.alarms().toBytes();
    }

    private List<Signal> signals(List<AlarmChange> changes) {
        return changes.stream()
                .map(change -> AlarmSignals.of(change, panes.cutOff()))
                .toList();
    }

    private static Signal raised(Alarm alarm) {
        return AlarmSignals.of(new AlarmChange(alarm, Signal.Change.RAISED, alarm.raisedAt()), alarm.raisedAt());
    }
}
