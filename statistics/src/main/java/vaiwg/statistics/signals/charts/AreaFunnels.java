package vaiwg.statistics.signals.charts;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import vaiwg.kpis.catalogue.AreaPlan;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.SlotValues;

/**
 * Policing areas side by side: the range in which an area of its size is to be expected, by what all areas have in common and by how
 * much they usually differ. An area with fewer cases than the measure shows is compared with none; of a rate, one in which
 * fewer than ten are to be expected, since below that the limits of a Poisson number are not symmetric.
 */
public final class AreaFunnels {
    /** Of fewer areas nobody can say how much they usually differ. */
    private static final int FEWEST = 3;

    private static final int LEAST_EXPECTED = 10;

    private final Catalogue catalogue;
    private final List<List<Integer>> groups;

    public AreaFunnels(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.groups = AreaPlan.of(catalogue);
    }

    /**
     * An area's place.
     *
     * @param slot of its figure
     * @param warning the limits that one area in forty lies above by chance, and one below
     * @param nearCertain the limits that one area in a thousand lies above by chance, and one below
     */
    public record Place(int slot, Limits warning, Limits nearCertain) {}

    /** The areas that can be compared at a snapshot. */
    public List<Place> of(SlotValues values) {
        return groups.stream().flatMap(slots -> compare(slots, values)).toList();
    }

    private Stream<Place> compare(List<Integer> slots, SlotValues values) {
        Measure measure = catalogue.columnOfSlot(slots.get(0)).measure();
        boolean isRate = measure.kind() != Measure.Kind.SHARE;
        List<Funnel.Unit> areas = slots.stream()
                .filter(slot ->
                        values.denominator(slot) >= (measure.population().isPresent() ? 1 : measure.minimumN()))
                .map(slot -> new Funnel.Unit(Integer.toString(slot), values.numerator(slot), values.denominator(slot)))
                .toList();
        return isRate ? places(areas, Funnel::ofRates, LEAST_EXPECTED) : places(areas, Funnel::of, 0);
    }

    /** @param least how many cases are to be expected in an area that is compared */
    private static Stream<Place> places(
            List<Funnel.Unit> areas, Function<List<Funnel.Unit>, Funnel> funnelOf, int least) {
        if (areas.size() < FEWEST) {
            return Stream.empty();
        }
        double target = funnelOf.apply(areas).target();
        List<Funnel.Unit> compared = areas.stream()
                .filter(area -> target * area.denominator() >= least)
                .toList();
        if (compared.size() < FEWEST || target == 0 || target == 1) {
            return Stream.empty();
        }
        Funnel funnel = funnelOf.apply(compared);
        return compared.stream()
                .map(area -> new Place(
                        Integer.parseInt(area.name()),
                        funnel.limits(area.denominator(), Funnel.WARNING),
                        funnel.limits(area.denominator(), Funnel.NEAR_CERTAIN)));
    }
}
