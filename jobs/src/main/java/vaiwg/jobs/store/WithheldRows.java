package vaiwg.jobs.store;

import java.util.stream.IntStream;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.jobs.panes.SnapshotCharts;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.suppression.SlotSuppression;
import vaiwg.kpis.suppression.Withheld;

/** What of a snapshot's rows is withheld from those who may not see all, by slot; null where it is shown. */
final class WithheldRows {
    private final int slots;
    private final SlotSuppression rule;

    WithheldRows(Catalogue catalogue) {
        this.slots = catalogue.slots();
        this.rule = new SlotSuppression(catalogue, IntStream.range(0, slots).toArray());
    }

    Withheld[] values(Snapshot snapshot) {
        int[] numerators = new int[slots];
        int[] denominators = new int[slots];
        for (int row = 0; row < snapshot.count; row++) {
            numerators[snapshot.slots[row]] = snapshot.numerators[row];
            denominators[snapshot.slots[row]] = snapshot.denominators[row];
        }
        return rule.of(numerators, denominators);
    }

    /** Of blocks of charts. A block that is published as a value too is withheld with it: there are values of slices without a chart. */
    Withheld[] blocks(Snapshot snapshot) {
        int[] numerators = new int[slots];
        int[] denominators = new int[slots];
        for (SnapshotCharts.Limit block : snapshot.charts.limits) {
            numerators[block.slot()] = block.numerator();
            denominators[block.slot()] = block.denominator();
        }
        Withheld[] withheld = rule.of(numerators, denominators);
        Withheld[] values = values(snapshot);
        for (int row = 0; row < snapshot.count; row++) {
            int slot = snapshot.slots[row];
            boolean isBlock =
                    numerators[slot] == snapshot.numerators[row] && denominators[slot] == snapshot.denominators[row];
            withheld[slot] = withheld[slot] == null && isBlock ? values[slot] : withheld[slot];
        }
        return withheld;
    }

    /** Its name in the tables. */
    static String slug(Withheld why) {
        return why == null ? null : why.slug();
    }
}
