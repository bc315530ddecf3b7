package vaiwg.statistics.signals.charts;

import java.util.Locale;
import vaiwg.kpis.catalogue.Measure;

/** In plain words how a stock moved in a block: from what to what, and by how much it usually does. */
final class StockText {
    private StockText() {}

    static String of(ChartReading reading) {
        Limits limits = reading.standingLimits();
        return String.format(
                Locale.UK,
                "%s from %s to %s: by %s; usual from block to block is %s, and the limits are %s and %s.",
                way(reading.value()),
                level(reading, reading.block().before()),
                level(reading, reading.block().level()),
                change(reading, reading.value()),
                change(reading, limits.centre()),
                change(reading, limits.lower()),
                change(reading, limits.upper()));
    }

    private static String way(double change) {
        if (change == 0) {
            return "it stayed";
        }
        return change > 0 ? "it grew" : "it shrank";
    }

    private static String level(ChartReading reading, Block.Level level) {
        return isCount(reading)
                ? String.format(Locale.UK, "%,d", level.part())
                : String.format(Locale.UK, "%,d of %,d (%.1f %%)", level.part(), level.whole(), 100 * level.value());
    }

    private static String change(ChartReading reading, double change) {
        if (isCount(reading)) {
            return String.format(Locale.UK, change == Math.rint(change) ? "%+,.0f" : "%+,.1f", change);
        }
        return String.format(Locale.UK, "%+.1f points", 100 * change);
    }

    private static boolean isCount(ChartReading reading) {
        return reading.chart().measure().kind() == Measure.Kind.COUNT;
    }
}
