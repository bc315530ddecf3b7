package vaiwg.board.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vaiwg.board.disclosure.Counts.Unit;
import vaiwg.board.report.Composition;
import vaiwg.board.report.Figure;

/** The counts of bars: each part of all bars is a unit, since it is drawn in all or in none. */
final class CompositionCounts {
    private final Counts counts;
    private final Map<Composition, Bars> bars = new LinkedHashMap<>();

    /** Units of a composition: of its parts, the last one last, and of its bars' wholes. */
    record Bars(List<Integer> parts, List<Integer> wholes) {}

    CompositionCounts(Counts counts) {
        this.counts = counts;
    }

    Map<Composition, Bars> bars() {
        return bars;
    }

    /**
     * Adds the bars of a composition.
     *
     * @param figures those that were added, with their units
     * @param before whether the report before has drawn it, so that it cannot be withheld
     */
    void add(Composition whole, Map<Figure, Integer> figures, boolean before) {
        List<Integer> wholes = new ArrayList<>();
        List<List<Integer>> cells = new ArrayList<>();
        whole.parts().forEach(part -> cells.add(new ArrayList<>()));
        for (Composition.Bar bar : whole.bars()) {
            List<Integer> parts = parts(whole, bar);
            for (int i = 0; i < parts.size(); i++) {
                cells.get(i).add(parts.get(i));
                sameAsFigure(parts.get(i), bar.of(), figures);
            }
            String name = "whole of " + whole.title() + "|" + bar.title();
            int of = counts.cell(name, bar.of());
            boolean small = SmallNumber.isSmall(bar.of());
            wholes.add(counts.unit(new Unit(name, new int[] {of}, small && !before, before, List.of(), Unit.NOTHING)));
            counts.parts(of, parts);
        }
        bars.putIfAbsent(whole, new Bars(units(whole, cells, before), wholes));
    }

    private List<Integer> parts(Composition whole, Composition.Bar bar) {
        List<Integer> parts = new ArrayList<>();
        for (int i = 0; i < whole.parts().size(); i++) {
            int number = (int) Math.round(bar.shares().get(i) * bar.of());
            String name = "part " + whole.parts().get(i) + " of " + whole.title() + "|" + bar.title();
            parts.add(counts.cell(name, number));
        }
        return parts;
    }

    private List<Integer> units(Composition whole, List<List<Integer>> cells, boolean before) {
        List<Integer> units = new ArrayList<>();
        int last = cells.size() - 1;
        for (int i = 0; i <= last; i++) {
            boolean small = cells.get(i).stream().anyMatch(counts::isGuarded);
            // What is withheld is drawn in one with what is left: then nobody sees what was left alone.
            List<Integer> needs = i < last ? List.of() : List.copyOf(units);
            String name = "part " + whole.parts().get(i) + " of " + whole.title();
            units.add(counts.unit(
                    new Unit(name, Counts.array(cells.get(i)), small && !before, before, needs, Unit.NOTHING)));
        }
        return units;
    }

    /** The same number of the same whole in a bar and in a figure is taken for the same count. */
    private void sameAsFigure(int part, int whole, Map<Figure, Integer> figures) {
        figures.forEach((figure, unit) -> {
            if (figure.numerator() != null
                    && figure.denominator() != null
                    && !SmallNumber.isPercentile(figure.unit())
                    && figure.numerator() == counts.value(part)
                    && figure.denominator() == whole) {
                counts.parts(part, List.of(counts.units().get(unit).cells()[0]));
            }
        });
    }
}
