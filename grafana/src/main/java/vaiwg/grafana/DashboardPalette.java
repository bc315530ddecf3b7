package vaiwg.grafana;

import java.util.List;
import java.util.Map;

/**
 * The colours of the dashboards. Lines have a contrast of at least 3 on a white and on a dark panel and are told apart by those who see
 * no red or no green; fills have at least 4.5 against the white text on them. No colour alone says what is good.
 */
final class DashboardPalette {
    /** The text's own colour: black on light dashboards, white on dark ones. */
    static final String TEXT = "text";

    static final String BLUE = "#1F83C6";
    static final String ORANGE = "#CE6510";
    static final String GREEN = "#1F936E";
    static final String PURPLE = "#B5669F";
    /** Of marks that must not compete with a line. */
    static final String GREY = "#7A828C";

    /** Of a count of what is to be acted on: large text. */
    static final String ATTENTION = "#B8560B";

    static final String CONCERN = "#B8560B";
    static final String BETTER = "#1F78B4";
    /** Of the line where limits are set again. */
    static final String REBASE = "#8A7A45";

    /** Behind a state that says nothing. */
    static final String FAINT = "rgba(122, 130, 140, 0.25)";

    static final String FILL_CALM = "#00609A";
    static final String FILL_ATTENTION = "#A34A00";
    static final String FILL_NEUTRAL = "#3D4A5C";

    /**
     * Of cells, from little to much. Below an opacity of 0.3 Grafana leaves the number in the theme's own colour, so that the light ones suit
     * a white and a dark dashboard; on the last it writes in white.
     */
    static final List<String> HEAT =
            List.of("transparent", "rgba(47, 110, 163, 0.15)", "rgba(47, 110, 163, 0.29)", "#2F6EA3");

    private static final String[] LINES = {TEXT, BLUE, ORANGE, GREEN, PURPLE};
    /** Strokes and gaps in pixels of the lines after those that have a colour for themselves. */
    private static final List<List<Integer>> DASHES = List.of(List.of(12, 6), List.of(2, 5));

    private DashboardPalette() {}

    /**
     * The style of the n-th line: with its colour it is like no other's.
     *
     * @throws IllegalArgumentException where there are more lines than can be told apart
     */
    static Map<String, Object> style(int n) {
        int round = n / LINES.length;
        if (round > DASHES.size()) {
            throw new IllegalArgumentException("more lines in a chart than can be told apart: " + (n + 1));
        }
        return round == 0
                ? GrafanaJson.object("fill", "solid")
                : GrafanaJson.object("fill", "dash", "dash", DASHES.get(round - 1));
    }

    /** The colour of the n-th line of a chart. */
    static String line(int n) {
        return LINES[n % LINES.length];
    }
}
