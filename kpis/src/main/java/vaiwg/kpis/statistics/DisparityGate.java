package vaiwg.kpis.statistics;

/**
 * Whether groups of victims may be compared by a characteristic: only where it is known of enough of the whole. Else a difference
 * between groups may be one between those who were asked and those who were not. Who is not known is always listed, as a group of its
 * own.
 */
public final class DisparityGate {
    /** The least share of the whole of which the characteristic is known. */
    public static final double LEAST_KNOWN = 0.8;

    private DisparityGate() {}

    /**
     * Whether the groups of a whole may be compared.
     *
     * @param known of how many of the whole the characteristic is known
     * @param whole how many there are, the unknown among them
     */
    public static boolean isOpen(long known, long whole) {
        return whole > 0 && known >= LEAST_KNOWN * whole;
    }

    /** The same in SQL, of two expressions; null counts as closed. */
    public static String isOpenSql(String known, String whole) {
        return "coalesce(%s >= %s * %s AND %s > 0, false)".formatted(known, LEAST_KNOWN, whole, whole);
    }
}
