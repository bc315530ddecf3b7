package vaiwg.board.figures;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the dictionary said of a measure when a snapshot was published, and where the measure stood in reports.
 *
 * @param area the slug of the priority area
 * @param direction {@code up}, {@code down} or {@code none}
 * @param unit what a percentile is in (hours or days), or for each of whom a rate is
 * @param caveats what must be said wherever the figure is shown, or empty
 * @param order its number among the headlines, from 1; 0 where it is none
 * @param name what it is called as a headline; empty where it is none
 * @param slice the slice that is the headline; empty for the total
 * @param row its place among the measures of its area
 * @param byDay how it is read where days are known
 * @param byMonth how it is read where months only are known
 * @param countsWork whether it counts work, such as signals, and nobody
 * @param values by the slice that names it what rows of tables call each value of its dimension, in order; empty where it has none
 */
public record MeasureEntry(
        String kpi,
        String area,
        String title,
        String shortTitle,
        String definition,
        String unit,
        String direction,
        String owner,
        Kind kind,
        boolean restricted,
        String caveats,
        int order,
        String name,
        String slice,
        int row,
        Optional<Reading> byDay,
        Optional<Reading> byMonth,
        boolean shownAsCount,
        boolean countsWork,
        Map<String, String> values) {
    public enum Kind {
        COUNT,
        SHARE,
        RATE,
        POPULATION_RATE,
        PERCENTILE
    }

    public boolean isHeadline() {
        return order > 0;
    }

    /** What it is called as a headline, else in the rows of tables. */
    public String headlineTitle() {
        return name.isEmpty() ? shortTitle : name;
    }

    /** The slices of the values of its dimension, in order; that of the total alone where it has none. */
    public Set<String> parts() {
        return values.isEmpty() ? Set.of("") : values.keySet();
    }

    /** How it is read, by days where the source knows them. */
    public Optional<Reading> reading(boolean byMonths) {
        return byMonths ? byMonth : byDay;
    }
}
