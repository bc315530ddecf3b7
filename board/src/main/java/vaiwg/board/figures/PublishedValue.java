package vaiwg.board.figures;

import java.util.Optional;
import vaiwg.kpis.suppression.Withheld;

/**
 * A value of a snapshot.
 *
 * @param numerator null for estimates, and where it is suppressed; of a percentile the percentile itself
 * @param denominator null for a count, for estimates, and where it is suppressed
 * @param value NaN where it is suppressed
 * @param lower bound of the 95 % interval; NaN where there is none
 * @param small whether there are fewer cases than the measure needs to be shown
 * @param partial whether its window begins before the force's history
 * @param suppressed whether it was too small to leave the database
 * @param compared false of a group of victims by a characteristic that is known of too few to compare groups: then there is no share
 * @param withheld why those who may not see all do not see it
 */
public record PublishedValue(
        SeriesKey key,
        String definitionHash,
        Integer numerator,
        Integer denominator,
        double value,
        double lower,
        double upper,
        boolean small,
        boolean partial,
        boolean suppressed,
        boolean compared,
        Optional<Withheld> withheld) {}
