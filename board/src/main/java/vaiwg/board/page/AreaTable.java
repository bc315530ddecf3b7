package vaiwg.board.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vaiwg.board.chart.AreaStrips;
import vaiwg.board.report.AreaDots;
import vaiwg.board.report.AreaPage;
import vaiwg.board.report.CharacteristicsPage;
import vaiwg.board.report.Report;

/**
 * All values of policing areas that are too many to be named on their page: in the annex.
 *
 * @param title of the page that they belong to
 */
record AreaTable(String title, AreaDots areas) {
    /** Those that the report's annex has. */
    static List<AreaTable> all(Report report) {
        List<AreaTable> tables = new ArrayList<>();
        for (AreaPage area : report.areas()) {
            area.areas().forEach(areas -> tables.add(new AreaTable(area.title(), areas)));
        }
        report.characteristics()
                .map(CharacteristicsPage::areas)
                .orElse(List.of())
                .forEach(areas -> tables.add(new AreaTable("Protected characteristics of victims", areas)));
        tables.removeIf(table -> AreaStrips.areFew(table.areas()));
        return tables;
    }

    /** The areas of all columns, in the order of the first that has them. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        areas.columns().forEach(column -> column.dots().forEach(dot -> names.add(dot.title())));
        return names;
    }

    /** An area's value, or null where the column has none. */
    static AreaDots.Dot of(AreaDots.Column column, String name) {
        return column.dots().stream()
                .filter(dot -> dot.title().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Whether it lies beyond the range of its size. */
    static String mark(AreaDots.Dot dot) {
        return dot.far() ? "**" : dot.beyond() ? "*" : "";
    }
}
