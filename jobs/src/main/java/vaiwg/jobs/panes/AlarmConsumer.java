package vaiwg.jobs.panes;

import java.util.ArrayList;
import java.util.List;
import vaiwg.engine.panes.CaseLives;
import vaiwg.engine.panes.ForcePanes;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.alarm.Alarm;
import vaiwg.statistics.signals.alarm.AlarmChange;
import vaiwg.statistics.signals.alarm.AlarmSignals;
import vaiwg.statistics.signals.alarm.AlarmState;
import vaiwg.statistics.signals.alarm.DailyReading;
import vaiwg.statistics.signals.alarm.ForceAlarms;
import vaiwg.statistics.signals.alarm.Thresholds;
import vaiwg.statistics.signals.alarm.WatchedCases;

/**
 * The daily alarms of one force. They read the lives of cases at midnights alone, so that a day that was live says what a replay says:
 * what begins to count between two of them is read at the later one.
 */
final class AlarmConsumer implements DailyConsumer {
    private final Force force;
    private final ForcePanes panes;
    private final CaseLives lives;
    private final List<Signal> over = new ArrayList<>();
    /** None before the first midnight. */
    private WatchedCases cases;
    /** Through which change of the lives they are read. */
    private long read;

    AlarmConsumer(Force force) {
        this.force = force;
        this.panes = force.panes();
        this.lives = panes.lives();
    }

    /** Alarms as they were stored; where none were, as the lives tell them now. */
    @Override
    public List<Signal> resume(byte[] stored) {
        List<AlarmChange> unsaid = List.of();
        if (ForceAlarms.isReadable(stored)) {
            cases = WatchedCases.of(stored, Thresholds.shipped(), lives::forEach);
        } else if (panes.boundary() != ForcePanes.NONE) {
            int first = panes.historyFrom() == ForcePanes.NONE ? panes.boundary() : panes.historyFrom();
            cases = new WatchedCases(new ForceAlarms(first, Thresholds.shipped()));
            lives.forEach(cases);
            unsaid = cases.catchUp(panes.boundary() - 1, force.moves());
        }
        read = lives.changes();
        return signals(unsaid);
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
            cases = new WatchedCases(new ForceAlarms(panes.boundary() - 1, Thresholds.shipped()));
            cases.advanceTo(panes.boundary() - 1);
            lives.forEach(cases);
        } else {
            cases.advanceTo(panes.boundary() - 1);
            lives.forEachSince(read, cases);
        }
        read = lives.changes();
        return judge();
    }

    /** An alarm that stands and of which an owner has said something by now ends with it. */
    private List<Signal> judge() {
        for (Alarm alarm : cases.alarms().standing()) {
            if (force.notes()
                    .acknowledgedFrom(raised(alarm).id(force.slug()), panes.boundary())
                    .isPresent()) {
                cases.alarms().acknowledge(alarm.stratum(), alarm.outcomes(), alarm.shift(), panes.boundary() - 1);
            }
        }
        List<AlarmChange> changes = cases.alarms().judge(force.moves());
        List<Signal> signals = signals(changes);
        over.clear();
        signals.stream().filter(signal -> !signal.change().stands()).forEach(over::add);
        // One that is to be taken otherwise stands, but no longer as what it was.
        changes.stream()
                .filter(change -> change.state() == AlarmState.TURNED)
                .map(change -> raised(change.turnedFrom()))
                .forEach(over::add);
        return signals;
    }

    @Override
    public void publish(Snapshot snapshot) {
        // All that is said of alarms is signals.
    }

    @Override
    public void show(BoardSnapshot board, boolean atMidnight) {
        board.alarms = cases.alarms().readings().toArray(DailyReading[]::new);
        board.standing =
                cases.alarms().standing().stream().map(AlarmConsumer::raised).toArray(Signal[]::new);
        board.over = over.toArray(Signal[]::new);
    }

    @Override
    public byte[] toBytes() {
        return cases == null ? new byte[0] : cases.alarms().toBytes();
    }

    private List<Signal> signals(List<AlarmChange> changes) {
        return changes.stream()
                .map(change -> AlarmSignals.of(change, panes.boundary()))
                .toList();
    }

    private static Signal raised(Alarm alarm) {
        return AlarmSignals.of(new AlarmChange(alarm, AlarmState.RAISED, alarm.raisedAt()), alarm.raisedAt());
    }
}
