package vaiwg.board.grafana;

import static vaiwg.board.grafana.Json.object;

import java.util.List;

/** The daily alarm on open cases, in the chosen theme: observed beside expected, and how near it is to ringing. */
final class AlarmChart {
    private static final Object DASHED = object("fill", "dash", "dash", List.of(4, 6));

    private AlarmChart() {}

    static Panel panel() {
        Reading reading = new Reading(
                "The daily alarm on open cases: outcomes 16 that became known in 28 days (observed) beside those to be"
                        + " expected of the cases that were open and their age (expected); on the right the score of a"
                        + " rise and the threshold at which it rings. It begins when the force's reference year is over.",
                "outcomes",
                "observed near expected is usual; a score of 0 is",
                "daily (cases open on each day)",
                "28d before each day; the score day by day");
        return Charts.lines(
                        "Does support end more often than is to be expected? ${theme:text}",
                        reading,
                        Source.LIVE,
                        "locale",
                        24,
                        9)
                .byDefault("decimals", 0)
                .byDefault("noValue", "not before the reference year is over")
                .line(overFourWeeks("observed"), "Observed")
                .line(overFourWeeks("expected"), "Expected")
                .line(chosen("last_over_time(" + series("score") + "[2d])"), "Score")
                .line(chosen("last_over_time(" + series("threshold") + "[2d])"), "Threshold")
                .field("Observed", "color", Charts.colour(1))
                .field("Expected", "color", Charts.colour(0), "custom.lineStyle", DASHED)
                .field("Score", "color", Charts.colour(2))
                .field("Threshold", "color", Charts.colour(2), "custom.lineStyle", DASHED)
                .fields(
                        "^(Score|Threshold)$",
                        "custom.axisPlacement",
                        "right",
                        "custom.axisLabel",
                        "score",
                        "custom.lineWidth",
                        1,
                        "unit",
                        "none",
                        "decimals",
                        1)
                .with("interval", "1d")
                .with("maxDataPoints", 1200)
                .defines("victim_attrition");
    }

    /** One sample a day, whatever came each minute while live; not before there are four weeks to be summed. */
    private static String overFourWeeks(String metric) {
        return chosen("sum_over_time(last_over_time(" + series(metric) + "[2d])[28d:1d]) and last_over_time("
                + series(metric) + "[2d] offset 28d)");
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
