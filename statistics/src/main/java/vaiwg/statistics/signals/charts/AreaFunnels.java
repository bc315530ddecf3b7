package vaiwg.statistics.signals.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vaiwg.kpis.catalogue.AreaPlan;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.SlotValues;

/**
 * Policing areas side by side: the range in which an area of its size is to be expected, by what all areas have in common and by how
 * much they usually differ. An area with fewer cases than the measure shows is compared with none.
 */
public final class AreaFunnels {
    /** Of fewer areas nobody can say how much they usually differ. */
    private static final int FEWEST = 3;

    private final Catalogue catalogue;
    private final List<List<Integer>> groups;

    public AreaFunnels(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.groups = AreaPlan.of(catalogue);
    }

    /**
     * An area's place.
     *
     * @param slot of its share
     * @param warning the limits that one area in forty lies above by chance, and one below
     * @param nearCertain the limits that one area in a thousand lies above by chance, and one below
     */
    public record Place(int slot, Limits warning, Limits nearCertain) {}

    /** The areas that can be compared at a snapshot. */
    public List<Place> of(SlotValues values) {
        return groups.stream().flatMap(slots -> compare(slots, values)).toList();
    }

    private Stream<Place> compare(List<Integer> slots, SlotValues values) {
        int minimum = catalogue.columnOfSlot(slots.get(0)).measure().minimumN();
        List<Integer> compared = new ArrayList<>();
        List<Funnel.Unit> units = new ArrayList<>();
        for (int slot : slots) {
            if (values.denominator(slot) >= minimum) {
                compared.add(slot);
                units.add(new Funnel.Unit(Integer.toString(slot), values.numerator(slot), values.denominator(slot)));
            }
        }
        if (units.size() < FEWEST) {
            return Stream.empty();
        }
        Funnel funnel = Funnel.of(units);
        if (funnel.target() == 0 || funnel.target() == 1) {
            return Stream.empty();
        }
        return compared.stream().map(slot -> {
            int denominator = values.denominator(slot);
            return new Place(
                    slot, funnel.limits(denominator, Funnel.WARNING), funnel.limits(denominator, Funnel.NEAR_CERTAIN));
        });
    }
}
