package vaiwg.grafana;

import static vaiwg.grafana.GrafanaJson.object;

import java.util.List;

/** The daily alarm on open cases, in the chosen theme: outcomes observed beside those expected. */
final class AlarmChart {
    private static final Object DASHED = object("fill", "dash", "dash", List.of(4, 6));

    private AlarmChart() {}

    static Panel panel(int width, int height) {
        PanelReading reading = new PanelReading(
                "The daily alarm on open cases: outcomes 16 that became known in 28 days (observed) beside those to be"
                        + " expected of the cases that were open and their age (expected). It begins when the force's reference year is over.",
                "outcomes",
                "observed near expected is usual",
                "daily (cases open on each day)",
                "28d before each day");
        return PanelKinds.lines(
                        "Early warning, outcomes 16 in 28 days, whole force: ${theme:text}",
                        reading,
                        PanelSource.LIVE,
                        "locale",
                        width,
                        height)
                .byDefault("decimals", 0)
                .byDefault("noValue", "Not before the force's reference year is over.")
                .line(ofFourWeeks("observed"), "Observed")
                .line(ofFourWeeks("expected"), "Expected")
                .field("Observed", "color", PanelKinds.colour(0))
                .field("Expected", "color", PanelKinds.colour(1), "custom.lineStyle", DASHED)
                .with("interval", "1d")
                .with("maxDataPoints", 1200)
                .defines("victim_attrition");
    }

    /** Not before there are four weeks to be summed. */
    private static String ofFourWeeks(String metric) {
        return chosen("last_over_time(" + series(metric) + "[2d]) and last_over_time(" + series("expected")
                + "[2d] offset 27d)");
    }

    private static String series(String metric) {
        return "vaiwg_alarm_" + metric + "{force=\"$force\",outcome=\"16\"}";
    }

    /** The alarm calls the whole scope by its name, a figure calls it all. */
    private static String chosen(String ofEachTheme) {
        return "max by (theme) (label_replace(" + ofEachTheme + ", \"theme\", \"all\", \"theme\", \"vaiwg\"))"
                + " and on (theme) label_replace(vector(1), \"theme\", \"$theme\", \"\", \"\")";
    }
}
