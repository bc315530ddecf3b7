package vaiwg.kpis.catalogue;

import vaiwg.schemas.Slugged;

/**
 * The way in which a figure left its usual range: better or worse, or where neither direction is good, more or less. Signals of one concern
 * and theme that moved the same way are one matter, also of figures of which one is good when it rises and another when it falls.
 */
public enum Movement implements Slugged {
    BETTER,
    WORSE,
    MORE,
    LESS;

    /**
     * @param good which direction is good
     * @param amount 1 where the figure is more than usual, -1 where it is less; of the days between rare events fewer days are more
     */
    public static Movement of(Direction good, int amount) {
        return switch (good) {
            case NONE -> amount > 0 ? MORE : LESS;
            case RISING -> amount > 0 ? BETTER : WORSE;
            case FALLING -> amount > 0 ? WORSE : BETTER;
        };
    }

    /**
     * Of the level of a stock that is charted by its changes: where it grew by less than usual it did not fall, and where it fell by less
     * it did not rise, so neither is better or worse.
     *
     * @param change by how much the level changed
     */
    public static Movement ofStock(Direction good, int amount, double change) {
        return of(change * amount > 0 ? good : Direction.NONE, amount);
    }
}
