package vaiwg.jobs.panes;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.Set;
import org.apache.flink.util.function.SerializableSupplier;
import vaiwg.engine.panes.RowPolicy;
import vaiwg.kpis.catalogue.Catalogue;

/**
 * What the pane operator must know beside its input.
 *
 * @param catalogue the measures
 * @param dailyFrom day number from which rows of all slices are kept daily
 * @param totalsDaily whether totals and themes are kept daily before that, or at month ends
 * @param historyEnd the instant at which a history ends, epoch milliseconds, or {@link Long#MAX_VALUE}: once the watermark is
 *     there the panes are written as known now, as they are when it comes near to the wall clock
 * @param consumers what is made of daily aggregates; what is left out costs nothing, and goes on another time as far as they tell
 * @param isShown whether anybody takes the dashboard's values; else they are not computed
 */
public record PaneOptions(
        SerializableSupplier<Catalogue> catalogue,
        int dailyFrom,
        boolean totalsDaily,
        long historyEnd,
        Set<ConsumerType> consumers,
        boolean isShown)
        implements Serializable {
    /** With all that is made of daily aggregates, and shown. */
    public PaneOptions(SerializableSupplier<Catalogue> catalogue, int dailyFrom, boolean totalsDaily, long historyEnd) {
        this(catalogue, dailyFrom, totalsDaily, historyEnd, EnumSet.allOf(ConsumerType.class), true);
    }

    /** The same, shown or not. */
    public PaneOptions shown(boolean shown) {
        return new PaneOptions(catalogue, dailyFrom, totalsDaily, historyEnd, consumers, shown);
    }

    RowPolicy rowPolicy() {
        return new RowPolicy(dailyFrom, totalsDaily ? RowPolicy.Totals.DAILY : RowPolicy.Totals.AT_MONTH_ENDS);
    }
}
