package vaiwg.kpis.attrition;

/**
 * The cases of a table that are at risk on one day: recorded by then, and not gone before it. Those that leave on the day itself are
 * among them. Moving it by a day costs as much as left on that day.
 */
public final class RiskSet {
    private final LexisTable table;
    /** By day of recording, those that did not leave before {@link #day}; days of recording after it are there too. */
    private final DayCounts open;

    private int day;

    RiskSet(LexisTable table, int day) {
        this.table = table;
        this.day = day;
        this.open = table.openAt(day);
    }

    /** On which day. */
    public int day() {
        return day;
    }

    /** How many of an age, 0 for those recorded on the day itself. */
    public int atRisk(int age) {
        return open.get(day - age);
    }

    /** Moves to another day, later or earlier. */
    public void moveTo(int other) {
        while (day < other) {
            take(day, 1);
            day++;
        }
        while (day > other) {
            day--;
            take(day, -1);
        }
    }

    void recordedChanged(int recorded, int times) {
        open.add(recorded, times);
    }

    void exitsChanged(Exit exit, int times) {
        if (exit.day() < day) {
            open.add(exit.recorded(), -times);
        }
    }

    private void take(int exitDay, int sign) {
        table.forEachExitOn(exitDay, (age, cause, times) -> open.add(exitDay - age, -sign * times));
    }
}
