package vaiwg.grafana;

/**
 * Whether groups of victims may be compared by a characteristic: only where it is known of enough of the whole. Else a difference
 * between groups may be one between those who were asked and those who were not. Who is not known is always listed, as a group of its
 * own.
 */
final class DisparityGate {
    /** The least share of the whole of which the characteristic is known. */
    private static final double LEAST_KNOWN = 0.8;

    private DisparityGate() {}

    /**
     * Whether the groups of a whole may be compared, in SQL; null counts as closed.
     *
     * @param known an expression: of how many of the whole the characteristic is known
     * @param whole an expression: how many there are, the unknown among them
     */
    static String isOpenSql(String known, String whole) {
        return "coalesce(%s >= %s * %s AND %s > 0, false)".formatted(known, LEAST_KNOWN, whole, whole);
    }
}
