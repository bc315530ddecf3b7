package vaiwg.jobs.panes;

import java.util.OptionalDouble;
import vaiwg.statistics.signals.charts.AreaFunnels;
import vaiwg.statistics.signals.charts.Assurance;
import vaiwg.statistics.signals.charts.ChartKind;
import vaiwg.statistics.signals.charts.ChartReading;
import vaiwg.statistics.signals.charts.SpcChart.Completed;
import vaiwg.statistics.signals.charts.SpcRule;
import vaiwg.statistics.signals.charts.Variation;

/** The charts of a snapshot: of the blocks that end with it, and of areas side by side. */
public final class SnapshotCharts {
    public Limit[] limits = {};
    public Place[] places = {};

    /**
     * A block beside its limits.
     *
     * @param firstDay of the block, as a day number
     * @param part the count, the part of a share, or the percentile; of a stock as it stands when the block ends
     * @param whole the denominator, or the number of a percentile's cases; 0 for a count
     * @param value as it is charted: of rare events the days between two of them, of a stock by how much it changed
     * @param blocks how many there are since the limits began, or times between rare events where these are fewer
     * @param variation null while limits are on trial
     * @param rule that the block completes, null where none
     * @param side of that rule: 1 above the centre, -1 below, 0 where none; of times between rare events 1 is longer
     * @param assurance null where there is no target
     */
    public record Limit(
            int slot,
            int firstDay,
            int numerator,
            int denominator,
            double value,
            double lower,
            double centre,
            double upper,
            int blocks,
            boolean trial,
            ChartKind chart,
            Variation variation,
            SpcRule rule,
            int side,
            Assurance assurance) {
        /** @param target what the measure has to reach, in its unit */
        static Limit of(ChartReading reading, OptionalDouble target) {
            return new Limit(
                    reading.chart().slot(),
                    reading.block().firstDay(),
                    reading.block().numerator(),
                    reading.block().denominator(),
                    reading.value(),
                    reading.limits().lower(),
                    reading.limits().centre(),
                    reading.limits().upper(),
                    reading.blocks().blocks(),
                    reading.isTrial(),
                    reading.blocks().kind(),
                    reading.variation().orElse(null),
                    reading.completed().map(Completed::rule).orElse(null),
                    reading.completed().map(Completed::side).orElse(0),
                    reading.assurance(target).orElse(null));
        }
    }

    /**
     * An area's share beside what is to be expected of an area of its size.
     *
     * @param centre the share of all areas
     * @param lower95 the limit below which one in forty lies by chance
     * @param lower998 the limit below which one in a thousand does
     */
    public record Place(int slot, double centre, double lower95, double upper95, double lower998, double upper998) {
        static Place of(AreaFunnels.Place place) {
            return new Place(
                    place.slot(),
                    place.warning().centre(),
                    place.warning().lower(),
                    place.warning().upper(),
                    place.nearCertain().lower(),
                    place.nearCertain().upper());
        }
    }
}
