package vaiwg.board.report;

import vaiwg.kpis.text.Digits;

/** In what a figure is told. */
public enum Unit {
    /** A number of cases or people. */
    COUNT,
    /** Of a hundred, between 0 and 1 in the data. */
    SHARE,
    /** For each hundred; may be above a hundred. */
    PER_100(100),
    PER_1_000(1_000),
    PER_10_000(10_000),
    DAYS,
    HOURS;

    private final int times;

    Unit() {
        this(1);
    }

    Unit(int times) {
        this.times = times;
    }

    /** Of a rate for how many it is told: "10,000". */
    String whole() {
        return Digits.count(times);
    }

    /** A published value in this unit: what is published of a rate is one for each of another. */
    double of(double published) {
        return times * published;
    }
}
