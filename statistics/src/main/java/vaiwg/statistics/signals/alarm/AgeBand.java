package vaiwg.statistics.signals.alarm;

/**
 * Ages of a case, in whole days since it was recorded, in bands within which the hazard is taken as constant: single days in the
 * first week, where it moves fastest, then ever longer ones. A case older than {@link #HORIZON} is no longer watched, neither as
 * at risk nor when it ends.
 */
public final class AgeBand {
    /** Ages 0 to 364 are watched. */
    public static final int HORIZON = 365;

    private static final int[] FROM = {
        0, 1, 2, 3, 4, 5, 6, 7, 10, 14, 21, 28, 35, 42, 56, 70, 91, 119, 147, 182, 224, 273
    };

    public static final int COUNT = FROM.length;

    private static final byte[] BAND_OF_AGE = bands();

    private AgeBand() {}

    /**
     * The band of an age.
     *
     * @param age 0 to {@code HORIZON - 1}
     */
    public static int of(int age) {
        return BAND_OF_AGE[age];
    }

    private static byte[] bands() {
        byte[] bands = new byte[HORIZON];
        byte band = 0;
        for (int age = 0; age < HORIZON; age++) {
            if (band + 1 < COUNT && age == FROM[band + 1]) {
                band++;
            }
            bands[age] = band;
        }
        return bands;
    }
}
