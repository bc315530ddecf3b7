package vaiwg.kpis.catalogue;

/** Up to four numbers of quantities in one long, by their places: a case sends them together, and not a posting for each. */
public final class PackedNumbers {
    /** How many there is room for. */
    static final int PLACES = 4;

    private static final int BITS = 16;
    private static final int MASK = 0xFFFF;

    private PackedNumbers() {}

    /**
     * The numbers with one more.
     *
     * @param number 0 to 9,999, at a place that is free
     */
    public static long with(long numbers, int place, int number) {
        return numbers | (long) number << BITS * place;
    }

    /** The number at a place; 0 where there is none. */
    public static int at(long numbers, int place) {
        return (int) (numbers >>> BITS * place) & MASK;
    }
}
