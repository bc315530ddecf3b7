package vaiwg.kpis.attrition;

/**
 * What happened in a window of days, by age: how many cases were at risk, summed over the days, and how many left for which cause.
 * Moving it by a day adds the diagonal of the new day and takes out that of the oldest, each as long as there are ages; a correction
 * changes three numbers at most, whatever the window.
 */
public final class RiskWindow {
    private final LexisTable table;
    private final int ages;
    /** At the first day of the window. */
    private final RiskSet first;
    /** At the first day after the window. */
    private final RiskSet next;
    /** By how much the number at risk is greater at an age than at the age before: a case at risk at some ages changes two of them. */
    private final int[] steps;

    private final int[][] exits;

    RiskWindow(LexisTable table, int length, int ages, int last) {
        this.table = table;
        this.ages = ages;
        this.steps = new int[ages + 1];
        this.exits = new int[Cause.COUNT][ages];
        int begin = last - length + 1;
        this.first = new RiskSet(table, begin);
        this.next = new RiskSet(table, begin);
        while (next.day() <= last) {
            grow();
        }
    }

    /** The last day of the window. */
    public int last() {
        return next.day() - 1;
    }

    /** Moves the window, so that it ends with another day. */
    public void moveTo(int last) {
        while (last() < last) {
            grow();
            count(first, -1);
            first.moveTo(first.day() + 1);
        }
        while (last() > last) {
            first.moveTo(first.day() - 1);
            count(first, 1);
            next.moveTo(next.day() - 1);
            count(next, -1);
        }
    }

    /** What happened. */
    public Exposure exposure() {
        int[] atRisk = new int[ages];
        int sum = 0;
        for (int age = 0; age < ages; age++) {
            sum += steps[age];
            atRisk[age] = sum;
        }
        int[][] left = new int[Cause.COUNT][];
        for (int cause = 0; cause < Cause.COUNT; cause++) {
            left[cause] = exits[cause].clone();
        }
        return new Exposure(atRisk, left);
    }

    void recordedChanged(int recorded, int times) {
        addAtRisk(recorded, recorded, times);
        first.recordedChanged(recorded, times);
        next.recordedChanged(recorded, times);
    }

    /** Who left was counted as at risk on every later day of the window too. */
    void exitsChanged(Exit exit, int times) {
        addAtRisk(exit.recorded(), exit.day() + 1, -times);
        if (exit.day() >= first.day() && exit.day() < next.day() && exit.age() < ages) {
            exits[exit.cause().ordinal()][exit.age()] += times;
        }
        first.exitsChanged(exit, times);
        next.exitsChanged(exit, times);
    }

    private void grow() {
        count(next, 1);
        next.moveTo(next.day() + 1);
    }

    /** Adds the diagonal of a day, or takes it out. */
    private void count(RiskSet day, int sign) {
        for (int age = 0; age < ages; age++) {
            int cases = sign * day.atRisk(age);
            steps[age] += cases;
            steps[age + 1] -= cases;
        }
        table.forEachExitOn(day.day(), (age, cause, times) -> {
            if (age < ages) {
                exits[cause.ordinal()][age] += sign * times;
            }
        });
    }

    /** Cases of a day of recording, at risk on the days of the window from {@code from} on. */
    private void addAtRisk(int recorded, int from, int times) {
        int begin = Math.max(from, first.day()) - recorded;
        int end = Math.min(next.day() - recorded, ages);
        if (begin < end) {
            steps[begin] += times;
            steps[end] -= times;
        }
    }
}
