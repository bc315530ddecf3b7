package vaiwg.board.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A control chart.
 *
 * @param finding its title: what it shows, as a sentence without a question
 * @param subtitle what is counted, of what, by which periods
 * @param name of its line where it is one of several small ones, such as the theme
 * @param points closed periods, oldest first, at most 39
 * @param estimates the provisional tail, oldest first
 * @param rebases days on which limits were set again, with the mark of the note that gives the reason
 * @param dated days of recommendations, steps, posts and interventions that concern the measure
 * @param baseline how many of the first points the limits were set from; 0 where they were set again since
 * @param sameWeeksAYearBefore of volumes: what the newest period had a year before
 * @param alternative what the chart shows, for who does not see it: newest value with n, usual, limits, signals, the estimate
 */
public record BlockChart(
        String kpi,
        String slice,
        String finding,
        String subtitle,
        String name,
        Unit unit,
        List<BlockPoint> points,
        List<EstimatePoint> estimates,
        List<Rebase> rebases,
        List<Dated> dated,
        int baseline,
        Optional<BlockPoint> sameWeeksAYearBefore,
        String alternative) {
    /** From so many periods limits are set for good; until then they are provisional. */
    public static final int BASELINE = 12;

    /**
     * The same as some readers see it.
     *
     * @param rule what they see of a point; empty for none of it
     * @param estimated whether they see estimates, which are of exact numbers
     */
    BlockChart seen(Function<BlockPoint, Optional<BlockPoint>> rule, String said, boolean estimated) {
        return new BlockChart(
                kpi,
                slice,
                finding,
                subtitle,
                name,
                unit,
                points.stream().flatMap(point -> rule.apply(point).stream()).toList(),
                estimated ? estimates : List.of(),
                rebases,
                dated,
                baseline,
                sameWeeksAYearBefore.flatMap(rule),
                said);
    }

    /** Limits were set again. */
    public record Rebase(LocalDate day, String mark, String reason) {
        /** What stands at its line. */
        public String words() {
            return "limits set again " + mark;
        }
    }

    /**
     * What was recommended, planned, given or done on a day.
     *
     * @param number by which the page's charts name it
     * @param text with its day
     */
    public record Dated(LocalDate day, int number, String text) {
        /** Where a chart marks a day: what was before its first period is at its beginning, as on dashboards. */
        public static LocalDate mark(LocalDate day, LocalDate first) {
            return day.isBefore(first) ? first : day;
        }
    }
}
