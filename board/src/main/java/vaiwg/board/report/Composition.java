package vaiwg.board.report;

import java.util.List;

/**
 * Parts of a whole, one bar a row.
 *
 * @param parts names of the parts, at most six, in order; the last is what is left and is drawn white
 */
public record Composition(String title, String subtitle, List<String> parts, List<Bar> bars, String alternative) {
    /**
     * One bar.
     *
     * @param shares of each part, between 0 and 1; they add up to 1
     * @param of how many
     */
    public record Bar(String title, List<Double> shares, int of, boolean total) {}
}
