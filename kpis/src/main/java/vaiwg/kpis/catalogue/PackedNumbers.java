package vaiwg.kpis.catalogue;

/**
 * Four numbers of quantities in one long, by their places: a case sends them together, and not a delta entry for each. Places are
 * numbered through a contribution type, so that a contribution type has as many as it needs; places 0 to 3 share a long, 4 to 7 the next, and so on.
 */
public final class PackedNumbers {
    /** How many places share a long. */
    public static final int PLACES = 4;

    private static final int BITS = 16;
    private static final int MASK = 0xFFFF;

    private PackedNumbers() {}

    /**
     * The numbers with one more.
     *
     * @param number 0 to 9,999, at a place of the same four that is free
     */
    public static long with(long numbers, int place, int number) {
        return numbers | (long) number << BITS * (place % PLACES);
    }

    /** The number at a place, from the long that it shares; 0 where there is none. */
    public static int at(long numbers, int place) {
        return (int) (numbers >>> BITS * (place % PLACES)) & MASK;
    }
}
