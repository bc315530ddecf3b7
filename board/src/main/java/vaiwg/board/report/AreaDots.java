package vaiwg.board.report;

import java.util.List;

/**
 * Policing areas beside one another: in order of size, never ranked, each within the range of its size.
 *
 * @param outside how many dots lie beyond the inner range, and how many do so by chance
 */
public record AreaDots(String finding, String subtitle, List<Column> columns, String outside, String alternative) {
    /** A theme with its own scale; {@code centre} is the share of all areas together. */
    public record Column(String title, double centre, List<Dot> dots) {}

    /** An area; {@code far} where it lies outside 499 of 500, {@code beyond} outside 19 of 20. Bounds NaN where too few. */
    public record Dot(
            String title,
            Figure figure,
            double lower95,
            double upper95,
            double lower998,
            double upper998,
            boolean beyond,
            boolean far) {}
}
