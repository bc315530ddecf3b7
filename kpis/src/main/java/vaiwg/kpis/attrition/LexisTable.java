package vaiwg.kpis.attrition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vaiwg.kpis.time.ByDay;

/**
 * The life of the cases of one stratum: how many were recorded on each day, and how many left on each day, at which age and for
 * which cause. A case is at risk on every day from that of its recording to that of its exit, both included, and one day older on
 * each. So the cases of a day of recording run along a diagonal of days and ages, after Wilhelm Lexis, and what happened on one day
 * is a line across all diagonals.
 *
 * <p>A correction takes out what was added, and adds what is right: the table is a sum, whatever the order.
 */
public final class LexisTable {
    /** Receives exits of one day. */
    interface ExitVisitor {
        void visit(int age, Cause cause, int times);
    }

    private final DayCounts recorded = new DayCounts();
    private final ByDay<SparseCounts> exits = new ByDay<>(SparseCounts::new);
    private final List<RiskSet> riskSets = new ArrayList<>();
    private final List<RiskWindow> windows = new ArrayList<>();

    /**
     * Cases recorded on a day.
     *
     * @param times how many came, or less than 0 how many went again
     */
    public void addRecorded(int day, int times) {
        recorded.add(day, times);
        for (RiskSet riskSet : riskSets) {
            riskSet.recordedChanged(day, times);
        }
        for (RiskWindow window : windows) {
            window.recordedChanged(day, times);
        }
    }

    /**
     * Cases that left; that they were recorded is said apart.
     *
     * @param times how many came, or less than 0 how many went again
     */
    public void addExit(Exit exit, int times) {
        exits.at(exit.day()).add(exit.age() * Cause.COUNT + exit.cause().ordinal(), times);
        for (RiskSet riskSet : riskSets) {
            riskSet.exitsChanged(exit, times);
        }
        for (RiskWindow window : windows) {
            window.exitsChanged(exit, times);
        }
    }

    /** How many were recorded on a day. */
    public int recordedOn(int day) {
        return recorded.get(day);
    }

    /** How many left on a day for one of some causes. */
    public int exitsOn(int day, Set<Cause> causes) {
        int[] found = {0};
        forEachExitOn(day, (age, cause, times) -> found[0] += causes.contains(cause) ? times : 0);
        return found[0];
    }

    /** The cases at risk on one day, which may be moved; it follows every correction of the table. */
    public RiskSet riskSet(int day) {
        RiskSet riskSet = new RiskSet(this, day);
        riskSets.add(riskSet);
        return riskSet;
    }

    /**
     * What happened in a window of days, which may be moved; it follows every correction of the table.
     *
     * @param length how many days
     * @param ages how many ages are watched: 0 to {@code ages - 1}
     * @param last its last day
     */
    public RiskWindow window(int length, int ages, int last) {
        RiskWindow window = new RiskWindow(this, length, ages, last);
        windows.add(window);
        return window;
    }

    /** What happened up to a day, at ages 0 to {@code ages - 1}: the window without a begin. */
    public Exposure through(int last, int ages) {
        int length = last - recorded.earliest(last) + 1;
        return new RiskWindow(this, Math.max(1, length), ages, last).exposure();
    }

    void forEachExitOn(int day, ExitVisitor visitor) {
        SparseCounts found = exits.get(day);
        if (found != null) {
            found.forEach(
                    (number, times) -> visitor.visit(number / Cause.COUNT, Cause.of(number % Cause.COUNT), times));
        }
    }

    /** What remains, by day of recording, of the cases that had not left before a day. */
    DayCounts openAt(int day) {
        DayCounts open = new DayCounts();
        open.copy(recorded);
        exits.forEach((exitDay, left) -> {
            if (exitDay < day) {
                forEachExitOn(exitDay, (age, cause, times) -> open.add(exitDay - age, -times));
            }
        });
        return open;
    }
}
