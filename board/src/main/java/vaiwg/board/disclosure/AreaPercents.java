package vaiwg.board.disclosure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vaiwg.board.disclosure.Counts.Unit;
import vaiwg.board.report.AreaKnown;
import vaiwg.board.report.Figure;

/**
 * What whole percents of cases whose policing area is known tell of areas that the report compares: the unknown ones lie between two numbers
 * that everybody can work out, and with the areas they add up to the whole. How many are unknown is no number of people in a place; that five
 * numbers of them are possible is seen to where the percents are made ({@link AreaKnown}).
 */
final class AreaPercents {
    private static final String AREA = "lpa";

    private final Counts counts;
    private final SliceCells bySlice;
    private final Map<Figure, Integer> units = new LinkedHashMap<>();

    /** @param bySlice with the wholes of all figures of areas */
    AreaPercents(Counts counts, SliceCells bySlice) {
        this.counts = counts;
        this.bySlice = bySlice;
    }

    /** The units of those that tell something of an area. */
    Map<Figure, Integer> units() {
        return units;
    }

    /** @param before whether the report before has shown it, so that it cannot be withheld */
    void add(AreaKnown row, boolean before) {
        Figure known = row.figure();
        SliceKey slice = SliceKey.of(known.slice());
        // Areas are compared by shares and rates alone: by counts, which have no whole, none are in the report.
        String kind = "whole|" + FigureCounts.key(known);
        Map<SliceKey, Integer> cells = bySlice.of(kind);
        List<Integer> areas = cells.entrySet().stream()
                .filter(cell -> cell.getKey().value(AREA).isPresent()
                        && cell.getKey().without(AREA).equals(slice))
                .map(Map.Entry::getValue)
                .toList();
        if (!row.isTold() || areas.isEmpty()) {
            return;
        }
        Integer whole = cells.get(slice);
        if (whole == null) {
            // Another figure may tell the whole.
            unit(known, before, true, new int[0]);
            return;
        }
        int all = counts.value(whole);
        int fewest = row.fewest(all);
        int most = row.most(all);
        int left = all - areas.stream().mapToInt(counts::value).sum();
        String name = "of unknown area, " + fewest + " to " + most + ", of " + kind + "|" + slice;
        int unknown = counts.cell("number " + name, Math.max(fewest, Math.min(most, left)), false);
        int least = counts.cell("fewest " + name, fewest, false);
        int greatest = counts.cell("most " + name, most, false);
        counts.atMost(least, List.of(unknown));
        counts.atMost(unknown, List.of(greatest));
        bySlice.add(kind, slice.with(AREA, "unknown"), unknown);
        unit(known, before, areas.stream().anyMatch(counts::isGuarded), new int[] {least, greatest});
    }

    private void unit(Figure known, boolean before, boolean primary, int[] cells) {
        units.put(
                known,
                counts.unit(new Unit(
                        "area known of " + known.kpi() + "|" + known.slice(),
                        cells,
                        primary && !before,
                        before,
                        List.of(),
                        Unit.NOTHING)));
    }
}
