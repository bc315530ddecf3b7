package vaiwg.board.disclosure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vaiwg.board.disclosure.Counts.Unit;
import vaiwg.board.report.Figure;
import vaiwg.board.report.NumberTable;
import vaiwg.board.report.Report;
import vaiwg.kpis.catalogue.GroupColumn;
import vaiwg.kpis.catalogue.SharedWhole;

/** What figures of different measures say of each other: parts of one whole add up to it, and a whole can be a part of another. */
final class PartsOfWholes {
    private final Counts counts;
    private final Map<Figure, Integer> units;

    PartsOfWholes(Counts counts, Map<Figure, Integer> units) {
        this.counts = counts;
        this.units = units;
    }

    /** A case has one stage and one reason, a complaint one category: as many have any as all of them together. */
    void addUp() {
        for (SharedWhole whole : SharedWhole.values()) {
            addUp(whole.parts());
        }
    }

    private void addUp(List<GroupColumn> parts) {
        Set<String> measures = parts.stream().map(GroupColumn::slug).collect(Collectors.toSet());
        Map<Integer, Map<String, Integer>> byWhole = new LinkedHashMap<>();
        units.forEach((figure, unit) -> {
            if (measures.contains(figure.kpi())) {
                int[] cells = unit(unit).cells();
                byWhole.computeIfAbsent(whole(cells), of -> new TreeMap<>()).putIfAbsent(figure.kpi(), cells[0]);
            }
        });
        byWhole.forEach((whole, numbers) -> counts.parts(whole, List.copyOf(numbers.values())));
    }

    /** What a table says is left of a whole is a count too; that nothing is left is no news of anybody. */
    void rests(Report report) {
        report.areas().stream()
                .flatMap(area -> area.followed().stream())
                .flatMap(table -> table.rows().stream())
                .flatMap(row -> row.cells().stream())
                .filter(NumberTable.Entry.Rest.class::isInstance)
                .map(NumberTable.Entry.Rest.class::cast)
                .filter(rest -> units.containsKey(rest.whole()) && units.containsKey(rest.part()))
                .forEach(rest -> counts.remainder(
                        whole(unit(units.get(rest.whole())).cells()),
                        whole(unit(units.get(rest.part())).cells()),
                        1));
    }

    private Unit unit(int number) {
        return counts.units().get(number);
    }

    /** A share's whole is behind its number. */
    private static int whole(int[] cells) {
        return cells[cells.length - 1];
    }
}
