package vaiwg.statistics.signals.alarm;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import vaiwg.kpis.reference.Cause;
import vaiwg.kpis.time.WorkingDays;
import vaiwg.statistics.attrition.Exit;
import vaiwg.statistics.attrition.FollowUpCode;
import vaiwg.statistics.attrition.LifeVisitor;
import vaiwg.statistics.signals.DataMoves;
import vaiwg.statistics.signals.Signal;

/**
 * The cases of a force on their way to its alarms: their follow-up by stratum and by the day on which they became known. What is
 * dated ahead waits for its day.
 */
public final class WatchedCases implements LifeVisitor {
    private final ForceAlarms alarms;
    private final NavigableMap<Integer, List<Life>> waiting = new TreeMap<>();

    /** Something of a case's life: that it was recorded, or with a cause that it ended. */
    private record Life(long dimensionKey, int recordedDay, int knownDay, Cause cause, int times) {
        int day() {
            return Math.max(recordedDay, knownDay);
        }
    }

    public WatchedCases(ForceAlarms alarms) {
        this.alarms = alarms;
    }

    /**
     * Cases and alarms as they were.
     *
     * @param stored by {@link ForceAlarms#toBytes}
     * @param workingDays those of the force
     * @param followUp tells all that was known by then of the cases, in whatever order
     * @throws IllegalArgumentException where another format was stored
     */
    public static WatchedCases of(
            byte[] stored, Thresholds thresholds, WorkingDays workingDays, Consumer<WatchedCases> followUp) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(stored))) {
            ForceAlarms alarms = ForceAlarms.begin(in, thresholds, workingDays);
            WatchedCases cases = new WatchedCases(alarms);
            cases.advanceTo(in.readInt());
            followUp.accept(cases);
            alarms.read(in);
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ForceAlarms alarms() {
        return alarms;
    }

    /** A source that knows only months has no daily alarm. */
    @Override
    public void visit(int stratum, boolean monthly, int day, int number, int times) {
        if (monthly) {
            return;
        }
        if (number == FollowUpCode.BEGINS) {
            add(new Life(stratum, day, day, null, times));
        } else {
            Exit exit = FollowUpCode.exit(day, number);
            add(new Life(stratum, exit.recorded(), exit.known(), exit.cause(), times));
        }
    }

    /** Begins all days up to and with one. */
    public void advanceTo(int day) {
        while (alarms.through() < day) {
            alarms.advance();
            List<Life> due = waiting.remove(alarms.through());
            if (due != null) {
                due.forEach(this::apply);
            }
        }
    }

    /**
     * Judges every midnight through the one after a day by what is known of the cases now: they passed before anybody judged them.
     *
     * @param moves what is known of the data now
     * @return the alarms that stand at the end
     */
    public List<AlarmChange> catchUp(int day, DataMoves moves) {
        List<AlarmChange> open = new ArrayList<>();
        while (alarms.through() < day) {
            advanceTo(alarms.through() + 1);
            for (AlarmChange change : alarms.judge(moves)) {
                open.removeIf(before -> before.alarm().equals(change.alarm()));
                if (change.state() == Signal.Change.RAISED) {
                    open.add(change);
                }
            }
        }
        return open;
    }

    private void add(Life life) {
        if (life.recordedDay < alarms.firstDay()) {
            return;
        }
        if (life.day() > alarms.through()) {
            waiting.computeIfAbsent(life.day(), day -> new ArrayList<>()).add(life);
        } else {
            apply(life);
        }
    }

    private void apply(Life life) {
        for (Stratum stratum : Stratum.values()) {
            if (stratum.holds(life.dimensionKey)) {
                RiskDays days = alarms.risk(stratum);
                if (life.cause == null) {
                    days.record(life.recordedDay, life.times);
                } else {
                    days.end(life.recordedDay, life.knownDay, life.cause, life.times);
                }
            }
        }
    }
}
