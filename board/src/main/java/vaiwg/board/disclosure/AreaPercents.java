package vaiwg.board.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import vaiwg.board.disclosure.Counts.Unit;
import vaiwg.board.report.AreaKnown;
import vaiwg.board.report.Figure;

/**
 * What whole percents of cases whose policing area is known tell of areas that the report compares, by the same figure or by any that may be
 * of the same cases: the unknown ones lie between two numbers that everybody can work out, and with the areas they add up to the whole. That
 * five numbers of unknown ones are possible is seen to where the percents are made ({@link AreaKnown}).
 */
final class AreaPercents {
    private static final String AREA = "lpa";

    private final Counts counts;
    private final SliceCells bySlice;
    private final Map<Figure, Integer> units = new LinkedHashMap<>();

    /** @param bySlice with the wholes of all figures */
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
        SliceKey slice = SliceKey.of(row.slice());
        List<Integer> shown = new ArrayList<>();
        if (row.isShown()) {
            // Areas are compared by shares and rates alone: by counts, which have no whole, none are in the report.
            ofPeriod(row).forEach(kind -> {
                List<Integer> areas = areas(kind, slice);
                if (!areas.isEmpty()) {
                    wholes(row, kind, slice).forEach(whole -> shown.addAll(between(row, whole, areas)));
                }
            });
        }
        if (!shown.isEmpty()) {
            String name = "area known of " + row.kpi() + "|" + slice;
            units.put(
                    row.figure(),
                    counts.unit(new Unit(name, Counts.array(shown), false, before, List.of(), Unit.NOTHING)));
        }
    }

    private List<String> ofPeriod(AreaKnown row) {
        return bySlice.kinds()
                .filter(kind -> FigureCounts.isOfWholes(kind, row.figure()))
                .toList();
    }

    private List<Integer> areas(String kind, SliceKey slice) {
        return bySlice.of(kind).entrySet().stream()
                .filter(cell -> cell.getKey().value(AREA).isPresent()
                        && cell.getKey().without(AREA).equals(slice))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** What the cases of both may be; where the report has the whole of neither, that of any other. */
    private List<Integer> wholes(AreaKnown row, String kind, SliceKey slice) {
        List<Integer> own = Stream.of(FigureCounts.wholes(row.figure()), kind)
                .map(of -> bySlice.of(of).get(slice))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!own.isEmpty()) {
            return own.size() == 1 ? own : List.of();
        }
        return ofPeriod(row).stream()
                .map(of -> bySlice.of(of).get(slice))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The two numbers between which the unknown ones lie; none where areas are of other cases, since more or fewer are left. */
    private List<Integer> between(AreaKnown row, int whole, List<Integer> areas) {
        int all = counts.value(whole);
        int left = all - areas.stream().mapToInt(counts::value).sum();
        if (left < row.fewest(all) || left > row.most(all)) {
            return List.of();
        }
        String name = "of unknown area by " + row.kpi() + " and " + areas + " of " + whole;
        int unknown = counts.cell("number " + name, left, false);
        int fewest = counts.cell("fewest " + name, row.fewest(all), false);
        int most = counts.cell("most " + name, row.most(all), false);
        List<Integer> parts = new ArrayList<>(areas);
        parts.add(unknown);
        counts.parts(whole, parts);
        counts.atMost(fewest, List.of(unknown));
        counts.atMost(unknown, List.of(most));
        return List.of(fewest, most);
    }
}
