package vaiwg.jobs.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;

/**
 * Which slots are published in one row: those of a measure, what every snapshot keeps apart from what only some keep, two hundred at most. By then
 * a row is a quarter of a page.
 */
final class ValuePacks {
    private static final int PLACES = 200;

    private final List<int[]> packs = new ArrayList<>();
    private final int[] packOf;
    private final short[] placeOf;

    ValuePacks(Catalogue catalogue) {
        packOf = new int[catalogue.slots()];
        placeOf = new short[catalogue.slots()];
        Map<Kind, List<Integer>> kinds = new LinkedHashMap<>();
        for (int slot = 0; slot < catalogue.slots(); slot++) {
            Column column = catalogue.columnOfSlot(slot);
            Kind kind = new Kind(column.measure().slug(), column.isDaily(column.rowOfSlot(slot)));
            kinds.computeIfAbsent(kind, key -> new ArrayList<>()).add(slot);
        }
        for (List<Integer> slots : kinds.values()) {
            for (int first = 0; first < slots.size(); first += PLACES) {
                add(slots.subList(first, Math.min(first + PLACES, slots.size())));
            }
        }
    }

    private record Kind(String measure, boolean daily) {}

    private void add(List<Integer> slots) {
        for (int place = 0; place < slots.size(); place++) {
            packOf[slots.get(place)] = packs.size();
            placeOf[slots.get(place)] = (short) (place + 1);
        }
        packs.add(slots.stream().mapToInt(Integer::intValue).toArray());
    }

    int count() {
        return packs.size();
    }

    int[] slots(int pack) {
        return packs.get(pack);
    }

    int packOf(int slot) {
        return packOf[slot];
    }

    /** From 1, as the database counts. */
    short placeOf(int slot) {
        return placeOf[slot];
    }
}
