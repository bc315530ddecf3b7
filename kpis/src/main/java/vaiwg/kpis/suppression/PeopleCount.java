package vaiwg.kpis.suppression;

import vaiwg.kpis.catalogue.Measure;

/**
 * The numbers of people of one published figure.
 *
 * @param counted how many; -1 where the figure counts nobody, as a percentile
 * @param whole of how many; -1 where it has no whole, or one that is no number of cases, as a population
 * @param hasRest whether the whole less the counted ones is a number of people too, as of a share
 */
public record PeopleCount(int counted, int whole, boolean hasRest) {
    /** A count of fewer people is withheld; of nobody it is no small count. */
    public static final int LEAST = 5;

    private static final int NONE = -1;

    /** Of a number of cases. */
    public static PeopleCount ofCount(int counted) {
        return new PeopleCount(counted, NONE, false);
    }

    /**
     * Of a published row.
     *
     * @param numerator of a percentile its value, which is no number of people
     * @param denominator of a percentile the number of cases; of a count not looked at
     */
    public static PeopleCount of(Measure.Kind kind, int numerator, int denominator) {
        return switch (kind) {
            case COUNT, POPULATION_RATE -> ofCount(numerator);
            case SHARE -> new PeopleCount(numerator, denominator, true);
            case RATE -> new PeopleCount(numerator, denominator, false);
            case PERCENTILE -> new PeopleCount(NONE, denominator, false);
        };
    }

    /** Whether one of its numbers is of one to four people. */
    public boolean isSmall() {
        return isSmall(counted) || isSmall(whole) || hasRest && isSmall(whole - counted);
    }

    /** Whether a number is of one to four people. */
    public static boolean isSmall(int number) {
        return number > 0 && number < LEAST;
    }

    /** What it is ordered by among the parts of a whole: one that counts nobody protects nobody and is last. */
    int size() {
        int size = counted == NONE ? whole : counted;
        return size == 0 ? Integer.MAX_VALUE : size;
    }
}
