package vaiwg.jobs.store;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import vaiwg.kpis.catalogue.Catalogue;

/** The ids of the lines of values, each made known to the database with its place when it is first asked for. */
final class SlotSeries {
    private final Catalogue catalogue;
    private final ValuePacks packs;
    private final SeriesWriter writer;
    private final Map<String, long[]> ids = new HashMap<>();
    private final Map<String, long[]> packIds = new HashMap<>();

    SlotSeries(Catalogue catalogue, ValuePacks packs, SeriesWriter writer) {
        this.catalogue = catalogue;
        this.packs = packs;
        this.writer = writer;
    }

    long id(String force, int slot) {
        long[] known = ids.computeIfAbsent(force, name -> new long[catalogue.slots()]);
        if (known[slot] == 0) {
            Series line = Series.ofSlot(catalogue, force, slot);
            known[slot] = line.id();
            writer.add(line);
            writer.add(line, packId(force, packs.packOf(slot)), packs.placeOf(slot));
        }
        return known[slot];
    }

    /** A hash of the lines that may be in the pack, so that a catalogue in which they lie otherwise has packs of its own. */
    long packId(String force, int pack) {
        long[] known = packIds.computeIfAbsent(force, name -> new long[packs.count()]);
        if (known[pack] == 0) {
            known[pack] = Series.hash(Arrays.stream(packs.slots(pack))
                    .mapToObj(slot -> Long.toHexString(
                            Series.ofSlot(catalogue, force, slot).id()))
                    .collect(Collectors.joining("|")));
        }
        return known[pack];
    }

    /** Whether a slot's values are numbers of cases, without a denominator. */
    boolean isCount(int slot) {
        return catalogue.columnOfSlot(slot).isCount();
    }
}
