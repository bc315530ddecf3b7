package vaiwg.statistics.attrition;

import vaiwg.kpis.reference.Cause;

/**
 * What happened in a window of days, by age: how many cases were at risk, summed over the days, and how many left for which cause.
 * Moving it by a day adds the diagonal of the new day and takes out that of the oldest, each as long as there are ages.
 */
public final class RiskWindow {
    private final LexisTable table;
    private final int ages;
    /** By day of recording, those that had not left before the first day of the window; days of recording after it are there too. */
    private final DayCounts openAtFirst;
    /** Likewise before the first day after the window. */
    private final DayCounts openAtNext;
    /** By age. */
    private final int[] atRisk;
    /** By age and cause. */
    private final SparseCounts exits = new SparseCounts();

    private int first;
    private int next;

    RiskWindow(LexisTable table, int length, int ages, int last) {
        this.table = table;
        this.ages = ages;
        this.atRisk = new int[ages];
        this.first = last - length + 1;
        this.next = first;
        this.openAtFirst = table.openAt(first);
        this.openAtNext = table.openAt(first);
        while (next <= last) {
            grow();
        }
    }

    public int last() {
        return next - 1;
    }

    /** Moves the window, so that it ends with another day. */
    public void moveTo(int last) {
        while (last() < last) {
            grow();
            count(first, openAtFirst, -1);
            leave(first, openAtFirst, 1);
            first++;
        }
        while (last() > last) {
            first--;
            leave(first, openAtFirst, -1);
            count(first, openAtFirst, 1);
            next--;
            leave(next, openAtNext, -1);
            count(next, openAtNext, -1);
        }
    }

    public Exposure exposure() {
        Exposure exposure = Exposure.none(ages);
        addTo(exposure);
        return exposure;
    }

    /** Adds what happened to what happened elsewhere at as many ages. */
    public void addTo(Exposure sum) {
        int[] sums = sum.atRisk();
        for (int age = 0; age < ages; age++) {
            sums[age] += atRisk[age];
        }
        exits.forEach((number, times) -> sum.exits()[number % Cause.COUNT][number / Cause.COUNT] += times);
    }

    void recordedChanged(int recorded, int times) {
        addAtRisk(recorded, recorded, times);
        openAtFirst.add(recorded, times);
        openAtNext.add(recorded, times);
    }

    /** Who left was counted as at risk on every later day of the window too. */
    void exitsChanged(Exit exit, int times) {
        addAtRisk(exit.recorded(), exit.day() + 1, -times);
        if (exit.day() >= first && exit.day() < next && exit.age() < ages) {
            exits.add(number(exit.age(), exit.cause()), times);
        }
        if (exit.day() < first) {
            openAtFirst.add(exit.recorded(), -times);
        }
        if (exit.day() < next) {
            openAtNext.add(exit.recorded(), -times);
        }
    }

    private void grow() {
        count(next, openAtNext, 1);
        leave(next, openAtNext, 1);
        next++;
    }

    /** Adds the diagonal of a day, or takes it out. */
    private void count(int day, DayCounts open, int sign) {
        open.addBackwards(day, atRisk, sign);
        table.forEachExitOn(day, (number, times) -> {
            if (FollowUpCode.age(number) < ages) {
                exits.add(number(FollowUpCode.age(number), FollowUpCode.cause(number)), sign * times);
            }
        });
    }

    /** Takes those that left on a day out of the open ones, or puts them back. */
    private void leave(int day, DayCounts open, int sign) {
        table.forEachExitOn(day, (number, times) -> open.add(day - FollowUpCode.age(number), -sign * times));
    }

    /** Cases of a day of recording, at risk on the days of the window from {@code from} on. */
    private void addAtRisk(int recorded, int from, int times) {
        int begin = Math.max(from, first) - recorded;
        int end = Math.min(next - recorded, ages);
        for (int age = begin; age < end; age++) {
            atRisk[age] += times;
        }
    }

    private static int number(int age, Cause cause) {
        return age * Cause.COUNT + cause.ordinal();
    }
}
