package vaiwg.statistics.signals.alarm;

/** The change for which a series is watched. */
public enum Shift {
    /** A hazard one fifth higher. */
    RISE("rise", 1.2),
    /** The mirror: a hazard lower by as much. With more of other outcomes at the same time it is a sign of gaming, not of success. */
    FALL("fall", 1 / 1.2);

    private final String slug;
    private final double perOutcome;
    private final double perExpected;

    Shift(String slug, double ratio) {
        this.slug = slug;
        this.perOutcome = StrictMath.log(ratio);
        this.perExpected = ratio - 1;
    }

    public String slug() {
        return slug;
    }

    /** What a day adds to the score: the logarithm of how much likelier its outcomes are after the change than without it. */
    public double increment(int observed, double expected, double variance) {
        return (observed * perOutcome - perExpected * expected) / variance;
    }
}
