package vaiwg.board;

import java.util.Optional;

/**
 * What the dictionary of measures says of one of them.
 *
 * @param kpi the measure's slug
 * @param priority the slug of the priority area
 * @param direction {@code up}, {@code down} or {@code none}
 * @param caution what must be said wherever the figure is shown, or empty
 * @param minimumN below this denominator a share or rate is not shown
 * @param restricted whether only the internal tier may hold it
 * @param unit what a percentile is in (hours or days), or for each of whom a rate is told
 * @param needs what a source must give for the measure to be published
 */
record DictionaryEntry(
        String kpi,
        String priority,
        String title,
        String definition,
        String direction,
        String caution,
        Kind kind,
        int minimumN,
        boolean restricted,
        String unit,
        Optional<String> needs) {
    enum Kind {
        COUNT,
        SHARE,
        RATE,
        POPULATION_RATE,
        PERCENTILE
    }
}
