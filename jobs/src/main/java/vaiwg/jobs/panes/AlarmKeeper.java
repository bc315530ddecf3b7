package vaiwg.jobs.panes;

import java.util.ArrayList;
import java.util.List;
import vaiwg.kpis.panes.ForcePanes;
import vaiwg.kpis.signals.DataMoves;
import vaiwg.kpis.signals.Signal;
import vaiwg.kpis.signals.SignalNotes;
import vaiwg.kpis.signals.alarm.Alarm;
import vaiwg.kpis.signals.alarm.AlarmChange;
import vaiwg.kpis.signals.alarm.AlarmSignals;
import vaiwg.kpis.signals.alarm.AlarmState;
import vaiwg.kpis.signals.alarm.DailyReading;
import vaiwg.kpis.signals.alarm.ForceAlarms;
import vaiwg.kpis.signals.alarm.Thresholds;
import vaiwg.kpis.signals.alarm.WatchedCases;
import vaiwg.kpis.signatures.Posting;

/**
 * The daily alarms of one force beside its panes. They are told of the lives of cases at midnights alone: what begins to count
 * between two of them, while live, waits for the later one, so that a replay says the same.
 */
final class AlarmKeeper {
    private final String force;
    private final ForcePanes panes;
    private final List<Posting> sinceMidnight = new ArrayList<>();
    private final List<Signal> over = new ArrayList<>();
    /** None before the first midnight, and after a restart until it is needed: by then the panes tell all lives. */
    private WatchedCases cases;

    private boolean isMidnight;

    AlarmKeeper(String force, ForcePanes panes) {
        this.force = force;
        this.panes = panes;
    }

    /** Takes a posting that begins to count; it is the caller's again afterwards. */
    void add(Posting posting) {
        if (cases == null) {
            return;
        }
        if (isMidnight) {
            cases.add(posting);
        } else if (posting.life != 0) {
            sinceMidnight.add(posting.copy());
        }
    }

    /** Begins with no alarm: at the panes' next midnight the published history starts, and cases recorded before it are not watched. */
    void start() {
        cases = new WatchedCases(new ForceAlarms(panes.nextBoundary() - 1, Thresholds.shipped()));
        panes.tellLives(cases);
        sinceMidnight.clear();
        over.clear();
    }

    /** Begins the panes' next midnight: what begins to count from here on is told at once. */
    void begin() {
        cases.advanceTo(panes.nextBoundary() - 1);
        sinceMidnight.forEach(cases::add);
        sinceMidnight.clear();
        isMidnight = true;
    }

    /**
     * What the panes' midnight has to say, once all that counts by then is told.
     *
     * @param notes an alarm that stands and of which an owner has said something by then ends with it
     * @param moves what the block charts tell of the data by then
     */
    List<Signal> judge(SignalNotes notes, DataMoves moves) {
        isMidnight = false;
        for (Alarm alarm : cases.alarms().standing()) {
            if (notes.acknowledgedFrom(raised(alarm).id(force), panes.boundary())
                    .isPresent()) {
                cases.alarms().acknowledge(alarm.stratum(), alarm.outcomes(), alarm.shift(), panes.boundary() - 1);
            }
        }
        List<AlarmChange> changes = cases.alarms().judge(moves);
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

    /**
     * After a restart: takes up the alarms as they were stored; where an earlier build kept none, as the lives tell them now.
     *
     * @param moves as for {@link #judge}
     * @return alarms that stand and were never said, because the midnights passed before anybody judged them
     */
    List<Signal> resume(ForceKeeper.Stored stored, DataMoves moves) {
        if (cases != null || panes.boundary() == ForcePanes.NONE) {
            return List.of();
        }
        panes.refill();
        if (ForceAlarms.isReadable(stored.alarms)) {
            cases = WatchedCases.of(stored.alarms, Thresholds.shipped(), panes::tellLives);
            return List.of();
        }
        int last = panes.boundary() - 1;
        int first = panes.historyFrom() == ForcePanes.NONE ? panes.boundary() : panes.historyFrom();
        WatchedCases anew = new WatchedCases(new ForceAlarms(first, Thresholds.shipped()));
        panes.tellLives(anew);
        List<AlarmChange> unsaid = anew.catchUp(last, moves);
        cases = anew;
        return signals(unsaid);
    }

    DailyReading[] readings() {
        return cases.alarms().readings().toArray(DailyReading[]::new);
    }

    /** The signals that stand, as they were raised. */
    Signal[] standing() {
        return cases.alarms().standing().stream().map(AlarmKeeper::raised).toArray(Signal[]::new);
    }

    /** The signals that ended at the last midnight, or stand as something else from it on. */
    Signal[] over() {
        return over.toArray(Signal[]::new);
    }

    /** What cannot be made anew from the lives; what was stored before where it has not been needed since. */
    byte[] toBytes(ForceKeeper.Stored stored) {
        return cases == null ? stored.alarms : cases.alarms().toBytes();
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
