package vaiwg.jobs.store;

import java.util.HashMap;
import java.util.Map;
import vaiwg.kpis.catalogue.Catalogue;

/** The ids of the lines of values, each made known to the database when it is first asked for. */
final class SlotSeries {
    private final Catalogue catalogue;
    private final SeriesWriter writer;
    private final Map<String, long[]> ids = new HashMap<>();

    SlotSeries(Catalogue catalogue, SeriesWriter writer) {
        this.catalogue = catalogue;
        this.writer = writer;
    }

    long id(String force, int slot) {
        long[] known = ids.computeIfAbsent(force, name -> new long[catalogue.slots()]);
        if (known[slot] == 0) {
            Series line = Series.ofSlot(catalogue, force, slot);
            known[slot] = line.id();
            writer.add(line);
        }
        return known[slot];
    }

    /** Whether a slot's values are numbers of cases, without a denominator. */
    boolean isCount(int slot) {
        return catalogue.columnOfSlot(slot).isCount();
    }
}
