package vaiwg.statistics.signals.alarm;

import vaiwg.schemas.Slugged;

/** The change for which a series is watched. */
public enum Shift implements Slugged {
    /** A hazard one fifth higher. */
    RISE(1.2),
    /** The mirror: a hazard lower by as much. With more of other outcomes at the same time it is a sign of gaming, not of success. */
    FALL(1 / 1.2);

    private final double perOutcome;
    private final double perExpected;

    Shift(double ratio) {
        this.perOutcome = StrictMath.log(ratio);
        this.perExpected = ratio - 1;
    }

    /** What a day adds to the score: the logarithm of how much likelier its outcomes are after the change than without it. */
    public double increment(int observed, double expected, double variance) {
        return (observed * perOutcome - perExpected * expected) / variance;
    }
}
