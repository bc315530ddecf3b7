package vaiwg.statistics.attrition;

import java.util.ArrayList;
import java.util.List;
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
    /** Receives what happened on a day, as a {@link FollowUpCode}. */
    public interface LifeVisitor {
        void visit(int day, int number, int times);
    }

    private final DayCounts recorded = new DayCounts();
    /** By {@link FollowUpCode}. */
    private final ByDay<SparseCounts> exits = new ByDay<>(SparseCounts::new);

    private final List<RiskWindow> windows = new ArrayList<>();

    /**
     * Cases recorded on a day.
     *
     * @param times how many came, or less than 0 how many went again
     */
    public void addRecorded(int day, int times) {
        recorded.add(day, times);
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
        exits.at(exit.day()).add(FollowUpCode.of(exit), times);
        for (RiskWindow window : windows) {
            window.exitsChanged(exit, times);
        }
    }

    /** Adds, or takes back, what happened on a day, as a {@link FollowUpCode}. */
    public void add(int day, int number, int times) {
        if (number == FollowUpCode.BEGINS) {
            addRecorded(day, times);
        } else {
            addExit(FollowUpCode.exit(day, number), times);
        }
    }

    public void forEach(LifeVisitor visitor) {
        recorded.forEach((day, times) -> visitor.visit(day, FollowUpCode.BEGINS, times));
        exits.forEach((day, left) -> left.forEach((number, times) -> visitor.visit(day, number, times)));
    }

    public void forEachOn(int day, LifeVisitor visitor) {
        int begun = recorded.get(day);
        if (begun != 0) {
            visitor.visit(day, FollowUpCode.BEGINS, begun);
        }
        forEachExitOn(day, (number, times) -> visitor.visit(day, number, times));
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

    void forEachExitOn(int day, SparseCounts.Visitor visitor) {
        SparseCounts left = exits.get(day);
        if (left != null) {
            left.forEach(visitor);
        }
    }

    /** What remains, by day of recording, of the cases that had not left before a day. */
    DayCounts openAt(int day) {
        DayCounts open = new DayCounts();
        open.copy(recorded);
        exits.forEach((exitDay, left) -> {
            if (exitDay < day) {
                left.forEach((number, times) -> open.add(exitDay - FollowUpCode.age(number), -times));
            }
        });
        return open;
    }
}
