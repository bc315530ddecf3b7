package vaiwg.board.figures;

/**
 * A policing area beside the ranges in which areas of its size are expected.
 *
 * @param theme empty where areas are compared as a whole
 */
public record FunnelPoint(
        SeriesKey key,
        String theme,
        String lpa,
        int numerator,
        int denominator,
        double centre,
        double lower95,
        double upper95,
        double lower998,
        double upper998) {
    public double value() {
        return (double) numerator / denominator;
    }
}
